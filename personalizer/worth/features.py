"""What the judge reads of a sentence: its place, its words, and what it shows itself to be.

All of it is read from the sentence and its content alone.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from domain.content import ContentItem
from personalizer.misgivings import misgivings
from personalizer.passages import Passage, passages_of
from personalizer.tongue import FUNCTION_WORDS, words
from personalizer.traits import Trait
from personalizer.worth.cues import COUNTED, CUES

_STEM: Final = 5
_LEAST_LETTERS: Final = 3
_OPENING_WORDS: Final = 4
_FIRST: Final = 3
_SHORT: Final = 10
_BESIDE: Final = 60
_NEAR: Final = 300
_BEHIND_A_HEADING: Final = 900
_SUMMARY: Final = re.compile(
    r"\n[#\s]*(?:conclusion|en conclusion|pour conclure|en résumé|résumé|en bref|pour finir"
    r"|l['’]essentiel|tl ?;? ?dr|in conclusion|conclusions|summary|wrapping up|wrap-up"
    r"|the bottom line|key takeaways|takeaways|what we learned|lessons learned)\b[^\n]{0,40}\n",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"[{}<>;=`$|]|\w\(|//|--\w")
_LIST_BEHIND: Final = re.compile(r"\s{0,3}\n\s{0,8}(?:[-*•]|\d{1,2}[.)])\s")
_TRAITS: Final = (
    Trait.FIGURE,
    Trait.QUOTATION,
    Trait.PERSON,
    Trait.QUESTION,
    Trait.STEP,
    Trait.SCENE,
    Trait.DATE,
)

Features = Iterator[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A content as the judge reads it; `told` says in how many sentences each word stands."""

    content: ContentItem
    told: Counter[str]
    sentences: int
    title: frozenset[str]
    summary: frozenset[str]
    tags: frozenset[str]
    summed_up: tuple[int, ...]

    @classmethod
    def of(cls, content: ContentItem) -> Self:
        """Read a content once for all its sentences."""
        little = FUNCTION_WORDS[content.language]
        passages = passages_of(content.text)
        return cls(
            content,
            Counter(stem for one in passages for stem in stems_of(one.text, little)),
            len(passages),
            stems_of(content.title, little),
            stems_of(content.summary or "", little),
            stems_of(" ".join(content.tags), little),
            tuple(match.end() for match in _SUMMARY.finditer(content.text)),
        )

    @property
    def little(self) -> frozenset[str]:
        """The words of its language that say nothing by themselves."""
        return FUNCTION_WORDS[self.content.language]


def stems_of(text: str, little: frozenset[str]) -> frozenset[str]:
    """Return how the words of a text begin that tell something."""
    long = {word for word in words(text) if len(word) >= _LEAST_LETTERS}
    return frozenset(word[:_STEM] for word in long - little)


def features_of(passage: Passage, at: int, reading: Reading) -> dict[str, float]:
    """Return every feature of a sentence, the `at`-th of its content that may be told."""
    cues = {name: float(cue.search(passage.text) is not None) for name, cue in CUES.items()}
    return {
        **dict(_of_place(passage, at, reading)),
        **dict(_of_words(passage, reading)),
        **cues,
        **{name: math.log1p(len(cue.findall(passage.text))) for name, cue in COUNTED.items()},
        **{f"is_{trait}": float(trait in passage.traits) for trait in _TRAITS},
        **dict(_of_both(passage, cues)),
        **misgivings(passage, reading.content.text),
    }


def _of_place(passage: Passage, at: int, reading: Reading) -> Features:
    text, start, end = reading.content.text, passage.span.start, passage.span.end
    before = text[max(0, start - _BESIDE) : start].rstrip(" ")
    behind = text[end : end + _BESIDE].lstrip(" ")
    yield "among_first", float(at < _FIRST)
    yield "opens_paragraph", float(not before or before.endswith("\n\n"))
    yield "ends_paragraph", float(not behind or behind.startswith("\n\n"))
    yield "behind_colon", float(before.rstrip().endswith(":"))
    yield "before_list", float(_LIST_BEHIND.match(behind) is not None)
    yield "beside_code", float(_CODE.search(before + behind) is not None)
    ends = (start - one for one in reading.summed_up)
    yield "summed_up", float(any(0 <= far < _BEHIND_A_HEADING for far in ends))
    yield "long_text", math.log1p(reading.sentences)


def _of_words(passage: Passage, reading: Reading) -> Features:
    said, stems = words(passage.text), stems_of(passage.text, reading.little)
    size = math.sqrt(len(stems) + _LEAST_LETTERS)
    told = reading.told
    yield "words", math.log(len(said) or 1)
    yield "short", max(0, _SHORT - len(said)) / _SHORT
    yield "telling", math.log1p(len(stems))
    yield "central", sum(math.log(max(1, told[stem])) for stem in stems) / size
    yield "once_only", sum(told[stem] <= 1 for stem in stems) / (len(stems) or 1)
    yield "of_title", float(bool(stems & reading.title))
    yield "title_covered", len(stems & reading.title) / (len(reading.title) or 1)
    yield "of_summary", len(stems & reading.summary) / size
    yield "of_tags", len(stems & reading.tags) / size
    opening = stems_of(" ".join(said[:_OPENING_WORDS]), reading.little)
    yield "opens_on_subject", float(bool(opening & reading.title))
    above = reading.content.text[max(0, passage.span.start - _NEAR) : passage.span.start]
    yield "goes_with_before", len(stems & stems_of(above, reading.little)) / (len(stems) or 1)
    yield "exclaims", float(passage.text.rstrip(' »”")').endswith("!"))


def _of_both(passage: Passage, cues: dict[str, float]) -> Features:
    """Yield what only two cues tell together: what happened with a figure is a result."""
    happened, somebodys = cues["happened"], max(cues["i"], cues["we"])
    yield "result", happened * (Trait.FIGURE in passage.traits)
    yield "timeless", float(not happened and not somebodys and not cues["you"])
