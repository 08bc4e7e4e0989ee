"""Finding the fullest draft that fits: its platform, its author's habits, and few quotations."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from personalizer.citing import LONGEST_QUOTATION
from personalizer.clauses import word_count
from personalizer.habits import LINK
from personalizer.offline.ending import has_label
from personalizer.offline.joining import joined
from personalizer.offline.layouts import LESS, Part
from personalizer.offline.limits import ROOM_TO_SAY, aim, most
from personalizer.offline.material import Material
from personalizer.offline.parts import Parts
from personalizer.offline.wording import Wording
from personalizer.writing import NothingToSay

# What the charter allows.
MOST_QUOTED: Final = 0.30
_QUOTE_STEPS: Final = (LONGEST_QUOTATION, 21, 18, 15, 12, 10, 8)
_STILL_SAYING: Final = tuple(one for one in LESS if not one & {Part.OWN, Part.CLAIM})
_ROOM: Final = 1.3
_FULL: Final = 0.85
# Fewer than five words between marks are a term, which quotes nobody.
_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”")
_LEAST_QUOTATION: Final = 5


@dataclass(frozen=True, slots=True)
class Attempt:
    """A text, what wrote it, and the parts it goes without."""

    parts: Parts
    dropped: frozenset[Part]
    text: str


def composed(wording: Wording, *, most_characters: int | None = None) -> str:
    """Return a draft within its platform's length, always with its disclosure and its link.

    Raises NothingToSay where there is room to tell or quote something, and nothing that fits.
    """
    material = wording.material
    platform = material.request.platform
    limit = min(most(platform), most_characters or most(platform))
    wanted = min(limit, int(aim(platform, material.card) * _ROOM) + _told_behind(material))
    shortest = ""
    # What is asked to be shorter may end up saying less.
    is_free = most_characters is not None or _may_only_name(material)
    for dropped, notes in _ways_to_shorten(material, is_free=is_free):
        enough = limit if Part.CLOSING in dropped else wanted
        fitting: list[Attempt] = []
        tried = 0
        for attempt in _attempts(wording, dropped, notes, is_free=is_free):
            tried += 1
            shortest = min(shortest or attempt.text, attempt.text, key=len)
            if material.counted(attempt.text) <= enough:
                fitting.append(attempt)
                if _quoted_share(attempt.text) <= MOST_QUOTED:
                    return _rounded_out(attempt, wanted)
        if tried and not is_free and len(fitting) == tried:
            break  # all are short enough: with less around it, a quotation only weighs more
        if fitting and is_free:
            return min(fitting, key=lambda one: _quoted_share(one.text)).text
    if not is_free:
        raise NothingToSay
    return shortest


def _told_behind(material: Material) -> int:
    """Return the room for what is told behind the first sentence: without it, that one may hang."""
    return sum(material.counted(one.text) for one in material.follow)


def _may_only_name(material: Material) -> bool:
    """Tell whether a draft may name its subject and say no more of it."""
    has_little_room = most(material.request.platform) < ROOM_TO_SAY
    # A content of a sentence or two has no better angle to give this one up for.
    return has_little_room or material.is_foreign or material.focus is None or material.is_thin


def _ways_to_shorten(material: Material, *, is_free: bool) -> Iterator[tuple[frozenset[Part], int]]:
    """Yield what goes without which parts and with how many sentences of notes.

    Half of what somebody noted may say another thing: greetings and closings go before it.
    """
    steps, count = LESS if is_free else _STILL_SAYING, len(material.notes)
    whole = [one for one in steps if Part.NOTE not in one]
    yield from ((dropped, count) for dropped in whole)
    for dropped in steps:
        yield from ((dropped, fewer) for fewer in range(count - 1, 0, -1))
    yield from ((dropped, count) for dropped in steps if dropped not in whole)


def _attempts(
    wording: Wording, dropped: frozenset[Part], notes: int, *, is_free: bool
) -> Iterator[Attempt]:
    """Yield ways to write the same parts, the best first; one has to name the content."""
    if Part.TITLE in dropped and not (is_free or _may_go_unnamed(wording.material)):
        return
    fullest = Parts(
        wording=wording,
        quote_words=LONGEST_QUOTATION,
        aside_words=0,
        notes=notes,
        says_title=Part.TITLE not in dropped,
    )
    without = dropped | {Part.ASIDE}
    ways = [fullest] if fullest.claim is not None else list(_quoting(fullest))
    if fullest.claim is None and is_free:
        # Rather name the content than quote too much.
        ways.append(replace(fullest, quote_words=0))
    # Whoever noted what they think is asked for more only where no quotation is short enough.
    for asks_more in (False, True) if notes and ways else (None,):
        chosen = [one for one in ways if asks_more in (None, one.asks_more)]
        yield from _titled_first(chosen, without, is_free=is_free)


def _titled_first(
    ways: Sequence[Parts], without: frozenset[Part], *, is_free: bool
) -> Iterator[Attempt]:
    """Yield what each way of telling gives; its title goes only if quotations would be too many.

    Even then, what is quoted goes before the name of the content where nothing else says that.
    """
    is_too_much = True
    for one in ways:
        attempt = _attempt(one, without)
        is_too_much &= _quoted_share(attempt.text) > MOST_QUOTED
        yield attempt
    if is_too_much and ways:
        material = ways[0].material
        if material.notes or not _may_go_unnamed(material):
            # Rather name the content than quote it unnamed.
            yield _attempt(replace(ways[0], quote_words=0), without)
        if is_free or _may_go_unnamed(material):
            yield from (_attempt(replace(one, says_title=False), without) for one in ways)


def _may_go_unnamed(material: Material) -> bool:
    """Tell whether a draft may leave out the title: there is none, or its link says a short one.

    A question says itself what it is about, and who is quoted of an interview tells as much.
    """
    is_spoken = material.focus is not None and material.focus.speaker is not None
    says_itself = material.is_foreign or material.asks or is_spoken
    return material.title is None or says_itself or has_label(material)


def _quoting(fullest: Parts) -> Iterator[Parts]:
    """Yield ways to quote: whole before cut, and with a short mark before a long one."""
    seen: dict[str, Parts] = {}
    for words in _QUOTE_STEPS:
        fewer = replace(fullest, quote_words=words)
        if fewer.citation is not None:
            seen.setdefault(fewer.citation.words, fewer)
    for fewer in seen.values():
        yield fewer
        yield replace(fewer, asks_more=True)


def _attempt(parts: Parts, dropped: frozenset[Part]) -> Attempt:
    return Attempt(parts, dropped, joined(parts, dropped=dropped))


def _rounded_out(draft: Attempt, limit: int) -> str:
    """Add another quotation to a short draft, as long as quotations stay few."""
    material = draft.parts.material
    if material.is_wished_shorter or material.counted(draft.text) >= _FULL * aim(
        material.request.platform, material.card
    ):
        return draft.text
    said, quoted = word_count(LINK.sub("", draft.text)), _quoted_words(draft.text)
    allowed = int((MOST_QUOTED * said - quoted) / (1 - MOST_QUOTED))
    parts = replace(draft.parts, aside_words=min(allowed, LONGEST_QUOTATION))
    fuller = _attempt(parts, draft.dropped - {Part.ASIDE})
    fits = material.counted(fuller.text) <= limit
    return fuller.text if fits and _quoted_share(fuller.text) <= MOST_QUOTED else draft.text


def _quoted_share(text: str) -> float:
    """Return the share of the words that others said, however "isn't" is counted."""
    said = LINK.sub("", text)
    return max(
        _quoted_words(text, count) / max(1, count(said)) for count in (word_count, _as_spaced)
    )


def _as_spaced(text: str) -> int:
    return len(text.split())


def _quoted_words(text: str, count: Callable[[str], int] = word_count) -> int:
    counts = [count(quotation[1:-1]) for quotation in _QUOTED.findall(text)]
    return sum(number for number in counts if number >= _LEAST_QUOTATION)
