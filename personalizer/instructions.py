"""What of somebody's notes is a wish about the draft: orders to whoever writes, no words of theirs.

"Ton plus enthousiaste stp" or "make it funny" would stand in the post as its author's own words,
and vouch for what it says. It is taken out of the notes; length, emoji, hashtags, "tu" and a
last question are followed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from domain.drafts import DraftRequest
from domain.segmentation import sentences
from domain.voice import VoiceCard
from personalizer.instruction_words import (
    BARE,
    BEGGED,
    CLOSES_ON_QUESTION,
    LIMITED,
    NAMES,
    NO_EMOJI,
    NO_HASHTAGS,
    OF_A_DRAFT,
    OF_THE_AUTHOR,
    ORDER,
    SET,
    SHORTER,
    TELLS,
    TO_READERS,
    TUTOIE,
    VOUVOIE,
)
from personalizer.lengths import SHORTER_BY, Length
from personalizer.whole_orders import is_wholly_an_order

_PARTS: Final = re.compile(r"[,;:(–—] ?")
_LAST_PARTS: Final = 6
# Typed in haste, an order behind a full stop has no capital: "on a dormi 4h. en 3 lignes max".
_STOPS: Final = re.compile(
    r"(?<=[.!?…)]) {1,3}(?=[^\W_])(?!(?:is|was|est|était|c['’]est)\b)", re.IGNORECASE
)
# Said by somebody, or taken up by what follows: "… : c'est ma méthode", "… is what I hear".
_SAID_BY: Final = re.compile(
    r", ?(?:m['’]a(?:-t-(?:il|elle))?|me (?:dit|disait|rép[éè]t\w+)|disait|rép[éè]t(?:ait|e)"
    r"|(?:he|she|they|my \w+|our \w+) (?:said|says|told|kept saying))\b"
    r"|[.!?] (?:is|was|est|était|c['’]est)\b"
    r"|[,:] (?:that(?: is|['’]s)|it['’]s|c['’]est) (?:how|why|what|all|comme|ainsi|ce que|tout"
    r"|(?:my|our|ma|mon|notre|the|la|le) (?:way|methods?|rule|habit|motto|day|job|secret|lesson"
    r"|méthode|règle|devise|habitude|leçon|métier|quotidien|conseil))\b",
    re.IGNORECASE,
)
# What is told of something written is no limit: "Mon rapport tient en une page, dix lignes max".
_WRITTEN: Final = re.compile(
    r"\b(?:mots?|lignes?|phrases?|pages?|paragraphes?|rapports?|notes?|briefs?|(?:e-?)?mails?"
    r"|courriels?|lettres?|messages?|textes?|comptes?[ -]rendus?|words?|lines?|sentences?"
    r"|paragraphs?|reports?|letters?)\b",
    re.IGNORECASE,
)
_TAKES_UP: Final = re.compile(
    r"(?:^|[.!?…] )(?:(?:that|this|it)\b|c['’](?:est|était)|cela\b|ça\b)"
    r"|\b(?:that|this|cette|ce|cet) (?:rule|limit|habit|règle|limite|habitude)\b",
    re.IGNORECASE,
)
# "Ici", "Chez nous": where and when something is, not what.
_SETTING: Final = re.compile(
    r"(?:(?:ici|chez|aux?|à|dans|en|here|at|in|on|with|avec)(?: \w+){0,3}|(?:le|la|les) \w+)$",
    re.IGNORECASE,
)


class Wish(StrEnum):
    """What of a draft can be changed by asking."""

    SHORTER = "shorter"
    NO_EMOJI = "no_emoji"
    NO_HASHTAGS = "no_hashtags"
    QUESTION = "question"
    TU = "tu"
    VOUS = "vous"


_TOLD_BY: Final = {
    Wish.SHORTER: SHORTER,
    Wish.NO_EMOJI: NO_EMOJI,
    Wish.NO_HASHTAGS: NO_HASHTAGS,
    Wish.QUESTION: CLOSES_ON_QUESTION,
    Wish.TU: TUTOIE,
    Wish.VOUS: VOUVOIE,
}


def understood(request: DraftRequest) -> DraftRequest:
    """Return a request whose notes are its author's words alone; its wishes are the rest of them.

    A note without any order stays as it was typed.
    """
    notes: list[str] = []
    wishes = list(request.wishes)
    for note in request.notes:
        kept, asked = _sorted(note)
        notes += [kept] if kept else []
        wishes += asked
    return replace(request, notes=tuple(notes), wishes=tuple(dict.fromkeys(wishes)))


def wishes_in(wishes: Iterable[str]) -> frozenset[Wish]:
    """Return what of a draft somebody's orders change, of all that can be changed."""
    said = [_plain(one) for one in wishes]
    return frozenset(
        wish for wish, words in _TOLD_BY.items() if any(words.search(one) for one in said)
    )


