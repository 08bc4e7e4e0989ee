"""The pages of the checks show what the checks do: every row of their tables of texts is run."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Finding, Source
from guardrails.catalogue import CHECKS
from guardrails.charter import PACKS, load_charter
from guardrails.guard import Guard

PAGES = Path(__file__).parents[2] / "docs" / "checks"
GUARDS = [
    Guard.of(load_charter(), key=b"pages"),
    Guard.of(load_charter(PACKS / "finance.fr-en.yaml"), key=b"pages"),
]
COMPANY = GUARDS[0].charter.charter.company.as_organization()
ANNOUNCED = COMPANY.embargoes[0].until
LINK = "https://www.ardemont.example/etude"
REMARKS: dict[str, dict[str, Any]] = {
    "one hour before": {"now": ANNOUNCED - timedelta(hours=1)},
    "at the hour": {"now": ANNOUNCED},
    "content of journal.example": {
        "source": Source("", url="https://www.journal.example/a"),
        "draft_share": 1.0,
    },
    "a client's sentence": {},
    "no promotion": {},
}
_ROW = re.compile(r"^\|(?P<cells>.+)\|$")
_FRENCH = re.compile(
    r"[éèàçêô«]|\b(?:le|la|les|de|du|ce|un|une|je|plus|notre|nos|est)\b", re.IGNORECASE
)
_REMARK = re.compile(r" \((?P<said>[^()]+)\)$")


@dataclass(frozen=True)
class Shown:
    """One row: a text in its circumstances, and what the page says of it."""

    kind: str
    text: str
    given: dict[str, Any]
    verdict: str


def _shown(page: Path) -> Iterator[Shown]:
    heads: list[str] = []
    for line in page.read_text(encoding="utf-8").splitlines():
        row = _ROW.match(line)
        if row is None:
            heads = []
            continue
        cells = [cell.strip() for cell in row["cells"].split("|")]
        if cells[0].startswith("text") and cells[-1].startswith("verdict"):
            heads = cells
        elif heads and not line.startswith("|---"):
            yield _read(page.stem, heads, cells)


def _read(kind: str, heads: list[str], cells: list[str]) -> Shown:
    given: dict[str, Any] = {}
    remark = _REMARK.search(cells[0])
    text = cells[0]
    if remark and remark["said"] in REMARKS:
        given, text = dict(REMARKS[remark["said"]]), text[: remark.start()]
    if "gift card" in heads[0]:
        given["consideration"] = "une carte cadeau"
    for head, cell in zip(heads, cells, strict=True):
        if head == "share" and cell[:1].isdigit():
            given["draft_share"] = float(cell)
        if head == "note" and cell:
            given["notes"] = (cell,)
    text = re.sub(r"\[(?:link|lien|page de statut)\]", LINK, text)
    return Shown(kind, text, given, cells[-1])


ROWS = [row for page in sorted(PAGES.glob("*.md")) for row in _shown(page)]


def found(row: Shown) -> list[Finding]:
    given = {"now": datetime(2026, 11, 28, tzinfo=UTC)} | row.given
    circumstances = Circumstances(organization=COMPANY, neighbours=(), **given)
    language = Language.FRENCH if _is_french(row.text) else Language.ENGLISH
    verdicts = [guard.inspect(Draft(row.text, language), circumstances) for guard in GUARDS]
    return [one for verdict in verdicts for one in verdict.findings if one.check == row.kind]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind}: {row.text[:40]}")
def test_a_page_says_what_its_check_does(row: Shown) -> None:
    findings = found(row)
    if row.verdict.startswith("pass"):
        assert not findings
        return
    assert findings
    named = re.search(r"\b(block|fix|ask|warn)\b", row.verdict)
    assert named is None or named[1] in {finding.severity.value for finding in findings}


def test_most_pages_show_texts_in_both_languages() -> None:
    shown = {(row.kind, _is_french(row.text)) for row in ROWS}
    kinds = {kind for kind, _ in shown}
    assert len(kinds) >= 20
    assert [kind for kind in kinds if len({each for each in shown if each[0] == kind}) < 2] == []


# What the charter and the service give to a check, not a clause's parameters.
_GIVEN = frozenset({"clause", "severity", "key", "encoder"})
_RANGE = re.compile(r"CH-(\d\d)\nto CH-(\d\d)|CH-(\d\d) to CH-(\d\d)")


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_a_page_tells_every_parameter_that_its_check_takes(kind: str) -> None:
    page = (PAGES / f"{kind}.md").read_text(encoding="utf-8")
    taken = set(inspect.signature(CHECKS[kind]).parameters) - _GIVEN
    assert {name for name in taken if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("path", [None, *sorted(PACKS.glob("*.yaml"))])
def test_every_rule_is_told_on_the_page_of_each_check_that_examines_it(path: Path | None) -> None:
    clauses = (load_charter(path) if path else load_charter()).charter.clauses
    for clause in clauses:
        for check in clause.checks:
            assert clause.id in _told_on(check.kind), f"{clause.id} on docs/checks/{check.kind}.md"


def test_a_page_tells_no_rule_that_its_check_does_not_examine() -> None:
    examined = {(one.kind, clause.id) for clause in CLAUSES for one in clause.checks}
    for kind in CHECKS:
        first = _told_on(kind, only_first=True)
        assert {rule for rule in first if (kind, rule) not in examined} == set(), kind


CLAUSES = [
    clause
    for file in (load_charter(), *(load_charter(one) for one in sorted(PACKS.glob("*.yaml"))))
    for clause in file.charter.clauses
]


def _told_on(kind: str, *, only_first: bool = False) -> set[str]:
    """Return the rules a page names, "CH-08 to CH-20" counted out; in its first lines only."""
    page = (PAGES / f"{kind}.md").read_text(encoding="utf-8")
    text = "\n".join(page.splitlines()[:6]) if only_first else page
    told = set(re.findall(r"[A-Z]{2,8}-\d{2}", text))
    for found in _RANGE.finditer(text):
        first, last = (int(one) for one in found.groups() if one)
        told |= {f"CH-{number:02}" for number in range(first, last + 1)}
    return told


def _is_french(text: str) -> bool:
    return _FRENCH.search(text) is not None
