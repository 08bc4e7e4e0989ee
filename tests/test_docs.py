"""What the documents say is true: links lead somewhere, commands and settings exist."""

import re
from pathlib import Path

import pytest

from api.cli.main import build
from api.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
COMMAND = re.compile(r"porte-voix ([a-z]+)(?: ([a-z]+))?")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_named_exists(document: Path) -> None:
    known = set(getattr(build(), "commands", {}))
    named = {match[1] for match in COMMAND.finditer(document.read_text(encoding="utf-8"))}
    assert named <= known


def test_the_readme_names_every_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    inner = {"demo", "max_tokens", "import_allow"}
    for name in set(Settings.model_fields) - inner:
        written = name.upper() if name.startswith("openai") else f"{PREFIX}{name.upper()}"
        assert written in readme


def test_each_kind_of_check_has_a_page() -> None:
    from guardrails.catalogue import CHECKS  # noqa: PLC0415 - only this test needs the checks

    pages = {path.stem for path in (ROOT / "docs" / "checks").glob("*.md")}
    assert set(CHECKS) <= pages


def test_the_page_on_judges_counts_the_clauses_that_need_one() -> None:
    from guardrails.charter import load_charter  # noqa: PLC0415 - only this test needs it

    judged = sum(clause.needs_judgement for clause in load_charter().charter.clauses)
    assert judged == 17
    assert "Seventeen clauses" in (ROOT / "docs" / "judges.md").read_text(encoding="utf-8")


def test_each_decision_is_listed() -> None:
    listed = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "docs" / "adr").glob("0*.md"):
        assert path.name in listed


PRIVACY = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")


def test_the_privacy_page_names_every_purpose_and_every_table_of_people() -> None:
    from domain.purposes import Purpose  # noqa: PLC0415 - only this test needs them
    from storage.declaration import owner_column  # noqa: PLC0415 - the same
    from storage.models import Base  # noqa: PLC0415 - the same

    tables = {table.name for table in Base.metadata.sorted_tables if owner_column(table)}
    assert not [name for name in tables | set(Purpose) if f"`{name}`" not in PRIVACY]


def test_every_promise_of_the_privacy_page_points_to_a_test() -> None:
    pointed = re.findall(r"`(tests/[\w/]+\.py)`", PRIVACY)
    assert len(pointed) > 10
    assert not [path for path in pointed if not (ROOT / path).exists()]


def test_the_impact_assessment_has_the_same_sections_in_both_languages() -> None:
    found = [
        re.findall(r"^(\d+)\. \*\*", (ROOT / "docs" / f"dpia.{one}.md").read_text(), re.MULTILINE)
        for one in ("fr", "en")
    ]
    assert found[0] == found[1] != []
