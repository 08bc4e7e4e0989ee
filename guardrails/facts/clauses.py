"""The clauses of a text and what each is about, for whoever asks whether one says the contrary."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.facts.kept import view
from guardrails.facts.passage import Passage
from guardrails.facts.retold import words_in, words_of_bare

_CLAUSE_END: Final = re.compile(
    r"[.!?](?=\s|$)|[;:()\n–—]|,(?!\d)|\b(?:et|mais|puis|tandis que|alors que|car|donc|que|qu'|qui"
    r"|ou|and|but|while|whereas|because|so|that|which|who|where|contre|against)\b"
)
_WORD: Final = re.compile(r"[^\W_]+")
# They tell neither what is spoken of nor what becomes of it.
_IDLE: Final = words_in(
    "encore toujours aussi ainsi bien donc alors meme pendant durant lors selon tres trop assez"
    " really indeed still also even during when very quite about around nearly almost over under"
    " within fait faire peut peuvent does done make made percent pour cent ete etre ait aient ont"
    " avait avaient had soit soient aucun aucune jamais never none did didn failed"
)


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield each clause of a bare folded text and where it begins."""
    start = 0
    for end in _CLAUSE_END.finditer(text):
        if start < end.start():
            yield start, text[start : end.start()]
        start = end.end()
    if start < len(text):
        yield start, text[start:]


def stands_given(clause: str, given: Sequence[str]) -> bool:
    """Tell whether a clause stands in what was given, whole and word for word."""
    words = tuple(_WORD.findall(clause))
    return any(words in view(one, _clauses) for one in given)


def given_text(text: str) -> str:
    """Return the bare folded text of what was given, its wrapped lines made whole."""
    return Passage.of(text).text


def _clauses(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_WORD.findall(clause)) for _, clause in pieces(given_text(text)))


def things(clause: str) -> frozenset[str]:
    """Return the beginnings of the words that tell what a bare folded clause is about."""
    return words_of_bare(clause) - _IDLE


def is_about(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether most of what one clause is about stands in another."""
    return len(mine & theirs) * 2 > len(mine)
