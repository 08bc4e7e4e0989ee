"""The judge: how likely a reader is glad of a sentence that is told alone, learned of grades.

Made by `training/telling.py`; `judge.json` says from what, and how good it is. Its weights are
sums over features that can be read, so that each judgement can be explained.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final, Self

from domain.content import ContentItem
from domain.errors import SettingsInvalid
from personalizer.passages import Passage
from personalizer.worth.features import Reading, features_of
from personalizer.worth.news import news_odds

ARTEFACT: Final = "judge.json"


@dataclass(frozen=True, slots=True)
class Judge:
    """What each feature speaks for or against; `bias` is what is so of any sentence.

    The sum of both is the log odds that a sentence is worth telling.
    """

    weights: Mapping[str, float]
    bias: float

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Read an artefact. Raises SettingsInvalid when it is not what was made."""
        if digest_of(data) != data.get("sha256"):
            raise SettingsInvalid(f"personalizer/worth/{ARTEFACT} is not the file that was made")
        return cls(dict(data["weights"]), float(data["bias"]))

    def odds(self, features: Mapping[str, float]) -> float:
        """Return the log odds that a sentence with these features is worth telling."""
        return self.bias + sum(weight * features[name] for name, weight in self.weights.items())


def digest_of(data: Mapping[str, Any]) -> str:
    """Return the digest of everything in an artefact but the digest itself."""
    rest = {name: value for name, value in data.items() if name != "sha256"}
    return sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


@cache
def judge() -> Judge:
    """Return the shipped judge. Raises SettingsInvalid when it is not the file that was made."""
    text = files("personalizer.worth").joinpath(ARTEFACT).read_text(encoding="utf-8")
    return Judge.from_data(json.loads(text))


def worths(content: ContentItem, passages: Sequence[Passage]) -> tuple[float, ...]:
    """Return how likely each of these sentences of a content is worth telling, from 0 to 1.

    They are all that may be told of it, in their order.
    """
    reading, known = Reading.of(content), judge()
    odds = (
        known.odds(features_of(one, at, reading)) + news_odds(one, content)
        for at, one in enumerate(passages)
    )
    return tuple(1 / (1 + math.exp(-one)) for one in odds)
