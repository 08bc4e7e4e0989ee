"""The ten rules on who speaks and how, run through a guard on their own examples."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest
import yaml

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Outcome
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import Tried, run_examples
from tests.guardrails.shipped import circumstances

SPEECH = (
    "CH-01", "CH-02", "CH-03", "CH-04", "CH-05", "CH-07", "CH-15", "CH-17", "CH-18", "CH-19",
)  # fmt: skip
CRITICISM = yaml.safe_load(
    (Path(__file__).parent / "legitimate_criticism.yaml").read_text(encoding="utf-8")
)


@lru_cache(maxsize=1)
def guard() -> Guard:
    return Guard.of(load_charter(), key=b"a test's key")


@lru_cache(maxsize=1)
def tried() -> tuple[Tried, ...]:
    return tuple(one for one in run_examples(guard()) if one.clause in SPEECH)


def test_every_example_gets_the_verdict_it_stands_for() -> None:
    wrong = [(one.clause, one.number, one.example.text) for one in tried() if not one.is_right]
    assert wrong == []


def test_a_violating_example_breaks_its_own_rule_alone() -> None:
    broken = {
        (one.clause, one.number): {f.rule for f in one.verdict.findings} - {one.clause}
        for one in tried()
        if one.example.kind == "violating"
    }
    assert {place: others for place, others in broken.items() if others} == {}


def test_every_rule_has_its_examples_in_both_languages() -> None:
    kinds: dict[tuple[str, Language], list[str]] = defaultdict(list)
    for one in tried():
        kinds[one.clause, one.example.language].append(one.example.kind)
    assert len(kinds) == 2 * len(SPEECH)
    for found in kinds.values():
        assert len(found) >= 6
        assert found.count("violating") >= 2
        assert found.count("near_miss") >= 2
        assert found.count("compliant") >= 1


def test_every_example_has_a_twin_in_the_other_language_with_its_verdict() -> None:
    twins: dict[str | None, list[Tried]] = defaultdict(list)
    for one in tried():
        twins[one.example.translates].append(one)
    assert None not in twins
    for pair in twins.values():
        assert [one.example.language for one in pair] == [Language.FRENCH, Language.ENGLISH]
        assert len({(one.clause, one.example.kind, one.verdict.outcome) for one in pair}) == 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("pair", CRITICISM)
def test_a_measured_criticism_of_the_employer_is_never_stopped(
    pair: dict[str, str], language: Language
) -> None:
    verdict = guard().inspect(Draft(pair[language], language), circumstances())
    assert verdict.outcome is not Outcome.BLOCK
    assert not {"CH-15", "CH-17", "CH-18", "CH-19"} & {one.rule for one in verdict.findings}


def test_there_are_enough_criticisms_to_mean_something() -> None:
    assert len({pair["fr"] for pair in CRITICISM}) >= 30
    assert len({pair["en"] for pair in CRITICISM}) >= 30


def test_a_degraded_rule_says_so() -> None:
    verdict = guard().inspect(Draft("Bonjour.", Language.FRENCH), _quiet())
    assert {"CH-03", "CH-04", "CH-05", "CH-07", "CH-15", "CH-17", "CH-18", "CH-19"} <= {
        *verdict.degraded
    }
    assert not {"CH-01", "CH-02"} & {*verdict.degraded}


def _quiet() -> Circumstances:
    return circumstances()
