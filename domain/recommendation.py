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


class Change(StrEnum):
    """One thing that could be otherwise, all else being equal."""

    WITH_TOPIC = "with_topic"
    WITHOUT_TOPIC = "without_topic"
    WITHOUT_TYPE = "without_type"
    OLDER = "older"
    TOLD = "told"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Shift:
    """What one change would do to a rank, found by trying it, said in both languages.

    `value` is the topic added, the topic or type left out, the days older, or how many colleagues
    have told it. Ranks count from 1; `after` is None where the item would no longer be suggested.
    When no single change moves it, `change` is NOTHING and it stays where it is.
    """

    change: Change
    value: str | int | None
    before: int
    after: int | None
    text: Bilingual


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One item for one ambassador; the contributions of the reasons add up to the score.

    `shift` is what would change its rank, where that was asked; `raising` a topic that would raise
    it, where that was asked and there is one.
    """

    item: ContentItem
    score: float
    reasons: tuple[Reason, ...]
    shift: Shift | None = None
    raising: Shift | None = None


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The answer to one request, best first.

    `cold_start` is the step of the ladder that answered, None for somebody known well enough;
    `encoder` is the fingerprint of what made the vectors.
    """

    items: tuple[Recommendation, ...]
    cold_start: ColdStart | None
    encoder: str
