"""Whether a French text says "tu" and "vous" to the same reader, and where.

Whoever says "tu" to a reader says "vous" to several people: thanks to a crew are no slip. What
somebody is quoted with, and a mark to fill, are not said to the reader.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from domain.placeholders import PLACEHOLDER
from personalizer.habits import HASHTAG, LINK

_ADDRESSES: Final = re.compile(
    r"(?<!rendez[- ])\b(?P<vous>vous|votre|vos|vôtres?)\b"
    r"|\b(?:tu|toi|tes|ta)\b|\bt['’](?=\w)"
    r"|(?<!\ble )(?<!\bdu )(?<!\bun )(?<!\bce )(?<!\bau )(?<!\bde )(?<!quel )(?<!même )"
    r"\bton\b(?! de\b)",
    re.IGNORECASE,
)
# A "t" between a verb and its subject is nobody.
_UNSAID: Final = re.compile(
    rf"«[^«»]{{0,600}}»|“[^“”]{{0,600}}”|{PLACEHOLDER}|{LINK.pattern}|{HASHTAG.pattern}",
    re.IGNORECASE,
)
_TO_SEVERAL: Final = re.compile(
    r"\b(?:merci|bravo|chers|chères|collègues|tous|toutes|ensemble|équipe|chacune?)\b",
    re.IGNORECASE,
)
_MIXED: Final = 2  # ways to address a reader: one alone is no mixture
_NEXT: Final = re.compile(r"[ \u00a0\u202f]\w+")


def mixed_address(text: str, *, says_tu: bool | None) -> Iterator[str]:
    """Yield the words that say "vous" in a text that says "tu", or the other way about.

    Wrong is what the card does not say, or what the text says less often where no card tells.
    """
    said = _UNSAID.sub(lambda found: " " * len(found.group()), text)
    found = [(_who(one), one.start(), one.end()) for one in _ADDRESSES.finditer(said)]
    counted = Counter(who for who, *_ in found)
    if len(counted) < _MIXED or _TO_SEVERAL.search(said):
        return
    if says_tu is None and len(set(counted.values())) == 1:
        return  # as often the one as the other: nobody can say which is meant
    wrong = min(counted, key=lambda who: (counted[who], who))
    if says_tu is not None:
        wrong = "vous" if says_tu else "tu"
    for who, start, end in found:
        if who == wrong:
            behind = _NEXT.match(text, end)
            yield text[start : behind.end() if behind else end]


def _who(found: re.Match[str]) -> str:
    return "vous" if found["vous"] else "tu"
