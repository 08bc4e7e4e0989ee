"""Counts whose noun stands before them: "386 sites, dont 212", "60 lamps by day, 20 stay on".

So many are of what was counted before; that noun need not stand again.
"""

import re
from collections.abc import Iterator
from typing import Final

from guardrails.facts.changes import plain_number
from guardrails.facts.digits import NUMBER

_SPACE: Final = r"[ \u00a0\u202f]"
# The number that counts none of its own: a verb stands behind it, or "of them".
_ALONE: Final = re.compile(
    rf"({NUMBER}){_SPACE}(?:of{_SPACE}(?:them|these|those|which|whom)|d['’]entre|sont|étaient"
    r"|seront|ont|avaient|auront|restent|restaient|resteront|continuent|fonctionnent|marchent"
    r"|viennent|are|were|have|had|will|stay|stayed|remain|remained|still|already|only|work|run"
    r"|déjà|encore|toujours|seulement)\b",
    re.IGNORECASE,
)
_OF_WHICH: Final = re.compile(
    r"\b(?:dont|parmi (?:eux|elles|lesquels|lesquelles)|of which|of whom|among them|including)"
    rf",?{_SPACE}(?:[^\W\d_]+{_SPACE}){{0,2}}({NUMBER})",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(rf"({NUMBER}){_SPACE}([^\W\d_]{{4,}})")
_REACH: Final = 160
_STEM: Final = 5


def elided(text: str, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each of these plain numbers that counts nothing of its own with what it may count.

    A noun is told by its beginning; more than one may stand before the number.
    """
    for pattern in (_ALONE, _OF_WHICH):
        for match in pattern.finditer(text):
            number = plain_number(match[1])
            if number in wanted:
                before = _COUNTED.finditer(text, max(0, match.start() - _REACH), match.start())
                yield from ((number, one[2].casefold()[:_STEM]) for one in before)
