"""Spokesperson: nobody commits the company, confirms for it, or answers the press in its place.

Saying that one is *not* a spokesperson, or where the official answer stands, is what the
clause asks for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.patterns import compiled
from guardrails.claims import NOTHING, Place, touches
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.surroundings import Bounds, Surroundings
from guardrails.wordings import Wordings, any_name, occurrences

_SPEAKS_FOR_IT = Objection(
    Bilingual(
        fr="Cette phrase engage l'entreprise ou parle en son nom : dites-le en votre nom propre.",
        en="This sentence commits the company or speaks for it: speak for yourself.",
    ),
    Bilingual(
        fr="Je ne suis pas porte-parole : la réponse officielle est ici :",
        en="I am not a spokesperson: the official answer is here:",
    ),
)
_ON_BEHALF = (
    r"\b(?:(?:au nom|pour le compte) (?:de la |de l'|de |du |d')|(?:on|in) behalf of (?:the )?"
    r"|in the name of (?:the )?|speaking for (?:the )?|porte[ -]parole (?:de la |de l'|de |du |d')"
    r"|spokesperson (?:for|of) (?:the )?)"
)
_ASIDE = re.compile(r"[,–—-] ?(?:and |but |et |mais |ca,? )?$")
_IS_ASIDE = re.compile(r"(?:[^\W\d_]+['’ ]){1,3}[^\W\d_]+(?: you| it)? ?[,.!)–—-]")
_ITS_BEHALF = "'s behalf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spokesperson:
    """Report official commitments and statements.

    `statements` count wherever they stand, `mentions` (whom one answers, an official answer by
    name) but in a sentence with one of `redirects`, which sends whoever asks to the people who
    answer; `promises` count behind a name of the company ("X vous garantit"); speaking on behalf
    of the company by name, or by a word of `employer`, always. What touches one of `unless` (the
    team's thanks) is no statement, but in a sentence with one of `grave`; nor is one of `vows`
    ("I promise you the view is worth it") in a sentence with none of `stakes` and no name of the
    company.
    """

    kind: ClassVar[str] = "spokesperson"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    statements: Wordings
    promises: Wordings
    employer: Wordings
    mentions: Wordings = NOTHING
    redirects: Wordings = NOTHING
    unless: Wordings = NOTHING
    vows: Wordings = NOTHING
    stakes: Wordings = NOTHING
    grave: Wordings = NOTHING

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        around = reading.view(Surroundings)
        names = circumstances.organization.names
        found = {
            *self._stated(reading, around, names),
            *self._mentioned(reading, around),
            *self._promised(reading, names),
            *self._on_behalf(reading, names),
        }
        last = -1
        for start, end in sorted(found):
            if start >= last and not around.is_denied(start) and not around.is_quoted(start):
                last = end
                yield _SPEAKS_FOR_IT.at(reading.bare.span(start, end), by=self, reading=reading)

    def _stated(
        self, reading: Reading, around: Surroundings, names: tuple[str, ...]
    ) -> Iterator[Bounds]:
        places = [Place(*found) for found in self.statements.occurrences(reading.bare)]
        others = [Place(*found) for found in self.unless.occurrences(reading.bare) if places]
        vows = [Place(*found) for found in self.vows.occurrences(reading.bare) if places]
        for place in places:
            is_vow = touches(place, vows) and not self._is_at_stake(around, place, names)
            if not is_vow and not self._is_thanks(around, place, others):
                yield place

    def _is_thanks(self, around: Surroundings, place: Place, others: list[Place]) -> bool:
        """Tell whether a statement is the team's thanks, and nothing more is said beside them."""
        is_thanks = touches(place, others)
        return is_thanks and not self.grave.occur_in(around.sentence_text(place.start))

    def _is_at_stake(self, around: Surroundings, place: Place, names: tuple[str, ...]) -> bool:
        """Tell whether the sentence of a vow speaks of the company or what it owes to others.

        What a vow set between commas is said of stands before it: "not faster, I promise you, I
        work there".
        """
        sentence, first = around.sentence_text(place.start), around.sentence(place.start)[0]
        before, behind = sentence[: place.start - first], sentence[place.start - first :]
        if _ASIDE.search(before) and _IS_ASIDE.match(behind):
            return self.stakes.occur_in(before)
        return self.stakes.occur_in(sentence) or any_name(names).search(sentence) is not None

    def _mentioned(self, reading: Reading, around: Surroundings) -> Iterator[Bounds]:
        for start, end in self.mentions.occurrences(reading.bare):
            first, last = around.sentence(start)
            if not self.redirects.occur_in(reading.bare.text[first:last]):
                yield start, end

    def _promised(self, reading: Reading, names: tuple[str, ...]) -> Iterator[Bounds]:
        promises = dict(self.promises.occurrences(reading.bare))
        if promises:
            for start, end in occurrences(any_name(names), reading.bare.text):
                if end + 1 in promises:
                    yield start, promises[end + 1]

    def _on_behalf(self, reading: Reading, names: tuple[str, ...]) -> Iterator[Bounds]:
        bare = reading.bare
        yield from occurrences(any_name(names, behind=_ON_BEHALF), bare.text)
        for start, end in occurrences(any_name(names, behind=r"\b(?:on|in) "), bare.text):
            if bare.text.startswith(_ITS_BEHALF, end):
                yield start, end + len(_ITS_BEHALF)
        employer = dict(self.employer.occurrences(bare))
        if employer:
            for start, end in occurrences(compiled(_ON_BEHALF), bare.text):
                if end in employer:
                    yield start, employer[end]
