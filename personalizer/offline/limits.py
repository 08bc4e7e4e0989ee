"""How long a text is on each platform, counted as the platform counts, and how long one may be."""

import re
import unicodedata
from typing import Final

from domain.platforms import Platform
from domain.voice import VoiceCard
from personalizer.lengths import LENGTHS

# X makes a link of a bare domain too.
_LINK: Final = re.compile(r"https?://\S+|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?(?!\w)")
_LINK_COUNTS: Final = 23
_AIM: Final = 700
_LEAST_AIM: Final = 350
# X counts these as one, everything else as two (twitter-text, configuration v3).
_SINGLE: Final = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def counted(text: str, platform: Platform) -> int:
    """Return the length of a text as its platform counts it."""
    if platform is Platform.X:
        shortened = _LINK.sub("", text)
        links = len(_LINK.findall(text)) * _LINK_COUNTS
        return links + sum(
            _weight(character) for character in unicodedata.normalize("NFC", shortened)
        )
    return len(text)


def most(platform: Platform) -> int:
    """Return how long a draft may be."""
    return LENGTHS[platform].characters


def aim(platform: Platform, card: VoiceCard | None) -> int:
    """Return how long a draft should be: as the author's own posts, within reason."""
    wanted = _AIM if card is None else max(_LEAST_AIM, card.characters)
    return min(wanted, most(platform))


def _weight(character: str) -> int:
    return 1 if any(low <= ord(character) <= high for low, high in _SINGLE) else 2
