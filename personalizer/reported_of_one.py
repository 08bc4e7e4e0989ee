"""What the one author of an English source says of themselves, told of them.

"I moved it" becomes "they moved it".

Verbs agree with "they" as they do with "I", but for "am" and "was". French verbs change, so there
an author's "je" is only ever quoted.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from personalizer.prefiltered import Prefiltered

_THEIRS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "i": "they",
        "me": "them",
        "my": "their",
        "mine": "theirs",
        "myself": "themselves",
        "am": "are",
        "was": "were",
        "m": "re",
        "wasn": "weren",
    }
)
# "I’m", "I was", "I also was": what stands so is said of the one who speaks.
_OF_SELF: Final = re.compile(
    r"\bI\b(?:(?P<mark>['’])(?P<short>m)\b|(?P<between>(?: [a-z]+ly| also| then| just| never"
    r"| always| still| now)? )(?P<verb>am|wasn|was)\b)?|\b(?P<other>me|my|mine|myself)\b",
)
_I: Final = re.compile(r"\bI\b")
# Where somebody says "I" beside it, "we" are not the authors of the whole.
_SAYS_I: Final = re.compile(r"\b(?:I|I['’]\w+|[Mm]y)\b")
_FARTHEST: Final = 1_500
_OPENS_ON_MY: Final = re.compile(r"My\b")
# "Type I" is nobody, and beside "we" or "they" nobody knows who is meant by a second "they".
_OTHERS: Final = Prefiltered(
    r"\b(?:we|us|ours?|ourselves|they|them|theirs?|themselves|you|yours?|let['’]s"
    r"|(?:we|they|you)['’]\w+)\b"
    r"|\b(?:type|phase|title|part|section|chapter|war|class|level|tier|stage|grade|volume|act|step)"
    r" I\b"
    r"|[\w/-][/-]I\b|\bI[/-]\w|\bI, [A-Z]",
    re.IGNORECASE,
)
# A second verb of "I" would stay behind, and "was I" turns round.
_LEFT_BEHIND: Final = re.compile(
    r"\b(?:and|or|but|than|as) (?:\w+ )?(?:am|wasn?)\b|\b(?:am|was) I\b"
)


def says_i(text: str) -> bool:
    """Tell whether somebody says "I" or "my" in an English text."""
    return _SAYS_I.search(text) is not None


def paragraph_at(source: str, at: int) -> str:
    """Return the paragraph around a place of a text."""
    around = source[max(0, at - _FARTHEST) : at], source[at : at + _FARTHEST]
    return around[0].rpartition("\n\n")[2] + around[1].partition("\n\n")[0]


def as_reported_of_one(sentence: str) -> str | None:
    """Return an English sentence said with "I" as told of its author, None if it resists."""
    if not _I.search(sentence) or _OTHERS.search(sentence) or _LEFT_BEHIND.search(sentence):
        return None
    told = _OPENS_ON_MY.sub("Their", _OF_SELF.sub(_of_them, sentence))
    return None if told == sentence else told[:1].upper() + told[1:]


def _of_them(found: re.Match[str]) -> str:
    if found["other"]:
        return _THEIRS[found["other"]]
    if found["short"]:
        return f"they{found['mark']}{_THEIRS['m']}"
    return f"they{found['between']}{_THEIRS[found['verb']]}" if found["verb"] else "they"
