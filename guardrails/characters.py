"""How one character is read: what a disguise makes of a letter is that letter again."""

import unicodedata
from functools import lru_cache

import regex  # type: ignore[import-untyped]  # it ships no types

from guardrails.lookalikes import LOOKALIKES

_SIGNS = frozenset("™℠")
# What Unicode lets a font ignore (variation selectors, fillers), and marks that frame a letter.
_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}\p{Me}]")
_KEYCAP, _KEYS = "\u20e3", frozenset("0123456789#*")
CLOSER_LOOK = "\0"  # folding removes control characters, so no text folds to it
_MOST_KEPT = 8192


@lru_cache(maxsize=8192)
def fold_cluster(cluster: str, accents: bool) -> str:  # noqa: FBT001 - cached by position
    """Return how a character is read with the marks that follow it."""
    seen = _seen(cluster)
    # "Cobalt™" is Cobalt: the sign is no letter, whatever NFKC makes of it.
    composed = seen if seen in _SIGNS else unicodedata.normalize("NFKC", _plainer(seen))
    kept = _plainer(composed)
    visible = "".join(
        c for c in kept if unicodedata.category(c) not in {"Cf", "Cc"} or c in "\n\t\r"
    )
    # Half of a surrogate pair is no character, and RE2 cannot read it.
    visible = visible.encode("utf-8", "replace").decode("utf-8")
    lowered = visible.casefold()
    if not accents:
        decomposed = unicodedata.normalize("NFD", lowered)
        lowered = "".join(c for c in decomposed if not unicodedata.combining(c))
        lowered = lowered.replace("œ", "oe").replace("æ", "ae")  # "cœur" is often typed "coeur"
    return "".join(" " if c.isspace() and c != "\n" else c for c in lowered)


def goes_with_the_letter(character: str) -> bool:
    """Tell whether a character is no letter of its own: a mark, or what nobody sees."""
    return unicodedata.combining(character) > 0 or _UNSEEN.match(character) is not None


def _seen(cluster: str) -> str:
    """Leave out what nobody sees; a keycap stays, since what it frames counts a list."""
    bare = _UNSEEN.sub("", cluster)
    return f"{bare}{_KEYCAP}" if _KEYCAP in cluster and bare in _KEYS else bare


def _plainer(text: str) -> str:
    return "".join(LOOKALIKES.get(character, character) for character in text)


class OneToOne(dict[int, str]):
    """What each character alone is read as; a mark stands for those that need a closer look.

    These are read as several characters or none, or belong to the character before them.
    """

    def __init__(self, *, accents: bool) -> None:
        self.accents = accents

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold_cluster(character, self.accents)
        is_one = len(folded) == 1 and not goes_with_the_letter(character)
        # What is folded at once is put in lower case at last, which must not change it again.
        is_one = is_one and folded.lower() == folded
        read = folded if is_one else CLOSER_LOOK
        if len(self) < _MOST_KEPT:
            self[code] = read
        return read


# By whether accents are kept.
ONE_TO_ONE = {accents: OneToOne(accents=accents) for accents in (True, False)}
