"""How long a draft aims to be; the platforms' own limits are the charter's, and lie above."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from domain.platforms import Platform


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
