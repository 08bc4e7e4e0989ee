"""Graded relevance: people described, contents graded 0 to 3 for each by somebody who read both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Self

import numpy as np

from domain.content import ContentItem, Objective
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.ports import Encoder
from recommender.pooling import encode_contents
from recommender.recommender import Recommender
from recommender.snapshot import Snapshot, text_to_embed
from recommender.vectors import Doubles
from recommender.weights import Weights

_TOP: Final = 10


@dataclass(frozen=True, slots=True)
class GradedSet:
    """Contents, people, and the grades of each person; what is not named is graded 0."""

    contents: tuple[ContentItem, ...]
    people: tuple[tuple[Ambassador, Objective | None], ...]
    grades: tuple[Mapping[str, int], ...]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Take the set from its JSON."""
        return cls(
            contents=tuple(map(_content, data["contents"])),
            people=tuple(map(_person, data["people"])),
            grades=tuple(data["grades"].get(each["id"], {}) for each in data["people"]),
        )


@dataclass(frozen=True, slots=True)
class Graded:
    """nDCG@10 of each person, what an order at random earns, and the mean per first language."""

    ndcg: Doubles
    chance: float
    by_language: Mapping[Language, float]


def graded(
    data: GradedSet,
    encoder: Encoder,
    now: datetime,
    weights: Weights | None = None,
    whose: int | None = None,
) -> Graded:
    """Measure the recommender as it stands: the ten it would suggest, in its order.

    With `whose` each person has turns of their own, drawn from that number and their place.
    """
    made = encode_contents(encoder, [text_to_embed(item) for item in data.contents])
    vectors = dict(zip((item.content_id for item in data.contents), made, strict=True))
    snapshot = Snapshot.of(
        data.contents, vectors, dimension=encoder.dimension, encoder=encoder.fingerprint
    )
    recommender = Recommender(encoder, None, snapshot, weights or Weights())
    found = []
    for at, ((person, objective), grades) in enumerate(zip(data.people, data.grades, strict=True)):
        own = None if whose is None else whose + at
        answer = recommender.recommend(person, k=_TOP, now=now, objective=objective, whose=own)
        gains = [grades.get(each.item.content_id, 0) for each in answer.items]
        found.append(ndcg_of_grades(gains, list(grades.values())))
    values = np.array(found)
    first = np.array([person.languages[0] for person, _ in data.people])
    means = {each: float(values[first == each].mean()) for each in Language if each in first}
    return Graded(values, _chance(data), means)


def ndcg_of_grades(shown: Sequence[int], every: Sequence[int], k: int = _TOP) -> float:
    """Return nDCG@k with gains 2^grade - 1; 1 where no content has a grade."""
    whole = _gained(sorted(every, reverse=True)[:k])
    return _gained(shown[:k]) / whole if whole else 1.0


def _gained(grades: Sequence[int]) -> float:
    return float(sum((2**grade - 1) / np.log2(2 + place) for place, grade in enumerate(grades)))


def _chance(data: GradedSet) -> float:
    """Return what an order at random earns, over the contents in the person's languages."""
    discounts = (1 / np.log2(2 + np.arange(_TOP))).sum()
    earned = []
    for (person, _), grades in zip(data.people, data.grades, strict=True):
        spoken = [item for item in data.contents if item.language in person.languages]
        gains = [2 ** grades.get(item.content_id, 0) - 1 for item in spoken]
        whole = _gained(sorted(grades.values(), reverse=True)[:_TOP])
        earned.append(float(np.mean(gains)) * discounts / whole if whole else 1.0)
    return float(np.mean(earned))


def _content(each: Mapping[str, Any]) -> ContentItem:
    return ContentItem(
        content_id=each["id"],
        title=each["title"],
        text=each["text"],
        language=Language(each["language"]),
        digest=each["id"],
        source="graded",
    )


def _person(each: Mapping[str, Any]) -> tuple[Ambassador, Objective | None]:
    declared = each.get("profile_type") or {}
    mix = {declared: 1.0} if isinstance(declared, str) else declared
    shares = {ProfileType(name): share for name, share in mix.items()}
    person = Ambassador(
        languages=tuple(Language(code) for code in each["languages"]),
        profile=ProfileMix(shares) if shares else None,
        topics=tuple(each.get("topics", ())),
        never=tuple(each.get("never", ())),
        posts=tuple(each.get("posts", ())),
    )
    return person, Objective(each["objective"]) if each.get("objective") else None
