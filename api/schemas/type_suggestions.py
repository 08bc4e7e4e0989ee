"""Posts somebody pasted, and which profile type they sound like."""

from typing import Annotated

from pydantic import Field

from api.schemas.base import Answer, Body, Post, Said, with_example
from domain.people import ProfileType
from recommender.phrasing import TYPE_NAMES
from recommender.suggestion import Suggestion

_NOT_SURE = Said(
    fr="Ces messages ne le disent pas assez clairement : à vous de dire ce qui vous anime.",
    en="These posts do not say it clearly enough: it is yours to say what moves you.",
)


_EXAMPLE = (
    "Why does the index grow faster than the table? We measured three write patterns over a week,"
    " and explain how fill factor and page splits change the result."
)


class TypeSuggestionIn(Body):
    """Posts of one person; they are read and not kept."""

    model_config = with_example({"posts": [_EXAMPLE]})

    posts: Annotated[tuple[Post, ...], Field(min_length=1, max_length=50)]


class TypeSuggestionOut(Answer):
    """A type to propose, or none where it is not sure; whoever wrote the posts decides."""

    suggested: ProfileType | None = Field(description="None: not sure")
    chances: dict[ProfileType, float] = Field(description="They add up to 1")
    text: Said

    @classmethod
    def of(cls, suggestion: Suggestion) -> "TypeSuggestionOut":
        """Return a suggestion as it is sent."""
        return cls(
            suggested=suggestion.suggested, chances=suggestion.chances, text=said(suggestion)
        )


def said(suggestion: Suggestion) -> Said:
    """Say a suggestion in both languages."""
    if suggestion.suggested is None:
        return _NOT_SURE
    name = TYPE_NAMES[suggestion.suggested]
    return Said(
        fr=f"Ces messages ressemblent à ceux du profil {name.fr}. À vous de voir.",
        en=f"These posts sound like the {name.en} profile. It is yours to decide.",
    )
