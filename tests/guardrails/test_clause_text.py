"""One clause is changed in a charter's text, and every other byte stays as it was."""

import time

import pytest

from domain.errors import CharterInvalid
from guardrails.charter import DEFAULT_CHARTER, parse_charter
from guardrails.clause_text import SAID, ClauseText, clause_ids

TEXT = DEFAULT_CHARTER.read_text(encoding="utf-8")
IDS = clause_ids(TEXT)


def fields(clause: ClauseText, **changes: str) -> dict[str, str]:
    said = {f"{key}.{one}": text for key in SAID for one, text in clause.said(key).items()}
    kept = {key: clause.source(key) for key in ("severity", "checks", "examples")}
    return said | kept | {name.replace("__", "."): text for name, text in changes.items()}


@pytest.mark.parametrize("clause_id", IDS)
def test_what_is_not_changed_stays_to_the_byte(clause_id: str) -> None:
    clause = ClauseText(TEXT, clause_id)
    assert clause.changed(fields(clause)) == TEXT


@pytest.mark.parametrize("clause_id", [IDS[0], IDS[1], IDS[-1]])
@pytest.mark.parametrize("key", ["checks", "examples"])
def test_a_block_that_is_taken_out_and_put_back_changes_no_byte(clause_id: str, key: str) -> None:
    clause = ClauseText(TEXT, clause_id)
    with_remark = clause.changed(fields(clause, **{key: f"{clause.source(key)}\n# mine"}))
    assert with_remark.count("# mine") == 1
    assert "\n".join(one for one in with_remark.split("\n") if one.strip() != "# mine") == TEXT
    assert parse_charter(with_remark).charter == parse_charter(TEXT).charter


def test_what_is_said_is_changed_in_its_clause_alone() -> None:
    clause = ClauseText(TEXT, "CH-02")
    said = 'Dites : "je suis payé" # toujours'
    text = clause.changed(fields(clause, statement__fr=said, severity="warn", name__en="Paid: {x}"))
    before, after = parse_charter(TEXT).charter, parse_charter(text).charter
    changed = after.clause("CH-02")
    assert changed is not None
    assert (changed.statement.fr, changed.severity, changed.name.en) == (said, "warn", "Paid: {x}")
    assert [one for one in after.clauses if one.id != "CH-02"] == [
        one for one in before.clauses if one.id != "CH-02"
    ]
    kept = set(TEXT.split("\n")) - set(text.split("\n"))
    assert len(kept) < 6, "no comment and no other line is lost"


@pytest.mark.parametrize(
    "wrong",
    [
        {"checks": "- {kind: terms"},
        {"checks": ""},
        {"examples": '- "'},
        {"severity": "fix\n    id: CH-99"},
        {"severity": "fix\n  - id: CH-99"},
        {"severity": '"'},
        {"severity": "fix #"},
    ],
)
def test_nothing_reaches_beyond_its_own_part(wrong: dict[str, str]) -> None:
    clause = ClauseText(TEXT, "CH-05")
    try:
        text = clause.changed(fields(clause, **wrong))
    except CharterInvalid:
        return
    before, after = parse_charter(TEXT).charter, parse_charter(text).charter
    assert [one.id for one in after.clauses] == [one.id for one in before.clauses]


def test_a_clause_that_is_not_there_has_no_parts() -> None:
    assert not ClauseText(TEXT, "CH-99").parts


def test_a_long_hostile_text_is_read_in_time() -> None:
    clause = ClauseText(TEXT, "CH-05")
    started = time.process_time()
    clause.changed(fields(clause, why__fr='\\"{[#: ' * 20_000))
    assert time.process_time() - started < 10
