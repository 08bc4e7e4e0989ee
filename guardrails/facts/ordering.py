"""Numbers that order a text rather than tell something: "1.", "étape 2", "page 7"."""

import re

from guardrails.facts.numerals import Number

_ORDERS = re.compile(
    r"(?:(?:^|\n)[ \t]*[-*•(#]?[ ]?|(?<!\w)(?:etape|step|point|partie|part|chapitre|chapter|no"
    r"|numero|number|conseil|tip|idee|idea|lecon|lesson|regle|rule|acte|episode|question|raison"
    r"|reason|(?P<page>pages?|p\.?)|section|article|figure|tableau|table|volet"
    r"|top)[ °]*[#]?|n°[ ]?|#)$"
)
_LISTED = re.compile(r"[ ]?(?:[.)\]:/-](?![\d])|\ufe0f?\u20e3)")
_LEADING = re.compile(r"(?:^|\n)[ \t]*[-*•(#]?[ ]?$")
_SMALL = 10


def orders(text: str, number: Number) -> bool:
    """Tell whether a number only says where something stands in a text."""
    before = _ORDERS.search(text, max(0, number.start - 16), number.start)
    if before is None:
        return False
    if _LEADING.search(text, max(0, number.start - 16), number.start):
        is_whole = all(value.denominator == 1 for value in number.values)
        return is_whole and _LISTED.match(text, number.end) is not None
    is_small = all(value < _SMALL and value.denominator == 1 for value in number.values)
    return before["page"] is not None or is_small
