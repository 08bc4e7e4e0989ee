"""Numbers that order a text rather than tell something: "1.", "étape 2", "page 7"."""

import re
from string import ascii_lowercase

from guardrails.facts.numerals import Number

_WORDS = (
    "etape step point partie part chapitre chapter no numero number conseil tip idee idea lecon"
    " lesson regle rule acte episode question raison reason section article figure tableau table"
    " volet top"
).split()
_ANY_WORD = frozenset({*_WORDS, "page", "pages", "p", "n"})
_ORDERS = re.compile(
    rf"(?:(?:^|\n)[ \t]*[-*•(#]?[ ]?|(?<!\w)(?:{'|'.join(_WORDS)}|(?P<page>pages?|p\.?))[ °]*[#]?"
    r"|n°[ ]?|#)$"
)
_LISTED = re.compile(r"[ ]?(?:[.)\]:/-](?![\d])|\ufe0f?\u20e3)")
_LEADING = re.compile(r"(?:^|\n)[ \t]*[-*•(#]?[ ]?$")
_SMALL = 10
_LONGEST = 16


def orders(text: str, number: Number) -> bool:
    """Tell whether a number only says where something stands in a text."""
    lead = text[max(0, number.start - _LONGEST) : number.start].rstrip(" ")
    word = lead[len(lead.rstrip(ascii_lowercase)) :]
    if word and word not in _ANY_WORD:  # as before most numbers, which a pattern tells less soon
        return False
    before = _ORDERS.search(text, number.start - _LONGEST, number.start)
    if before is None:
        return False
    if _LEADING.search(text, number.start - _LONGEST, number.start):
        is_whole = all(value.denominator == 1 for value in number.values)
        return is_whole and _LISTED.match(text, number.end) is not None
    is_small = all(value < _SMALL and value.denominator == 1 for value in number.values)
    return before["page"] is not None or is_small
