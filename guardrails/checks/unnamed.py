"""Whether a text means nobody whom a reader could find: a friend, a woman once met, a bare "he".

What is told of such a one is told of no identifiable person (GDPR, article 4): as long as the
whole text names nobody, and places nobody in the company.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.review import Circumstances, Span
from guardrails.claims import NOTHING, Claims, Place
from guardrails.lexicon import is_given_name, is_known
from guardrails.reading import Reading, fold_term
from guardrails.wordings import Wordings

PRONOUN = re.compile(r"(?:he|she|they|il|elle|ils|elles)\b")
_CAPITALISED = re.compile(r"(?<![\w@])[A-ZÀ-ÖØ-Þ][\w-]+")
_CLAUSE = re.compile(r"[,;:.!?]|\b(?:and|et|but|mais)\b")
# "He is a proud …", "I wish she were …", "C'est une femme …": a clause up to what is told.
_BARE_SUBJECT = re.compile(
    r"\s*(?:(?:[\w']+\s){0,5}(?:that|think|thinks|wish|know|whether|if|being a|que|si)\s)?"
    r"(?:qu')?(?:he|she|they|il|elle|ils|elles|c'est|ce sont)\b(?:'s|'re)?(?:\s[\w']+){0,5}\s*$"
)
_TOLD_AFTER = 16  # letters: "she came out as a lesbian"


class _Known:
    """What was found out of a text as a whole, once for all its places."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.answers: dict[tuple[Wordings, Wordings, Wordings, tuple[str, ...]], bool] = {}


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What speaks of nobody in particular, in a charter's words.

    `subjects` are kinds of people that no reader can find ("a friend of mine"), `identities` what
    a bare pronoun may be said to be, `people` and `workplace` tell that somebody is meant.
    """

    subjects: Wordings = NOTHING
    identities: Wordings = NOTHING
    people: Wordings = NOTHING
    workplace: Wordings = NOTHING

    def is_meant(
        self, reading: Reading, claims: Claims, place: Place, circumstances: Circumstances
    ) -> bool:
        """Tell whether what a place tells is told of nobody in particular."""
        if not (self._has_such_a_subject(claims, place) or self._is_bare(claims, place)):
            return False
        return self.stands_nowhere(reading, circumstances)

    def is_all(self, reading: Reading, span: Span, circumstances: Circumstances) -> bool:
        """Tell whether a passage speaks of an identity in a text that means nobody at all."""
        said = fold_term(reading.slice(span))
        return self.identities.occur_in(said) and self.stands_nowhere(reading, circumstances)

    def stands_nowhere(self, reading: Reading, circumstances: Circumstances) -> bool:
        """Tell whether nobody whom a reader could find stands in a text or its source."""
        if circumstances.source is not None:  # whom it names may be meant
            return False
        known, names = reading.view(_Known).answers, circumstances.organization.names
        key = (self.people, self.workplace, self.identities, names)
        if key not in known:
            known[key] = not self._somebody_stands_in(reading, circumstances)
        return known[key]

    def _has_such_a_subject(self, claims: Claims, place: Place) -> bool:
        return self.subjects.occur_in(_clause(claims, place))

    def _is_bare(self, claims: Claims, place: Place) -> bool:
        end = min(claims.around(place).end, place.end + _TOLD_AFTER)
        said = _clause(claims, Place(place.start, end))
        ends = [start for start, _ in self.identities.occurrences_in(said)]
        return bool(ends) and _BARE_SUBJECT.match(said[: ends[0]]) is not None

    def _somebody_stands_in(self, reading: Reading, circumstances: Circumstances) -> bool:
        bare = reading.bare.text
        if "@" in bare or self.workplace.occur_in(bare):
            return True
        people = (bare[start:end] for start, end in self.people.occurrences_in(bare))
        if any(PRONOUN.match(one) is None for one in people):
            return True
        return any(self._may_be_a_name(word) for word in _capitalised(reading, circumstances))

    def _may_be_a_name(self, word: str) -> bool:
        if self.identities.occur_in(word):
            return False
        return is_given_name(word) or not is_known(word)


def _clause(claims: Claims, place: Place) -> str:
    before = claims.words(Place(claims.around(place).start, place.start))
    return _CLAUSE.split(before)[-1] + claims.words(place)


def _capitalised(reading: Reading, circumstances: Circumstances) -> Iterator[str]:
    """Yield capitalised words, bare, that are not the company's name."""
    organization = circumstances.organization
    own = set(fold_term(" ".join((organization.name, *organization.aliases))).split())
    for word in _CAPITALISED.findall(reading.text):
        bare = fold_term(word)
        if bare not in own:
            yield bare
