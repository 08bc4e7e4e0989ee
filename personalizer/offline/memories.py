"""Lines of somebody's own posts, to remind them of where they spoke of such a thing before.

A mark to fill asks for what only its author knows, and what they wrote once says where to look.
A post is named by how one of its first lines begins, as people do; never by a figure, a name, or
anything that a charter refuses, and never by more words than may be copied from a post.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from domain.content import ContentItem
from domain.language import Language
from domain.people import Ambassador
from domain.segmentation import sentences
from personalizer.exemplars import exemplars
from personalizer.nearness import Told, stems_of
from personalizer.offline.typography import typeset
from personalizer.passages import has_slip, plain
from personalizer.screening import may_be_passed_on, touches
from personalizer.tongue import FUNCTION_WORDS

if TYPE_CHECKING:
    from personalizer.offline.hand import Hand

_LEAST_WORDS, _MOST_WORDS = 4, 8
# A post farther from the topic would remind of something else.
_NEAREST: Final = 2
# Of two posts of anybody on anything, the nearer one reaches this in one of thirty pairs.
_ON_SUBJECT: Final = 0.7
# Nobody knows a post again by a line from the middle of it.
_FIRST_LINES: Final = 4
_WORD: Final = re.compile(r"[^\W_]+")
_UNNAMED: Final = re.compile(r"^[^\W\d_][^A-ZÀ-ÖØ-Þ\d«»“”\"\[\](){}<>|`#@*_/\\:;.!?…→]*$")


@dataclass(frozen=True, slots=True)
class Memory:
    """How a line of an old post begins.

    `is_near` says that the post speaks of what a content does; another only shows how it sounds.
    """

    line: str
    is_near: bool


def memories(
    person: Ambassador, content: ContentItem, language: Language, hand: "Hand"
) -> tuple[Memory, ...]:
    """Return how lines of somebody's posts begin, of those nearest in topic the likest first."""
    nearest = exemplars(person.posts, content, language, most=_NEAREST)
    found: dict[str, Memory] = {}
    for post in nearest:
        is_near = _is_on_subject(post, content)
        for line in islice(_nameable(post, person, language), _FIRST_LINES):
            found.setdefault(line, Memory(line, is_near))
    return tuple(hand.by_likeness([*found.items()]))


def _is_on_subject(post: str, content: ContentItem) -> bool:
    """Tell whether a post has telling words in common with a content, for its length."""
    shared = Told.of(f"{content.title}\n{content.text}").shared(post).values()
    telling = sum(tells for tells in shared if tells >= 1)
    return telling >= _ON_SUBJECT * math.sqrt(len(stems_of(post)))


def _nameable(post: str, person: Ambassador, language: Language) -> Iterator[str]:
    return (one for one in _beginnings(post, language) if _may_be_named(one, person))


def _beginnings(post: str, language: Language) -> Iterator[str]:
    for sentence in sentences(post):
        said = typeset(plain(sentence), language)
        beginning = _cut(said, language)
        if beginning is not None:
            yield beginning


def _cut(sentence: str, language: Language) -> str | None:
    """Return the first words of a sentence up to a word that tells something."""
    ends = [found.end() for found in _WORD.finditer(sentence)][:_MOST_WORDS]
    for end in reversed(ends[_LEAST_WORDS - 1 :]):
        words = _WORD.findall(sentence[:end])
        rest = sentence[end:]
        if words[-1].casefold() not in FUNCTION_WORDS[language] and not rest[:1].isalnum():
            return sentence[:end] if rest[:1] not in ("’", "-") else None
    return None


def _may_be_named(beginning: str, person: Ambassador) -> bool:
    first, rest = beginning[:1], beginning[1:]
    return (
        first.isupper()
        and _UNNAMED.match(first.lower() + rest) is not None
        and may_be_passed_on(beginning)
        and not has_slip(beginning)
        and not touches(beginning, (*person.never, person.name or ""))
    )
