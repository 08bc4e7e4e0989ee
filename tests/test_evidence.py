"""Every promise in the documents that names its test names one that exists."""

import re
from pathlib import Path

import pytest

from tests.pointers import ROOT, names_in, pointers

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
ROW = re.compile(r"^\| ([^|]+) \|.*\| ([^|]+) \|$", re.MULTILINE)


def named(document: Path) -> str:
    return str(document.relative_to(ROOT))


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_test_that_a_document_names_exists(document: Path) -> None:
    for path, name in pointers(document.read_text(encoding="utf-8")):
        assert name in names_in(path), f"{path}::{name}"


def rows(name: str) -> dict[str, str]:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    found = {first.strip(): last for first, last in ROW.findall(text)}
    heads = {"#", "risk", "chapter", "---"}
    return {first: last for first, last in found.items() if first not in heads}


def test_each_of_the_thirty_cases_has_a_test() -> None:
    cases = rows("thirty_cases.md")
    assert list(cases) == [str(number) for number in range(1, 31)]
    assert all(pointers(last) for last in cases.values())


def test_each_risk_has_a_test() -> None:
    risks = rows("security.md")
    for prefix, count in (("API", 10), ("LLM", 10)):
        assert len([first for first in risks if re.match(rf"{prefix}\d", first)]) == count
    assert len(risks) >= 35
    assert not [first for first, last in risks.items() if not pointers(last)]
