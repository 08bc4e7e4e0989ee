"""Home addresses: a street with its number, where the text says that somebody lives there."""

import re
from collections.abc import Iterator

from guardrails.checks.patterns import compiled
from guardrails.identifiers import Identifier

_LIVES = re.compile(
    r"(?<!\w)(?:habite|habitent|habitait|domicile|chez (?:lui|elle|moi)|loge|adresse personnelle"
    r"|lives|living|live|resides|home address|his place|her place|my place|my home)(?!\w)"
)
# RE2 finds out in microseconds that hardly a text says so.
_MAY_LIVE = r"habit|domicile|chez |loge|adresse perso|living|lives?\b|resides|home|place"
_STREET = re.compile(
    r"(?<!\w)\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|allee|impasse"
    r"|quai|route|cours|square)(?!\w)(?: [\w'-]{1,30}){1,6}(?:,? \d{5}(?: [\w-]{1,30}){1,3})?"
    r"|(?<!\w)\d{1,5} (?:[\w'-]{1,30} ){1,4}"
    r"(?:street|road|avenue|lane|drive|close|boulevard|st\.)(?!\w)"
)
_NEAR = 40


def home_addresses(text: str) -> Iterator[Identifier]:
    """Yield the addresses that stand right after words saying that somebody lives there."""
    if compiled(_MAY_LIVE).search(text.encode()) is None:
        return
    for lives in _LIVES.finditer(text):
        street = _STREET.search(text, lives.end(), lives.end() + 2 * _NEAR)
        if street is not None and street.start() - lives.end() <= _NEAR:
            yield Identifier("home", *street.span())
