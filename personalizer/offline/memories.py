"""Sentences of somebody's own posts, to remind them of how they sound.

A mark to fill asks for what only its author knows, and what they wrote once shows in whose words.
Only whole sentences are shown, or a clause that says all it has to: of a few words, without a
figure, a name, or anything that a charter refuses, and never more than may be copied from a post.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.language import Language
from domain.people import Ambassador
from domain.segmentation import sentences
from personalizer.card import readable
from personalizer.clauses import beginnings, word_count
from personalizer.digested import Digested
from personalizer.offline.typography import typeset
from personalizer.passages import has_slip, plain
from personalizer.screening import may_be_passed_on, touches

if TYPE_CHECKING:
    from personalizer.offline.hand import Hand

_LEAST_WORDS, _MOST_WORDS = 4, 8
# "Just because code is reusable" waits for what it is said of.
_WAITS: Final = re.compile(
    r"(?:and|but|just|so|or|what|how|why|where|when|while|if|as|since|because|although|mais|et|car"
    r"|donc|or|quand|lorsqu|si|comme|puisqu|parce)\b",
    re.IGNORECASE,
)
# "Laquelle avez-vous choisie ?" asks of what its post named before.
_POINTS_BACK: Final = re.compile(
    r"(?:lequel|laquelle|lesquel(?:le)?s|celui|celles?|ceux|which (?:ones?|of)|those|these)\b",
    re.IGNORECASE,
)
# "Folks who", "a practice where" are cut in two here.
_ENDS: Final = re.compile(
    r"(?:\s?[,;–—]\s|\s(?=because|so|while|and|including|through|across|car|parce|et|puisque|ainsi"
    r"|grâce|notamment))"
    r"(?!(?:who(?:se)?|which|where|that|to|or|qui|que|dont|où|pour|ou)\b)",
    re.IGNORECASE,
)
# "Ideas like open source", "features, tools": the next item of the list was cut off.
_LISTS: Final = re.compile(
    r"[,:]|\b(?:like|such as|including|from|between|comme|tels?|entre|(?:where|who|qui))\b"
    r"|\w+-$",
    re.IGNORECASE,
)
_UNNAMED: Final = re.compile(r"^[^\W\d_][^A-ZÀ-ÖØ-Þ\d«»“”\"\[\](){}<>|`#@*_/\\→…]*$")


def memories(person: Ambassador, language: Language, hand: "Hand") -> tuple[str, ...]:
    """Return short sentences of somebody's posts, else clauses of longer ones.

    First comes what speaks most for its author: of two that are as like, the longer one.
    """
    posts = readable(person.posts, language)
    places = _places(Digested(posts), language)
    lines = (_lines(posts, each, language) for each in places)
    shown = ([one for one in each if _may_be_shown(one, person)] for each in lines)
    found = next(filter(None, shown), [])
    return tuple(sorted(found, key=lambda one: -hand.likeness(one) * math.sqrt(len(one))))


class _Place(NamedTuple):
    """Where a line stands: a post, its sentence and how many characters of that, all by number."""

    post: int
    sentence: int
    length: int


# Found once for all drafts of somebody: places are kept, no word of theirs is.
@lru_cache(maxsize=256)
def _places(posts: Digested, language: Language) -> tuple[tuple[_Place, ...], tuple[_Place, ...]]:
    """Return where short sentences stand, and the clauses that longer ones begin with."""
    whole, clauses = dict[str, _Place](), dict[str, _Place]()
    for at, post in enumerate(posts.read()):
        for number, one in enumerate(_sentences(post, language)):
            if one[-1:] in ".!?" and _is_short(one):
                whole.setdefault(one, _Place(at, number, len(one)))
            for clause in _clauses(one, language):
                clauses.setdefault(clause, _Place(at, number, len(clause)))
    return tuple(whole.values()), tuple(clauses.values())


def _lines(posts: Sequence[str], places: Sequence[_Place], language: Language) -> list[str]:
    said = {at: _sentences(posts[at], language) for at in {one.post for one in places}}
    return [said[one.post][one.sentence][: one.length] for one in places]


def _sentences(post: str, language: Language) -> list[str]:
    return [typeset(plain(one), language) for one in sentences(post)]


def _clauses(sentence: str, language: Language) -> Iterator[str]:
    """Yield how a sentence begins up to a mark, where that says something by itself."""
    for one in beginnings(sentence, language):
        is_whole = _ENDS.match(sentence, len(one)) is not None and _LISTS.search(one) is None
        if is_whole and _is_short(one) and not _WAITS.match(one):
            yield one


def _is_short(line: str) -> bool:
    return word_count(line) >= _LEAST_WORDS and len(line.split()) <= _MOST_WORDS


def _may_be_shown(line: str, person: Ambassador) -> bool:
    first, rest = line[:1], line[1:]
    return (
        first.isupper()
        and _UNNAMED.match(first.lower() + rest) is not None
        and _POINTS_BACK.match(line) is None
        and may_be_passed_on(line)
        and not has_slip(line)
        and not touches(line, (*person.never, person.name or ""))
    )
