"""Where a text names people of a long list, in a time that does not grow with the list."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from guardrails.reading import fold_term

_WORD = re.compile(r"[^\W_]+")


def named_people(text: str, people: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each name in a bare folded text, the last name first or last."""
    index = _by_first_word(people)
    if index.keys().isdisjoint(_WORD.findall(text)):
        return
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        for name in index.get(word.group(), ()):
            last = at + len(name)
            run = words[at:last]
            if len(run) == len(name) and all(
                match.group() == part for match, part in zip(run, name, strict=True)
            ):
                if _is_unbroken(text, word.start(), run[-1].end()):
                    yield word.start(), run[-1].end()
                break


def _is_unbroken(text: str, start: int, end: int) -> bool:
    return not set(text[start:end]) & set('.,;:!?()[]"/|•')


@lru_cache(maxsize=16)
def _by_first_word(people: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    names = defaultdict[str, set[tuple[str, ...]]](set)
    for person in people:
        words = tuple(_WORD.findall(fold_term(person)))
        if words:
            names[words[0]].add(words)
            turned = (words[-1], *words[:-1])
            names[turned[0]].add(turned)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in names.items()}
