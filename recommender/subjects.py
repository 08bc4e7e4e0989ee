"""What a topic may be called: its words in either language, written together, or by another name.

A person types a topic without saying in which language. "IA" is also "artificial intelligence";
"cyber-sécurité" is also "cybersécurité". Each such way is a set of keys that must all be there.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from domain.language import Language
from recommender.words import Stems, compounds_of, words_of

Way = frozenset[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as its author wrote it, and every way in which a text may name it.

    Without any way (no letters, stop words only) it is about nothing and matches nothing.
    """

    name: str
    ways: frozenset[Way]


def read_topic(name: str) -> Topic:
    """Find every way of naming a topic."""
    written = _written(name)
    return Topic(" ".join(name.split()), written | _other_names(written))


def as_written(name: str, language: Language) -> Topic:
    """Find the ways of naming a topic by its own words in one language, without its other names."""
    return Topic(name, _in_language(name, language))


def _written(phrase: str) -> frozenset[Way]:
    return frozenset().union(*(_in_language(phrase, language) for language in Language))


def _in_language(phrase: str, language: Language) -> frozenset[Way]:
    stems = Stems(language)
    pieces = phrase.split()
    joined = [compounds_of(piece) or words_of(piece) for piece in pieces]
    ways = {frozenset(stems.content(word for words in joined for word in words))}
    # "Well-being" taken apart would be "well" alone: its other half is a stop word.
    if all(len(stems.content(words_of(piece))) > 1 for piece in pieces if compounds_of(piece)):
        ways.add(frozenset(stems.content(words_of(phrase))))
    return frozenset(way for way in ways if way)


def _other_names(written: frozenset[Way]) -> frozenset[Way]:
    by_word = _subjects()
    return frozenset(
        (way - named) | other
        for way in written
        for word in way
        for named, subject in by_word.get(word, ())
        if named <= way
        for other in subject
    )


@cache
def _subjects() -> Mapping[str, Sequence[tuple[Way, frozenset[Way]]]]:
    """Return each way of naming a subject with all of its ways, under one word of the way."""
    text = files("recommender").joinpath("glossary.toml").read_text(encoding="utf-8")
    by_word: dict[str, list[tuple[Way, frozenset[Way]]]] = {}
    for subject in map(_names, tomllib.loads(text)["subjects"]):
        for named in subject:
            by_word.setdefault(min(named), []).append((named, subject))
    return by_word


def _names(subject: dict[str, list[str]]) -> frozenset[Way]:
    return frozenset().union(
        *(_in_language(phrase, Language(code)) for code, said in subject.items() for phrase in said)
    )
