"""Words of one given to another: "…", says the director, where the mediator said it.

The words stand in what was given, and so does the name, so nothing else objects. It is wrong where
those beside the words there are named, and none of them is the one named beside them here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.names import Name, names
from guardrails.facts.quotations import Quotation, quotations
from guardrails.reading import fold_term

_SAID: Final = re.compile(
    r"\b(?:explique|raconte|confie|resume|affirme|souligne|conclut|precise|repond|estime|juge|ecrit"
    r"|dit|insiste|ajoute|lance|note|observe|remarque|selon|d'apres|says?|said|explains?|explained"
    r"|adds?|added|writes?|wrote|tells?|told|notes?|noted|argues?|argued|concludes?|concluded"
    r"|insists?|insisted|according to|puts it|put it|admits?|admitted)\b|:"
)
_FEWEST_WORDS: Final = 4
_NEAR: Final = 60
_BESIDE: Final = 160
_SENTENCE_END: Final = re.compile(r"[.!?…](?=\s|$)|\n")
_WORD: Final = re.compile(r"\w+")


def of_somebody_else(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield the name that a text gives words to which what it was given has from another."""
    for quotation in quotations(text, at_least=_FEWEST_WORDS):
        speaker = _speaker(text, quotation)
        if speaker is None:
            continue
        told = {word for each in given for word in _named_beside(each, quotation)}
        is_known = any(_stands_in(speaker, each) for each in given)
        if told and is_known and told.isdisjoint(speaker.words):
            yield Span(speaker.start, speaker.end)


def _speaker(text: str, quotation: Quotation) -> Name | None:
    """Return the one name right beside a quotation that a verb of saying gives it to."""
    behind = _SENTENCE_END.split(text[quotation.end : quotation.end + _NEAR])[0]
    start = max(0, quotation.start - _NEAR)
    before = _SENTENCE_END.split(text[start : quotation.start])[-1]
    for piece, at in ((behind, quotation.end), (before, quotation.start - len(before))):
        found = list(names(piece)) if _SAID.search(fold_term(piece)) else []
        if len(found) == 1:
            one = found[0]
            return Name(one.words, one.whole, at + one.start, at + one.end)
    return None


def _named_beside(text: str, quotation: Quotation) -> frozenset[str]:
    """Return the words of the names nearest to the same words in a text."""
    words = [re.escape(word) for word in _WORD.findall(quotation.text)]
    found = re.search(r"\W+".join(words), text, re.IGNORECASE)
    if found is None:
        return frozenset()
    # The full stop of the words themselves ends no sentence of who said them.
    behind = _SENTENCE_END.split(text[found.end() : found.end() + _BESIDE].lstrip('.!?…,»”" '))[0]
    before = _SENTENCE_END.split(text[max(0, found.start() - _BESIDE) : found.start()])[-1]
    for piece in (behind, before):
        if _SAID.search(fold_term(piece)) and (called := list(names(piece))):
            return frozenset(word for one in called for word in one.whole)
    return frozenset()


def _stands_in(name: Name, text: str) -> bool:
    return f" {name.phrase} " in f" {' '.join(_WORD.findall(fold_term(text)))} "
