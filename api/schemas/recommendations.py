"""A request for suggestions, and what is suggested with its reasons."""

from typing import Annotated

from pydantic import Field

from api.schemas.base import Answer, Body, Identifier, Said, with_example
from api.schemas.people import AmbassadorIn
from domain.content import Objective
from domain.language import Language
from domain.links import tagged_link
from domain.recommendation import ColdStart, Recommendation


class RecommendationsIn(Body):
    """For whom, how many, and what for."""

    model_config = with_example(
        {
            "ambassador": {
                "profile_type": {"expert": 0.7, "reporter": 0.3},
                "languages": ["fr"],
                "topics": ["acoustique", "détection de fuites"],
                "never": ["politique"],
            },
            "k": 3,
            "objective": "awareness",
        }
    )

    ambassador: AmbassadorIn | None = None
    ambassador_id: Identifier | None = None
    k: Annotated[int, Field(ge=1, le=100)] = 5
    objective: Objective | None = None
    exclude: Annotated[tuple[Identifier, ...], Field(max_length=1_000)] = ()


class ReasonOut(Answer):
    """What one factor adds to the score, or takes from it."""

    factor: str
    contribution: float
    text: Said


class RecommendationOut(Answer):
    """One content; the contributions of its reasons add up to its score."""

    content_id: str
    title: str
    language: Language
    url: str | None
    link: str | None = Field(
        description="The url with UTM values of content and campaign, the same for everybody"
    )
    score: float
    reasons: list[ReasonOut]

    @classmethod
    def of(cls, recommendation: Recommendation) -> "RecommendationOut":
        """Return a recommendation as it is sent."""
        item = recommendation.item
        return cls(
            content_id=item.content_id,
            title=item.title,
            language=item.language,
            url=item.url,
            link=tagged_link(item),
            score=recommendation.score,
            reasons=[
                ReasonOut(
                    factor=reason.factor,
                    contribution=reason.contribution,
                    text=Said.of(reason.text),
                )
                for reason in recommendation.reasons
            ],
        )


class RecommendationsOut(Answer):
    """The suggestions, best first; `cold_start` names the step that answered for a newcomer."""

    items: list[RecommendationOut]
    cold_start: ColdStart | None
    encoder: str
