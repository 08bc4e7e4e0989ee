"""What a voice card asks of each habit, where it says something about it."""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from domain.voice import VoiceCard

_LETTERS_PER_WORD: Final = 5.5
_LEAST_WORDS: Final = 20
# A post that asks does so in about one sentence of five.
_SENTENCES: Final = 5
# So many of a hundred words speak to the reader, or of the author, where a post does so at all.
_OFTEN: Final = 3.0


def _line_breaks(card: VoiceCard) -> float:
    return 100 * card.line_breaks / max(_LEAST_WORDS, card.characters / _LETTERS_PER_WORD)


def _often_if(said: bool | None, *, when: bool) -> float | None:  # noqa: FBT001 - one answer of a card
    return None if said is None else _OFTEN * (said is when)


# What a card asks of a habit, by the habit's name; None where it leaves it open.
WISHES: Final[Mapping[str, Callable[[VoiceCard], float | None]]] = MappingProxyType(
    {
        "sentence": lambda card: card.sentence_words,
        "length": lambda card: math.log2(1 + card.characters),
        "questions": lambda card: card.question_share / _SENTENCES,
        "exclamations": lambda card: card.exclamation_share / _SENTENCES,
        "emoji": lambda card: card.emoji_share,
        "hashtags": lambda card: math.log2(1 + card.hashtags) * (card.hashtag_share > 0),
        "lines": _line_breaks,
        "tu": lambda card: _often_if(card.says_tu, when=True),
        "vous": lambda card: _often_if(card.says_tu, when=False),
        "we": lambda card: _often_if(card.says_we, when=True),
        "i": lambda card: _often_if(card.says_we, when=False),
        "commas": lambda card: card.commas,
    }
)


def changed(name: str, kept: VoiceCard, measured: VoiceCard, middle: float) -> float:
    """Return the middle of a habit once its owner has changed the card that was measured.

    `middle` is that of their posts; where the card says what the posts say, it stays.
    """
    wish = WISHES.get(name)
    wanted, found = (wish(kept), wish(measured)) if wish is not None else (None, None)
    if wanted is None or wanted == found:
        return middle
    return max(0.0, middle + wanted - found) if found is not None else wanted
