"""Items of lists: what stands above the list says their other half.

"Ensuring that every valve is open" follows "our aims are"; alone, it is a piece of a sentence.
Of the items these cues find in the graded articles, one in eighteen is a good one to tell.
"""

import re
from functools import lru_cache
from typing import Final

from domain.language import Language
from personalizer.clauses import has_finite_verb
from personalizer.orders import is_told_to_do
from personalizer.passages import Passage
from personalizer.prefiltered import Prefiltered
from personalizer.tongue import language_of

_AT_ONCE: Final = 40
_LISTED: Final = re.compile(r"(?:^|\n)\s{0,8}(?:[-*•>]|\d{1,2}[.)])\s*$")
_BULLET: Final = re.compile(r"\s*[-*•]\s")
# "Opening the valves", "started asking for it", "Ouvrir la vanne", "Entrez le code".
_DOING: Final = Prefiltered(
    r"(?:\w+ly )?(?!During|Nothing|Something|Everything|Anything|Spring|King)\w+ing\b"
    r"|\w+ed \w+ing\b"
    r"|(?:Ne pas )?(?!Premier|Dernier|Chez|Assez|Hier|Cher|Après|Notre|Votre|Autre|Entre |Contre "
    r"|User|Never|After|Under|Over|Other|However|Their|Your|Our|For|Per)[A-ZÉÊ][a-zà-ÿ]+(?:er|ir"
    r"|re|ez)"
    r" (?:l[ae]s?|un[e]?|des?|du|aux?|à|en|sur|dans|que|pas|d[’']|l[’']|leurs?|ses|vos|votre)\b"
)
_DESCRIBED: Final = re.compile(r"\b(?:that|which|who|whose|qui|dont|où)\b.*$", re.IGNORECASE)
# "Staff dedicated to it": a participle, and no verb of its own.
_PARTICIPLE: Final = re.compile(
    r"\b\w+ed (?=(?:to|by|for|with|in|on|at|as|from|during|after)\b)", re.IGNORECASE
)


def is_listed(passage: Passage, text: str) -> bool:
    """Tell whether a passage is an item of a list."""
    start = passage.span.start
    before = text[max(0, start - _AT_ONCE) : start]
    return (
        _LISTED.search(before) is not None
        or _BULLET.match(text[start : passage.span.end]) is not None
    )


@lru_cache(maxsize=4096)
def is_bare(passage: Passage, text: str) -> bool:
    """Tell whether an item is no sentence: it says what to do, or has no verb of its own."""
    said = passage.text
    if said.endswith("?") or not is_listed(passage, text):
        return False
    return _DOING.match(said) is not None or is_told_to_do(said) or _has_no_verb(said)


def _has_no_verb(said: str) -> bool:
    own = _PARTICIPLE.sub("", _DESCRIBED.sub("", said))
    is_english = language_of(said) is Language.ENGLISH
    return is_english and not has_finite_verb(own, Language.ENGLISH)
