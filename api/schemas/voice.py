"""Somebody's voice: their own posts, and a card per language they can read and correct."""

from typing import Annotated, Any

from pydantic import Field

from api.schemas.base import WHOLE, Answer, Body, Number, Post, Truth, Word, with_example
from domain.language import Language
from domain.voice import VoiceCard

Words = Annotated[tuple[Word, ...], Field(max_length=50)]
Share = Annotated[Number, Field(ge=0, le=1)]
Amount = Annotated[Number, Field(ge=0, le=10_000)]
Count = Annotated[int, Field(strict=True, ge=0, le=10_000), WHOLE]


class VoiceCardIn(Body):
    """Corrections of one language's card; what is left out stays as it is.

    Medians per post and per sentence, shares of posts from 0 to 1, commas per hundred words.
    `edited` and `posts` may be sent back as they were read; they change nothing.
    """

    language: Language
    edited: Truth | None = None
    posts: Count | None = None
    sentence_words: Amount | None = None
    characters: Count | None = None
    line_breaks: Amount | None = None
    emoji_share: Share | None = None
    emojis: Words | None = None
    hashtag_share: Share | None = None
    hashtags: Count | None = None
    question_share: Share | None = None
    exclamation_share: Share | None = None
    says_tu: Truth | None = None
    says_we: Truth | None = None
    openings: Words | None = None
    closings: Words | None = None
    first_words: Words | None = None
    last_lines: Words | None = None
    connectors: Words | None = None
    commas: Amount | None = None
    marks: Words | None = None
    vocabulary: Words | None = None
    never: Words | None = None

    def corrections(self) -> dict[str, Any]:
        """Return the fields that were sent; only `says_tu` and `says_we` may be unknown."""
        sent = self.model_dump(exclude_unset=True, exclude={"edited", "posts"})
        return {
            name: value
            for name, value in sent.items()
            if value is not None or name in {"says_tu", "says_we"}
        }


class VoiceIn(Body):
    """One's own past posts, newest first, and corrected cards, one per language."""

    model_config = with_example(
        {
            "posts": ["Trois nuits à écouter le même tronçon."],
            "cards": [{"language": "fr", "says_tu": False, "never": ["synergie"]}],
        }
    )

    posts: Annotated[tuple[Post, ...], Field(max_length=50)] | None = None
    cards: Annotated[tuple[VoiceCardIn, ...], Field(max_length=2)] | None = None


class VoiceCardOut(Answer):
    """A card as it is used; `edited` when its owner changed it, else read from their posts."""

    language: Language
    edited: bool
    posts: int
    sentence_words: float
    characters: int
    line_breaks: float
    emoji_share: float
    emojis: list[str]
    hashtag_share: float
    hashtags: int
    question_share: float
    exclamation_share: float
    says_tu: bool | None
    says_we: bool | None
    openings: list[str]
    closings: list[str]
    first_words: list[str]
    last_lines: list[str]
    connectors: list[str]
    commas: float
    marks: list[str]
    vocabulary: list[str]
    never: list[str]

    @classmethod
    def of(cls, card: VoiceCard, *, edited: bool) -> "VoiceCardOut":
        """Return a card as it is sent to its owner."""
        return cls(edited=edited, **card.as_data())


class VoiceKept(Answer):
    """What is kept of somebody's voice, and the cards it gives."""

    posts: list[str]
    cards: list[VoiceCardOut]


class VoiceBrought(VoiceKept):
    """The same after a file of posts was brought; `brought` is how many of them it had."""

    brought: int
