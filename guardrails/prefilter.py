"""Which phrases may stand in a text: told for all lists at once, from the text's words.

Each phrase has words that must stand in a text before the phrase can. The two rarest-looking
of them are its keys; a phrase without its keys in a text is not searched for, nor is a list
none of whose phrases is. A charter's thousands come down to the few dozen an ordinary post may
hold.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property, lru_cache, reduce
from itertools import groupby
from operator import or_
from typing import Self

from guardrails.needs import EVERYWHERE, needs
from guardrails.notation import apart, is_optional, ways_of
from guardrails.reading import fold_term
from guardrails.wordings import Wordings

# How many letters of a word's beginning are looked at, the most first.
_BEGINNINGS = (6, 4, 3)
_BITS_OF = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]
_MOST_KEPT, _LONGEST_KEPT = 32_768, 16


@dataclass(frozen=True, slots=True)
class _Tables:
    """For each word of a text the bits of those phrases it is a key of.

    A phrase has two bits, `width` apart: one for its first key and one for its second.
    `phrases` are those of all lists by their bit, `lists` the list of each, by the list's
    identity; `always` are keys of phrases that have none. `nothing` is what a text without any of
    the phrases holds of each list.
    """

    phrases: Sequence[str]
    lists: Sequence[int]
    bits: Mapping[str, int]
    always: int
    width: int
    nothing: Mapping[int, Sequence[str]]

    @classmethod
    def of(cls, lists: Sequence[Wordings]) -> Self:
        """Work out the keys of every phrase."""
        phrases = [(id(one), phrase) for one in lists for phrase in one.fr + one.en]
        tables, always, width = _Bits(), 0, len(phrases)
        for number, (_, phrase) in enumerate(phrases):
            for shift, keys in zip((0, width), _keys_of(phrase), strict=True):
                always |= 0 if keys else 1 << number + shift
                tables.add(keys, 1 << number + shift)
        return cls(
            phrases=[phrase for _, phrase in phrases],
            lists=[one for one, _ in phrases],
            bits=tables,
            always=always,
            width=width,
            nothing={id(one): () for one in lists},
        )

    def told(self, bits: int) -> dict[int, Sequence[str]]:
        """Return the phrases of these bits, list by list."""
        read = enumerate(bits.to_bytes(self.width // 8 + 1, "little"))
        numbers = [at * 8 + bit for at, byte in read if byte for bit in _BITS_OF[byte]]
        found = {**self.nothing}
        for one, of_it in groupby(numbers, self.lists.__getitem__):
            found[one] = [self.phrases[number] for number in of_it]
        return found


@dataclass(frozen=True)
class Prefilter:
    """Some lists, kept for as long as they are told apart by their identity."""

    lists: tuple[Wordings, ...]

    @classmethod
    def of(cls, holders: Iterable[object]) -> Self:
        """Gather the lists that dataclasses hold, however deep."""
        lists = {id(one): one for holder in holders for one in _lists_of(holder)}
        return cls(tuple(lists.values()))

    @cached_property
    def tables(self) -> _Tables:
        """What is looked up, worked out for the first text: it takes longer than all the rest.

        A command that checks nothing never needs it; a server has it before it is asked.
        """
        return _Tables.of(self.lists)

    def prepare(self) -> None:
        """Work out the tables and what every phrase needs, so that no text waits for it.

        A command looks into few of the phrases, and into those when it meets them.
        """
        _ = self.tables
        for one in self.lists:
            for phrase in one.fr + one.en:
                needs(phrase)

    @classmethod
    def nothing(cls) -> Self:
        """Return one that knows no list, and so lets every list be searched for."""
        return cls.of(())

    def possible(self, tokens: Iterable[str]) -> dict[int, Sequence[str]]:
        """Return the phrases of each list that a bare folded text with these tokens may match.

        A list is told by its identity, and its phrases are in its own order.
        """
        tables = self.tables
        keys = filter(None, map(tables.bits.__getitem__, set(tokens)))
        found = reduce(or_, keys, tables.always)
        return tables.told(found & found >> tables.width)


class _Bits(dict[str, int]):
    """The bits of each word met, worked out once from its own and from its beginnings'."""

    def __init__(self) -> None:
        self.words = defaultdict[str, int](int)
        self.beginnings = defaultdict[str, int](int)

    def add(self, keys: Iterable[str], bit: int) -> None:
        """Let each of these keys, words or the beginnings of words, set a bit."""
        for key in keys:
            table = self.beginnings if key.endswith("*") else self.words
            table[key.rstrip("*")] |= bit

    def __missing__(self, token: str) -> int:
        # A word that is shorter than a beginning is none: it is cut to what begins nothing.
        beginning, bits = self.beginnings.get, self.words.get(token, 0)
        for cut in _BEGINNINGS:
            bits |= beginning(token[:cut], 0)
        if len(self) < _MOST_KEPT and len(token) <= _LONGEST_KEPT:
            self[token] = bits
        return bits


def _lists_of(holder: object) -> Iterator[Wordings]:
    if isinstance(holder, Wordings):
        yield holder
    elif isinstance(holder, tuple | list):
        for one in holder:
            yield from _lists_of(one)
    elif is_dataclass(holder) and not isinstance(holder, type):
        for field in fields(holder):
            yield from _lists_of(getattr(holder, field.name))


@lru_cache(maxsize=16_384)
def _keys_of(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the two rarest sets of words of which a text with this phrase holds one each."""
    found = (_keys_of_word(word) for word in apart(fold_term(phrase), " ") if not is_optional(word))
    usable = sorted((keys for keys in found if keys), key=_rareness, reverse=True)
    first, second, *_ = (*usable, frozenset[str](), frozenset[str]())
    return first, second


def _rareness(keys: frozenset[str]) -> tuple[int, int, int]:
    """Order keys: none of them everywhere, then long ones, then few."""
    return (
        -len(keys & EVERYWHERE),
        min(len(key.rstrip("*")) for key in keys),
        -len(keys),
    )


def _keys_of_word(word: str) -> frozenset[str]:
    """Return one key per way to write a word, none if one of the ways has no key."""
    keys = {_longest_key(way) for way in ways_of(word) or ("",)}
    return frozenset(keys) if "" not in keys else frozenset()


def _longest_key(way: str) -> str:
    keys = [key for run in re.findall(r"[a-z0-9*]+", way) if (key := _key(run))]
    return max(keys, key=lambda key: (key not in EVERYWHERE, len(key)), default="")


def _key(run: str) -> str:
    """Return the whole of a run of letters, or what one with stars begins with; "" for nothing."""
    head = run.partition("*")[0]
    if "*" not in run:
        return run
    cut = next((cut for cut in _BEGINNINGS if len(head) >= cut), 0)
    return head[:cut] + "*" if cut else ""
