"""Ungrounded facts: a second reading of the rule, by none of the product's code.

The rule: every figure, date, name and quotation in a draft stands in the source or the notes.
Figures are compared by their digits, numbers in words, months and days as words, names as runs of
capitalised words, quotations as runs of words. What the request itself gives also stands: the
employer, the author's name, the language of the content.
"""

import re
from collections.abc import Iterator, Sequence

from benchmarks.drafts.reading import Read

_DIGITS = re.compile(r"\d+(?:[\u00a0\u202f  .,]\d+)*")
_SEPARATORS = re.compile(r"[\u00a0\u202f  .,]")
_WORD = re.compile(r"\w+")
_COUNTED = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trente|quarante|cinquante|soixante|cent|cents|mille|millions?|milliards?|douzaines?"
    r"|dizaines?|centaines?|milliers?|moitié|tiers|double|triple"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|hundred|hundreds|thousand"
    r"|thousands|billions?|dozens?|half|twice|percent)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|lundi"
    r"|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|January|February|April|June|July"
    r"|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w])[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s+[A-ZÀ-ÖØ-Þ][\w’'-]*)*")
# Emoji, spaces and opening marks stand before the first word of a sentence.
_TRAILING = re.compile(r"[^\w.!?…:;,)-]+$")
_NO_NAME = re.compile(r"^(?:I|I['’]\w+|French|English)$")
_CUT = re.compile(r"\s*(?:\[…\]|…)\s*")


def ungrounded(text: str, stands: Sequence[str]) -> list[str]:
    """Return what a draft states that stands nowhere in `stands`: source, notes, request."""
    read = Read(text)
    return list(dict.fromkeys([*_facts(read, " ".join(stands)), *_quotations(read, stands)]))


def _facts(read: Read, known: str) -> Iterator[str]:
    digits = {_SEPARATORS.sub("", one) for one in _DIGITS.findall(known)}
    words = set(_WORD.findall(known.casefold()))
    said = f"{read.own_words} {' '.join(read.marks)}"
    yield from (one for one in _DIGITS.findall(said) if _SEPARATORS.sub("", one) not in digits)
    for pattern in (_COUNTED, _DATED):
        yield from (one for one in pattern.findall(said) if one.casefold() not in words)
    for sentence in read.sentences:
        yield from (
            name
            for name in _names(sentence)
            if not all(word in words for word in _WORD.findall(name.casefold()))
        )


def _names(sentence: str) -> Iterator[str]:
    for found in _NAME.finditer(sentence):
        before = _TRAILING.sub("", sentence[: found.start()])
        name = found.group()
        if not before or before[-1] in ".!?…:;)":
            # The first word of a sentence has its capital from its place.
            _, _, name = name.partition(" ")
        if name and not _NO_NAME.match(name.split()[0]):
            yield name


def _quotations(read: Read, stands: Sequence[str]) -> Iterator[str]:
    known = [f" {' '.join(_WORD.findall(one.casefold()))} " for one in stands]
    for quotation in read.quotations:
        pieces = [" ".join(_WORD.findall(one.casefold())) for one in _CUT.split(quotation)]
        if not all(any(f" {piece} " in one for one in known) for piece in pieces if piece):
            yield quotation
