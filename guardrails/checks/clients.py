"""Clients: nobody names a client or a partner who has not agreed to it.

Names the company has not cleared are found however they are written, also by their one
distinctive word ("chez Delmas"). A name that "our client" introduces, or calls so behind it, and
that no list knows is asked about too. Of clients whom a text lets one guess, only those are found
that it says it keeps back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Source, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import NOTHING, Claims, Place
from guardrails.lexicon import is_known
from guardrails.naming import is_written_as_name, named
from guardrails.objections import Objection
from guardrails.reading import Reading, bare_text, fold_term
from guardrails.wordings import Wordings

_REPAIR = Bilingual(
    fr="Parlez du métier sans le nom (« un logisticien »), ou attendez l'accord.",
    en="Speak of the trade without the name (“a logistics firm”), or wait for the agreement.",
)
_CALLED = (
    r"((?:[A-ZÀ-ÖØ-Þ][\w&'’.\-]*\w)(?:[ \u00a0](?:(?:de|du|des|&|et|of|and) )?"
    r"[A-ZÀ-ÖØ-Þ][\w&'’.\-]*\w){0,3})"
)
_NAME = re.compile(rf"[ \u00a0:,]{{1,3}}(?:(?:l'|l’|the |la |le |les |and |et )\s?)?{_CALLED}")
# "Back from Vasseur Plastiques, our newest customer", "X is one of our clients"; a client director
# and a customer base are none, and of a client who does something the name stands elsewhere.
_APPOSED = re.compile(
    rf"(?<![\w&'’.-]){_CALLED}(?: ?[,(–—] ?| is | was | est | était | devient )"
    r"(?:(?:our|my|notre|mon) (?:[\w-]+ ){0,2}(?:customer|client|cliente)"
    r"|(?:one of (?:our|my)|(?:l['’])?une? de (?:nos|mes)) (?:[\w-]+ ){0,2}"
    r"(?:customers|clients|clientes))"
    r"(?=\s*(?:$|[^\w\s'’-])|\s(?:since|for|in|at|who|whose|from|depuis|en|dans|à|qui|dont|de"
    r"|et|and|historique|fidèle)\b)"
)
# What opens a sentence with a capital before a name, and where something is.
_OPENS = re.compile(
    r"(?:(?:In|At|From|With|By|To|For|Near|Thanks to|Chez|Avec|Pour|Dans|Par|Près de|Merci à"
    r"|Hier chez|Hier à) (?=[A-ZÀ-Þ])|(\w+) (?:de|du|des|of|et|and) )"
)
_WHERE = re.compile(r"(?:^|\W)(?:in|à|en|near|près de)[ \u00a0]$", re.IGNORECASE)
_SHORTEST = 5
_FARTHEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Clients:
    """Report each client or partner who is named without being on the list of those cleared.

    `contact` is the role to ask. `introductions` are the phrases a client's name follows;
    `generic` the words of a company's name that do not distinguish it; `guesses` are turns of
    phrase that keep a client's name back and let it be guessed.
    """

    kind: ClassVar[str] = "clients"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    contact: Bilingual
    introductions: Wordings
    generic: tuple[str, ...]
    guesses: Wordings = NOTHING

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        organization = circumstances.organization
        spans = dict.fromkeys(self._not_cleared(reading, organization))
        spans |= dict.fromkeys(self._unknown(reading, organization, circumstances.source))
        last = 0
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            if span.start >= last:
                last = span.end
                yield self._objection(reading.slice(span)).at(span, by=self, reading=reading)
        claims = reading.view(Claims)
        for place in claims.made(self.guesses, in_addresses=True):
            yield self._guessed().at(claims.span(place), by=self, reading=reading)

    def _not_cleared(self, reading: Reading, organization: Organization) -> Iterator[Span]:
        for name, span in named(reading, organization.clients_not_allowed):
            if is_written_as_name(reading, name, span):
                yield span
        cleared = (*organization.clients_allowed, *organization.directory, *organization.names)
        words = _distinctive(organization.clients_not_allowed, self.generic, cleared)
        for _, span in named(reading, words):
            if reading.text[span.start].isupper():
                yield span

    def _unknown(
        self, reading: Reading, organization: Organization, source: Source | None
    ) -> Iterator[Span]:
        claims = reading.view(Claims)
        known = _known(organization)
        published = ""
        after = (_name_after(reading, claims, one) for one in claims.places(self.introductions))
        before = (_name_before(reading.text, match) for match in _APPOSED.finditer(reading.text))
        for span in (*after, *before):
            name = fold_term(reading.slice(span)) if span else ""
            if span is None or _is_one_of(name, known) or all(map(is_known, name.split())):
                continue
            published = published or (bare_text(source.text) if source else " ")
            if name not in published:
                yield span

    def _objection(self, name: str) -> Objection:
        message = Bilingual(
            fr=f"« {name} » est-il d'accord pour être nommé ? À demander : {self.contact.fr}.",
            en=f"Has “{name}” agreed to be named? Ask: {self.contact.en}.",
        )
        return Objection(message, _REPAIR)

    def _guessed(self) -> Objection:
        message = Bilingual(
            fr=f"Ce client se laisse deviner : est-il d'accord ? À demander : {self.contact.fr}.",
            en=f"This client can be guessed: do they agree? Ask: {self.contact.en}.",
        )
        return Objection(message, _REPAIR)


def _name_after(reading: Reading, claims: Claims, place: Place) -> Span | None:
    match = _NAME.match(reading.text, claims.span(place).end)
    return Span(*match.span(1)) if match else None


def _name_before(text: str, match: re.Match[str]) -> Span | None:
    """Return where the name stands, without what only opens its sentence; None of a place."""
    start, end = match.span(1)
    opening = _OPENS.match(text, start, end)
    if opening and (opening[1] is None or is_known(fold_term(opening[1]))):
        start = opening.end()
    return None if _WHERE.search(text[:start][-_FARTHEST:]) else Span(start, end)


def _is_one_of(name: str, known: tuple[str, ...]) -> bool:
    return any(name.startswith(one) or one.startswith(name) for one in known)


@lru_cache(maxsize=64)
def _known(organization: Organization) -> tuple[str, ...]:
    rivals = tuple(name for one in organization.competitors for name in one.names)
    names = (*organization.names, *organization.products, *organization.clients_allowed, *rivals)
    return tuple(fold_term(name) for name in (*names, *organization.directory))


@lru_cache(maxsize=64)
def _distinctive(
    names: tuple[str, ...], generic: tuple[str, ...], cleared: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the words that stand for a whole name: the only one of it that is not generic."""
    dull = {fold_term(word) for word in generic}
    taken = {word for name in cleared for word in fold_term(name).split()}
    words = []
    for name in names:
        own = [word for word in name.split() if fold_term(word) not in dull]
        if len(own) == 1 and len(own[0]) >= _SHORTEST and fold_term(own[0]) not in taken:
            words += own
    return tuple(words)
