"""A step that nobody gave: "4. Fit studded tyres" in a how-to whose source has other ones.

It holds no figure and no name, so nothing else objects to it. A step is an item of a list, or a
sentence that says its place in a row ("ensuite", "next"), and begins with what is to be done; it is
nobody's where hardly a word of it stands in what was given. A text that shares few words with it
at all is in another language, or about something else, and nothing is said of its steps.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from domain.segmentation import sentence_bounds
from guardrails.facts.retold import words_in

_ITEM: Final = re.compile(
    r"^[ \t]*(?:(?P<sign>[-–—•▪►➤→✓✔✅◦·*])|\d{1,2}[ ]?[.)°/:–-]|[0-9]\ufe0f?\u20e3|[①-⑩]"
    r"|(?:étape|step)[ ]\d{1,2}[ ]?[:.)–-])\ufe0f?[ \t]*(?P<step>\S[^\n]*)$",
    re.MULTILINE | re.IGNORECASE,
)
_IN_A_ROW: Final = re.compile(
    r"(?:tout )?d['’]abord\b|ensuite\b|puis\b|enfin\b|pour finir\b|first(?:ly)?\b|then\b|next\b"
    r"|after that\b|finally\b|lastly\b|(?:étape|step) \d",
    re.IGNORECASE,
)
# "La marge sert à la panne": what is, not what is to be done.
_TELLS: Final = re.compile(
    r"[\s,:]*(?:[ldcj]['’]|(?:les?|la|une?|des|du|ces?|cette|cet|mon|ma|mes|notre|nos|leurs?|son|sa"
    r"|ses|ils?|elles?|on|nous|vous|je|tu|the|an?|its?|this|that|these|those|our|their|we|they|he"
    r"|she|you|i|there|no|aucune?|pas|plus|moins|more|less|fewer)\b)",
    re.IGNORECASE,
)
# What an item holds beside its words: a link, tags, a mark to fill, what somebody says.
_ASIDE: Final = re.compile(
    r"https?://\S+|[#@][\w-]+|\[[^\[\]\n]*\]|«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\""
)
_ACRONYM: Final = re.compile(r"\b[A-Z]{2,5}\b")
# They stand in any step, and tell nothing of it.
_ANY_STEPS: Final = words_in(
    "étape étapes step steps chose thing faire fait make made must should doit peut can simple"
    " simply juste toujours always before après avant when quand what quoi how comment who where"
    " votre your their ensuite puis enfin next then finally first abord without them will"
)
_LEAST: Final = 2
_FEW: Final = 3
_MOST_KNOWN: Final = 0.25
_IN_ITS_TONGUE: Final = 0.3
_MOST_STEPS: Final = 60


def steps_of_its_own(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield each step of a text of which nothing given has more than a word in four."""
    steps = _steps(text)
    if len(steps) < _LEAST or len(steps) > _MOST_STEPS:
        return
    known = words_in("\n".join(given))
    if _share(_told(text), known) < _IN_ITS_TONGUE:
        return
    for span in steps:
        words = _told(text[span.start : span.end])
        placed = _IN_A_ROW.match(text, span.start, span.end)
        if _TELLS.match(text, placed.end() if placed else span.start, span.end):
            continue
        is_told = len(words) < _LEAST or _share(words, known) > _most(len(words))
        if not is_told:
            yield span


def _most(words: int) -> float:
    """Return the share of an item's words that may be known by chance."""
    return _MOST_KNOWN if words > _FEW else 0.0


def _steps(text: str) -> list[Span]:
    """Return the items of lists, and sentences in a row that are none of them."""
    items = list(_items(text))
    rows = [
        Span(start, end)
        for start, end in sentence_bounds(text)
        if _IN_A_ROW.match(text, start) and not any(one.start < end <= one.end for one in items)
    ]
    return [*items, *(rows if len(rows) >= _LEAST else ())]


def _items(text: str) -> Iterator[Span]:
    """Yield the items of lists: of one sign, a line alone is a signature or an aside."""
    found = list(_ITEM.finditer(text))
    signs = Counter(match["sign"] for match in found)
    lists = (match for match in found if signs[match["sign"]] >= _LEAST)
    return (Span(match.start("step"), match.end("step")) for match in lists)


def _told(text: str) -> frozenset[str]:
    bare = _ASIDE.sub(" ", text)
    acronyms = frozenset(one.casefold() for one in _ACRONYM.findall(bare))
    return (words_in(bare) - _ANY_STEPS) | acronyms


def _share(words: frozenset[str], known: frozenset[str]) -> float:
    return len(words & known) / len(words) if words else 1.0
