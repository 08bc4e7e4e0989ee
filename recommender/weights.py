"""What a score is made of, and what each part is worth."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Factor(StrEnum):
    """A named part of a score."""

    TOPICS = "topics"
    PROFILE_TYPE = "profile_type"
    POSTS = "posts"
    COLLEAGUES = "colleagues"
    OBJECTIVE = "objective"
    CAMPAIGN = "campaign"
    OUTCOMES = "outcomes"
    FRESHNESS = "freshness"
    LANGUAGE = "language"
    TURN = "turn"
    COVERAGE = "coverage"
    SATURATION = "saturation"
    DIVERSITY = "diversity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each factor is worth at its fullest; set by hand, for these reasons.

    The two things people say of themselves, topics and type, weigh the most, topics a little more:
    the right subject in a form that is not theirs is still worth something to people, the right
    form on what they do not care for is worth nothing. Past posts, for whoever shows them, weigh as
    much as the type. What colleagues of the same taste kept is a hint. The objective and a campaign
    are the organisation's wishes and must not drown the person's: an objective worth 0.3 to 0.6
    takes 0.005 of nDCG@10 from the graded set, 0.8 takes 0.018, and no weight gains (20 of its 24
    people have an objective). What posts brought so far only says that a content is worth telling.
    A person's turn decides among what fits about as well, so that colleagues alike are not all sent
    the same (`turn`). Date, language and what colleagues have told only order what fits equally
    well; what many have told is worse than what is somewhat older. What resembles an item above
    gives way to what fits a little less (`likeness`), a copy of it to anything that fits (`copy`).
    """

    topics: float = 1.3
    profile_type: float = 1.0
    posts: float = 1.0
    colleagues: float = 0.4
    objective: float = 0.2
    campaign: float = 0.3
    outcomes: float = 0.15
    freshness: float = 0.3
    language: float = 0.05
    turn: float = 0.2
    coverage: float = 0.1
    saturation: float = 0.4
    likeness: float = 0.25
    copy: float = 3.0
    half_life: timedelta = timedelta(days=30)
