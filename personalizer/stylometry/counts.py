"""What can be counted in a text whatever it speaks of: lengths, lines, marks, little words."""

import math
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import repeat
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")
_PARAGRAPH_END: Final = re.compile(r"\n\s*\n")
_LONG_SENTENCE, _SHORT_SENTENCE = 30, 6
_LONG_WORD, _SHORT_WORD = 9, 4
_LONG_LINE, _SHORT_LINE = 85, 30
_WRAPPED: Final = range(61, 82)
_RICHNESS_OVER: Final = 150
# Each is counted per hundred words.
_MARKS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r",",
        r";",
        r":",
        r"!",
        r"\?",
        r"…|\.\.\.",
        r"\(",
        r"[-–—]",
        r"—",
        r" [-–—] ",
        r"\"",
        r"[“”]",
        r"[«»]",
        r"'",
        r"’",
        r"[*_]",
        r"`",
        r"\[",
        r"(?m)^#",
        r"\n[-*•]",
        r"\n\d+[.)]",
        r"\d",
        r"[A-Z]{2,}",
        r"\.  ",
        r"&",
        r"/",
        r"[A-ZÀ-Þ]\w+",
        r"\n",
        r"\n\n",
        r"%",
        r"[:;]-?\)|[\U0001f300-\U0001faff]",
        r" [!?:;]",
        r"[\u00a0\u202f]",
        r"https?:",
        r"#\w",
        r"\w+ing\b|\w+ment\b",
        r"n['’]t\b",
        r"['’](?:re|ve|ll|s|d)\b",
        r",\s(?:and|et)\b",
        r"\.\s(?:And|But|So|Mais|Et|Donc)\b",
    )
)
# Each family of little words is counted per hundred words; both languages at once, since a
# text has only one of them.
_FAMILIES: Final = tuple(
    frozenset(words.split())
    for words in (
        "i me my je j moi mon ma mes",
        "we us our nous notre nos",
        "you your vous votre vos",
        "tu toi te ton ta tes",
        "on one",
        "the le la les",
        "a an un une",
        "of de du des",
        "and et",
        "but mais",
        "that que qui which",
        "to à pour",
        "is are est sont",
        "was were était avait",
        "not pas ne",
        "very really just très bien vraiment",
        "so donc alors",
        "can could may might peut pourrait",
        "will would va vais",
        "this these ce cette ces ça cela",
        "it il elle",
        "if si",
        "also aussi",
        "because car parce",
        "or ou",
        "all tout tous toutes",
        "here there voici voilà",
        "however though cependant pourtant",
    )
)


def counts_of(text: str) -> list[float]:
    """Return every count of a text, always as many and in the same order."""
    words = _WORD.findall(text)
    hundreds = max(1, len(words)) / 100
    lower = [word.casefold() for word in words]
    marks = [math.log1p(len(mark.findall(text)) / hundreds) for mark in _MARKS]
    held = Counter(lower)
    families = [
        math.log1p(sum(map(held.get, family, repeat(0))) / hundreds) for family in _FAMILIES
    ]
    first = lower[:_RICHNESS_OVER]
    return [*_lengths(text, words), *marks, *families, len(set(first)) / max(1, len(first))]


def _lengths(text: str, words: Sequence[str]) -> list[float]:
    sentences = [len(_WORD.findall(one)) for one in _SENTENCE_END.split(text) if one.strip()] or [0]
    lines = [len(line) for line in text.split("\n") if line.strip()] or [0]
    paragraphs = [len(one.split()) for one in _PARAGRAPH_END.split(text) if one.strip()] or [0]
    letters = [len(word) for word in words] or [0]
    return [
        *map(math.log1p, (statistics.fmean(sentences), statistics.pstdev(sentences))),
        *map(math.log1p, (statistics.median(sentences), max(sentences))),
        _share(sentences, range(_SHORT_SENTENCE)),
        1 - _share(sentences, range(_LONG_SENTENCE + 1)),
        statistics.fmean(letters),
        statistics.pstdev(letters),
        1 - _share(letters, range(_LONG_WORD + 1)),
        _share(letters, range(_SHORT_WORD)),
        *map(math.log1p, (statistics.fmean(lines), max(lines), statistics.pstdev(lines))),
        1 - _share(lines, range(_LONG_LINE + 1)),
        _share(lines, _WRAPPED),
        _share(lines, range(_SHORT_LINE)),
        *map(math.log1p, (statistics.fmean(paragraphs), len(paragraphs))),
        *map(math.log1p, (statistics.pstdev(paragraphs), min(paragraphs))),
    ]


def _share(values: Sequence[int], wanted: range) -> float:
    return sum(value in wanted for value in values) / len(values)
