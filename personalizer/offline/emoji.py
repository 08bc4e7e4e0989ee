"""Emoji where their author puts them: the one that opens several of their posts, or ends them.

An emoji goes with what its post is about, so one that somebody used once says nothing of the
next post; one that stands at the same place of several posts is a habit.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from domain.people import Ambassador
from domain.voice import VoiceCard
from personalizer.card import NEWEST
from personalizer.digested import Digested
from personalizer.habits import EMOJI, prose

_OFTEN: Final = 0.3
_SEVERAL: Final = 2
_HALF: Final = 0.5
_OPENS: Final = re.compile(rf"^\s*({EMOJI.pattern})")
_ENDS: Final = re.compile(rf"({EMOJI.pattern})\s*$")
# Nobody puts a picture before others' words, nor on a mark that is still to be filled.
_NOT_BEFORE: Final = tuple("«“[(")
_NOT_BEHIND: Final = tuple("»”]):")


def with_emoji(texts: Sequence[str], person: Ambassador, card: VoiceCard | None) -> list[str]:
    """Return the paragraphs of a draft, one with its author's emoji if they have such a habit."""
    marked = list(texts)
    if card is None or card.emoji_share < _OFTEN or not texts:
        return marked
    places = _emoji_of(Digested(person.posts[:NEWEST]))
    opening, ending = (_habit(found, card) for found in places)
    last = max((at for at, text in enumerate(texts) if not _is_furniture(text)), default=0)
    if opening is not None and not texts[0].startswith(_NOT_BEFORE):
        marked[0] = f"{opening} {texts[0]}"
    elif ending is not None and not texts[last].endswith(_NOT_BEHIND):
        marked[last] = f"{texts[last]} {ending}"
    return marked


@lru_cache(maxsize=256)
def _emoji_of(posts: Digested) -> tuple[Counter[str | None], ...]:
    """Return the emoji that open posts, and those that end them; None for posts without."""
    read = posts.read()
    return Counter(map(_opening, read)), Counter(map(_ending, read))


def _habit(found: Counter[str | None], card: VoiceCard) -> str | None:
    """Return the emoji that stands at a place of several posts, None if none does."""
    known = [(times, one) for one, times in found.items() if one in card.emojis]
    times, emoji = max(known, default=(0, None))
    return emoji if times >= max(_SEVERAL, _HALF * card.posts) else None


def _opening(post: str) -> str | None:
    found = _OPENS.search(post)
    return found[1] if found else None


def _ending(post: str) -> str | None:
    found = _ENDS.search(prose(post))
    return found[1] if found else None


def _is_furniture(text: str) -> bool:
    """Tell whether a paragraph is a link or hashtags."""
    return "http" in text or text.startswith("#")
