"""What a prompt is told of how somebody writes, read from the card they can read and correct."""

from dataclasses import dataclass
from typing import Final

from domain.people import ProfileMix, ProfileType
from domain.voice import VoiceCard
from personalizer.lengths import Length
from personalizer.prompts import Foreign

_OFTEN: Final = 0.5
_AIRY: Final = 3
_CONNECTORS: Final = 4
_EMOJIS: Final = 3
_NEVER: Final = 30
_LINES: Final = 2
_ENDS: Final = frozenset("?!:.")
_SIGNS: Final = frozenset(";:…—–(«“")
_ENOUGH_OF_A_TYPE: Final = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """A card in the terms of a prompt.

    `characters` and `sentence_words` are about what the author writes, 0 where the card does not
    tell; None stands for a habit that goes neither way, or that nobody told of. `hashtags` is how
    many, 0 for none. `opens_with` and `closes_with` are the marks their first and last sentences
    mostly end with, `signs` what punctuation they like.
    """

    characters: int
    sentence_words: int
    says_tu: bool | None
    says_we: bool | None
    is_airy: bool | None
    asks: bool | None
    exclaims: bool | None
    uses_emoji: bool | None
    emojis: tuple[Foreign, ...]
    hashtags: int | None
    connectors: tuple[Foreign, ...]
    never: tuple[Foreign, ...]
    opens_with: str | None = None
    closes_with: str | None = None
    first_words: tuple[Foreign, ...] = ()
    last_lines: tuple[Foreign, ...] = ()
    signs: tuple[str, ...] = ()


def habits_of(card: VoiceCard | None, length: Length) -> Habits | None:
    """Return what the card says for a post of that length, None where there is no card."""
    if card is None:
        return None
    uses_emoji = _leans(card, card.emoji_share)
    return Habits(
        characters=min(_tens(card.characters), length.characters),
        sentence_words=round(card.sentence_words),
        says_tu=card.says_tu,
        says_we=card.says_we,
        is_airy=card.line_breaks >= _AIRY if card.line_breaks or card.posts else None,
        asks=_leans(card, card.question_share),
        exclaims=_leans(card, card.exclamation_share),
        uses_emoji=uses_emoji,
        emojis=_foreign(card.emojis[:_EMOJIS]) if uses_emoji else (),
        hashtags=_hashtags(card, length),
        connectors=_foreign(card.connectors[:_CONNECTORS]),
        never=_foreign(card.never[:_NEVER]),
        opens_with=_end(card.openings),
        closes_with=_end(card.closings),
        first_words=_foreign(card.first_words[:_LINES]),
        last_lines=_foreign(card.last_lines[:_LINES]),
        signs=tuple(mark for mark in card.marks if mark in _SIGNS),
    )


def told_types(mix: ProfileMix | None) -> tuple[ProfileType, ...]:
    """Return the types that make up a good part of somebody, the largest first."""
    if mix is None:
        return ()
    found = sorted(mix.shares, key=lambda kind: (-mix.share(kind), kind))
    return tuple(kind for kind in found if mix.share(kind) >= _ENOUGH_OF_A_TYPE)


def _hashtags(card: VoiceCard, length: Length) -> int | None:
    uses = _leans(card, card.hashtag_share)
    return min(max(card.hashtags, 1), length.hashtags) if uses else None if uses is None else 0


def _leans(card: VoiceCard, share: float) -> bool | None:
    """Tell a habit from what is never done; a card of no posts tells only what its owner set."""
    if share >= _OFTEN:
        return True
    return False if share == 0 and card.posts else None


def _end(marks: tuple[str, ...]) -> str | None:
    """Return the commonest of the marks a sentence ends with, if it is one that has a name."""
    return marks[0] if marks and marks[0] in _ENDS else None


def _tens(characters: int) -> int:
    return round(characters, -1)


def _foreign(words: tuple[str, ...]) -> tuple[Foreign, ...]:
    return tuple(Foreign(word) for word in words if word.strip())
