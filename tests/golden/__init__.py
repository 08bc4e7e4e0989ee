"""Outputs kept as files, reviewed as code when they change.

`python -m tests.golden` rewrites them; the difference is the review. The digests of released
prompts are never rewritten: a released file does not change, its next version does.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent
REWRITE = "REWRITE_GOLDEN"


def assert_golden(name: str, text: str) -> None:
    """Compare a text with the file kept under that name, or rewrite the file when asked to."""
    path = GOLDEN / name
    if os.environ.get(REWRITE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{name} is not kept yet: run python -m tests.golden"
    assert text == path.read_text(encoding="utf-8"), f"{name}: if meant, python -m tests.golden"
