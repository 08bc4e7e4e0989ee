"""Changes told in figures and words of before and after: "12 minutes au lieu de 40"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from domain.review import Span
from guardrails.facts.digits import digit_runs, is_in
from guardrails.facts.kept import view

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
# What stands in every change, for RE2: most texts hold none, and one look tells so.
MAY_CHANGE: Final = (
    r"(?i)au lieu d|instead of|rather than|contre|against|plutôt qu|(?:up|down|went|goes|fell|rose"
    r"|dropped|grew|cut|moved|came|brought|reduced)\PL+from"
    r"|(?:pass|tomb|mont|descend|baiss|grimp|réduit|ramen)[\pL\pN_]*\PL+de"
)
CHANGES: Final = (_NEW_FIRST, _OLD_FIRST)
_FIGURES: Final = 2  # of each change
_GROUPING: Final = re.compile(r"[ \u00a0\u202f]|[.,](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Change:
    """What was before and what is now, as plain numbers, and where a text says so."""

    before: str
    now: str
    span: Span


def changes(text: str) -> Iterator[Change]:
    """Yield each change that a text tells with both its figures."""
    if len(view(text, digit_runs)) < _FIGURES or not is_in(MAY_CHANGE, text):
        return
    for pattern in CHANGES:
        for match in pattern.finditer(text):
            yield Change(
                plain_number(match["old"]), plain_number(match["new"]), Span(*match.span())
            )


def every_change(text: str) -> list[Change]:
    """Return all of them, as a text keeps them."""
    return list(changes(text))


def plain_number(written: str) -> str:
    """Return a number without what groups its figures, its decimals behind a point."""
    if written.isdigit():  # as most are
        return written
    return _GROUPING.sub("", written).replace(",", ".")
