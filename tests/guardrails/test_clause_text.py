"""One clause is changed in a charter's text, and every other byte stays as it was."""

import time

import pytest
import yaml

from domain.errors import CharterInvalid
from guardrails import yaml_spans
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
    lines = zip(TEXT.split("\n"), text.split("\n"), strict=True)
    assert sum(old != new for old, new in lines) == 3, "no comment and no other line is lost"


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
    with pytest.raises(CharterInvalid):
        parse_charter(clause.changed(fields(clause, **wrong)))


def test_a_clause_that_is_not_there_has_no_parts() -> None:
    assert not ClauseText(TEXT, "CH-99").parts


def test_a_long_hostile_text_is_read_in_time() -> None:
    clause = ClauseText(TEXT, "CH-05")
    started = time.process_time()
    clause.changed(fields(clause, why__fr='\\"{[#: ' * 20_000))
    assert time.process_time() - started < 10


OWN = """id: a-charter
clauses:
  - id: AB-01
    name: {fr: "n", en: "n"}  # short
    statement:
      fr: "x"
      # why we say x: legal, 2024
      en: >
        y
        z

    severity: "fix"  # agreed in May
    checks:
      # the first of two
      - kind: k  # of ours
        # and no other
    # what follows is told to everybody
    why:
      fr: "p"
      en: "q"

  # ---- Part two: environment, agreed with the union ----
  - id: AB-02
    name: {fr: "n", en: "n"}
    statement: {fr: "n", en: "n"}
    why: {fr: "n", en: "n"}
    severity: block
    checks: [{kind: k}]  # one
    examples: []
# the end
"""
EXAMPLES = "- kind: violating\n  text: |\n    hello\n\n    you"


def changed(text: str, clause_id: str = "AB-01", **changes: str) -> str:
    clause = ClauseText(text, clause_id)
    return clause.changed(fields(clause, **changes))


def clause_of(text: str, clause_id: str = "AB-01") -> dict[str, object]:
    found = {one["id"]: one for one in yaml.safe_load(text)["clauses"]}
    return dict(found[clause_id])


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ({"why__fr": "new"}, 'fr: "p"', 'fr: "new"'),
        ({"statement__fr": "new"}, 'fr: "x"', 'fr: "new"'),
        ({"statement__en": "new"}, "en: >\n        y\n        z\n", 'en: "new"\n'),
        ({"severity": "warn"}, 'severity: "fix"', 'severity: "warn"'),
        ({"name__en": "new"}, 'en: "n"}  # short', 'en: "new"}  # short'),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_change_writes_its_own_value_and_no_comment_is_lost(
    changes: dict[str, str], before: str, after: str, line_break: str
) -> None:
    text = changed(OWN.replace("\n", line_break), **changes)
    assert text == OWN.replace(before, after, 1).replace("\n", line_break)


def test_a_block_has_the_comments_farther_in_than_its_key_and_no_other() -> None:
    source = ClauseText(OWN, "AB-01").source("checks")
    assert source == "- kind: k  # of ours\n  # and no other"
    text = changed(OWN, checks="- kind: other")
    old = "- kind: k  # of ours\n        # and no other"
    assert text == OWN.replace(old, "- kind: other")


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_examples_are_added_to_a_clause_that_has_none(line_break: str) -> None:
    text = changed(OWN.replace("\n", line_break), examples=EXAMPLES)
    added = "\n      ".join(["    examples:", *EXAMPLES.split("\n")]).replace("\n      \n", "\n\n")
    old = 'en: "q"\n'
    assert text == OWN.replace(old, f"{old}{added}\n").replace("\n", line_break)
    assert ClauseText(text, "AB-01").source("examples").replace("\r", "") == EXAMPLES


def test_a_list_on_one_line_may_become_a_block() -> None:
    checks = "- kind: other\n- kind: |\n    k"
    text = changed(OWN, "AB-02", examples=EXAMPLES, checks=checks)
    assert clause_of(text, "AB-02")["checks"] == [{"kind": "other"}, {"kind": "k\n"}]
    assert "    checks: # one\n      - kind: other\n" in text
    assert text.count("#") == OWN.count("#")
    assert ClauseText(text, "AB-02").source("examples") == EXAMPLES


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\r", "\r\n"])
@pytest.mark.parametrize("loader", [yaml_spans.LOADER, yaml.SafeLoader])
def test_lines_are_counted_as_yaml_counts_them(
    sign: str, loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_spans, "LOADER", loader)
    pasted = OWN.replace('name: {fr: "n"', f'name: {{fr: "n{sign}  m"', 1)
    for head in ("", "\ufeff", "# \U0001f600\n"):
        text = changed(head + pasted, "AB-02", why__fr="new", severity="ask")
        meant = pasted.replace('why: {fr: "n"', 'why: {fr: "new"').replace(": block", ": ask")
        assert text == head + meant


