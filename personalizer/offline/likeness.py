"""Which of several wordings is nearest to somebody's hand.

Every choice the engine has is put in the order of its runs of letters: those its author uses more
than other people do speak for it, weighed by their rarity. It is no verdict on a text; that is for
`personalizer.stylometry`, which this does not use.
"""

import gzip
import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Final, TypeVar

from domain.language import Language
from domain.people import Ambassador
from personalizer.card import LEAST_POSTS, readable
from personalizer.digested import Digested

Option = TypeVar("Option")

_RUNS: Final = (2, 3, 4)
_READ: Final = 1_500
_POSTS: Final = 10
# The same phrases are weighed for every order of the parts.
_MOST_KNOWN: Final = 2_000
_APOSTROPHES: Final = str.maketrans({"'": "’", "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True)
class Usual:
    """How other people write: how often a text has each run (0 to 1), and of how many texts.

    A run that is not named stands in fewer texts than it takes to be named.
    """

    held: Mapping[str, float]
    texts: int

    @cached_property
    def rarities(self) -> Mapping[str, float]:
        """How much each run that is named tells."""
        return {run: self.rarity(run) for run in self.held}

    @cached_property
    def rarest(self) -> float:
        """How much a run tells that is not named."""
        return self.rarity("")

    @cached_property
    def against(self) -> Mapping[str, float]:
        """What each run that is named says against an author who never writes it."""
        known = self.rarities
        return {run: -(known[run] ** 2) * share / self.size for run, share in self.held.items()}

    @cached_property
    def size(self) -> float:
        """The length of the vector of a usual text."""
        squares = ((share * self.rarity(run)) ** 2 for run, share in self.held.items())
        return math.sqrt(sum(squares)) or 1.0

    def rarity(self, run: str) -> float:
        """Return how much a run tells, 1 for one that stands everywhere."""
        return 1 + math.log((1 + self.texts) / (1 + self.texts * self.held.get(run, 0.0)))


@dataclass(frozen=True, slots=True)
class Hand:
    """What speaks for an author, run by run; below 0 speaks for other people."""

    weights: Mapping[str, float]
    usual: Usual
    _known: dict[str, float] = field(default_factory=dict, compare=False, repr=False)

    def likeness(self, text: str) -> float:
        """Return how far a text leans to the author's side; 0 leans nowhere."""
        if text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = self._leaning(text)
        return self._known[text]

    def _leaning(self, text: str) -> float:
        usual, weights = self.usual, self.weights
        rarities, rarest, against = usual.rarities, usual.rarest, usual.against
        square = leaning = 0.0
        for run, times in runs_of(text).items():
            counts = _damped(times) if times > 1 else 1.0
            square += (counts * rarities.get(run, rarest)) ** 2
            weight = weights.get(run)
            # What the author never writes and others do speaks against them.
            leaning += counts * (against.get(run, 0.0) if weight is None else weight)
        return leaning / max(math.sqrt(square), 1e-9)

    def by_likeness(self, options: Sequence[tuple[str, Option]]) -> list[Option]:
        """Return the options, each given behind its wording, the likest first."""
        ranked = sorted(options, key=lambda one: -self.likeness(one[0]))
        return [option for _, option in ranked]


def hand_of(person: Ambassador, language: Language) -> Hand | None:
    """Return the hand of somebody with three posts or more in a language."""
    own = readable(person.posts, language)[:_POSTS]
    return _hand(Digested(own), language) if len(own) >= LEAST_POSTS else None


@lru_cache(maxsize=64)
def _hand(posts: Digested, language: Language) -> Hand:
    usual = usual_in(language)
    read = [runs_of(post) for post in posts.read()]
    mean: dict[str, float] = defaultdict(float)
    for one in read:
        for run, times in one.items():
            mean[run] += _damped(times) / len(read)
    size = math.sqrt(sum((value * usual.rarity(run)) ** 2 for run, value in mean.items())) or 1.0
    weights = {
        run: usual.rarity(run) ** 2 * (value / size - usual.held.get(run, 0.0) / usual.size)
        for run, value in mean.items()
    }
    return Hand(weights, usual)


def runs_of(text: str) -> Counter[str]:
    """Return the runs of two to four letters of a text, its typography set aside."""
    read = " ".join(text[:_READ].translate(_APOSTROPHES).split(" "))
    return Counter(read[at : at + run] for run in _RUNS for at in range(len(read) - run + 1))


def _damped(times: float) -> float:
    return 1 + math.log(times)


@cache
def usual_in(language: Language) -> Usual:
    """Return how other people write in a language; the file comes with the package."""
    file = resources.files("personalizer.offline") / f"usual.{language}.json.gz"
    data = json.loads(gzip.decompress(file.read_bytes()))
    return Usual(data["held"], data["texts"])
