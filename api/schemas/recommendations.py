"""A request for suggestions, and what is suggested with its reasons."""

from typing import Annotated, Final

from pydantic import Field

from api.schemas.base import WHOLE, Answer, Body, Identifier, Said, Truth, with_example
from api.schemas.people import AmbassadorIn
from domain.content import Objective
from domain.language import Language
from domain.links import tagged_link
from domain.recommendation import Change, ColdStart, Recommendation, Shift

# Trying every change takes a third of the time again at 5 contents, three times it at 50.
_SHORT: Final = 20


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
    k: Annotated[int, Field(strict=True, ge=1, le=100), WHOLE] = 5
    objective: Objective | None = None
    exclude: Annotated[tuple[Identifier, ...], Field(max_length=1_000)] = ()
    what_if: Truth | None = Field(
        default=None,
        description="Whether each content says what would change its rank; by default up to k = 20."
        " Asked for by true, it also says which topic would raise it",
    )

    @property
    def tries_changes(self) -> bool:
        """Tell whether what would change each rank is to be found."""
        return self.k <= _SHORT if self.what_if is None else self.what_if

    @property
    def tries_topics(self) -> bool:
        """Tell whether a topic that would raise each rank is to be found."""
        return self.what_if is True


class ReasonOut(Answer):
    """What one factor adds to the score, or takes from it."""

    factor: str
    contribution: float
    text: Said


class ShiftOut(Answer):
    """What one change, all else being equal, would do to a rank; found by trying it."""

    change: Change = Field(
        description="with_topic: if `value` were one more of this person’s topics; without_topic"
        " and without_type: if this person had not said so; older: if it"
        " were published `value` days earlier; told: if `value` colleagues had spoken about it;"
        " nothing: no single one of these would move it"
    )
    value: str | int | None
    place: int = Field(description="Counted from 1")
    place_after: int | None = Field(description="None where it would no longer be suggested")
    text: Said

    @classmethod
    def of(cls, shift: Shift) -> "ShiftOut":
        """Return a shift as it is sent."""
        return cls(
            change=shift.change,
            value=shift.value,
            place=shift.before,
            place_after=shift.after,
            text=Said.of(shift.text),
        )


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
    would_change: ShiftOut | None = Field(
        description="What would change its rank; None where that was not asked"
    )
    would_raise: ShiftOut | None = Field(
        description="Which one more topic would raise it; None where not asked, or none would"
    )

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
            would_change=ShiftOut.of(recommendation.shift) if recommendation.shift else None,
            would_raise=ShiftOut.of(recommendation.raising) if recommendation.raising else None,
        )


class RecommendationsOut(Answer):
    """The suggestions, best first; `cold_start` names the step that answered for a newcomer."""

    items: list[RecommendationOut]
    cold_start: ColdStart | None
    encoder: str