@pytest.mark.parametrize("said", ["a\u2028b\x85c\td", "\ufeff\x7f\x9f\ufffe", '\U0001f600 "\\'])
def test_whatever_is_said_is_read_back(said: str) -> None:
    text = changed(OWN, why__fr=said)
    assert clause_of(text)["why"] == {"fr": said, "en": "q"}


def test_what_a_form_gives_back_otherwise_is_no_change() -> None:
    text = OWN.replace("- kind: k  #", '- kind: "k\r        l"  #')
    clause = ClauseText(text, "AB-01")
    sent = {key: one.replace("\r", "\n").strip() for key, one in fields(clause).items()}
    assert clause.changed(sent) == text


def test_a_severity_is_a_value_whichever_way_it_is_written() -> None:
    assert ClauseText(OWN, "AB-01").source("severity") == "fix"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('    why: {fr: "n", en: "n"}', "    why: *n"),
        ('    why: {fr: "n", en: "n"}', "    why: {fr: *t, en: *t}"),
        ('    why: {fr: "n", en: "n"}', "    <<: {why: *n}"),
        ("severity: block", "severity: *t"),
        ("checks: [{kind: k}]", "checks: *n"),
        ("checks: [{kind: k}]", "checks: &c [{kind: k}]"),
    ],
)
def test_a_clause_that_is_not_written_out_is_changed_in_the_whole_text_only(
    old: str, new: str
) -> None:
    text = OWN.replace('name: {fr: "n"', 'name: &n {fr: &t "n"', 1).replace(old, new, 1)
    clause = ClauseText(text, "AB-02")
    assert not clause.can_be_changed
    with pytest.raises(CharterInvalid) as refused:
        clause.changed(fields(clause, name__fr="new"))
    assert "texte entier" in refused.value.said.fr
    assert "whole text" in refused.value.said.en


def test_what_another_part_refers_to_is_not_changed_with_its_own() -> None:
    text = OWN.replace('name: {fr: "n"', 'name: &n {fr: "n"', 1)
    text = text.replace('statement: {fr: "n", en: "n"}', "statement: *n")
    with pytest.raises(CharterInvalid, match="whole text"):
        changed(text, name__fr="new")
    assert changed(text, why__fr="new") == text.replace('"p"', '"new"')


def test_a_check_taken_from_elsewhere_stays_and_is_not_changed_alone() -> None:
    text = OWN.replace("- kind: k ", "- &k {kind: k} ").replace("[{kind: k}]", "[*k]")
    assert '"new"' in changed(text, "AB-02", name__fr="new")
    with pytest.raises(CharterInvalid, match="whole text"):
        changed(text, "AB-02", checks="- *k\n- kind: other")


def test_examples_are_added_to_a_charter_written_on_one_line() -> None:
    said = '{"fr":"n","en":"n"}'
    clause = (
        f'"name":{said},"statement":{said},"why":{said},"severity":"fix","checks":[{{"kind":"k"}}]'
    )
    text = f'{{"clauses":[{{"id":"AB-01",{clause}}}]}}'
    found = clause_of(changed(text, examples="[{kind: violating}]", severity="ask"))
    assert (found["examples"], found["severity"]) == ([{"kind": "violating"}], "ask")
    with pytest.raises(CharterInvalid, match="whole text"):
        changed(text, examples="- kind: violating")


def test_long_comments_and_blocks_are_read_in_time() -> None:
    hostile = "".join(f"      # {'#  ' * 20}\n\n" for _ in range(5_000))
    text = OWN.replace("        # and no other\n", f"        # and no other\n{hostile}")
    started = time.process_time()
    assert changed(text, why__fr="new").count("#") == text.count("#")
    assert time.process_time() - started < 5


def test_a_clause_that_only_lacks_a_part_is_told_what_it_lacks() -> None:
    text = OWN.replace('    statement: {fr: "n", en: "n"}\n', "", 1)
    assert text != OWN
    clause = next(
        one for one in (ClauseText(text, each) for each in ("AB-01", "AB-02")) if one.hindrance
    )
    assert clause.hindrance == "lacking"
    with pytest.raises(CharterInvalid, match="lacks") as refused:
        clause.changed({})
    assert "&" not in refused.value.said.en + refused.value.said.fr


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeff"])
def test_a_text_without_a_document_raises_what_is_said(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        yaml_spans.spans_of(text)
