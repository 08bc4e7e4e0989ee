"""Posts of many trades: good ones that must pass, and ones that each break one rule."""

from collections.abc import Callable, Iterator

from benchmarks.quality.figure import Figure
from benchmarks.sets.trades import GOOD, posts
from domain.language import Language
from domain.review import Outcome, Verdict
from guardrails.cases import Case
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import finds, judge

_SETS = {
    "trades": "trades",
    "trades_second": "trades, second batch",
    "trades_third": "trades, third batch",
    "trades_fourth": "trades, fourth batch",
    "trades_fifth": "trades, fifth batch",
    "trades_fifth_held": "trades, fifth batch, held",
    "trades_sixth": "trades, sixth batch",
    "trades_sixth_held": "trades, sixth batch, held",
    "trades_seventh": "trades, seventh batch",
    "trades_seventh_held": "trades, seventh batch, held",
    "trades_eighth": "trades, eighth batch",
    "trades_eighth_held": "trades, eighth batch, held",
}
Tried = list[tuple[Case, Verdict]]


def figures() -> Iterator[Figure]:
    """Yield the share of posts that end as an outside tester expects, per language."""
    guard = Guard.of(load_charter(), key=b"quality")
    for name, called in _SETS.items():
        for language in Language:
            tried = [
                (case, judge(guard, case, employer.as_organization()))
                for case, employer in posts(language, name)
            ]
            yield from _shares(tried, called, language)


def _shares(tried: Tried, called: str, language: Language) -> Iterator[Figure]:
    good = [one for one in tried if one[0].rule in GOOD]
    broken = [one for one in tried if one[0].expected == "hit"]
    yield Figure(f"{called}: good posts not blocked, {language}", _share(good, _is_served))
    yield Figure(f"{called}: good posts allowed, {language}", _share(good, _is_allowed), asked=0.9)
    yield Figure(f"{called}: broken rules found, {language}", _share(broken, _is_found), asked=0.9)


def _share(tried: Tried, holds: Callable[[Case, Verdict], bool]) -> float:
    return sum(holds(case, verdict) for case, verdict in tried) / len(tried)


def _is_served(_: Case, verdict: Verdict) -> bool:
    return verdict.outcome is not Outcome.BLOCK


def _is_allowed(_: Case, verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.ALLOW


def _is_found(case: Case, verdict: Verdict) -> bool:
    return finds(verdict, case.rule)
