"""The examples of the clauses on the company and its claims, run under the charter in force."""

from collections import Counter
from functools import lru_cache
from itertools import groupby

import pytest
import yaml

from domain.language import Language
from guardrails.cases import Example
from guardrails.charter import DEFAULT_CHARTER, CharterFile, load_charter, parse_charter
from guardrails.guard import Guard
from guardrails.regression import Tried, run_examples
from tests.guardrails.shipped import COMPANY, clauses

CLAUSES = [f"CH-{number:02d}" for number in (8, 9, 10, 11, 12, 14, 16, 20, 22, 23, 24, 25, 27)]
JUDGED = {"CH-10", "CH-11", "CH-14", "CH-16", "CH-23", "CH-24", "CH-25"}


@lru_cache(maxsize=1)
def tried() -> tuple[Tried, ...]:
    return tuple(one for one in run_examples(guard()) if one.clause in CLAUSES)


def guard() -> Guard:
    return Guard.of(load_charter() if DEFAULT_CHARTER.exists() else _parts(), key=b"a test's key")


def _parts() -> CharterFile:
    shipped = [clause.model_dump(mode="json") for clause in clauses().values()]
    title = {"fr": "Les parties", "en": "The parts"}
    whole = {"id": "parts", "version": "0", "title": title, "company": COMPANY, "clauses": shipped}
    return parse_charter(yaml.safe_dump(whole, allow_unicode=True))


@pytest.mark.parametrize("clause_id", CLAUSES)
def test_every_example_gets_its_verdict(clause_id: str) -> None:
    wrong = [
        (one.example.language, one.example.text, one.verdict.findings)
        for one in tried()
        if one.clause == clause_id and not one.is_right
    ]
    assert wrong == []


@pytest.mark.parametrize("clause_id", CLAUSES)
def test_a_violating_example_breaks_its_own_clause_only(clause_id: str) -> None:
    others = [
        (one.example.text, finding.rule)
        for one in tried()
        if one.clause == clause_id and one.example.kind == "violating"
        for finding in one.verdict.findings
        if finding.rule != clause_id and finding.severity != "warn"
    ]
    assert others == []


@pytest.mark.parametrize("clause_id", CLAUSES)
def test_there_are_examples_enough_in_each_language(clause_id: str) -> None:
    for language in Language:
        kinds = Counter(
            example.kind
            for example in clauses()[clause_id].examples
            if example.language is language
        )
        assert kinds["violating"] >= 2
        assert kinds["near_miss"] >= 2
        assert kinds["compliant"] >= 1
        assert kinds.total() >= 6


@pytest.mark.parametrize("clause_id", CLAUSES)
def test_every_example_has_its_twin_in_the_other_language(clause_id: str) -> None:
    def name(example: Example) -> str:
        return example.translates or ""

    examples = sorted(clauses()[clause_id].examples, key=name)
    for twin, pair in groupby(examples, key=name):
        both = list(pair)
        assert twin
        assert {example.language for example in both} == set(Language)
        assert len({example.kind for example in both}) == 1


def test_clauses_where_meaning_matters_say_so() -> None:
    assert {one for one in CLAUSES if clauses()[one].needs_judgement} == JUDGED
