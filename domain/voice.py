"""How somebody writes, as a card they can read, correct and take away."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from domain.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceCard:
    """One person's way of writing in one language, in figures and words they can change.

    Medians per post and per sentence; shares of posts from 0 to 1; `commas` per hundred words.
    `says_tu` and `says_we` are None when the posts do not tell. `openings` and `closings` are the
    marks that end the first and the last line of a post, the commonest first, one of ? ! : and a
    full stop; `first_words` and `last_lines` what several posts open and end with. `emojis`,
    `connectors`, `marks` (of punctuation) and `vocabulary` are their own, the most used first.
    `never` are words they never write; only their owner can say so.
    """

    language: Language
    posts: int
    sentence_words: float
    characters: int
    line_breaks: float
    emoji_share: float = 0.0
    emojis: tuple[str, ...] = ()
    hashtag_share: float = 0.0
    hashtags: int = 0
    question_share: float = 0.0
    exclamation_share: float = 0.0
    says_tu: bool | None = None
    says_we: bool | None = None
    openings: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    first_words: tuple[str, ...] = ()
    last_lines: tuple[str, ...] = ()
    connectors: tuple[str, ...] = ()
    commas: float = 0.0
    marks: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return the card in plain values, as it is stored and shown."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Return the card that `as_data` gave; fields that nobody knows any more are left out.

        Raises KeyError, TypeError or ValueError when it is no card.
        """
        known = {each.name for each in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, (list, tuple)) else value
            for name, value in data.items()
            if name in known
        }
        values["language"] = Language(data["language"])
        return cls(**values)