def as_wished(card: VoiceCard | None, wishes: Iterable[str]) -> VoiceCard | None:
    """Return a card that leaves out, for one request, what somebody wished away."""
    asked = wishes_in(wishes)
    if card is not None and Wish.NO_EMOJI in asked:
        card = replace(card, emoji_share=0.0, emojis=())
    if card is not None and Wish.NO_HASHTAGS in asked:
        card = replace(card, hashtag_share=0.0, hashtags=0)
    if card is not None and asked & {Wish.TU, Wish.VOUS}:
        card = replace(card, says_tu=Wish.TU in asked)
    return card


def length_wished(length: Length, wishes: Iterable[str]) -> Length:
    """Return how long a draft may be, and with how many hashtags, for whoever wished for less."""
    asked = wishes_in(wishes)
    if Wish.SHORTER in asked:
        length = replace(length, characters=round(length.characters * SHORTER_BY))
    return replace(length, hashtags=0) if Wish.NO_HASHTAGS in asked else length


def _sorted(note: str) -> tuple[str, list[str]]:
    """Return what of a note is its author's, and what tells whoever writes what to do."""
    if is_wholly_an_order(note):
        return "", [note]
    pieces = [*_pieces(note)]
    apart = [
        (piece, "") if _is_told_beside(pieces, at) else _apart(piece)
        for at, piece in enumerate(pieces)
    ]
    told, asked = ([one for one in side if one] for side in zip(*apart, strict=True))
    return (note, []) if told == pieces else (" ".join(told), asked)


def _is_told_beside(pieces: Sequence[str], at: int) -> bool:
    """Tell whether what would be an order alone is told, by what stands around it."""
    piece = _plain(pieces[at])
    if len(pieces) == 1 or ORDER.match(piece) or not BARE.match(piece):
        return False
    before, after = _plain(" ".join(pieces[:at])), _plain(" ".join(pieces[at + 1 :]))
    if _TAKES_UP.search(after):
        return True
    if LIMITED.match(piece) is None:
        return False
    at_an_end = not before or not after
    return not (at_an_end and SET.match(piece)) or _WRITTEN.search(before) is not None


def _pieces(note: str) -> Iterator[str]:
    """Yield the sentences of a note, and apart what is typed behind one as an order."""
    for sentence in sentences(note):
        begins = 0
        for stop in _STOPS.finditer(sentence):
            if _is_instruction(sentence[stop.end() :]) or _is_instruction(
                sentence[begins : stop.start()]
            ):
                yield sentence[begins : stop.start()]
                begins = stop.end()
        yield sentence[begins:]


def _apart(sentence: str) -> tuple[str, str]:
    """Return what of a sentence is told and what is ordered; what somebody said is told."""
    if _SAID_BY.search(sentence):
        return sentence, ""
    said = _plain(sentence)
    within = TELLS.search(said)
    if within is not None and (not within.start() or _is_instruction(said[: within.start()])):
        told, asked = _told_within(within)
        return (told, asked) if told != said else (sentence, "")
    named = NAMES.match(said)
    if named is not None:
        # "Mention our team: it won" tells of whom, too.
        return _with_capital(said[named.start("named") :]), ""
    if _is_instruction(sentence):
        # What stands behind a colon may be what the post is to tell.
        order, colon, behind = said.partition(": ")
        return (behind, order.rstrip()) if colon and ORDER.match(order) else ("", sentence)
    for end, start in _boundaries(sentence):
        tail = sentence[start:].rstrip(")")
        # "Plus simple, plus courte" is told of what was named; a mark or a tone is a draft's.
        if _is_instruction(tail) and (ORDER.match(_plain(tail)) or OF_A_DRAFT.search(tail)):
            left = sentence[:end].rstrip()
            return (sentence, "") if _is_told_of(left, tail) else (left, sentence[start:])
    return sentence, ""


def _is_told_of(left: str, tail: str) -> bool:
    """Tell whether a tail belongs to what it is typed behind, as an order does not."""
    limit = LIMITED.match(_plain(tail))
    return bool(_SETTING.match(left) or (limit and _WRITTEN.search(left)))


def _told_within(within: re.Match[str]) -> tuple[str, str]:
    """Return what an order has told, in its own words where they speak to readers."""
    order, told = within.string[: within.start()].rstrip(), within["told"]
    for_a_draft = not TO_READERS.match(told) if order else OF_THE_AUTHOR.match(told) is not None
    return _with_capital(told if for_a_draft else within["verb"]), order


def _with_capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _is_instruction(part: str) -> bool:
    said = _plain(part)
    return any(words.match(said) is not None for words in (ORDER, BARE, BEGGED))


def _boundaries(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where the last parts of a sentence begin, the first of them first."""
    found = [one.span() for one in _PARTS.finditer(sentence)]
    yield from found[-_LAST_PARTS:]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
