"""Two figures of one change told the wrong way round: "40 minutes au lieu de 12" for 12 for 40.

Each figure stands in the source, so nothing else objects to it. Only a change that both texts
tell with words of before and after can be compared: other roles of figures are not known here.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_NUMBER: Final = r"(?<![\w.,])(?P<{name}>\d+(?:[ \u00a0\u202f.,]\d+){{0,4}})"
_FEW: Final = r"[^.!?\n\d]{0,40}?"
_INSTEAD: Final = (
    r"\b(?:au lieu d(?:e|['’])|instead of|rather than|contre|against|up from|down from"
    r"|plutôt qu(?:e|['’]))\s*"
)
_NEW_FIRST: Final = re.compile(
    _NUMBER.format(name="new") + _FEW + _INSTEAD + _FEW + _NUMBER.format(name="old"), re.IGNORECASE
)
_OLD_FIRST: Final = re.compile(
    r"\b(?:(?:pass\w+|tomb\w+|mont\w+|descend\w+|baiss\w+|grimp\w+|réduit\w*|ramen\w+)\s+de"
    r"|(?:went|goes|fell|rose|dropped|grew|cut|down|up|moved|came|brought|reduced)\s+from)\s+"
    + _FEW + _NUMBER.format(name="old") + _FEW + r"\b(?:à|to)\s+" + _FEW
    + _NUMBER.format(name="new"),
    re.IGNORECASE,
)  # fmt: skip


def swaps_figures(text: str, material: Iterable[str]) -> bool:
    """Tell whether a text tells a change of the material from its end to its beginning."""
    told = set(_changes(text))
    if not told:
        return False
    known = {change for each in material for change in _changes(each)}
    return any((new, old) in known and (old, new) not in known for old, new in told)


def _changes(text: str) -> Iterator[tuple[str, str]]:
    """Yield each change as what was before and what is now."""
    for pattern in (_NEW_FIRST, _OLD_FIRST):
        for match in pattern.finditer(text):
            yield _plain(match["old"]), _plain(match["new"])


def _plain(number: str) -> str:
    return re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")
