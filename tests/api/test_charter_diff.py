"""`porte-voix charter diff` on what companies do: raise a version, take in a pack."""

import json
from pathlib import Path
from typing import Any

import pytest

from api.cli.main import run
from guardrails.charter import DEFAULT_CHARTER, PACKS, load_charter

TEXT = DEFAULT_CHARTER.read_text(encoding="utf-8")
FINANCE = load_charter(PACKS / "finance.fr-en.yaml").charter.clauses[0]


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def flips(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert run(["charter", "diff", str(old), str(new), "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["flips"]
    return found


def test_a_rule_made_stricter_flips_its_own_examples_in_both_languages(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, clause = TEXT.replace('version: "1.0"', 'version: "1.1"').split("  - id: CH-22\n")
    stricter = clause.replace("    severity: fix\n", "    severity: block\n", 1)
    new = written(folder / "new.yaml", f"{head}  - id: CH-22\n{stricter}")
    found = flips(DEFAULT_CHARTER, new, capsys)
    assert {(one["clause"], one["before"], one["after"]) for one in found} == {
        ("CH-22", "revise", "block")
    }
    said = {one["text"] for one in found}
    unproven = load_charter().charter.clause("CH-22")
    assert unproven is not None
    violating = [one for one in unproven.examples if one.kind == "violating"]
    assert said == {one.text for one in violating}
    assert len({one.language for one in violating}) == 2


def test_a_pack_taken_in_flips_what_it_forbids_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = written(folder / "new.yaml", f"packs: [finance]\n{TEXT}")
    found = flips(DEFAULT_CHARTER, new, capsys)
    forbidden = {one.text for one in FINANCE.examples if one.kind == "violating"}
    assert found
    assert {one["clause"] for one in found} == {FINANCE.id}
    assert {one["text"] for one in found} <= forbidden
    assert {one["after"] for one in found} == {FINANCE.severity.value}


@pytest.mark.usefixtures("folder")
def test_a_pack_alone_is_told_for_what_it_no_longer_stops(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = flips(DEFAULT_CHARTER, PACKS / "finance.fr-en.yaml", capsys)
    default = load_charter().charter
    insults = default.clause("CH-15")
    assert insults is not None
    stopped = {one.text for one in insults.examples if one.kind == "violating"}
    passed = {one["text"] for one in found if one["after"] == "allow"}
    assert stopped <= passed
    compliant = {
        one.text for each in default.clauses for one in each.examples if one.kind != "violating"
    }
    assert not compliant & {one["text"] for one in found}


def test_one_charter_beside_itself_flips_nothing_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = written(folder / "same.yaml", f"# read again\n{TEXT}")
    assert run(["charter", "diff", str(DEFAULT_CHARTER), str(same)]) == 0
    assert "no example changes its verdict" in capsys.readouterr().out


def test_a_code_name_added_flips_the_texts_that_tell_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    telling = "{kind: violating, language: fr, text: Je travaille chez Ardemont. Zorglub avance.}"
    head, clause = TEXT.split("  - id: CH-08\n")
    asked = clause.replace("    examples:\n", f"    examples:\n      - {telling}\n", 1)
    lacking = f"{head}  - id: CH-08\n{asked}"
    naming = lacking.replace("confidential_terms: [", "confidential_terms: [Zorglub, ", 1)
    old, new = (written(folder / f"{len(text)}.yaml", text) for text in (lacking, naming))
    found = [(one["clause"], one["before"], one["after"]) for one in flips(old, new, capsys)]
    back = [(one["clause"], one["before"], one["after"]) for one in flips(new, old, capsys)]
    assert set(found) == {("CH-08", "allow", "block")}
    assert set(back) == {("CH-08", "block", "allow")}
