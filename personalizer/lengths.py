"""How long a draft aims to be; the platforms' own limits are the charter's, and lie above."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.platforms import Platform

_WORD: Final = 7  # characters with its space, on the safe side
SHORTER_BY: Final = 0.6  # of the usual length, for whoever asks for less
_AIMED: Final = 0.8  # of what fits; whoever aims at the limit goes beyond it


@dataclass(frozen=True, slots=True)
class Length:
    """What a writer is told: at most so many characters, spaces and links included.

    `fold` is how many of them a reader sees before asking for more, None where all show.
    """

    characters: int
    hashtags: int
    fold: int | None = None


LENGTHS: Mapping[Platform, Length] = MappingProxyType(
    {
        Platform.LINKEDIN: Length(characters=1_300, hashtags=3, fold=200),
        Platform.X: Length(characters=260, hashtags=1),
        Platform.BLUESKY: Length(characters=280, hashtags=1),
        Platform.MASTODON: Length(characters=450, hashtags=3),
        Platform.INTERNAL: Length(characters=1_300, hashtags=0),
    }
)


def words_within(characters: int, url: str | None = None) -> int:
    """Return about how many words fit beside a link: a model counts them better than characters."""
    return max(characters - len(url or ""), 0) // _WORD


def words_aimed_at(usual_words: int, most_words: int) -> int:
    """Return the words to aim at: the author's usual number, as far as it leaves room."""
    return min(usual_words or most_words, round(most_words * _AIMED))
