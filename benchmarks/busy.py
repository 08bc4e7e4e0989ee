"""A busy company's guard: the default charter, with terms and patterns of the company's own."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from random import Random

from api.charter_in_force import preparing
from api.organization import load_organization
from api.personas import FOLDER
from domain.organization import Organization
from domain.review import Circumstances
from guardrails.charter import CharterFile, CheckSpec, load_charter
from guardrails.checks.learned import Learned
from guardrails.guard import Guard
from recommender.encoders import encoder_once

TERMS, PATTERNS = 500, 200


def guard(*, with_scorers: bool) -> Guard:
    """Return the busy company's guard, as it is in force or without what was learned."""
    whole = Guard.of(_busy_charter(), key=b"benchmark", encoder=encoder_once())
    _prepare(whole)
    if with_scorers:
        return whole
    bare = Guard.of(_busy_charter(), key=b"benchmark")
    clauses = tuple(
        replace(one, rules=tuple(rule for rule in one.rules if not isinstance(rule, Learned)))
        for one in bare.clauses
    )
    _prepare(bare)
    return replace(bare, clauses=clauses)


def _prepare(one: Guard) -> None:
    """Do what a server does within seconds of its start: compile its lists, and so on."""
    for _ in preparing(one, circumstances().organization):
        pass


def _busy_charter() -> CharterFile:
    """Return the default charter with a company's own patterns in a clause of their own."""
    shipped = load_charter()
    patterns = tuple(_pattern(word) for word in _invented(PATTERNS, seed=2))
    spec = CheckSpec(kind="patterns", parameters={"patterns": patterns})
    last = shipped.charter.clauses[-1]
    own = last.model_copy(update={"id": "CH-99", "checks": (spec,), "examples": ()})
    clauses = (*shipped.charter.clauses, own)
    charter = shipped.charter.model_copy(update={"clauses": clauses})
    return shipped.model_copy(update={"charter": charter})


def _pattern(word: str) -> str:
    return rf"\b{word}(?:s|es)?[ -]\d{{2,4}}\b|\bprojet[ -]{word}\w*"


@cache
def circumstances() -> Circumstances:
    """Return what stands around a draft in this company, and neither source nor colleagues."""
    demo = load_organization(FOLDER / "organization.yaml")
    terms = tuple(name.capitalize() for name in _invented(TERMS, seed=1))
    return Circumstances(now=datetime.now(UTC), organization=_busy(demo, terms))


def _busy(demo: Organization, terms: tuple[str, ...]) -> Organization:
    return replace(demo, confidential_terms=(*demo.confidential_terms, *terms))


def _invented(count: int, *, seed: int) -> list[str]:
    """Return so many words that no text holds."""
    chance = Random(seed)  # noqa: S311 - a repeatable choice
    syllables = ("ka", "ro", "mi", "zu", "te", "lon", "var", "dis", "pel", "qui", "gor", "nax")
    return ["".join(chance.choices(syllables, k=4)) for _ in range(count)]
