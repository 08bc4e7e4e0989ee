"""Fifty people who ask for one content: how many get a draft, and how alike two drafts are.

The article that all figures name is the longest in sentences. Twelve others, drawn from all posts
of 600 to 1,000 words of a blog by a seed, tell how much that one says about the rest: `SEED` draws
others, so that what the engine was made with is not what it is measured on.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from statistics import median, quantiles

from benchmarks.drafts.office import office
from benchmarks.drafts.overlap import highest, most_alike
from benchmarks.drafts.people import colleagues
from benchmarks.drafts.reading import Read
from benchmarks.drafts.sample import contents
from benchmarks.material import BLOGS
from benchmarks.quality.figure import Figure
from domain.content import ContentItem
from domain.language import Language

_PEOPLE = 50
_ARTICLE = range(600, 1_001)
_SHORT = range(80, 300)
_OTHERS = 12
_SEED = int(os.environ.get("SEED", "29"))
_LONGEST_RUN = 6
_LONGEST_QUOTATION, _MOST_QUOTED = 25, 0.30
_ASKED = 20


@dataclass(frozen=True, slots=True)
class Crowd:
    """What fifty people were answered: how many drafts, how alike, with what run in common.

    `alike` and `run` leave out what colleagues may share; `with_quotations` counts all words but
    links. `quotation` is the longest one in words, `quoted` the highest share of a draft.
    """

    title: str
    served: int
    alike: float
    run: int
    with_quotations: float
    quotation: int
    quoted: float

    def __str__(self) -> str:
        return (
            f"{self.served} served, Jaccard {self.alike:.2f} (quotations counted"
            f" {self.with_quotations:.2f}), run {self.run}, longest quotation {self.quotation},"
            f" most quoted {self.quoted:.2f}: {self.title}"
        )


def figures() -> Iterator[Figure]:
    """Yield the figures of one long article, of a short one, and of twelve other articles."""
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
    reads = [Read(text) for text in texts]
    alike, run = highest(texts)
    return Crowd(
        title=content.title,
        served=len(texts),
        alike=alike,
        run=run,
        with_quotations=most_alike(texts),
        quotation=max((read.longest_quotation for read in reads), default=0),
        quoted=max((read.quoted_share for read in reads), default=0.0),
    )


def _of_one(language: Language) -> Iterator[Figure]:
    long, short = crowd(long_content(language), language), crowd(_one(language, _SHORT), language)
    print(f"{language}: {long}")
    yield Figure(f"50 people, one article: served, {language}", long.served, asked=20)
    yield Figure(f"the same: unlike at least, {language}", 1 - long.alike, asked=0.7)
    is_short = long.run <= _LONGEST_RUN
    yield Figure(f"the same: within 6 shared words, {language}", float(is_short), asked=1)
    yield Figure(f"50 people, under 300 words: served, {language}", short.served)


def _of_others(language: Language) -> Iterator[Figure]:
    crowds = []
    for content in other_contents(language):
        crowds.append(crowd(content, language))
        print(f"{language}: {crowds[-1]}", flush=True)
    served = [one.served for one in crowds]
    name = f"50 people, {len(crowds)} other articles"
    enough = sum(count >= _ASKED for count in served) / len(served)
    yield Figure(f"{name}: with 20 served or more, share, {language}", enough, asked=1)
    yield Figure(f"{name}: served, median, {language}", median(served), asked=_ASKED)
    yield Figure(f"{name}: served, lowest tenth, {language}", quantiles(served, n=10)[0])
    yield Figure(f"{name}: served, least, {language}", min(served))
    yield Figure(f"{name}: unlike at least, {language}", 1 - max(one.alike for one in crowds), 0.7)
    counted = 1 - max(one.with_quotations for one in crowds)
    yield Figure(f"{name}: the same, quotations counted, {language}", counted)
    are_short = all(one.run <= _LONGEST_RUN for one in crowds)
    yield Figure(f"{name}: within 6 shared words, {language}", float(are_short), asked=1)
    quoted = all(
        one.quotation <= _LONGEST_QUOTATION and one.quoted <= _MOST_QUOTED for one in crowds
    )
    yield Figure(f"{name}: quotations short and few, {language}", float(quoted), asked=1)


def other_contents(language: Language) -> list[ContentItem]:
    """Return twelve articles of 600 to 1,000 words, drawn from the blog by the seed."""
    others = [one for one in _fitting(language, _ARTICLE) if one != long_content(language)]
    return Random(_SEED).sample(others, min(_OTHERS, len(others)))  # noqa: S311 - a sample, no secret


def _one(language: Language, words: range) -> ContentItem:
    """Return the post of such a length with the most sentences: prose, not code."""
    fitting = _fitting(language, words)
    return max(fitting, key=lambda one: (one.text.count(". "), one.content_id))


def _fitting(language: Language, words: range) -> list[ContentItem]:
    return [one for one in contents(language) if len(one.text.split()) in words]
