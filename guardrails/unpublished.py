"""Where a text tells of a content that waits for its hour: by its address, its title, its source.

A title of few words, or of common ones, is that of many a text: such a one is known as it is
written alone. A title that names something is also known in other words of the same sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Source, Span
from domain.unpublished import at
from guardrails.hosts import pages_in
from guardrails.mentions import Families, mentions, topic_of
from guardrails.reading import Reading, bare_text, fold_term

_WORD: Final = re.compile(r"[^\W_]+")
# As the whole title stands there, and as its topic.
_FEWEST_WORDS: Final = 3
_FEWEST_STEMS: Final = 3


def told_of(
    reading: Reading, circumstances: Circumstances, families: Families
) -> Iterator[Span | None]:
    """Yield each place that tells of a content under embargo; None where the source is one."""
    waiting, now = circumstances.organization.unpublished, circumstances.now
    if not waiting:
        return
    source = circumstances.source
    if source and waiting.holds(now, url=source.url, title=source.title, text=source.text):
        yield None
    yield from _links(reading, at(now, waiting.pages))
    titles = tuple(sorted(at(now, waiting.titles)))
    yield from _verbatim(reading, titles, source)
    yield from _in_other_words(reading, titles, circumstances, families)


def _links(reading: Reading, pages: frozenset[str]) -> Iterator[Span]:
    for span, page in pages_in(reading.text) if pages else ():
        if page in pages:
            yield span


def _verbatim(reading: Reading, titles: tuple[str, ...], source: Source | None) -> Iterator[Span]:
    told = bare_text(f"{source.title}\n{source.text}") if source and source.is_public else ""
    for pattern in filter(None, map(_as_written, titles)):
        found = list(pattern.finditer(reading.bare.text))
        if found and not pattern.search(told):
            yield from (reading.bare.span(*match.span()) for match in found)


@lru_cache(maxsize=1024)
def _as_written(title: str) -> re.Pattern[str] | None:
    words = _WORD.findall(fold_term(title))
    if len(words) < _FEWEST_WORDS:
        return None
    joined = r"[\W_]{1,4}".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){joined}(?!\w)")


def _in_other_words(
    reading: Reading, titles: tuple[str, ...], circumstances: Circumstances, families: Families
) -> Iterator[Span]:
    topics = _topics(titles, circumstances.organization.names, families)
    for topic, span in mentions(reading, topics, families):
        if not _is_told(topic, circumstances.source, reading.language, families):
            yield span


@lru_cache(maxsize=16)
def _topics(
    titles: tuple[str, ...], company: tuple[str, ...], families: Families
) -> tuple[str, ...]:
    own = frozenset(word for name in company for word in fold_term(name).split())
    topics = dict.fromkeys(_topic(title, own) for title in titles)
    return tuple(one for one in topics if _names_something(one, families))


def _topic(title: str, own: frozenset[str]) -> str:
    """Return a title as a topic: without the company, its first word no name for its capital."""
    words = [word for word in _WORD.findall(title) if fold_term(word) not in own]
    if words and not words[0].isupper():
        words[0] = words[0].lower()
    return " ".join(words)


def _names_something(topic: str, families: Families) -> bool:
    read = topic_of(topic, families)
    return bool(read.names) and len(read.names) + len(read.others) >= _FEWEST_STEMS


def _is_told(topic: str, source: Source | None, language: Language, families: Families) -> bool:
    """Tell whether what may be spoken about already mentions a topic."""
    if source is None or not source.is_public:
        return False
    told = Reading(Draft(f"{source.title}\n\n{source.text}", language))
    return any(True for _ in mentions(told, (topic,), families))
