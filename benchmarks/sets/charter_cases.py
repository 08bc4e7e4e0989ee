"""Cases of the rules of the default charter, written by hand and apart from its own examples.

A file `NAME.LANGUAGE.txt` has one case a line, under the rule it is a case of: `+` must be found
by that rule, `-` must not. Indented lines under a case are its circumstances. `charter_cases` are
of every rule; `sensitive` and `sensitive_fourth` (by another writer, half of them allusions) are
of CH-14 alone, and nothing is trained or widened on them. `sensitive_fifth` is a half that was
looked at while CH-14 was widened, with people at work on such subjects as near misses;
`sensitive_held` is its other half.
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


def cases(language: Language, name: str = "charter_cases") -> Iterator[Case]:
    """Yield the cases of one file in one language."""
    for fields in entries(language, name):
        yield Case.model_validate(fields)


def entries(language: Language, name: str) -> Iterator[dict[str, Any]]:
    """Yield what one file says of each case, also what a case does not know."""
    path = _FOLDER / f"{name}.{language}.txt"
    for fields in _entries(path.read_text(encoding="utf-8").splitlines()):
        yield {"language": language, **fields}


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
