"""People of a customer's firm told as those of one's own: "where I work, 19 employees…".

A figure of people that was given behind "one of our customers, a company of 140" is theirs. A text
that says it of the author's own employer, and of no other company in the same breath, has moved it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.digits import is_in
from guardrails.facts.kept import view
from guardrails.facts.passage import SENTENCE_END, Passage, folding

_PEOPLE: Final = re.compile(
    r"(?<![\w.,])(\d[\d ., ]*\d|\d) (?:salarie|employe|collaborat|ouvrier|employee|worker|staff)\w*"
)
_OWN: Final = re.compile(
    r"\bou je (?:travaille|bosse)\b|\bwhere i work\b"
    r"|\bdans (?:mon entreprise|ma (?:boite|societe))\b|\b(?:in|at) my (?:company|firm)\b"
)
_FIRM: Final = re.compile(
    r"\b(?:client|adherent|customer|partenaire|partner)\w*"
    r"|\b(?:une|a|an|another|autre) (?:\w+ )?(?:societe|entreprise|association|company|firm)\b"
)
MAY_BE_THEIRS: Final = (
    r"ou je (?:travaille|bosse)|where i work|dans m(?:on|a) (?:entreprise|boite|societe)"
    r"|my (?:company|firm)"
)
# One of these stands in each place that tells of one's own.
_OWN_WORDS: Final = frozenset("travaille bosse work entreprise boite societe company firm".split())
_CLAUSE_END: Final = re.compile(r"[,;:()–—]|\b(?:et|and|mais|but|que|that)\b")
_BEHIND: Final = 60


def of_anothers_firm(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has people work at its author's whom it was given as a customer's."""
    folded = view(text, folding)
    if _OWN_WORDS.isdisjoint(folded.once) or not Passage.of(text).digits:
        return
    if not is_in(MAY_BE_THEIRS, folded.text):
        return
    theirs = _theirs("\n".join(view(each, folding).text for each in given))
    start = 0
    ends = [match.start() for match in SENTENCE_END.finditer(folded.text)]
    for last in (*ends, len(folded.text)):
        if _OWN.search(folded.text, start, last):
            firm = _FIRM.search(folded.text, start, last)
            for one in _PEOPLE.finditer(folded.text, start, last):
                # A firm named before them, or right behind, may be whose they are.
                is_another = firm is not None and firm.start() < _behind(folded.text, one, last)
                if not is_another and plain_number(one[1]) in theirs:
                    yield folded.span(*one.span())
        start = last


def _behind(text: str, people: re.Match[str], last: int) -> int:
    """Return where the clause of these people ends."""
    until = min(last, people.end() + _BEHIND)
    found = _CLAUSE_END.search(text, people.end(), until)
    return found.start() if found else until


def _theirs(known: str) -> set[str]:
    """Return the numbers of people that stand only where a firm was named before them."""
    theirs, others = set[str](), set[str]()
    for line in known.split("\n"):
        firm = _FIRM.search(line)
        for one in _PEOPLE.finditer(line):
            is_behind = firm is not None and firm.start() < one.start()
            (theirs if is_behind else others).add(plain_number(one[1]))
    return theirs - others
