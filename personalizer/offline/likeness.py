"""Which of several wordings is nearest to somebody's hand.

Every choice the engine has is put in the order of its runs of letters: those its author uses more
than other people do speak for it, weighed by their rarity. It is no verdict on a text; that is for
`personalizer.stylometry`, which this does not use.
"""

import gzip
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from domain.language import Language
from domain.people import Ambassador
from personalizer.card import LEAST_POSTS, readable
from personalizer.digested import Digested

if TYPE_CHECKING:
    from personalizer.offline.hand import Hand

_RUNS: Final = (2, 3, 4)
_READ: Final = 1_500
_POSTS: Final = 10
# Characters of posts: a greeting alone shows no hand.
_SHOWS_A_HAND: Final = 100


@dataclass(frozen=True, slots=True)
class Usual:
    """How other people write: how often a text has each run (0 to 1), and of how many texts.

    A run that is not named stands in fewer texts than it takes to be named.
    """

    held: Mapping[str, float]
    texts: int


def hand_of(person: Ambassador, language: Language, *, least: int = LEAST_POSTS) -> "Hand | None":
    """Return the hand of somebody with so many posts or more in a language."""
    own = readable(person.posts, language)[:_POSTS]
    is_enough = len(own) >= least and sum(map(len, own)) >= _SHOWS_A_HAND
    return _hand(Digested(own), language) if is_enough else None


@lru_cache(maxsize=64)
def _hand(posts: Digested, language: Language) -> "Hand":
    from personalizer.offline.hand import Hand  # noqa: PLC0415 - numpy, when somebody has a hand

    return Hand.of(posts.read(), language)


def runs_of(text: str) -> Counter[str]:
    """Return the runs of two to four letters of a text, its typography set aside."""
    read = as_read(text)
    return Counter(read[at : at + run] for run in _RUNS for at in range(len(read) - run + 1))


def as_read(text: str) -> str:
    """Return as much of a text as is read, its typography set aside."""
    return text[:_READ].replace("'", "’").replace("\u00a0", " ").replace("\u202f", " ")


@cache
def usual_in(language: Language) -> Usual:
    """Return how other people write in a language; the file comes with the package."""
    file = resources.files("personalizer.offline") / f"usual.{language}.json.gz"
    data = json.loads(gzip.decompress(file.read_bytes()))
    return Usual(data["held"], data["texts"])
