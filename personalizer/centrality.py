"""How much of what a content says each of its sentences says: the point before an aside.

A sentence is central when its words come back all over the text and in the title, and when it
stands where texts state their point: at their beginning, in a summary, in their conclusion.
"""

import math
import re
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from domain.content import ContentItem
from domain.language import Language
from personalizer.misgivings import misgiving
from personalizer.passages import Passage, passages_of
from personalizer.tongue import FUNCTION_WORDS, words

_STEM: Final = 5
_LEAST_LETTERS: Final = 3
# In a text of five sentences nothing stands at the margin.
_ENOUGH_SENTENCES: Final = 6
_TITLE_COUNTS: Final = 0.8
_BEGINNING: Final = (3, 0.7)
_SUMMED_UP: Final = 0.7
# "HATEOAS is …" says what the title announces.
_OF_SUBJECT: Final = 0.6
_OPENING_WORDS: Final = 4
_SUMMARY: Final = re.compile(
    r"\n[#\s]*(?:conclusion|en conclusion|pour conclure|en résumé|résumé|en bref|pour finir"
    r"|l['’]essentiel|tl ?;? ?dr|in conclusion|conclusions|summary|wrapping up|wrap-up"
    r"|the bottom line|key takeaways|takeaways|what we learned|lessons learned)\b[^\n]{0,40}\n",
    re.IGNORECASE,
)
_BEHIND_A_HEADING: Final = 700
# One spread above the others, a sentence is worth e to this power as much.
_COUNTS: Final = 1.2
# Of what is central enough, a person tells what they like best.
_LEAST_SPREADS, _MOST_SPREADS = -2.5, 0.8


def centrality_of(content: ContentItem) -> Mapping[int, float]:
    """Return how much each passage of a content is worth telling, by where it starts.

    One is the average; what is doubtful out of its context comes last.
    """
    return _weighed(content.text, content.title, content.language)


@lru_cache(maxsize=64)
def _weighed(text: str, title: str, language: Language) -> Mapping[int, float]:
    passages = passages_of(text)
    spreads = _in_spreads([*_lexical(passages, title, language)], len(passages))
    summaries = [match.end() for match in _SUMMARY.finditer(text)]
    weighed = {}
    for at, (passage, spread) in enumerate(zip(passages, spreads, strict=True)):
        placed = spread + _of_place(passage, at, summaries) + _of_matter(passage, title, language)
        placed = placed if len(passages) >= _ENOUGH_SENTENCES else 0.0
        kept = max(_LEAST_SPREADS, min(_MOST_SPREADS, placed) - misgiving(passage, text))
        weighed[passage.span.start] = math.exp(_COUNTS * kept)
    return MappingProxyType(weighed)


def _lexical(passages: Sequence[Passage], title: str, language: Language) -> list[float]:
    """Return how often the words of each passage come back, those of the title counted more."""
    stems = [_stems(one.text, language) for one in passages]
    told = Counter(stem for one in stems for stem in one)
    subject = _stems(title, language)
    return [
        (sum(math.log(told[stem]) for stem in one) + _TITLE_COUNTS * 2 * len(one & subject))
        / math.sqrt(len(one) + _LEAST_LETTERS)
        for one in stems
    ]


def _in_spreads(values: Sequence[float], count: int) -> list[float]:
    if count < _ENOUGH_SENTENCES:
        return [0.0] * count
    middle, spread = statistics.fmean(values), statistics.pstdev(values) or 1.0
    return [(value - middle) / spread for value in values]


def _of_place(passage: Passage, at: int, summaries: Sequence[int]) -> float:
    first, worth = _BEGINNING
    begins = worth if at < first else 0.0
    sums_up = any(0 <= passage.span.start - end < _BEHIND_A_HEADING for end in summaries)
    return max(begins, _SUMMED_UP if sums_up else 0.0)


def _of_matter(passage: Passage, title: str, language: Language) -> float:
    opening = " ".join(words(passage.text)[:_OPENING_WORDS])
    return _OF_SUBJECT if _stems(opening, language) & _stems(title, language) else 0.0


def _stems(text: str, language: Language) -> frozenset[str]:
    long = {word for word in words(text) if len(word) >= _LEAST_LETTERS}
    return frozenset(word[:_STEM] for word in long - FUNCTION_WORDS[language])
