"""The words of a text as matching sees them: folded, stemmed in their language, stop words marked.

Accents are folded before stemming, so that "cybersecurite" typed in haste finds "cybersécurité".
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

import Stemmer

from domain.language import Language
from recommender.stop_words import STOP_WORDS

_WORD: Final = re.compile(r"[^\W_]+(?:\+\+|#)?")
# Possessive, and never from the middle of a word: linear even in a text without spaces.
_COMPOUND: Final = re.compile(r"(?<![^\W_])[^\W_]++(?:-[^\W_]++)+")
_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae"})
_ACRONYM_LETTERS: Final = 2
_ALGORITHMS: Final = {Language.FRENCH: "french", Language.ENGLISH: "english"}


def fold(word: str) -> str:
    """Return a word without case, accents or ligatures."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFD", word.casefold().translate(_LIGATURES))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Return the words of a text as written."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def compounds_of(text: str) -> list[str]:
    """Return each hyphenated compound written as one word: cyber-attaque, then cyberattaque."""
    pieces = _plain_hyphens(unicodedata.normalize("NFC", text)).split()
    found = (match for piece in pieces if "-" in piece for match in _COMPOUND.findall(piece))
    return ["".join(words_of(compound)) for compound in found]


def _plain_hyphens(text: str) -> str:
    return text.replace("\u2010", "-").replace("\u2011", "-")


class Stems(dict[str, str]):
    """Remembers the key of every word of one language; not to be shared between threads.

    Two words of the same meaning for matching have the same key. A stop word's key begins with
    its language and a colon, so it never equals a key of the other language.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._stop_words = STOP_WORDS[language]
        self._stemmer = Stemmer.Stemmer(_ALGORITHMS[language])

    def __missing__(self, word: str) -> str:
        key = self[word] = self._key(word)
        return key

    def content(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the keys of the words that are not stop words."""
        return tuple(key for key in map(self.__getitem__, words) if not is_stop(key))

    def _key(self, word: str) -> str:
        folded = fold(word)
        if folded in self._stop_words and not _is_acronym(word):
            return f"{self._language}:{folded}"
        return str(self._stemmer.stemWord(folded))


def is_stop(key: str) -> bool:
    """Tell whether a key is a stop word's."""
    return ":" in key


def _is_acronym(word: str) -> bool:
    # IT, AI, SI, CE: in capitals they mean something, otherwise they are stop words.
    return len(word) == _ACRONYM_LETTERS and word.isupper()
