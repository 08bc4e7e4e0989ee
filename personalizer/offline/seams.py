"""How an author's own note is joined to what a draft tells of a content.

A note on the same subject is brought in by a few words. One on another subject stands by itself,
and a mark asks for what only its author knows: what ties it to the content. Nothing is made up.
"""

import re
from collections.abc import Iterator
from typing import Final

from domain.content import ContentItem
from domain.language import Language
from personalizer.nearness import OF_ANY_SUBJECT, Told
from personalizer.offline.material import Material
from personalizer.tongue import FUNCTION_WORDS, words

_TELLING_LETTERS: Final = 5
_ENOUGH: Final = 2
# Who speaks in their own name already, or asks, needs no words before it.
_JOINED: Final = re.compile(
    r"(?:de (?:mon|notre) côté|(?:pour|quant) (?:ma|à|au)|chez nous|à mon|personnellement|moi\b"
    r"|on (?:my|our) side|for my part|as for me|personally|in my|my own|our own"
    r"|from (?:my|our))",
    re.IGNORECASE,
)
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
# "Was one of the seven": whoever notes who did it in no word has it stand alone.
_VERBS: Final = frozenset(
    "is are was were be been has have had do does did can could will would should may might must"
    " est sont était étais étions a ai ont avons fait faits été eu peut veut doit va".split()
)

# What only a remark on a text says of it: "this", "j'y étais", "the best I have read".
_REMARKS_ON_IT: Final = re.compile(
    r"\b(?:cet|cette|ces|ce(?! (?:que|qui|sont|n|qu)\b)|ici|j['’]y|l['’](?:article|entretien)|texte"
    r"|lire|lue?s?|lecture|relayer|partage[rz]?"
    r"|this(?! (?:week|month|year|morning|spring|summer|autumn|winter)\b)|these|article|reads?"
    r"|reading|share|sharing)\b",
    re.IGNORECASE,
)
# Colleagues speak so of what their employer published.
_OF_US: Final = re.compile(
    r"\b(?:nous|notre|nos|nôtres?|chez nous|équipes?|collègues?|on|eux|rejoi\w+|venez|viens"
    r"|we|us|our|ours|team|crew|colleagues?|them|join|come)\b",
    re.IGNORECASE,
)
_FEW_WORDS: Final = 12


def is_remark(note: str, material: Material) -> bool:
    """Tell whether a note that shares no word with what is told is a remark on the content.

    Few words on what their own employer published are, and so is what says "this" or "we" there.
    """
    if _REMARKS_ON_IT.search(note):
        return True
    is_short = len(words(note)) <= _FEW_WORDS
    return material.is_employers_own and (is_short or _OF_US.search(note) is not None)


def is_told_by_notes(material: Material) -> bool:
    """Tell whether the notes speak of what the draft tells, as far as words say so."""
    if Told.of(f"{material.content.title}\n{material.content.text}").ties(" ".join(material.notes)):
        return True
    content, focus = material.content, said_by(material)
    ours = _telling(" ".join(material.notes), material.language)
    near = _telling(f"{content.title} {focus}", content.language)
    return bool(ours & near) or len(ours & _coming_back(content)) >= _ENOUGH


def said_by(material: Material) -> str:
    """Return the sentences of the content that a draft tells or quotes, as they stand there."""
    told = (material.first, *material.follow)
    return " ".join(one.text for one in told if one is not None)


def is_joinable(note: str, language: Language) -> bool:
    """Tell whether a note may go on a sentence that brings it in."""
    first = _FIRST_WORD.match(note)
    return (
        first is not None
        and first[0].casefold() in FUNCTION_WORDS[language] - _VERBS
        and _JOINED.match(note) is None
        and ":" not in note
        and note.endswith(".")
    )


def inside(note: str) -> str:
    """Return a note as it goes on a sentence: "I" keeps its capital."""
    return note if re.match(r"I\b", note) else note[:1].lower() + note[1:]


def _telling(text: str, language: Language) -> set[str]:
    """Return how the words of a text begin that tell something."""
    return {stem for stem in _stems(text, language) if stem not in OF_ANY_SUBJECT}


def _coming_back(content: ContentItem) -> set[str]:
    """Return the telling beginnings of words that come back in a content: it is about these."""
    told = [*_stems(content.text, content.language)]
    return {stem for stem in {*told} - OF_ANY_SUBJECT if told.count(stem) >= _ENOUGH}


def _stems(text: str, language: Language) -> Iterator[str]:
    little = FUNCTION_WORDS[language]
    found = (word for word in words(text) if len(word) >= _TELLING_LETTERS and word not in little)
    return (word[:_TELLING_LETTERS] for word in found)
