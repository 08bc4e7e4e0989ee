"""What the recommender answers: content, a score, and the reasons that add up to it."""

from dataclasses import dataclass
from enum import StrEnum

from domain.content import ContentItem
from domain.language import Bilingual


class ColdStart(StrEnum):
    """The step of the ladder that answered for somebody we know little about."""

    TOPICS = "topics"
    PROFILE_TYPE = "profile_type"
    RECENT = "recent"


@dataclass(frozen=True, slots=True)
class Reason:
    """What one factor adds to a score (or takes from it), said in both languages."""

    factor: str
    contribution: float
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One item for one ambassador; the contributions of the reasons add up to the score."""

    item: ContentItem
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The answer to one request, best first.

    `cold_start` is the step of the ladder that answered, None for somebody known well enough;
    `encoder` is the fingerprint of what made the vectors.
    """

    items: tuple[Recommendation, ...]
    cold_start: ColdStart | None
    encoder: str
