"""The suites that come with the charter: its examples, their translations, and criticism."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml

from benchmarks.quality.figure import Figure
from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Outcome
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import Tried, run_examples

_CRITICISM = Path(__file__).parents[2] / "tests" / "guardrails" / "legitimate_criticism.yaml"


def figures() -> Iterator[Figure]:
    """Yield the shares judged rightly, judged alike in both languages, and not silenced."""
    guard = Guard.of(load_charter(), key=b"quality")
    tried = list(run_examples(guard))
    for language in Language:
        own = [one for one in tried if one.example.language == language]
        right = sum(one.is_right for one in own) / len(own)
        yield Figure(f"charter examples judged rightly, {language}", right, asked=1.0)
    yield Figure("translated examples with one verdict", _alike(tried), asked=1.0)
    yield from _criticism(guard)


def _alike(tried: list[Tried]) -> float:
    """Return the share of translated pairs with one outcome from one set of rules."""
    pairs = defaultdict[tuple[str, str], list[tuple[Outcome, frozenset[str]]]](list)
    for one in tried:
        if one.example.translates:
            rules = frozenset(found.rule for found in one.verdict.findings)
            pairs[one.clause, one.example.translates].append((one.verdict.outcome, rules))
    return sum(len(set(verdicts)) == 1 for verdicts in pairs.values()) / len(pairs)


def _criticism(guard: Guard) -> Iterator[Figure]:
    company = guard.charter.charter.company.as_organization()
    circumstances = Circumstances(now=datetime.now(UTC), organization=company)
    pairs = yaml.safe_load(_CRITICISM.read_text(encoding="utf-8"))
    for language in Language:
        outcomes = [
            guard.inspect(Draft(pair[language], language), circumstances).outcome for pair in pairs
        ]
        passed = sum(outcome is not Outcome.BLOCK for outcome in outcomes) / len(outcomes)
        yield Figure(f"legitimate criticism not silenced, {language}", passed, asked=1.0)
