from collections import Counter
from datetime import UTC, datetime

import pytest

from domain.drafts import Draft
from domain.errors import CharterInvalid
from domain.language import Language
from domain.organization import Organization
from domain.review import Circumstances, Outcome, Source
from guardrails.charter import (
    DEFAULT_CHARTER,
    PACKS,
    left_unexamined,
    load_charter,
    parse_charter,
)
from guardrails.guard import Guard
from guardrails.regression import run_examples

NAMES = sorted(path.name.removesuffix(".fr-en.yaml") for path in PACKS.iterdir())


def with_packs(*names: str) -> str:
    return f"packs: [{', '.join(names)}]\n{DEFAULT_CHARTER.read_text(encoding='utf-8')}"


def test_there_are_the_four_packs() -> None:
    assert NAMES == ["finance", "green-claims", "listed-company", "pharma"]


def test_every_example_holds_beside_the_default_charter() -> None:
    guard = Guard.of(parse_charter(with_packs(*NAMES)), key=b"packs")
    tried = [one for one in run_examples(guard) if not one.clause.startswith("CH-")]
    assert [one.example.text for one in tried if not one.is_right] == []
    counts = Counter((one.clause, one.example.language, one.example.kind) for one in tried)
    for clause, language in {(clause, language) for clause, language, _ in counts}:
        of_it = {kind: counts[clause, language, kind] for kind in ("violating", "near_miss")}
        assert of_it["violating"] >= 3
        assert of_it["near_miss"] >= 2
        assert sum(of_it.values()) >= 6


def test_a_pack_changes_the_digest_and_is_not_taken_in_twice() -> None:
    plain, once = load_charter(), parse_charter(with_packs("finance"))
    assert once.ref.digest not in {plain.ref.digest, parse_charter(with_packs("pharma")).ref.digest}
    twice = parse_charter(with_packs("finance", "finance"))
    assert len(twice.charter.clauses) == len(once.charter.clauses) == len(plain.charter.clauses) + 1


def test_a_pack_there_is_not_is_refused() -> None:
    with pytest.raises(CharterInvalid, match="packs"):
        parse_charter(with_packs("banking"))


_OF_ONE_RULE = """\
id: of-one-rule
version: '1'
title: {fr: Une seule règle, en: One rule}
company: {name: Halvine}
clauses:
- id: PRO-01
  name: {fr: Fidélité, en: Faithful}
  statement: {fr: Je dis ce qui est publié., en: I tell what was published.}
  why: {fr: La loi., en: The law.}
  severity: block
  checks: [{kind: grounding}]
"""


def test_what_a_charter_leaves_unexamined_is_named_whole() -> None:
    left = [one.id for one in left_unexamined(parse_charter(_OF_ONE_RULE).charter)]
    assert left == [one.id for one in load_charter().charter.clauses if one.id != "CH-21"]
    assert left_unexamined(load_charter().charter) == ()


def test_the_default_pack_keeps_every_rule_that_a_charter_does_not_examine_itself() -> None:
    file = parse_charter(f"packs: [default]\n{_OF_ONE_RULE}")
    ids = [one.id for one in file.charter.clauses]
    assert ids == ["PRO-01", *(f"CH-{one:02}" for one in range(1, 29) if one != 21)]
    assert left_unexamined(file.charter) == ()
    invented = Draft("Halvine a réparé 99 999 batteries, j’y étais, j’ai pleuré.", Language.FRENCH)
    circumstances = Circumstances(
        now=datetime(2026, 11, 30, tzinfo=UTC),
        organization=Organization(name="Halvine"),
        source=Source("Halvine a réparé 312 batteries."),
    )
    verdict = Guard.of(file, key=b"packs").inspect(invented, circumstances)
    assert {"PRO-01", "CH-01", "CH-05"} <= {one.rule for one in verdict.findings}
    assert verdict.outcome is Outcome.BLOCK


def test_the_rules_taken_in_hold_a_stricter_charter_to_none_of_their_own_posts() -> None:
    stricter = _OF_ONE_RULE.replace("kind: grounding", "kind: terms, parameters: {terms: [le]}")
    guard = Guard.of(parse_charter(f"packs: [default]\n{stricter}"), key=b"packs")
    assert list(run_examples(guard)) == []
