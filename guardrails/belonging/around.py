"""What stands around a company's names in a text as classes of words, made out once for all."""

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.organization import Organization
from guardrails.belonging.classes import Bounds, Classed, classed
from guardrails.belonging.namings import namings, product_namings
from guardrails.reading import Reading, fold_term

_LONGEST = 4_000  # characters of a text that are read this way, from where it names the company
_NEAR = 400
_FIRST_PERSON = re.compile(r"\b(?:i|my|me|we|our|us|je|j'|moi|mon|ma|mes|m'|nous|notre|nos)\b")


@dataclass(frozen=True, slots=True)
class Around:
    """Where the bare text names the company, and the words from before the first to the last."""

    names: Bounds
    read: Classed


def around(reading: Reading, organization: Organization) -> Around | None:
    """Return what stands around the names of a company, None where a text has none of them."""
    return reading.view(_Known).of(organization)


def around_products(reading: Reading, organization: Organization) -> Around | None:
    """Return what stands around the products of a company that a text in the first person names.

    None where it names none, or nobody speaks in it: a product is often spoken of by strangers.
    """
    if not organization.products or _FIRST_PERSON.search(reading.bare.text) is None:
        return None
    return _made(reading, organization, product_namings(reading, organization))


class _Known:
    """What was made out of one reading, by the company it was asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by: dict[tuple[tuple[str, ...], tuple[str, ...]], Around | None] = {}

    def of(self, organization: Organization) -> Around | None:
        key = organization.names, organization.products
        if key not in self._by:
            self._by[key] = _made(self._reading, organization, namings(self._reading, organization))
        return self._by[key]


def _made(reading: Reading, organization: Organization, names: Bounds) -> Around | None:
    if not names:
        return None
    start, end = max(0, names[0][0] - _NEAR), max(names[-1][1], names[0][1] + _NEAR) + _NEAR
    end = min(len(reading.bare.text), end, start + _LONGEST)
    return Around(names, classed(reading, start, end, names, _words_of(organization.products)))


@lru_cache(maxsize=256)
def _words_of(products: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in products for word in fold_term(name).split())
