"""What a sentence shows by itself of speaking to the machine that reads it.

An imperative alone speaks to readers: what tells is whom it names, what it asks about, and the
forms that only conversations with machines have. What somebody shows in quotation marks while
telling of attacks is no order.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType

from guardrails.checks.patterns import AMPLE_ROOM, Matcher, matcher

_FILE = Path(__file__).parent / "addressed.toml"
_PIECE = re.compile(r"\{([a-z]+)\}")
_ORDERS = ("forms", "named", "played", "meta", "asked", "unsaid")
# Its counts of letters fill RE2's automaton, which then runs a hundred times slower.
_COUNTING = "meta"
_COUNT = re.compile(r"\{(\d+),\d*\}")
# What follows narrows what is to be forgotten: "all instructions on the label", "… about steel".
_NARROWED = re.compile(
    r" (?:(?:that|which|who) (?:come|came|are|were|you)|about|on|in|from|by|of"
    r"|sur|par|dans|pour|affichee?s?|recue?s?|du|des|d')\b"
)
_QUOTED = re.compile(r'"[^"\n]{1,400}"')


def speaks_to_its_reader(bare: str, beside: str = "") -> bool:
    """Tell whether a sentence, folded and without accents, gives its machine reader an order.

    A mere hint counts only where something else in the sentence, or `beside` it, speaks of a
    machine, of its judgement or of the text itself.
    """
    places = [*_places(bare), *_hints(bare, beside)]
    if not places:
        return False
    quoted = [found.span() for found in _QUOTED.finditer(bare)]
    around = _QUOTED.sub('""', bare)
    is_told_of = _finds("attacks", around) and not _finds("obeyed", around)
    return not (is_told_of and all(_is_within(place, quoted) for place in places))


def called_in(bare: str) -> int | None:
    """Return where a sentence goes on behind the machine it calls, or the machine's work."""
    found = next(_lists()["calls"].finditer(_written(bare)), None)
    return found.end() if found else None


def _hints(bare: str, beside: str) -> Iterator[tuple[int, int]]:
    """Yield the places that hint at a machine, if there are two or what is around says so too."""
    found = [(one.start(), one.end()) for one in _lists()["hints"].finditer(_written(bare))]
    if len(found) == 1:
        start, end = found[0]
        if not _finds("machines", f"{bare[:start]} ; {bare[end:]} ; {beside}"):
            return
    yield from found


def _places(bare: str) -> Iterator[tuple[int, int]]:
    written = _written(bare)
    for name in _ORDERS:
        if name == _COUNTING and _uncounted().search(written) is None:
            continue
        for found in _lists()[name].finditer(written):
            if name != "unsaid" or _NARROWED.match(bare, found.end()) is None:
                yield found.start(), found.end()


def _is_within(place: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place stands in quotation marks; those are in order."""
    at = bisect_right(quoted, place[0], key=itemgetter(0)) - 1
    return at >= 0 and place[1] <= quoted[at][1]


def _finds(name: str, text: str) -> bool:
    return _lists()[name].search(_written(text)) is not None


def _written(text: str) -> str:
    # RE2 reads UTF-8; a question mark keeps the offsets.
    return text.encode(errors="replace").decode()


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, Matcher]:
    patterns = _patterns().items()
    return MappingProxyType({name: matcher(one, room=AMPLE_ROOM) for name, one in patterns})


@lru_cache(maxsize=1)
def _uncounted() -> Matcher:
    """Return what a text holds that has an order of the counting list, however far its parts."""
    loosely = _COUNT.sub(lambda found: f"{{{found[1]},}}", _patterns()[_COUNTING])
    return matcher(loosely, room=AMPLE_ROOM)


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, str]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    pieces: dict[str, str] = {}
    for name, piece in data["pieces"].items():
        pieces[name] = _filled(piece, pieces)
    return MappingProxyType(
        {
            name: "|".join(_filled(line, pieces) for line in data[name]["lines"])
            for name in (*_ORDERS, "hints", "machines", "calls", "attacks", "obeyed")
        }
    )


def _filled(line: str, pieces: Mapping[str, str]) -> str:
    return _PIECE.sub(lambda found: pieces[found[1]], line)
