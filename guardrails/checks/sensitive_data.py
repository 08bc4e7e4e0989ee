"""Sensitive data: nothing on anybody's health, religion, opinions, union, origin, private life.

What ties a state to somebody counts ("sa chimio", "she is pregnant"), not a subject that
concerns everybody ("the return after a long absence"). What authors say of themselves is
theirs to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.terms import any_of
from guardrails.claims import Claims, Place
from guardrails.lexicon import is_given_name
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term
from guardrails.wordings import Wordings

_PERSONAL = Objection(
    Bilingual(
        fr="Ce passage révèle la santé, les convictions ou la vie privée de quelqu'un.",
        en="This passage reveals somebody's health, beliefs or private life.",
    ),
    Bilingual(
        fr="Retirez-le ; parlez du dispositif, pas de la personne.",
        en="Remove it; speak of the arrangement, not of the person.",
    ),
)
_REACH_WORDS = 8
_CAUSE_WORDS = 5
_AFTER_WORDS = 2
_NEAR_AFTER = 3
_LETTERS = 12  # of a long word
_WORD = re.compile(r"\S+")
# Where something else begins: "a Muslim and she is a friend" says no more of her than "a Muslim".
_TURNS = re.compile(r"[,;:]|\b(?:and|et|but|mais|who|qui|he|she|il|elle)\b")
_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w-]+")
_OWN = re.compile(
    r"(?<!\w)(?:(?:my|mon|ma|mes|i|i'm|i've|je|moi),?\s|j')(?:\w+\s){0,2}$"
    r"|(?<!\w)(?:being|etant|en tant que|as an?)\s$"
)
_ONESELF = re.compile(r"(?<!\w)(?:i|i've|i'm|i was|je|j'ai|j'avais)\s+(?:\w+\s)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveData:
    """Report each place that tells a sensitive fact of somebody in particular.

    `states` tie the fact to a person by themselves, unless the sentence speaks of `anyone` and
    of nobody in particular. `subjects` count only a few words after one of `people`, and not
    as a cause (one of `causes` beside it: "the day against …", "… prevention"); one of `people`
    may also follow within three words. A sentence that says how people are to be treated, whoever
    they are, or that somebody told it themselves in public (`general`), reveals nothing.
    """

    kind: ClassVar[str] = "sensitive_data"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    states: Wordings
    subjects: Wordings
    people: Wordings
    anyone: Wordings
    causes: Wordings
    general: Wordings = field(default_factory=Wordings)

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        claims = reading.view(Claims)
        directory = circumstances.organization.directory
        for place in self._told(reading, claims, directory):
            yield _PERSONAL.at(claims.span(place), by=self, reading=reading)

    def _told(
        self, reading: Reading, claims: Claims, directory: tuple[str, ...]
    ) -> Iterator[Place]:
        for place in claims.places(self.states):
            sentence = claims.around(place)
            if _is_about_oneself(claims, place) or self._is_general(claims, place):
                continue
            if self._names_somebody(
                reading, claims, sentence, directory
            ) or not self.anyone.occur_in(claims.words(sentence)):
                yield place
        for place in claims.places(self.subjects):
            before = _words_before(claims, place)
            if self._is_cause(claims, before, place) or _is_ones_own(claims, before):
                continue
            if self._is_general(claims, place):
                continue
            near = Place(before.start, _end_of_words_after(claims, place))
            if self.people.occur_in(claims.words(near)) or self._names_somebody(
                reading, claims, before, directory
            ):
                yield place

    def _is_general(self, claims: Claims, place: Place) -> bool:
        return bool(self.general.fr) and self.general.occur_in(claims.words(claims.around(place)))

    def _names_somebody(
        self, reading: Reading, claims: Claims, place: Place, directory: tuple[str, ...]
    ) -> bool:
        words = claims.words(place)
        if self.people.occur_in(words) or any_of(directory).search(words):
            return True
        if place.start == place.end:
            return False
        capitalised = _CAPITALISED.findall(reading.slice(claims.span(place)))
        return any(is_given_name(fold_term(word)) for word in capitalised)

    def _is_cause(self, claims: Claims, before: Place, place: Place) -> bool:
        end = min(claims.around(place).end, place.end + _AFTER_WORDS * _LETTERS)
        after = claims.words(Place(place.end, end)).split()[:_AFTER_WORDS]
        nearest = claims.words(before).split()[-_CAUSE_WORDS:]
        return self.causes.occur_in(" ".join((*nearest, *after)))


def _is_about_oneself(claims: Claims, place: Place) -> bool:
    return _ONESELF.search(claims.words(Place(max(0, place.start - 20), place.start))) is not None


def _is_ones_own(claims: Claims, before: Place) -> bool:
    return _OWN.search(claims.words(before)) is not None


def _end_of_words_after(claims: Claims, place: Place) -> int:
    """Return where the few words end that may still say who is meant: "our blind tuner"."""
    end = min(claims.around(place).end, place.end + _NEAR_AFTER * _LETTERS)
    same = _TURNS.split(claims.words(Place(place.end, end)))[0]
    after = list(_WORD.finditer(same))[:_NEAR_AFTER]
    return place.end + after[-1].end() if after else place.end


def _words_before(claims: Claims, place: Place) -> Place:
    """Return the last words of the same sentence before a place."""
    start = max(claims.around(place).start, place.start - _REACH_WORDS * _LETTERS)
    found = [match.start() for match in _WORD.finditer(claims.words(Place(start, place.start)))]
    return Place(start + (found[-_REACH_WORDS:] or [0])[0], place.start)
