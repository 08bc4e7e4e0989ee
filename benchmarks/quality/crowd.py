"""Fifty people who ask for one content: how many get a draft, and how alike two drafts are.

The article that all figures name is the longest in sentences; ten others, spread over the blog,
tell how much that one says about the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from benchmarks.drafts.office import office
from benchmarks.drafts.overlap import highest
from benchmarks.drafts.people import colleagues
from benchmarks.drafts.sample import contents
from benchmarks.material import BLOGS
from benchmarks.quality.figure import Figure
from domain.content import ContentItem
from domain.language import Language

_PEOPLE = 50
_ARTICLE = range(600, 1_001)
_SHORT = range(80, 300)
_OTHERS = 10
_LONGEST_RUN = 6


@dataclass(frozen=True, slots=True)
class Crowd:
    """What fifty people were answered: how many drafts, how alike, with what run in common."""

    title: str
    served: int
    alike: float
    run: int

    def __str__(self) -> str:
        return f"{self.served} served, Jaccard {self.alike:.2f}, run {self.run}: {self.title}"


def figures() -> Iterator[Figure]:
    """Yield the figures of one long article, of a short one, and of ten other articles."""
    if not BLOGS.is_dir():
        yield Figure("50 people, one article", None)
        return
    for language in Language:
        yield from _of_one(language)
        yield from _of_others(language)


def long_content(language: Language) -> ContentItem:
    """Return the article that fifty people ask for, 600 to 1,000 words long."""
    return _one(language, _ARTICLE)


def crowd(content: ContentItem, language: Language) -> Crowd:
    """Ask for one content as fifty people."""
    with office() as open_office:
        asked = open_office.ask_all(content, colleagues(_PEOPLE, language))
    texts = [one.draft.text for one in asked if one.draft]
    return Crowd(content.title, len(texts), *highest(texts))


def _of_one(language: Language) -> Iterator[Figure]:
    long, short = crowd(long_content(language), language), crowd(_one(language, _SHORT), language)
    print(f"{language}: {long}")
    yield Figure(f"50 people, one article: served, {language}", long.served, asked=20)
    yield Figure(f"the same: unlike at least, {language}", 1 - long.alike, asked=0.7)
    is_short = long.run <= _LONGEST_RUN
    yield Figure(f"the same: within 6 shared words, {language}", float(is_short), asked=1)
    yield Figure(f"50 people, under 300 words: served, {language}", short.served)


def _of_others(language: Language) -> Iterator[Figure]:
    crowds = [crowd(one, language) for one in other_contents(language)]
    for one in crowds:
        print(f"{language}: {one}")
    served = [one.served for one in crowds]
    name = f"50 people, {len(crowds)} other articles"
    yield Figure(f"{name}: served, median, {language}", median(served), asked=20)
    yield Figure(f"{name}: served, least, {language}", min(served))
    yield Figure(f"{name}: unlike at least, {language}", 1 - max(one.alike for one in crowds), 0.7)
    are_short = all(one.run <= _LONGEST_RUN for one in crowds)
    yield Figure(f"{name}: within 6 shared words, {language}", float(are_short), asked=1)


def other_contents(language: Language) -> list[ContentItem]:
    """Return ten articles of 600 to 1,000 words, evenly spread over the blog."""
    others = [one for one in _fitting(language, _ARTICLE) if one != long_content(language)]
    step = max(1, len(others) // _OTHERS)
    return others[::step][:_OTHERS]


def _one(language: Language, words: range) -> ContentItem:
    """Return the post of such a length with the most sentences: prose, not code."""
    fitting = _fitting(language, words)
    return max(fitting, key=lambda one: (one.text.count(". "), one.content_id))


def _fitting(language: Language, words: range) -> list[ContentItem]:
    return [one for one in contents(language) if len(one.text.split()) in words]
