"""Whether every part of a text is in the language asked for: a sentence, a paragraph, the whole.

Quotations, links, hashtags and names are left out: a French post may quote an English notice.
Four neighbours share many little words with French or English; theirs that are of neither of
the two tell them apart.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from domain.language import Language
from domain.neighbours import NEIGHBOURS
from domain.segmentation import sentences
from personalizer.habits import prose
from personalizer.tongue import FUNCTION_WORDS, language_of

_WORD: Final = re.compile(r"[^\W\d_]+")
_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|‘[^‘’\n]*’|\[[^\]\n]*\]|\([^()\n]*\)")
# Three little words of the other language and at most one of the own: a sentence of the other.
_ENOUGH: Final = 3
_FEW: Final = 1
_LEAST_OF_A_THIRD: Final = 2


def parts_in_another(text: str, language: Language) -> Iterator[str]:
    """Yield each sentence or paragraph of a text that is in another language than its own."""
    own, other = FUNCTION_WORDS[language], _other(language)
    told = _QUOTED.sub(" ", prose(text))
    paragraphs = [one for one in re.split(r"\n\s*\n", told) if one.strip()]
    within = [one for part in paragraphs for one in sentences(part)]
    yield from (one for one in within if _leans(one, own, other) or _is_third(one, language))
    yield from (
        part
        for part in paragraphs
        if language_of(part) not in (language, None) or _is_third(part, language)
    )
    if _is_third(told, language):
        yield told


def words_in_another_script(text: str, material: Iterable[str]) -> Iterator[str]:
    """Yield the words of a text in another alphabet that its material does not hold."""
    words = dict.fromkeys(_WORD.findall(text))
    foreign = (one for one in words if len(one) > 1 and not any(map(_is_latin, one)))
    known = list(material)
    return (one for one in foreign if not any(one in each for each in known))


def _is_latin(letter: str) -> bool:
    # "1ᵉʳ" and "2ª" are written with letters above the line.
    name = unicodedata.name(letter, "")
    return any(one in name for one in ("LATIN", "MODIFIER LETTER", "ORDINAL INDICATOR"))


def language_told(text: str) -> Language | None:
    """Return the language of a text beside what it quotes, of all of it where nothing else is."""
    return language_of(_QUOTED.sub(" ", text)) or language_of(text)


def _other(language: Language) -> frozenset[str]:
    return next(words for spoken, words in FUNCTION_WORDS.items() if spoken is not language)


def _leans(sentence: str, own: frozenset[str], other: frozenset[str]) -> bool:
    said = _said(sentence)
    foreign = sum(word in other and word not in own for word in said)
    return foreign >= _ENOUGH and sum(word in own and word not in other for word in said) <= _FEW


def _is_third(text: str, language: Language) -> bool:
    # Each word once: "lids per month, days per leak" says one Italian word twice.
    said = frozenset(_said(text))
    known = FUNCTION_WORDS[language]
    for words in NEIGHBOURS.values():
        theirs = sum(word in words and word not in known for word in said)
        ours = sum(word in known and word not in words for word in said)
        if theirs >= _LEAST_OF_A_THIRD and theirs > ours:
            return True
    return False


def _said(text: str) -> Iterable[str]:
    return _WORD.findall(text.casefold())
