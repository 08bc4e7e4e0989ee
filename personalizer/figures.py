"""Figures and dates in a sentence: where they stand, with what they count."""

import re
from typing import Final

from domain.language import Language
from personalizer.prefiltered import Prefiltered
from personalizer.tongue import FUNCTION_WORDS

_MONTH: Final = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
)
# Small numbers in words count people and parts, and nobody builds a post on them.
_COUNT_WORD: Final = (
    r"(?:douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille"
    r"|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand)"
)
_NUMBER: Final = (
    r"(?<![\w.,:/#\-–])(?:[$€£]\s?)?\d+(?:[\u00a0\u202f  .,]\d{3})*(?:[.,]\d+)?(?![\w/]|[.:,]\d)"
)

_FIGURE: Final = Prefiltered(
    rf"(?P<number>{_NUMBER})\s?(?P<unit>%|[€$£]|percent|(?:(?:millions?|milliards?|billions?)\s)?"
    rf"(?:de\s|d[’']|of\s)?[^\W\d_]{{2,}}(?:-[^\W\d_]+)*\b)"
    rf"|\b{_COUNT_WORD}\s(?P<counted>[^\W\d_]{{3,}})\b",
    re.IGNORECASE,
)
_UNCOUNTED: Final = (
    FUNCTION_WORDS[Language.FRENCH]
    | FUNCTION_WORDS[Language.ENGLISH]
    | frozenset(_MONTH.strip("(?:)").casefold().split("|"))
    | frozenset("am pm years’ fois er ème".split())
)
# "57 venaient": what follows is said of them, and is not what they are.
_VERB: Final = re.compile(r"(?:aient|èrent|irent|urent|eront|iront)$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# What a figure means less, or more, without.
_ABOUT: Final = Prefiltered(
    r"(?:(?:un peu )?(?:plus|moins) (?:de |d[’'])|environ |près (?:de |d[’'])|presque "
    r"|jusqu[’']à |au (?:moins|plus) "
    r"|à peine |seulement |chaque |to(?:us|utes) les |(?:more|less|fewer) than |about |over "
    r"|under |nearly "
    r"|almost |at (?:least|most) |around |roughly |up to |some |exactly |approximately |within "
    r"|only |every |each )$",
    re.IGNORECASE,
)
DATE: Final = Prefiltered(
    rf"(?:\b(?:le\s)?\d{{1,2}}(?:er|st|nd|rd"
    rf"|th)?\s)?\b{_MONTH}\b(?:\s\d{{1,2}}(?!\d),?)?(?:\s(?:19|20)\d\d)?"
    r"|\b(?:en|in|depuis|since)\s(?:19|20)\d\d\b"
)


def figure_in(sentence: str) -> tuple[int, int] | None:
    """Return where the first figure stands with what it counts: "près de 18 %", "12 minutes"."""
    for match in _FIGURE.finditer(sentence):
        before = sentence[: match.start()]
        if not _counts_nothing(match, before):
            about = _ABOUT.search(before)
            return (about.start() if about else match.start()), match.end()
    return None


def _counts_nothing(match: re.Match[str], before: str) -> bool:
    counted = (match["unit"] or match["counted"]).casefold()
    # "Windows Phone 8.1 ils" counts nothing: the number belongs to the name before it.
    named = re.search(r"[A-ZÀ-Þ][\w’'.-]*\s$", before)
    if _YEAR.fullmatch((match["number"] or "").strip()):
        return True
    is_named = named is not None and named.start() > 0 and match["number"] is not None
    if counted in _UNCOUNTED or _VERB.search(counted):
        return True
    return is_named or re.search(r"\d\s(?:\w+\s)?$", before) is not None
