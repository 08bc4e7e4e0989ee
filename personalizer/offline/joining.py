"""Putting the parts of a draft in order, and joining them the way its author does."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from domain.language import Language
from personalizer.offline.blocks import Block, run_behind
from personalizer.offline.emoji import with_emoji
from personalizer.offline.layouts import (
    WITH_NOTES,
    WITH_NOTES_APART,
    WITHOUT_NOTES,
    Layout,
    Part,
)
from personalizer.offline.material import Material
from personalizer.offline.parts import NEEDED, Parts
from personalizer.tongue import FUNCTION_WORDS, words

_AIRY: Final = 3
_LABEL_WORDS: Final = 2
_STEM: Final = 3
_NOTHING: Final = frozenset(
    {"", "aucun", "aucune", "rien", "néant", "non", "none", "nothing", "no"}
)
_UNTOLD: Final = {Part.TITLED: Part.INTRO, Part.WOVEN: Part.PRESENTED}

Worded = tuple[Block | None, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands: its paragraph."""

    paragraph: int
    part: Part


def joined(parts: Parts, *, dropped: frozenset[Part]) -> str:
    """Return the text of a draft without the parts dropped."""
    label = _label(parts)
    places = list(_places(parts, dropped))
    blocks = _worded(parts, places, _LABEL_WORDS if label else 0)
    paragraphs: dict[int, list[str]] = {}
    for place, block in zip(places, blocks, strict=False):
        if block is not None:
            paragraphs.setdefault(place.paragraph, []).append(block.text)
    texts = [" ".join(paragraph) for paragraph in paragraphs.values()]
    material = parts.material
    marked = with_emoji(texts, material.request.ambassador, material.card)
    return label + _separator(parts).join(marked)


def _places(parts: Parts, dropped: frozenset[Part]) -> Iterator[Place]:
    """Yield the parts of the layout in order; where nothing is told, the content is presented."""
    for paragraph, names in enumerate(((Part.GREETING,), *_layout(parts))):
        for name in names:
            untold = _UNTOLD.get(name, name) if Part.CLAIM in dropped else name
            if untold not in dropped:
                yield Place(paragraph, untold)


def _layout(parts: Parts) -> Layout:
    material = parts.material
    layouts = WITHOUT_NOTES
    if material.notes and parts.notes:
        layouts = WITH_NOTES if parts.wording.is_told_by_notes else WITH_NOTES_APART
    if not parts.names_title and parts.tells:
        # What presents nothing by its title would open on the bare word of where one works.
        layouts = tuple(one for one in layouts if not _opens_on_work(one))
    return parts.wording.dice.arrange("layout", layouts)


def _opens_on_work(layout: Layout) -> bool:
    return any(Part.PRESENTED in paragraph for paragraph in layout) or Part.WOVEN in layout[0]


def _worded(parts: Parts, places: Sequence[Place], run: int) -> Worded:
    """Return a wording of each part, such that no run of connecting words grows too long.

    A part is left out only where there is no other way.
    """
    choices = [parts.choices(place.part) for place in places]
    optional = [place.part not in NEEDED for place in places]
    nothing = [False] * len(places)
    for may_go in (nothing, optional, [True] * len(places)):
        wording = _fitting(choices, may_go, run)
        if wording is not None:
            return _unechoed(wording, choices, run, parts.material)
    return ()


def _unechoed(
    wording: Worded, choices: Sequence[Sequence[Block]], run: int, material: Material
) -> Worded:
    """Say a part in other words where it would begin like one before it: "To keep. We keep…"."""
    said: set[str] = set()
    kept = list(wording)
    for at, block in enumerate(wording):
        if block is None:
            continue
        others = (block, *choices[at]) if said & _stems(block, material) else (block,)
        for other in others:
            tried = [*kept[:at], other, *kept[at + 1 :]]
            if not said & _stems(other, material) and _keeps_short(tried, run):
                kept = tried
                break
        said |= _stems(kept[at], material)
    return tuple(kept)


def _stems(block: Block | None, material: Material) -> frozenset[str]:
    """Return how the telling words around what is a block's own begin."""
    connecting = block.connecting if block is not None else ""
    return _stems_of(connecting, material.kind, material.language)


# The same phrases are looked at for every order of the parts; what is somebody's own is no part.
@lru_cache(maxsize=4096)
def _stems_of(connecting: str, kind: str, language: Language) -> frozenset[str]:
    little = FUNCTION_WORDS[language] | {*words(kind)}
    found = (word for word in words(connecting) if len(word) >= _STEM and word not in little)
    return frozenset(word[:_STEM] for word in found)


def _keeps_short(blocks: Sequence[Block | None], run: int) -> bool:
    after: int | None = run
    for block in blocks:
        if block is not None and after is not None:
            after = run_behind(after, block)
    return after is not None


def _fitting(choices: Sequence[Sequence[Block]], may_go: Sequence[bool], run: int) -> Worded | None:
    @cache  # what can follow depends on nothing but the run before it
    def behind(at: int, run: int) -> Worded | None:
        if at == len(choices):
            return ()
        for block in choices[at]:
            after = run_behind(run, block)
            rest = behind(at + 1, after) if after is not None else None
            if rest is not None:
                return (block, *rest)
        rest = behind(at + 1, run) if may_go[at] or not choices[at] else None
        return (None, *rest) if rest is not None else None

    return behind(0, run)


def _separator(parts: Parts) -> str:
    breaks = parts.material.line_breaks
    if breaks is None or breaks > _AIRY:
        return "\n\n"
    return "\n" if breaks > 0 else " "


def _label(parts: Parts) -> str:
    given = (parts.material.request.consideration or "").strip(" .").casefold()
    return "" if given in _NOTHING else parts.material.phrases.pool("label")[0]
