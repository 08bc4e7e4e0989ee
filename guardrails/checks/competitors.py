"""Competitors: nobody runs one down; a comparison is exact and sourced.

A competitor named is a remark to the author. It weighs more when the sentence, or one that
goes on about them, disparages them, or ranks them below without figure and source.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import ClassVar, Self

from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.terms import any_of
from guardrails.claims import Claims, Place
from guardrails.naming import is_written_as_name, named
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.wordings import Wordings

_DISPARAGED = Objection(
    Bilingual(
        fr="Ce passage rabaisse un concurrent.",
        en="This passage runs a competitor down.",
    ),
    Bilingual(
        fr="Dites ce que fait votre produit, ou comparez avec un chiffre et sa source.",
        en="Say what your product does, or compare with a figure and its source.",
    ),
)
_NAMED = Objection(
    Bilingual(
        fr="Un concurrent est nommé : la comparaison est-elle exacte, sourcée, loyale ?",
        en="A competitor is named: is the comparison exact, sourced, fair?",
    )
)
_NOWHERE = Place(-1, -1)
_FIGURE = re.compile(r"\d")
_GOES_ON = re.compile(
    r"(?:mais |et |or |puis |and |but |so )?"
    r"(?:ils?|elles?|leurs?|ce (?:concurrent|produit|logiciel)|cette (?:boite|entreprise)"
    r"|cet outil|c'est|quel(?:le)?s?|they|their|it|its|that|this|what)(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Competitors:
    """Report each competitor disparaged with the clause's severity, each other named as a warning.

    `lesser` ranks the one named before it below ("slower"), `greater` the one named after it
    ("better than"): with a figure and a source both are fair. In quotes, disparagement passes
    only if one of `distance` says that the author does not share it.
    """

    kind: ClassVar[str] = "competitors"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    disparagement: Wordings
    lesser: Wordings
    greater: Wordings
    distance: Wordings

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per disparaging place, and one per competitor named otherwise."""
        spans = _named(reading, circumstances.organization)
        if not spans:
            return
        claims = reading.view(Claims)
        names = _Names.of(claims, spans, circumstances.organization, reading.bare.text)
        against = dict.fromkeys(self._against(claims, names))
        for place in against:
            yield _DISPARAGED.at(claims.span(place), by=self, reading=reading)
        if not against:
            for span in spans.values():
                yield _NAMED.at(span[0], by=self, reading=reading, severity=Severity.WARN)

    def _against(self, claims: Claims, names: "_Names") -> Iterator[Place]:
        for place in claims.places(self.disparagement):
            if names.is_about_rival(claims, place) and not self._is_disowned(claims, place):
                yield place
        for place in claims.places(self.lesser):
            if names.is_about_rival(claims, place) and not self._is_fair(claims, place):
                yield place
        for place in claims.places(self.greater):
            if names.leads_to_rival(claims, place) and not self._is_fair(claims, place):
                yield place

    def _is_disowned(self, claims: Claims, place: Place) -> bool:
        if not claims.is_quoted(place):
            return not claims.is_meant(place)
        return self.distance.occur_in(claims.words(claims.around(place, before=1, after=1)))

    def _is_fair(self, claims: Claims, place: Place) -> bool:
        has_figure = _FIGURE.search(claims.words(claims.around(place))) is not None
        is_sourced = has_figure and claims.is_proven(place)
        return is_sourced or self._is_disowned(claims, place)


@dataclass(frozen=True, slots=True)
class _Names:
    """Where competitors, and where the company and its products, are named, in order."""

    rivals: tuple[Place, ...]
    ours: tuple[Place, ...]

    @classmethod
    def of(
        cls,
        claims: Claims,
        spans: Mapping[str, Sequence[Span]],
        organization: Organization,
        text: str,
    ) -> Self:
        rivals = sorted(claims.place(span) for found in spans.values() for span in found)
        ours = any_of(organization.names + organization.products).finditer(text)
        return cls(tuple(rivals), tuple(Place(*match.span()) for match in ours))

    def is_about_rival(self, claims: Claims, place: Place) -> bool:
        """Tell whether a competitor is the last one named before a place, or else the first after.

        A sentence that names nobody goes on about the one before it if it begins with "they".
        """
        sentence = claims.around(place)
        if _first(self.rivals, sentence) == _NOWHERE and _GOES_ON.match(claims.words(sentence)):
            sentence = Place(claims.around(place, before=1).start, place.start)
        before = Place(sentence.start, place.start)
        rival, ours = _last(self.rivals, before), _last(self.ours, before)
        if rival == ours == _NOWHERE:
            return _first(self.rivals, sentence) != _NOWHERE
        return rival > ours

    def leads_to_rival(self, claims: Claims, place: Place) -> bool:
        """Tell whether a competitor is the first one named from a place on, in its sentence."""
        ahead = Place(place.start, claims.around(place).end)
        rival, ours = _first(self.rivals, ahead), _first(self.ours, ahead)
        return rival != _NOWHERE and (ours == _NOWHERE or rival < ours)


def _first(places: Sequence[Place], within: Place) -> Place:
    index = bisect_left(places, within.start, key=itemgetter(0))
    is_there = index < len(places) and places[index].start < within.end
    return places[index] if is_there else _NOWHERE


def _last(places: Sequence[Place], within: Place) -> Place:
    index = bisect_left(places, within.end, key=itemgetter(0)) - 1
    return places[index] if index >= 0 and places[index].start >= within.start else _NOWHERE


def _named(reading: Reading, organization: Organization) -> dict[str, list[Span]]:
    names = tuple(name for one in organization.competitors for name in one.names)
    found: dict[str, list[Span]] = {}
    for name, span in named(reading, names):
        if is_written_as_name(reading, name, span):
            found.setdefault(name, []).append(span)
    return found
