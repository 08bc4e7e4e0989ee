"""Which capitalised words are no names: common words of both languages, given names, roles.

`known_words.txt`, `roles.txt`, `more_given_names.txt` and the two lists of common words, one of
each language (`common.fr.txt`), are made by programs of `training/`; `given_names.txt`, and what
posts say and laws do not (`spoken_words.txt`), are written by hand.
All are without accents, one word a line, French and English together: a French post may open
a sentence with "Feedback", an English one with "Voilà". `places.txt` pairs the French and the
English name of a place.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from domain.language import Language

_FOLDER = Path(__file__).parent
_SHORTEST = 6
_SHORTEST_PART = 3
_JOINING = frozenset("of to in at on by de du la le en et au un".split())
_SHORT_STARTS = ("us", "uk", "eu", "fr", "my")
# What French and English put at the end of ordinary words, and hardly ever of names.
_ENDING = re.compile(
    r"(?:ons|ez|ment|tions?|ites?|istes?|ismes?|ages?|ables?|ibles?|eurs?|euses?|ives?|iques?|isers?|ifiers?"
    r"|ing|ly|ness|i[sz]ed?|ful|less|ity|ities)$"
)
_PREFIX = re.compile(r"^(?:un|dis|mis|non|over|under|anti|inter|auto)(?=[a-z]{5})")
_INFLECTION = re.compile(r"(?:e?s|e|ees?|er|ent|ait|ant|ed|d|ing|ers?|x)$")


def is_known(word: str) -> bool:
    """Tell whether a bare folded word, or each part of a compound, is a common word."""
    if "-" in word and word not in _words("known_words.txt"):
        return all(is_known(part) for part in word.split("-"))
    return word in _words("known_words.txt") or word in _words("spoken_words.txt")


def looks_common(word: str) -> bool:
    """Tell whether a word no list has is built like a common one (it opens a sentence)."""
    if is_given_name(word):
        return False
    head = word.split("-", maxsplit=1)[0]
    if "-" in word and is_known(head) and not is_given_name(head):
        return True
    if any(is_known(head[:cut]) and is_known(head[cut:]) for cut in range(4, len(head) - 3)):
        return True  # "fieldwork"
    if _PREFIX.sub("", head) != head and is_known(_PREFIX.sub("", head)):
        return True  # "unpopular"
    stem = _INFLECTION.sub("", head)
    is_inflected = len(stem) > 3 and is_known(stem)  # noqa: PLR2004 - a shorter stem says nothing
    return is_inflected or (len(head) >= _SHORTEST and _ENDING.search(head) is not None)


def is_role(word: str) -> bool:
    """Tell whether somebody may be called this bare folded word by the work they do."""
    return word in _words("roles.txt")


def is_given_name(word: str) -> bool:
    """Tell whether a bare folded word is a given name, or a compound of two."""
    names = _words("given_names.txt")
    return word in names or ("-" in word and all(part in names for part in word.split("-")))


def may_be_a_given_name(word: str) -> bool:
    """Tell the same of names of many more countries, for those to whom a company is no harm."""
    return is_given_name(word) or word in _words("more_given_names.txt")


def common_words(language: Language) -> list[str]:
    """Return bare words that many texts of a language hold, the commonest first."""
    return (_FOLDER / f"common.{language}.txt").read_text(encoding="utf-8").split()


@lru_cache(maxsize=8)
def _words(name: str) -> frozenset[str]:
    return frozenset((_FOLDER / name).read_text(encoding="utf-8").split())


def other_names(place: str) -> frozenset[str]:
    """Return what a place (bare, hyphens opened) is called in the other language."""
    return _places().get(place, frozenset())


@lru_cache(maxsize=1)
def _places() -> Mapping[str, frozenset[str]]:
    names = defaultdict[str, set[str]](set)
    for line in (_FOLDER / "places.txt").read_text(encoding="utf-8").splitlines():
        french, english = line.split("=")
        names[french].add(english)
        names[english].add(french)
    return MappingProxyType({place: frozenset(others) for place, others in names.items()})


def words_of(letters: str) -> tuple[str, ...]:
    """Split bare letters run together into as few common words as possible, () if they are none.

    A word has three letters at least, but for the little ones that join two others; "usweb"
    may start with one of two.
    """
    best: dict[int, tuple[str, ...]] = {0: ()}
    if letters.startswith(_SHORT_STARTS):
        best[2] = (letters[:2],)
    for end in range(_SHORTEST_PART, len(letters) + 1):
        for start, words in list(best.items()):
            part = letters[start:end]
            is_shorter = end not in best or len(words) + 1 < len(best[end])
            if is_shorter and _is_part(part, is_inside=bool(words) and end < len(letters)):
                best[end] = (*words, part)
    return best.get(len(letters), ())


def _is_part(part: str, *, is_inside: bool) -> bool:
    if len(part) >= _SHORTEST_PART:
        return is_known(part)
    return is_inside and part in _JOINING
