"""How long a draft aims to be on each platform, and how long one may be."""

from typing import Final

from domain.platforms import Platform
from domain.voice import VoiceCard
from personalizer.lengths import LENGTHS

# On a platform of fewer characters there is room for one thing.
ROOM_TO_SAY: Final = 600
_AIM: Final = 700
_LEAST_AIM: Final = 350


def most(platform: Platform) -> int:
    """Return how long a draft may be."""
    return LENGTHS[platform].characters


def aim(platform: Platform, card: VoiceCard | None) -> int:
    """Return how long a draft should be: as the author's own posts, within reason."""
    wanted = _AIM if card is None else max(_LEAST_AIM, card.characters)
    return min(wanted, most(platform))
