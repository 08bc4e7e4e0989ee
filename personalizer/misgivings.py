"""What speaks against telling a sentence away from its text, though it reads whole.

None of it is wrong by itself, so nothing is refused: the sentence only waits for better ones.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from personalizer.hanging import hanging
from personalizer.items import is_bare
from personalizer.passages import Passage
from personalizer.prefiltered import Prefiltered
from personalizer.register import VOICES, voice_of

# What stands behind takes it back, wholly or in part.
_TAKEN_BACK: Final = Prefiltered(
    r"\s*(?:[-*>]\s)?(?:but|however|yet|unfortunately|that said|instead|except|(?:it )?turns out"
    r"|(?:in (?:reality|truth)|actually|sadly|alas),|not (?:so|quite)\b"
    r"|the (?:problem|trouble|catch) is|mais|cependant|pourtant|toutefois|néanmoins|hélas"
    r"|malheureusement"
    r"|en (?:revanche|théorie|principe|réalité|fait)|par contre|sauf|or\b,?(?= )"
    r"|seulement(?: voilà)?,|reste que|encore (?:faut-il|que)|eh ba?h? non|non[,.!]"
    r"|(?:le|seul|un) (?:petit )?(?:problème|souci|hic|bémol)|au contraire)(?!\w)",
    re.IGNORECASE,
)
# Something said of one among others, or at a time, that stands before it.
_ONE_OF: Final = Prefiltered(
    r"\b(?:(?:the|some|some of the|of the|of our|many) other|the rest of|likewise"
    r"|instead(?! of)|besides|eventually|from there|back then|at first|by then"
    r"|at (?:this|that) (?:point|stage|time)"
    r"|afterward?s?|later|les autres|l['’]autre|d['’]autres|le reste d\w+|dans ce cas"
    r"|à ce (?:stade|moment)|là encore|au (?:début|départ)|plus tard"
    r"|dans un (?:premier|second) temps)\b",
    re.IGNORECASE,
)
_OF_IT: Final = Prefiltered(r"^.{0,60}\b(?:to|of|for|with|about|in|on|by) it\b", re.IGNORECASE)
# "At Ardemont, we work with partners" stands in every text of theirs.
_AT_OURS: Final = Prefiltered(
    r"^(?:at|chez) [A-Z0-9]\w+(?: [A-Z]\w+)?, (?:we|nous|on)\b", re.IGNORECASE
)
_OF_MATTER: Final[Mapping[str, Prefiltered]] = MappingProxyType(
    {"one_of": _ONE_OF, "of_it": _OF_IT, "at_ours": _AT_OURS}
)
_AT_ONCE: Final = 40
# An item of a list without a mark at its end says its half of what stands above the list.
_ENDED: Final = re.compile(r"[.!?][\"”»)]*$")


def misgivings(passage: Passage, text: str) -> dict[str, float]:
    """Return what speaks against a passage, each by its name: 1 where it does."""
    hangs, voiced = hanging(passage, text), voice_of(passage.text)
    return {
        "taken_back": float(is_taken_back(passage, text)),
        "unended": float(is_unended(passage)),
        "bare": float(is_bare(passage, text)),
        "hangs": float(bool(hangs)),
        "hangs_by_more": float(len(hangs) > 1),
        **{name: float(name in voiced) for name in VOICES},
        **{name: float(one.search(passage.text) is not None) for name, one in _OF_MATTER.items()},
    }


def is_taken_back(passage: Passage, text: str) -> bool:
    """Tell whether what stands behind a passage takes it back, wholly or in part."""
    ends = passage.span.end
    return _TAKEN_BACK.match(text[ends : ends + _AT_ONCE]) is not None


def is_unended(passage: Passage) -> bool:
    """Tell whether a passage is an item of a list that nothing ends."""
    return _ENDED.search(passage.text) is None
