"""The five rules on what a post repeats, reveals and looks like, on their own examples."""

from collections import Counter, defaultdict
from functools import lru_cache

import pytest

from domain.language import Language
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import Tried, run_examples

FACTS = ("CH-06", "CH-13", "CH-21", "CH-26", "CH-28")


@lru_cache(maxsize=1)
def tried() -> tuple[Tried, ...]:
    guard = Guard.of(load_charter(), key=b"a test's key")
    return tuple(one for one in run_examples(guard) if one.clause in FACTS)


def test_every_example_gets_the_verdict_it_stands_for() -> None:
    wrong = [
        (one.example.translates, one.example.language, [f.message.en for f in one.verdict.findings])
        for one in tried()
        if not one.is_right
    ]
    assert wrong == []


def test_a_violating_example_breaks_its_own_rule_alone() -> None:
    others = {
        one.example.translates: {finding.rule for finding in one.verdict.findings} - {one.clause}
        for one in tried()
        if one.example.kind == "violating"
    }
    assert {name: rules for name, rules in others.items() if rules} == {}


@pytest.mark.parametrize("clause", FACTS)
@pytest.mark.parametrize("language", list(Language))
def test_every_rule_has_its_examples_in_both_languages(clause: str, language: Language) -> None:
    kinds = Counter(
        one.example.kind
        for one in tried()
        if (one.clause, one.example.language) == (clause, language)
    )
    assert kinds.total() >= 6
    assert min(kinds["violating"], kinds["near_miss"]) >= 2
    assert kinds["compliant"] >= 1


def test_every_example_has_a_twin_in_the_other_language_with_its_verdict() -> None:
    twins: dict[str | None, list[Tried]] = defaultdict(list)
    for one in tried():
        twins[one.example.translates].append(one)
    assert None not in twins
    for pair in twins.values():
        assert [one.example.language for one in pair] == [Language.FRENCH, Language.ENGLISH]
        assert len({(one.clause, one.example.kind, one.verdict.outcome) for one in pair}) == 1
