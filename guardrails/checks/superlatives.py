"""Superlatives: no "leader", "number one" or "guaranteed" without the proof beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.terms import own_names
from guardrails.claims import Claims
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.wordings import Wordings

_UNPROVEN = Objection(
    Bilingual(
        fr="Cette affirmation n'a pas de preuve dans le texte.",
        en="This claim has no proof in the text.",
    ),
    Bilingual(
        fr="Citez la preuve (classement, étude, lien), ou dites ce que c'est et ce que ça fait.",
        en="Cite the proof (ranking, study, link), or say what it is and what it does.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Superlatives:
    """Report each unproven claim to be the first, the best, the only one, or certain.

    A link or a named source in the same sentence or the next one is its proof. `praise` is
    said of many things: it counts only in a sentence with the company's name, a product's, or
    one of `ours`. `unless` are phrases with another meaning ("team leader").
    """

    kind: ClassVar[str] = "superlatives"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    superlatives: Wordings
    praise: Wordings
    ours: Wordings
    unless: Wordings

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        claims = reading.view(Claims)
        names = own_names(circumstances.organization)
        places = set(claims.made(self.superlatives, unless=self.unless))
        for place in claims.made(self.praise, unless=self.unless):
            sentence = claims.words(claims.around(place))
            if names.search(sentence) or self.ours.occur_in(sentence):
                places.add(place)
        last = 0
        for place in sorted(places):
            if place.start >= last and not claims.is_proven(place):
                last = place.end
                yield _UNPROVEN.at(claims.span(place), by=self, reading=reading)
