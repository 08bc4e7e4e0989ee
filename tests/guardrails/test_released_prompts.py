"""The prompts of guardrails are released: a change is a new version, never an edit."""

import hashlib
from pathlib import Path

import guardrails
from tests.golden import GOLDEN

FOLDER = Path(guardrails.__file__).parent


def test_a_released_prompt_of_guardrails_never_changes() -> None:
    kept = (GOLDEN / "guardrails.sha256").read_text(encoding="ascii").splitlines()
    prompts = sorted(FOLDER.glob("*/prompts/*.md"), key=lambda path: path.name)
    now = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in prompts]
    assert now == kept
