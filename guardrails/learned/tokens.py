"""The words of a passage as a model reads them: each with what denies or quotes it.

"Not inferior" and "« inferior », he said" are not "inferior": a word a few places behind a
denial, or between quotation marks, is marked so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from domain.language import Language
from guardrails.checks.patterns import compiled
from guardrails.word_cache import LONGEST_KEPT, of_words

_TOKEN = re.compile(r"[a-z0-9@$*œæ]+(?:['-][a-z0-9@$*œæ]+)*|[?!.,;:«»\"“”…%]")
_SPACED = re.compile(r"\b(?:[a-z][ .\-]){3,}[a-z]\b")
_MAY_BE_SPACED = r"\b[a-z][ .\-][a-z][ .\-][a-z][ .\-][a-z]\b"  # for RE2
_BETWEEN = re.compile(r"[ .\-]")
_ELISION = re.compile(r"\b([cdjlmnst]|qu)'")
_DENIALS = frozenset(
    "ne n pas jamais aucun aucune ni rien personne non sans not no never none nor neither nobody"
    " without don't doesn't didn't isn't aren't cannot can't won't shouldn't wasn't weren't".split()
)
_TURNS = frozenset("mais but car because parce".split())
_QUOTES = frozenset('«»“”"')
_STOPS = frozenset(".?!…;:")
_SCOPE = 6
_MOST_KEPT = 32_768
_STEMMERS = {Language.FRENCH: "french", Language.ENGLISH: "english"}


class Token(NamedTuple):
    """A word or a mark; `is_denied` and `is_quoted` are never true of a mark."""

    word: str
    is_denied: bool = False
    is_quoted: bool = False

    @property
    def is_word(self) -> bool:
        """Tell a word from a mark of punctuation."""
        return self[0][0].isalnum()


def may_be_spaced(bare: str) -> bool:
    """Tell, in microseconds, whether letters may be set apart in a bare folded text."""
    return compiled(_MAY_BE_SPACED).search(bare.encode(errors="replace")) is not None


def tokens(bare: str, *, is_spaced: bool = True) -> list[Token]:
    """Return the words and marks of a bare folded passage.

    Letters set apart are put together, unless it is known that none are (`is_spaced`).
    """
    together = bare
    if is_spaced:
        together = _SPACED.sub(lambda match: _BETWEEN.sub("", match.group()), bare)
    whole = _ELISION.sub(r"\1 ", together) if "'" in together else together
    words = _TOKEN.findall(whole)
    if _DENIALS.isdisjoint(words) and _QUOTES.isdisjoint(words):
        return list(map(_PLAIN.__getitem__, words))
    return list(_marked(words))


def _marked(words: list[str]) -> Iterator[Token]:
    denied, quoted = 0, False
    for word in words:
        if not word[0].isalnum():
            if word in _QUOTES:
                denied, quoted = 0, not quoted if word == '"' else word in "«“"
            elif word in _STOPS:
                denied = 0
            yield _PLAIN[word]
            continue
        if word in _TURNS:
            denied = 0
        yield Token(word, denied > 0, quoted) if denied or quoted else _PLAIN[word]
        denied = _SCOPE if word in _DENIALS and not quoted else max(0, denied - 1)


class _Plain(dict[str, Token]):
    """Each word and mark met, neither denied nor quoted: most are, and making one takes time."""

    def __missing__(self, word: str) -> Token:
        token = Token(word)
        if len(word) <= LONGEST_KEPT and len(self) < _MOST_KEPT:
            self[word] = token
        return token


_PLAIN = _Plain()


@of_words(16_384)
def stem(word: str, language: Language) -> str:
    """Return a word without its endings."""
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed


@lru_cache(maxsize=2)
def _stemmer(language: Language) -> Stemmer.Stemmer:
    stemmer = Stemmer.Stemmer(_STEMMERS[language])
    stemmer.maxCacheSize = 0  # its own would keep words of any kind
    return stemmer
