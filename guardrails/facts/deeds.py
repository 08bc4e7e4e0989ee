"""What some did told of others: "386 employees answered" where 386 were asked and 212 answered.

Both the number and the deed stand in the source, so nothing else objects. It is wrong where each
clause of the source that tells the deed tells it of another number, and none has the two together.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import NUMBER, digit_runs, matches_at
from guardrails.facts.kept import view

_DEED: Final = re.compile(
    rf"(?<![$€£])({NUMBER})(?:[ \u00a0\u202f]?%)?[ \u00a0\u202f]"
    r"(?!(?:million|milliard|billion|thousand|bn|euro|dollar|pound)s?\b)(?:[^\W\d_]+[ ]){0,2}?"
    r"(?:(?:ont|avaient|auront|sont|étaient|seront|have|had|were|are)[ ]"
    r"(?:(?:été|déjà|bien|tous|toutes|been|all|already|since)[ ]){0,2}([^\W\d_]{4,})"
    r"|([^\W\d_]{3,}ed)\b)",
    re.IGNORECASE,
)
# What "of them" did, the whole of them did not: "386 sites, dont 212 sont équipés".
_CLAUSE_END: Final = re.compile(
    r"[.!?](?=\s)|[;\n]|\b(?:dont|of which|of whom)\b"
    r"|,(?=[ \u00a0\u202f]\d[\d \u00a0\u202f.,]*[ ](?:of (?:them|these)|d['’]entre)\b)"
)
_WHOLE: Final = re.compile(
    r"\b(?:sur|parmi|des|of|among)(?:[ ](?:les|the))?[ \u00a0]$", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_DIGITS: Final = re.compile(NUMBER)
_LONGEST_LEAD: Final = 14
_STEM: Final = 5

_Pair = tuple[str, str]


def done_by_others(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has a number of people or things do what others did."""
    told = list(_deeds(text))
    doers = {pair for each in given for pair in view(each, _doers)} if told else set()
    deeds = {deed for _, deed in doers}
    suspects = [(one, span) for one, span in told if one not in doers and one[1] in deeds]
    clauses = [one for each in given for one in _CLAUSE_END.split(each)] if suspects else []
    numbers = _numbers(clauses)
    suspects = [(one, span) for one, span in suspects if one[0] in numbers]
    together = _together(clauses, {deed for (_, deed), _ in suspects})
    yield from (span for one, span in suspects if one not in together)


def _doers(text: str) -> set[_Pair]:
    """Return each number of a text with what it did, clause by clause."""
    clauses = filter(_DIGITS.search, _CLAUSE_END.split(text))
    return {pair for clause in clauses for pair, _ in _deeds(clause)}


def _deeds(text: str) -> Iterator[tuple[_Pair, Span]]:
    """Yield each number with what it did; the whole of "212 of 386" did nothing."""
    for match in matches_at(_DEED, text, view(text, digit_runs)):
        lead = text[max(0, match.start() - _LONGEST_LEAD) : match.start()]
        if not _WHOLE.search(lead):
            pair = plain_number(match[1]), (match[2] or match[3]).casefold()[:_STEM]
            yield pair, Span(*match.span())


def _numbers(clauses: Sequence[str]) -> set[str]:
    return {plain_number(one) for clause in clauses for one in _DIGITS.findall(clause)}


def _together(clauses: Sequence[str], deeds: set[str]) -> set[_Pair]:
    """Return each of these deeds with every number of a clause that tells it."""
    found: set[_Pair] = set()
    for clause in clauses if deeds else ():
        told = deeds & {word.casefold()[:_STEM] for word in _WORD.findall(clause)}
        found |= {(number, deed) for deed in told for number in _numbers([clause])}
    return found
