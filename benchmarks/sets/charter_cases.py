"""Cases of every rule of the default charter, written by hand and apart from its own examples.

A file `charter_cases.LANGUAGE.txt` has one case a line, under the rule it is a case of:
`+` must be found by that rule, `-` must not. Indented lines under a case are its circumstances.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from domain.language import Language
from guardrails.cases import Case, Company

_FOLDER = Path(__file__).parent


def company() -> Company:
    """Return the invented company that the cases speak of."""
    text = (_FOLDER / "company.yaml").read_text(encoding="utf-8")
    return Company.model_validate(yaml.safe_load(text))


def cases(language: Language) -> Iterator[Case]:
    """Yield the cases of one language."""
    path = _FOLDER / f"charter_cases.{language}.txt"
    for fields in _entries(path.read_text(encoding="utf-8").splitlines()):
        yield Case.model_validate({"language": language, **fields})


def _entries(lines: list[str]) -> Iterator[dict[str, Any]]:
    rule = ""
    entry: dict[str, Any] = {}
    for line in [*lines, "## end"]:
        if line.startswith("  "):
            entry |= yaml.safe_load(line)
            continue
        if entry:
            yield entry
        entry = {}
        if line.startswith("## "):
            rule = line[3:]
        elif line:
            expected = "hit" if line.startswith("+") else "pass"
            entry = {"rule": rule, "expected": expected, "text": line[2:].replace("\\n", "\n")}
