"""Which contents are about what somebody never speaks about, though they do not name it.

A text on layoffs seldom says "restructuring". `avoided.toml` holds the words that give away the
subjects people most often avoid: one that tells, or several that only hint, counted for more the
shorter the text. A likeness of vectors is no rule here: what is kept away must be so for a reason
that can be read.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import numpy as np

from domain.language import Language
from recommender.lexical import LexicalIndex
from recommender.snapshot import LANGUAGES, Snapshot
from recommender.subjects import Topic, Way, as_written, read_topic
from recommender.vectors import Doubles, Mask

# A word said once in a text of usual length weighs 0.4, in one three times as long 0.2.
_TOLD: Final = 0.25
_HINTED: Final = 0.6
_TOGETHER: Final = 2


@dataclass(frozen=True, slots=True)
class Signs:
    """What gives a subject away in one language."""

    telling: tuple[Topic, ...]
    hints: tuple[Topic, ...]

    def told_in(self, words: LexicalIndex) -> Mask:
        """Tell which rows give the subject away, whatever their language."""
        weight, count = _weighed(words, self.hints)
        hinted = (count >= _TOGETHER) & (weight >= _HINTED)
        told: Mask = hinted | (_weighed(words, self.telling)[0] >= _TOLD)
        return told


@dataclass(frozen=True, slots=True)
class Avoided:
    """A subject: every way of naming it, and its signs in the order of LANGUAGES."""

    names: frozenset[Way]
    signs: tuple[Signs, ...]

    def is_named_by(self, topic: Topic) -> bool:
        """Tell whether a topic is this subject, or a part of it."""
        return any(name <= way for way in topic.ways for name in self.names)


def avoided_in(snapshot: Snapshot, topic: Topic) -> Mask:
    """Tell which rows name a topic, or give away a subject that it names."""
    found = snapshot.words.naming(topic)
    for number, subject in enumerate(_subjects()):
        if subject.is_named_by(topic):
            if number not in snapshot.given_away:
                snapshot.given_away[number] = _given_away(snapshot, subject)
            found |= snapshot.given_away[number]
    return found


def _given_away(snapshot: Snapshot, subject: Avoided) -> Mask:
    found = np.zeros(snapshot.size, np.bool_)
    for number, signs in enumerate(subject.signs):
        found |= signs.told_in(snapshot.words) & (snapshot.languages == number)
    return found


def _weighed(words: LexicalIndex, topics: Sequence[Topic]) -> tuple[Doubles, Doubles]:
    """Return how much of each row these are together, and how many of them it names."""
    weight, count = np.zeros(words.size), np.zeros(words.size)
    for topic in topics:
        # Half of a phrase is another thing: what does not name it whole does not count.
        named = words.naming(topic)
        if named.any():
            weight += np.where(named, words.about(topic), 0.0)
            count += named
    return weight, count


@cache
def _subjects() -> tuple[Avoided, ...]:
    text = files("recommender").joinpath("avoided.toml").read_text(encoding="utf-8")
    return tuple(map(_subject, tomllib.loads(text)["subjects"]))


def _subject(read: dict[str, Any]) -> Avoided:
    names = [name for language in Language for name in read["names"][language.value]]
    return Avoided(
        names=frozenset().union(*(read_topic(name).ways for name in names)),
        signs=tuple(_signs(read[language.value], language) for language in LANGUAGES),
    )


def _signs(read: dict[str, list[str]], language: Language) -> Signs:
    return Signs(
        *(
            tuple(as_written(phrase, language) for phrase in read[name])
            for name in ("telling", "hints")
        )
    )
