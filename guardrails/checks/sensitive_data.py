"""Sensitive data: nothing on anybody's health, religion, opinions, union, origin, private life.

What ties a state to somebody counts ("sa chimio", "she is pregnant"), not a subject that
concerns everybody ("the return after a long absence"). What authors say of themselves is
theirs to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from domain.drafts import Draft
from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.published import Publications, Published
from guardrails.checks.somebody import Names, is_close_to_one
from guardrails.checks.subject_matter import Matter, opens_on_somebody
from guardrails.checks.unnamed import PRONOUN, Unnamed
from guardrails.claims import Claims, Place, touches
from guardrails.objections import Objection
from guardrails.reading import Reading
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
_REACH_WORDS = 14
_NEAR_AFTER = 8
_LETTERS = 12  # of a long word
_WORD = re.compile(r"\S+")
# Where something else begins: "a Muslim and she is a friend" says no more of her than "a Muslim".
_TURNS = re.compile(r"[,;:]|\b(?:and|et|but|mais|who|qui|he|she|il|elle)\b")
# "My first chemo", not "my boss has …".
_OWN = re.compile(
    r"(?<!\w)(?:my|mon|ma|mes),?\s(?:\w+\s)?$"
    r"|(?<!\w)(?:(?:i|i'm|i've|je|moi),?\s|j')(?:\w+\s){0,2}$"
    r"|(?<!\w)(?:being|etant|en tant que|as an?)\s$"
)
# "Our accountant" is somebody, "an employee" may be anybody.
_PARTICULAR = re.compile(r"(?:my|our|one of our|this|that|mon|ma|notre|une? de nos|cet?|cette)\b")
# "…, a colleague has": what stands before says nothing of them any more.
_BEGINS_AGAIN = re.compile(r"(?:[,;:]|\b(?:and|et|but|mais))\s(?:an?|une?|one|the|l[ea])\s")
_POSSESSED = re.compile(r"\b(?:his|her|sa|son|ses)\s(?:\w+\s)?$")
_POSSESSIVE = 4  # letters: "his ", when the phrase itself begins with it
_JUST_SAID = 160
_JUST_BEHIND = 16  # letters: "came out as a lesbian"
_ONESELF = re.compile(r"(?<!\w)(?:i|i've|i'm|i was|je|j'ai|j'avais)\s+(?:\w+\s)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveData:
    """Report each place that tells a sensitive fact of somebody in particular.

    `states` tie the fact to a person by themselves, unless the sentence speaks of `anyone` and
    of nobody in particular. `subjects` count only a few words behind somebody (one of `people`,
    who may follow too, a given name, a job of ours; behind "his" and "her" anybody in the
    sentence or the one before it), and not as a cause (one of `causes` beside it: "the day
    against …", "… prevention") nor as what somebody works on (one of `works` in the clause
    before it: "designed the …").
    What is said of how people are to be treated, whoever they are (`general`, before it), reveals
    nothing while nobody in particular is meant; nor does what somebody told in public (`told`),
    who is no colleague and not called by a first name alone; nor what the source tells too of
    somebody whom it names in full and who is no colleague; nor what is said of somebody `unnamed`
    ("a friend"), or of a bare pronoun that is one of `identities`, in a text that names nobody
    and stays away from the `workplace`; nor what is one of the `idioms` ("a stroke of luck").
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
    works: Wordings = field(default_factory=Wordings)
    general: Wordings = field(default_factory=Wordings)
    told: Wordings = field(default_factory=Wordings)
    unnamed: Wordings = field(default_factory=Wordings)
    identities: Wordings = field(default_factory=Wordings)
    workplace: Wordings = field(default_factory=Wordings)
    idioms: Wordings = field(default_factory=Wordings)

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        claims = reading.view(Claims)
        text = Names.of(reading, circumstances.organization)
        nobody = Unnamed(self.unnamed, self.identities, self.people, self.workplace)
        published = Publications(circumstances, lambda: self._published(reading, circumstances))
        for place in self._told(text, nobody, circumstances):
            if nobody.is_meant(reading, claims, place, circumstances):
                continue
            if not published.tell(reading, claims, place):
                yield _PERSONAL.at(claims.span(place), by=self, reading=reading)

    def _published(self, reading: Reading, circumstances: Circumstances) -> Published:
        """Return what the source tells, found as it is in a draft, read once for all places."""
        source = circumstances.source
        draft = Draft(source.text if source else "", reading.language)
        text = Names.of(Reading(draft, reading.possible_in), circumstances.organization)
        places = [one for one in self._all_told(text) if text.claims.is_meant(one)]
        matters = text.claims.places(self.subjects)
        return Published.of(text, places, matters, self._means_a_colleague)

    def _means_a_colleague(self, words: str) -> bool:
        people = (words[start:end] for start, end in self.people.occurrences_in(words))
        return any(not PRONOUN.match(one) for one in people) or self.workplace.occur_in(words)

    def _told(self, text: Names, nobody: Unnamed, circumstances: Circumstances) -> Iterator[Place]:
        """Yield what is told; an identity or a quotation in a text that means nobody is not."""
        claims = text.claims

        def is_loose(place: Place) -> bool:
            told = Place(place.start, min(claims.around(place).end, place.end + _JUST_BEHIND))
            near = claims.around(place) if claims.is_quoted(place) else told
            is_such = self.identities.occur_in(claims.words(near))
            return is_such and nobody.stands_nowhere(text.reading, circumstances)

        for place, is_state in self._found(text):
            is_close = is_state and is_close_to_one(claims.words(claims.around(place)))
            if is_close or not is_loose(place):
                yield place

    def _all_told(self, text: Names) -> Iterator[Place]:
        return (place for place, _ in self._found(text))

    def _found(self, text: Names) -> Iterator[tuple[Place, bool]]:
        """Yield each place once, with whether it is a state: a subject within one says no more."""
        idioms = list(text.claims.places(self.idioms))
        states = [one for one in text.claims.places(self.states) if not touches(one, idioms)]
        states = [one for one in states if self._is_told(text, one)]
        yield from ((place, True) for place in states)
        for place in text.claims.places(self.subjects):
            is_other = touches(place, states) or touches(place, idioms)
            if not is_other and self._is_somebodys(text, place):
                yield place, False

    def _is_told(self, text: Names, place: Place) -> bool:
        """Tell whether a state is told of somebody else, and not of anyone whoever it is."""
        sentence = text.claims.around(place)
        if _is_about_oneself(text.claims, place) or self._is_let_go(text, place):
            return False
        is_of_anyone = self.anyone.occur_in(text.claims.words(sentence))
        return not is_of_anyone or self._names_somebody(text, sentence)

    def _is_somebodys(self, text: Names, place: Place) -> bool:
        """Tell whether a subject is told of somebody who stands near it."""
        claims = text.claims
        before = _words_before(claims, place)
        if opens_on_somebody(text, self.people, place):
            return True
        if Matter(self.causes, self.works).is_that_of(claims, before, place):
            return False
        if self._is_let_go(text, place) or self._is_ones_own(text, place):
            return False
        said = claims.words(before) + claims.words(place)[:_POSSESSIVE]
        is_theirs = _POSSESSED.search(said) is not None
        start = claims.around(place, before=1).start if is_theirs else before.start
        near = Place(start, _end_of_words_after(claims, place))
        return self.people.occur_in(claims.words(near)) or self._names_somebody(
            text, Place(start, place.start)
        )

    def _is_let_go(self, text: Names, place: Place) -> bool:
        claims = text.claims
        sentence = claims.around(place)
        if self._is_general(claims, place):
            near = Place(sentence.start, _end_of_words_after(claims, place))
            named = any(_PARTICULAR.match(one) for one in self._people_in(claims, near))
            return not named and not text.stand_in(sentence)
        if not self.told.occur_in(claims.words(sentence)):
            return False
        whole = _with_what_was_just_said(claims, sentence)
        if any(not PRONOUN.match(one) for one in self._people_in(claims, whole)):
            return False
        return not text.stand_in(whole, alone=True)

    def _is_general(self, claims: Claims, place: Place) -> bool:
        before = claims.words(Place(claims.around(place).start, place.start))
        ends = [end for _, end in self.general.occurrences_in(before)]
        return bool(ends) and _BEGINS_AGAIN.search(before, ends[-1]) is None

    def _is_ones_own(self, text: Names, place: Place) -> bool:
        claims = text.claims
        before = _words_before(claims, place)
        own = _OWN.search(claims.words(before))
        if own is None:
            return False
        start = before.start + own.start()
        if text.stand_in(Place(start, place.start)):
            return False
        said = claims.words(Place(start, _end_of_words_after(claims, place)))
        somebody = next(self.people.occurrences_in(said), None)
        return somebody is None or somebody[0] >= place.start - start

    def _people_in(self, claims: Claims, place: Place) -> Iterator[str]:
        words = claims.words(place)
        return (words[start:end] for start, end in self.people.occurrences_in(words))

    def _names_somebody(self, text: Names, place: Place) -> bool:
        return self.people.occur_in(text.claims.words(place)) or text.stand_in(place)


def _is_about_oneself(claims: Claims, place: Place) -> bool:
    return _ONESELF.search(claims.words(Place(max(0, place.start - 20), place.start))) is not None


def _with_what_was_just_said(claims: Claims, sentence: Place) -> Place:
    """Return a sentence that begins with "she" with what stands before it."""
    if PRONOUN.match(claims.words(sentence).lstrip()) is None:
        return sentence
    return Place(max(0, sentence.start - _JUST_SAID), sentence.end)


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
