"""Where a text speaks of the company: its names, products, clients, addresses, or "our company".

A company's name counts in any case and inside hashtags. A product or a client is often called
by a common word (Flow, Orange), so it counts only as it is written: with its capital.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from domain.organization import Organization
from domain.review import Span
from guardrails.checks.patterns import Matcher, compiled
from guardrails.reading import Reading, fold_term
from guardrails.wordings import Wordings, either, literal, occurrences

# "Des Veilleurs" for "Les Veilleurs": an article of a name gives way to others.
_ARTICLE = re.compile(r"(?:les?|la|the) ")
_INSTEAD = "(?:des|aux|du|au|ces|nos|vos|ses|our|these|your|of|in|for|play|playing|new|nouveaux)"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place; `is_named` when a name stands there, not just "our company"."""

    span: Span
    is_named: bool


def company_mentions(
    reading: Reading, organization: Organization, subjects: Wordings
) -> tuple[Mention, ...]:
    """Return each place of a text that speaks of the company, in order.

    `subjects` are the phrases that speak of it without a name.
    """
    named = {Mention(span, is_named=True) for span in _named(reading, organization)}
    bare = reading.bare
    nameless = {
        Mention(bare.span(start, end), is_named=False) for start, end in subjects.occurrences(bare)
    }
    return tuple(sorted(named | nameless, key=lambda mention: mention.span.start))


def _named(reading: Reading, organization: Organization) -> Iterator[Span]:
    bare = reading.bare
    company = (*organization.names, *organization.domains)
    for start, end in occurrences(_any_case(company), bare.text):
        yield bare.span(start, end)
    clients = (*organization.clients_allowed, *organization.clients_not_allowed)
    others = (*organization.products, *clients)
    for start, end in occurrences(_as_written(others), bare.text):
        span = bare.span(start, end)
        if _has_its_capital(reading.slice(span), others):
            yield span


def _has_its_capital(piece: str, names: tuple[str, ...]) -> bool:
    if any(letter.isupper() for letter in piece):
        return True
    folded = fold_term(piece)
    return any(fold_term(name) == folded and name == name.lower() for name in names)


@lru_cache(maxsize=256)
def _any_case(names: tuple[str, ...]) -> Matcher:
    known = [name for name in names if fold_term(name)]
    tags = (re.escape(re.sub(r"[\W_]+", "", fold_term(name))) for name in known)
    in_tag = rf"[#@]\w*{either(tag for tag in tags if tag)}\w*"
    return compiled(either((*map(literal, known), in_tag)))


@lru_cache(maxsize=256)
def _as_written(names: tuple[str, ...]) -> Matcher:
    known = [name for name in names if fold_term(name)]
    bare = (_ARTICLE.sub("", fold_term(name)) for name in known if _ARTICLE.match(fold_term(name)))
    inflected = (rf"{_INSTEAD} {literal(name)}" for name in bare if name)
    return compiled(either((*map(literal, known), *inflected)))
