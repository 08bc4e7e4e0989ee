"""Green claims: no general one; a figure, what it covers, and a public proof.

Directive (EU) 2024/825: "green" and "eco-friendly" need a proof beside them, and a neutrality
bought with offsets is no claim at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.terms import own_names
from guardrails.claims import Claims, Place
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.wordings import Wordings

_GENERAL = Objection(
    Bilingual(
        fr="Allégation environnementale générale : il manque le chiffre, le périmètre, la preuve.",
        en="A general environmental claim: the figure, the scope and the proof are missing.",
    ),
    Bilingual(
        fr="Dites quoi, combien, sur quel périmètre, et citez la preuve publique.",
        en="Say what, how much, within what scope, and cite the public proof.",
    ),
)
_FIGURE = re.compile(r"\d")
_GOES_ON = re.compile(r"(?:ils?|elles?|le tout|tous|toutes|it|they|all)(?!\w)|c'est|it's")


@dataclass(frozen=True, slots=True, kw_only=True)
class GreenClaims:
    """Report each general green claim about the company or what it makes.

    `subjects` are what a claim may be about beside the company's names and products;
    `offsets` the words of a compensation, which no proof redeems; `unless` are topics and
    turns of phrase that claim nothing ("green light").
    """

    kind: ClassVar[str] = "green_claims"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    claims: Wordings
    subjects: Wordings
    offsets: Wordings
    unless: Wordings

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per claim."""
        claims = reading.view(Claims)
        names = own_names(circumstances.organization)
        for place in claims.made(self.claims, unless=self.unless):
            subject = claims.words(_with_its_subject(claims, place))
            is_about_us = names.search(subject) is not None or self.subjects.occur_in(subject)
            if is_about_us and not self._is_exact(claims, place):
                yield _GENERAL.at(claims.span(place), by=self, reading=reading)

    def _is_exact(self, claims: Claims, place: Place) -> bool:
        sentence = claims.words(claims.around(place))
        has_figure = _FIGURE.search(sentence) is not None
        return has_figure and claims.is_proven(place) and not self.offsets.occur_in(sentence)


def _with_its_subject(claims: Claims, place: Place) -> Place:
    """Return the sentence of a claim, with the one before it if a pronoun points there."""
    sentence = claims.around(place)
    goes_on = _GOES_ON.match(claims.words(sentence)) is not None
    return claims.around(place, before=1) if goes_on else sentence
