"""Pressure: nobody is made to speak, like or share; a colleague is invited or left alone.

Telling colleagues to share is pressure, inviting them is not ("if the subject speaks to you"),
and telling readers at large is something else (bait, which another check sees).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import NOTHING, Place, touches
from guardrails.denouncing import is_denounced
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.surroundings import Bounds, Surroundings
from guardrails.wordings import Wordings

_PRESSES = Objection(
    Bilingual(
        fr="Cette phrase met la pression sur des collègues : chacun publie s'il en a envie.",
        en="This sentence puts pressure on colleagues: everyone posts only if they feel like it.",
    ),
    Bilingual(
        fr="Si le sujet vous parle, racontez-le à votre façon ; sinon, aucun souci.",
        en="If the subject speaks to you, tell it your own way; if not, no worries.",
    ),
)
_OPENS = re.compile(
    r"^[\W\d_]*(?:(?:bonjour|salut|hello|hi|hey|dear|cher|chers|chere|cheres|a tous)\b[\s,]*)*$"
)
_IS_CALLED = re.compile(r"^\s*[,:!–-]")
_GREETING_WORDS = 4
_FOLLOWING = 160
_REACH = 120
# "Share the app" is work, "share the app on LinkedIn" is a post.
_ON_A_NETWORK = re.compile(
    r"\b(?:linkedin|facebook|instagram|twitter|tiktok|bluesky|reseau\w*|profil\w*|profiles?|liker?"
    r"|likez|likes?|hashtags?|mots?-dieses?|campagnes?|campaigns?|posts?|reposts?|network\w*|socials?"
    r"|promo|vos comptes|your accounts|fierte)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    """Report what orders colleagues to share, like, comment or post.

    `orders` are orders as they stand, but where they touch one of `unless` ("you must publish the
    code"), which orders something else. `audience` are words for colleagues: called upon in a
    sentence ("Collègues, …", "…, team!"), they make its `acts` (imperatives) orders too,
    unless one of the `softeners` makes them an invitation. Who denounces an order gives none.
    """

    kind: ClassVar[str] = "pressure"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    orders: Wordings
    audience: Wordings
    acts: Wordings
    softeners: Wordings
    unless: Wordings = NOTHING

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per sentence that orders."""
        around = reading.view(Surroundings)
        seen: set[Bounds] = set()
        for start, end in sorted({*self._orders(reading), *self._called(reading, around)}):
            sentence = around.sentence(start)
            if sentence in seen or around.is_denied(start) or around.is_quoted(start):
                continue
            seen.add(sentence)
            yield _PRESSES.at(reading.bare.span(start, end), by=self, reading=reading)

    def _orders(self, reading: Reading) -> Iterator[Bounds]:
        places = [Place(*found) for found in self.orders.occurrences(reading.bare)]
        if not places:
            return iter(())
        others = [Place(*found) for found in self.unless.occurrences(reading.bare)]
        around = reading.view(Surroundings)
        return (
            place
            for place in places
            if (
                not touches(place, others)
                or self._is_on_a_network(around.sentence_text(place.start))
            )
            and not _is_denounced(reading, around, place)
        )

    def _is_on_a_network(self, sentence: str) -> bool:
        """Tell whether a sentence names a network, apart from what it orders: "post the letter"."""
        at = 0
        for start, end in (*self.unless.occurrences_in(sentence), (len(sentence), 0)):
            if _ON_A_NETWORK.search(sentence, at, start):
                return True
            at = end
        return False

    def _called(self, reading: Reading, around: Surroundings) -> Iterator[Bounds]:
        bare = reading.bare.text
        called: dict[Bounds, None] = {}
        for word in self.audience.occurrences(reading.bare):
            sentence = around.sentence(word[0])
            if _is_called_upon(bare, sentence, word):
                called[_addressed(bare, sentence, around)] = None
        for start, end in called:
            if not self.softeners.occur_in(bare[start : end + _FOLLOWING]):
                acts = self.acts.occurrences_in(bare[start:end])
                yield from ((start + first, start + last) for first, last in acts)


def _is_denounced(reading: Reading, around: Surroundings, place: Place) -> bool:
    bare, (first, last) = reading.bare.text, around.sentence(place.start)
    first, last = max(first, place.start - _REACH), min(last, place.end + _REACH)
    following = bare[last : last + _REACH]
    return is_denounced(bare[place.start : place.end], bare[first:last], following)


def _is_called_upon(bare: str, sentence: Bounds, word: Bounds) -> bool:
    # No more than what stands near: a sentence may be as long as the text.
    first, last = max(sentence[0], word[0] - _REACH), min(sentence[1], word[1] + _REACH)
    before, after = bare[first : word[0]], bare[word[1] : last]
    opens = first == sentence[0] and _OPENS.match(before) is not None
    stands_apart = opens or before.rstrip().endswith(",")
    goes_on = any(map(str.isalnum, after))
    return stands_apart and (_IS_CALLED.match(after) is not None or not goes_on)


def _addressed(bare: str, sentence: Bounds, around: Surroundings) -> Bounds:
    """Return what the called ones are told: "Team!" alone leads to the next sentence."""
    start, end = sentence
    following = re.compile(r"\S").search(bare, end)
    words = bare[start : min(end, start + _REACH)].split()
    if len(words) > _GREETING_WORDS or following is None:
        return sentence
    return start, around.sentence(following.start())[1]
