"""Where a text names people of a long list, in a time that does not grow with the list.

A person is named by the whole name, the last name first or last, or by the last name behind a
title ("Mme Keller") or the initial of the first ("S. Keller").
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from guardrails.reading import Reading, fold_term

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"(?<!\w)#(\w+)")
_TITLES = frozenset("m mr mme mlle mrs ms dr monsieur madame mademoiselle docteur doctor".split())
_BEHIND_SHORT = re.compile(r"\.?[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names somebody, and the people of the list it may be."""

    start: int
    end: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """The ways to name each person, by their first word; people by their last name.

    `short` are titles and the initials of first names, which may stand before a last name.
    """

    whole: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    last: Mapping[str, Sequence[tuple[str, str]]]
    short: frozenset[str]


def named_in(reading: Reading, people: tuple[str, ...]) -> Iterator[Naming]:
    """Yield each place of a draft's bare folded text that names somebody, in order."""
    if _index(people).whole.keys().isdisjoint(reading.vocabulary):
        return iter(())
    return namings(reading.bare.text, people)


def tagged_in(text: str, people: tuple[str, ...]) -> Iterator[Naming]:
    """Yield each hashtag of a bare folded text that is somebody's name run together."""
    for tag in _TAG.finditer(text) if "#" in text else ():
        if person := _run_together(people).get(tag[1]):
            yield Naming(*tag.span(), (person,))


def namings(text: str, people: tuple[str, ...]) -> Iterator[Naming]:
    """Yield each place of a bare folded text that names somebody, in order."""
    index = _index(people)
    every = _WORD.findall(text)
    told = set(every)
    if index.whole.keys().isdisjoint(told):
        return
    words = list(_WORD.finditer(text))
    may_begin = told & index.short | told & index.whole.keys()
    for at, said in enumerate(every):
        if said not in may_begin:
            continue
        found = _by_whole_name(text, words, at, index) if said in index.whole else None
        if found is None and said in index.short:
            found = _by_last_name(text, words, at, index)
        if found is not None:
            yield found


def _by_whole_name(
    text: str, words: Sequence[re.Match[str]], at: int, index: _Index
) -> Naming | None:
    for name, person in index.whole.get(words[at].group(), ()):
        run = words[at : at + len(name)]
        if tuple(match.group() for match in run) == name:
            start, end = run[0].start(), run[-1].end()
            return Naming(start, end, (person,)) if _is_unbroken(text, start, end) else None
    return None


def _by_last_name(
    text: str, words: Sequence[re.Match[str]], at: int, index: _Index
) -> Naming | None:
    """Return whom a title or an initial and the word behind it name, if anybody."""
    if at + 1 == len(words):
        return None
    short, last = words[at], words[at + 1]
    said = short.group()
    if not _BEHIND_SHORT.fullmatch(text, short.end(), last.start()):
        return None
    bearers = index.last.get(last.group(), ())
    fitting = tuple(person for initial, person in bearers if said in _TITLES or said == initial)
    return Naming(short.start(), last.end(), fitting) if fitting else None


def _is_unbroken(text: str, start: int, end: int) -> bool:
    return not set(text[start:end]) & set('.,;:!?()[]"/|•')


@lru_cache(maxsize=16)
def _run_together(people: tuple[str, ...]) -> Mapping[str, str]:
    words = ((person, _WORD.findall(fold_term(person))) for person in people)
    whole = ((person, one) for person, one in words if len(one) > 1)
    return {"".join(way): person for person, one in whole for way in (one, (*one[1:], one[0]))}


@lru_cache(maxsize=16)
def _index(people: tuple[str, ...]) -> _Index:
    whole = defaultdict[str, dict[tuple[str, ...], str]](dict)
    last = defaultdict[str, list[tuple[str, str]]](list)
    for person in people:
        words = tuple(_WORD.findall(fold_term(person)))
        if words:
            whole[words[0]][words] = person
            whole[words[-1]][(words[-1], *words[:-1])] = person
        if len(words) > 1:
            last[words[-1]].append((words[0][0], person))
    longest_first = {
        word: tuple(sorted(names.items(), key=lambda each: (-len(each[0]), each[0])))
        for word, names in whole.items()
    }
    bearers_of = {name: tuple(bearers) for name, bearers in last.items()}
    initials = {initial for bearers in last.values() for initial, _ in bearers}
    return _Index(longest_first, bearers_of, _TITLES | initials)
