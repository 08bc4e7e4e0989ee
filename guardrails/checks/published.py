"""What a source tells of somebody whom it names in full, and who is no colleague.

"Frida Kahlo, in her wheelchair" may be told again; of a Marie Dupont who funds research against
cancer, or who denies that she has it, the source has told nothing of the kind.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from domain.review import Circumstances
from guardrails.checks.somebody import Names
from guardrails.checks.terms import any_of
from guardrails.checks.unnamed import PRONOUN
from guardrails.claims import Claims, Place
from guardrails.lexicon import may_be_a_given_name
from guardrails.reading import Reading, bare_text, fold_term

_FULL_NAME = re.compile(r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w-]+(?:\s[A-ZÀ-ÖØ-Þ][\w-]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_SAY_NOTHING = frozenset(
    "is was has had have been got gets he she they who the an and of from in with after his her"
    " their est etait avait ont eu il elle un une la le les des du de en sa son ses a l d s".split()
)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|n't|den(?:y|ies|ied)|false|rumou?rs?|allegedly|nobody|if|whether"
    r"|ne|n'\w+|pas|jamais|aucune?|sans|dement\w*|nie|nient|nia|rumeurs?|faux|si)\b|n't\b"
)
_OF = re.compile(r"\s(?:de|of)\s|\sd['’]")
_JUST_SAID = 160
_NAME_LETTERS = 60


@dataclass(frozen=True, slots=True)
class Published:
    """Each word of what a source tells, with the bare name of whom it is told."""

    told: frozenset[tuple[str, str]]
    colleagues: frozenset[str]
    means_a_colleague: Callable[[str], bool]
    directory: tuple[str, ...]

    @classmethod
    def of(
        cls,
        text: Names,
        places: Iterable[Place],
        matters: Iterable[Place],
        means_a_colleague: Callable[[str], bool],
    ) -> Self:
        """Gather it from the places of a source that tell something of somebody in it."""
        told, colleagues = set[tuple[str, str]](), set[str]()
        for name, place in (*_of_whom(text, places), *_owned(text, matters)):
            told.update((name, word) for word in _words(text.claims, place))
            near = Place(max(0, place.start - _JUST_SAID), place.end + _JUST_SAID)
            if means_a_colleague(text.claims.words(near)):
                colleagues.add(name)
        return cls(frozenset(told), frozenset(colleagues), means_a_colleague, text.directory)

    def tells(self, reading: Reading, claims: Claims, place: Place) -> bool:
        """Tell whether the source tells the same of everybody whom the sentence names."""
        sentence = claims.around(place)
        said = claims.words(sentence)
        named = full_names(reading.slice(claims.span(sentence)))
        if not named or self.means_a_colleague(said) or any_of(self.directory).search(said):
            return False
        words = _words(claims, place)
        return bool(words) and all(
            name not in self.colleagues and all((name, word) in self.told for word in words)
            for name in named
        )


class Publications:
    """What a draft's source tells, read only when it names whom a sentence of the draft names."""

    def __init__(self, circumstances: Circumstances, read: Callable[[], Published]) -> None:
        self._source = circumstances.source
        self._read = read

    def tell(self, reading: Reading, claims: Claims, place: Place) -> bool:
        """Tell whether the source tells what a place of the draft does, of the same people."""
        if self._source is None:
            return False
        named = full_names(reading.slice(claims.span(claims.around(place))))
        words = {word for name in named for word in _WORD.findall(name)}
        return bool(words) and words <= self._words and self._told.tells(reading, claims, place)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(bare_text(self._source.text if self._source else "")))

    @cached_property
    def _told(self) -> Published:
        return self._read()


def full_names(written: str) -> list[str]:
    """Return the bare names of people who are called by more than one, in order."""
    names = map(fold_term, _FULL_NAME.findall(written))
    return [one for one in names if may_be_a_given_name(one.split(maxsplit=1)[0])]


def _of_whom(text: Names, places: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    """Yield the name that stands last before each place, unless what it tells is denied."""
    for place in places:
        sentence = text.claims.around(place)
        start = sentence.start
        if PRONOUN.match(text.claims.words(sentence).lstrip()):
            start = max(0, start - _JUST_SAID)
        if _DENIED.search(text.claims.words(Place(sentence.start, place.end))):
            continue
        if start < place.start:
            names = full_names(text.reading.slice(text.claims.span(Place(start, place.start))))
            yield from ((name, place) for name in names[-1:])


def _owned(text: Names, places: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    """Yield what is somebody's by its wording: "le corset de Frida Kahlo"."""
    for place in places:
        end = min(text.claims.around(place).end, place.end + _NAME_LETTERS)
        if place.end < end:
            behind = text.reading.slice(text.claims.span(Place(place.end, end)))
            of = _OF.match(behind)
            name = _FULL_NAME.match(behind, of.end()) if of else None
            if name is not None:
                yield from ((one, place) for one in full_names(name[0]))


def _words(claims: Claims, place: Place) -> frozenset[str]:
    return frozenset(_WORD.findall(claims.words(place))) - _SAY_NOTHING
