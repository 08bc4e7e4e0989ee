"""Neutrality: no political or religious stand in the company's name.

What counts is who takes the stand. "We all support the list", "X supports the candidate" are
the company's voice; "I will vote for" is a citizen's own, which is only warned of; going to a
public meeting, or telling what a law says, is no stand at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Repair, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import NOTHING
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.surroundings import Bounds, Surroundings
from guardrails.wordings import Wordings, any_name, occurrences

_COMPANY_STAND = Objection(
    Bilingual(
        fr="Une prise de position politique ou religieuse n'engage que vous, jamais l'entreprise.",
        en="A political or religious stand is yours alone, never the company's.",
    ),
)
_OWN_STAND = Objection(
    Bilingual(
        fr="C'est votre opinion de citoyen : on peut la prêter à l'entreprise.",
        en="This is your own opinion as a citizen: a reader may take it for the company's.",
    ),
    Bilingual(
        fr="À titre personnel, et sans engager mon employeur :",
        en="Speaking for myself, and not for my employer:",
    ),
    Repair.ADD,
)
_OPENING_WORDS = 2
_OWN_VOICE = re.compile(r"\b(?:je|j'|moi|a titre personnel|i|i'm|i'll|personally|myself)\b")
# "Ardemont, where I work, supports": the company does.
_ASIDE = re.compile(
    r"\b(?:ou j(?:e |')|where i(?: |'m |'ve )|for (?:which|whom) i )[^,;:.!?]{1,40}"
)
_OUR_VOICE = re.compile(r"\b(?:nous|notre|nos|we|we're|our)\b")
# "On" is "we" in French, and in English the day somebody votes.
_OUR_FRENCH_VOICE = re.compile(r"\b(?:nous|on|notre|nos|we|we're|our)\b")

_VOTE = re.compile(r"\bvot")
_VOTED_FOR = re.compile(r"[^,;:.!?\n()]{1,80}")
# Those of a party, for an office or by a name are candidates whatever else is voted for.
_CANDIDATES = re.compile(
    r"\b(?:candidate?s?|ballots?|votes?)\b(?! (?:aux?|a la|a l'|de|du|des|for|of|in|from)\b)"
)


class Voice(StrEnum):
    """In whose name a stand is taken."""

    COMPANY = "company"
    OWN = "own"
    SOMEBODY_ELSE = "somebody else"


@dataclass(frozen=True, slots=True, kw_only=True)
class Neutrality:
    """Report a stand of the company on a cause; one of the author's own is a warning.

    `stances` are words that take a stand, `causes` what it is political or religious to take a
    stand on, in the same sentence; `stands` do both at once. `employer` are words for the
    company beside its names. `pastimes` are what colleagues vote for among themselves: its
    candidates stand for no office.
    """

    kind: ClassVar[str] = "neutrality"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    stances: Wordings
    causes: Wordings
    stands: Wordings
    employer: Wordings
    pastimes: Wordings = NOTHING

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield at most one finding per sentence."""
        around = reading.view(Surroundings)
        seen: set[Bounds] = set()
        for start, end in sorted({*self._on_causes(reading, around), *self._stands(reading)}):
            sentence = around.sentence(start)
            is_said = not (around.is_denied(start) or around.is_quoted(start))
            if sentence in seen or not is_said or around.is_in_address(start):
                continue
            seen.add(sentence)
            names = circumstances.organization.names
            voice = self._voice(reading.bare.text[sentence[0] : end], names, reading.language)
            opening = reading.bare.text[sentence[0] : start].split()
            if voice is Voice.SOMEBODY_ELSE and len(opening) <= _OPENING_WORDS:
                # A slogan ("No to …!") says behind it who shouts it, or is the author's.
                rest = reading.bare.text[end : sentence[1]]
                after = self._voice(rest, names, reading.language)
                voice = Voice.OWN if after is Voice.SOMEBODY_ELSE else after
            match voice:
                case Voice.COMPANY:
                    yield _COMPANY_STAND.at(reading.bare.span(start, end), by=self, reading=reading)
                case Voice.OWN:
                    yield _OWN_STAND.at(
                        reading.bare.span(start, end),
                        by=self,
                        reading=reading,
                        severity=Severity.WARN,
                    )
                case Voice.SOMEBODY_ELSE:
                    pass

    def _stands(self, reading: Reading) -> Iterator[Bounds]:
        return self.stands.occurrences(reading.bare)

    def _on_causes(self, reading: Reading, around: Surroundings) -> Iterator[Bounds]:
        for start, end in self.stances.occurrences(reading.bare):
            sentence = around.sentence(start)
            # A stand is taken on what follows: "the law that we support" is found by `stands`.
            if self._is_cause(reading.bare.text[start:end], reading.bare.text[end : sentence[1]]):
                yield start, end

    def _is_cause(self, stance: str, behind: str) -> bool:
        elected = _VOTED_FOR.match(behind) if _VOTE.search(stance) else None
        if elected is not None and self.pastimes.occur_in(elected[0]):
            behind = _CANDIDATES.sub(" ", behind)
        return self.causes.occur_in(behind)

    def _voice(self, before: str, names: tuple[str, ...], language: Language) -> Voice:
        voices = _OUR_FRENCH_VOICE if language is Language.FRENCH else _OUR_VOICE
        said_aside = _ASIDE.sub(lambda aside: " " * len(aside[0]), before)
        own = max((match.start() for match in _OWN_VOICE.finditer(said_aside)), default=-1)
        ours = max((match.start() for match in voices.finditer(before)), default=-1)
        named = max((start for start, _ in occurrences(any_name(names), before)), default=-1)
        said = max((start for start, _ in self.employer.occurrences_in(before)), default=-1)
        company = max(ours, named, said)
        if company < 0 and own < 0:
            return Voice.SOMEBODY_ELSE
        return Voice.COMPANY if company > own else Voice.OWN
