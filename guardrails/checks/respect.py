"""Respect: no insult, no contempt, no hostility to a group of people, no mockery.

A lexicon sees words, not irony. It does see that an insult is denied ("nobody here is an
idiot"), condemned ("stop calling interns useless"), or said of oneself, and lets those pass;
an attack on the employer itself belongs to another clause, which never blocks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.name_calling import NameCalling, Target
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.surroundings import Bounds, Surroundings
from guardrails.unmasking import unmasked
from guardrails.wordings import Wordings

_DISRESPECT = Objection(
    Bilingual(
        fr="Ces mots blessent ou rabaissent quelqu'un : dites le fait, sans juger les personnes.",
        en="These words hurt or belittle somebody: tell the fact without judging people.",
    ),
)
_ALL_OF_THEM = re.compile(
    r"\W{0,3}(?:(?:tous|toutes|les|ces|aux?|des|all|the|those|these|any)\s+){0,3}"
)
# "Women in engineering", "les boomers du support": who exactly is belittled.
_SUCH = re.compile(
    r"(?:[ ]?\?)?(?:,?[ ]"
    r"|[ ](?:in|of|from|at|de|du|des|d'\w+|chez|a|au|aux)(?:[ ][\w'-]+){1,3},?[ ]?)"
)
_SUBJECT = re.compile(
    r"(?<!c')\b(?:sont|est|etes|es|etaient|are|is|were|'re)\s"
    r"(?:(?:tous|toutes|vraiment|tres|trop|si|tellement|completement|simplement|all|just|so|really|simply|totally|completely)\s)*$"
)
_THEM = re.compile(r"\b(?:they|them|these people|ils|elles|ces gens|leur)\b")
# "I'm a …": a word that its target took back.
_SAID_OF_ONESELF = re.compile(
    r"\b(?:je suis|j'etais|fiere?s? d'etre|i'm|i am|i was|call(?:ed|ing)? myself|proud to be)\s"
    r"(?:(?:un|une|la|le|toujours|bien|a|an|the|one|still|just|big|old|proud|vieille|vieux"
    r"|grosse?|fiere?)\s){0,3}$"
)
# "Us …": theirs, unless the sentence is about "them".
_SAID_OF_US = re.compile(
    r"(?:\b(?:nous sommes|on est|we're|we are|us|my fellow)\s"
    r"(?:(?:des|de|toujours|bien|the|all|still|just|big|old|proud|vieilles|vieux|fiere?s)\s){0,3}"
    r"|\bmoi,?\s|(?:\A|[.!?\n])\W*(?:proud|fiere?s?)(?:\sold|\svieilles?)?\s)$"
)
# "Entre …, on se tient les coudes": only beside "we".
_AMONG = re.compile(r"(?:\A|[.!?\n])\W*entre\s$")
_WE = re.compile(r"\b(?:on|nous|nos|notre)\b")
_SUBJECT_WORDS = 3
_COMPLEMENTS = frozenset("de d' du des of for with to by par pour avec chez sur aux in on".split())
_NEIGHBOURHOOD = 160
_JUST_BEFORE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Respect:
    """Report insults, contempt and hostility to groups.

    `mockery` counts wherever it stands, `slurs` unless their target took them back ("us …"),
    `insults` when somebody is called so, and those that are `epithets` ("the morons on the night
    shift") whatever is said of them, `contempt` (which things can be too) when people are,
    `hostility` and `belittling` before and behind one of the `groups`, `enmity` in one sentence
    with one of the `identities`.
    `condemnations` near by make any of them a counter-speech; so does one of `reports` beside a
    quotation that holds it: whoever tells what was shouted at them, or calls it wrong, is no
    insulter.
    """

    kind: ClassVar[str] = "respect"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    slurs: Wordings
    mockery: Wordings
    insults: Wordings
    contempt: Wordings
    hostility: Wordings
    belittling: Wordings
    groups: Wordings
    people: Wordings
    employer: Wordings
    condemnations: Wordings
    reports: Wordings = field(default_factory=Wordings)
    enmity: Wordings = field(default_factory=Wordings)
    identities: Wordings = field(default_factory=Wordings)
    epithets: Wordings = field(default_factory=Wordings)

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place, whether its letters are masked by figures or not."""
        readings = (reading, *reading.view(unmasked))
        spans = (span for one in readings for span in self._places(one, circumstances))
        for span in dict.fromkeys(spans):
            yield _DISRESPECT.at(span, by=self, reading=reading)

    def _places(self, reading: Reading, circumstances: Circumstances) -> Iterator[Span]:
        around = reading.view(Surroundings)
        calling = NameCalling(
            reading, around, circumstances.organization, self.employer, self.people, self.epithets
        )
        found = {
            *self._slurs(reading, around),
            *self.mockery.occurrences(reading.bare),
            *calling.called(self.insults, Target.PEOPLE),
            *self._contempt(reading, calling),
            *self._against_groups(reading),
            *self._enmity(reading, around),
        }
        last = -1
        for start, end in sorted(found):
            if (
                start >= last
                and not around.is_denied(start)
                and not self._is_condemned(reading.bare.text, start, end)
                and not self._is_reported(reading.bare.text, around, start)
            ):
                last = end
                yield reading.bare.span(start, end)

    def _slurs(self, reading: Reading, around: Surroundings) -> Iterator[Bounds]:
        bare = reading.bare.text
        for start, end in self.slurs.occurrences(reading.bare):
            if not _is_taken_back(bare, around, start):
                yield start, end

    def _contempt(self, reading: Reading, calling: NameCalling) -> Iterator[Bounds]:
        for start, end in self.contempt.occurrences(reading.bare):
            clause = calling.around.clause_before(start)
            if _SUBJECT.search(clause) is None or not self._speaks_of_people(clause):
                continue
            if calling.target((start, end)) is Target.PEOPLE:
                yield start, end

    def _speaks_of_people(self, clause: str) -> bool:
        """Tell whether people are what a clause begins with, not "the login of each client"."""
        start = next((start for start, _ in self.people.occurrences_in(clause)), None)
        if start is None:
            return False
        before = clause[:start].split()
        return len(before) <= _SUBJECT_WORDS and _COMPLEMENTS.isdisjoint(before)

    def _against_groups(self, reading: Reading) -> Iterator[Bounds]:
        groups = list(self.groups.occurrences(reading.bare))
        if not groups:
            return
        bare = reading.bare.text
        hostile = list(self.hostility.occurrences(reading.bare))
        behind = list(self.belittling.occurrences(reading.bare))
        for start, end in groups:
            nearest = bisect_right(hostile, start, key=itemgetter(1)) - 1
            if nearest >= 0 and _ALL_OF_THEM.fullmatch(bare, hostile[nearest][1], start):
                yield hostile[nearest][0], end
            following = bisect_left(behind, end, key=itemgetter(0))
            if following < len(behind) and _SUCH.fullmatch(bare, end, behind[following][0]):
                yield start, behind[following][1]

    def _enmity(self, reading: Reading, around: Surroundings) -> Iterator[Bounds]:
        """Yield hatred, contempt of a whole kind of people and threats, beside who they are."""
        known: dict[Bounds, bool] = {}
        for start, end in self.enmity.occurrences(reading.bare) if self.enmity.fr else ():
            sentence = around.sentence(start)
            if sentence not in known:
                known[sentence] = self._says_who(reading.bare.text, *sentence)
            if known[sentence] and not around.is_quoted(start):
                yield start, end

    def _says_who(self, bare: str, first: int, last: int) -> bool:
        """Tell whether a sentence, or for "them" the one before it, names a kind of people."""
        if _THEM.search(bare, first, last):
            first = max(0, first - _NEIGHBOURHOOD)
        return self.identities.occur_in(bare[first:last])

    def _is_condemned(self, bare: str, start: int, end: int) -> bool:
        near = bare[max(0, start - _NEIGHBOURHOOD) : end + _NEIGHBOURHOOD]
        return self.condemnations.occur_in(near)

    def _is_reported(self, bare: str, around: Surroundings, start: int) -> bool:
        if not self.reports.fr or not around.is_quoted(start):
            return False
        near = bare[max(0, start - _NEIGHBOURHOOD) : start + _NEIGHBOURHOOD]
        return self.reports.occur_in(near)


def _is_taken_back(bare: str, around: Surroundings, start: int) -> bool:
    first, sentence = max(0, start - _JUST_BEFORE), around.sentence(start)
    if _SAID_OF_ONESELF.search(bare, first, start):
        return True
    if _THEM.search(bare, *sentence):
        return False
    is_among = _AMONG.search(bare, first, start) and _WE.search(bare, *sentence)
    return bool(is_among or _SAID_OF_US.search(bare, first, start))
