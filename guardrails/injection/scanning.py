"""Finding orders to a machine in texts that came from outside.

Such a text is data, never an instruction. An article is read whole: a sentence that gives an
order or asks a question and has nothing to do with the rest of it was planted. A post, a name
or a sentence of a charter is too short for that, and is suspect only when it speaks of the
machine itself, its instructions or its answer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.review import Span
from guardrails.injection.cues import ORDERS, told_by, turns_to_somebody
from guardrails.injection.hiding import Carrier, hidden_in
from guardrails.injection.passages import Article, Passage, read_article
from guardrails.injection.weighing import suspects

_LEAST_AROUND = 40  # words; beside fewer, nothing can be said to stand out


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A place of a text that seems to speak to a machine, and how it was brought in."""

    span: Span
    carrier: Carrier


def scan_article(text: str) -> tuple[Suspicion, ...]:
    """Return the suspect places of an article, in order and apart."""
    article = read_article(text)
    found = [*_hidden(text), *_plain(article)]
    if sum(len(passage.words) for passage in article.passages) >= _LEAST_AROUND:
        found += map(_of, suspects(article))
    return _apart(found)


def scan_words(text: str) -> tuple[Suspicion, ...]:
    """Return the suspect places of a post, a name or a sentence of a charter."""
    return _apart([*_hidden(text), *_plain(read_article(text))])


def without(text: str, suspicions: Iterable[Suspicion]) -> str:
    """Return a text of the same length with spaces where its suspect places stood."""
    characters = list(text)
    for suspicion in suspicions:
        for at in range(suspicion.span.start, suspicion.span.end):
            characters[at] = characters[at] if characters[at].isspace() else " "
    return "".join(characters)


def _hidden(text: str) -> Iterator[Suspicion]:
    for hidden in hidden_in(text):
        passages = read_article(hidden.words).passages
        if hidden.is_suspect or any(turns_to_somebody(one) for one in passages):
            yield Suspicion(hidden.span, hidden.carrier)


def _plain(article: Article) -> Iterator[Suspicion]:
    yield from (_of(one) for one in article.passages if speaks_to_a_machine(one))


def speaks_to_a_machine(passage: Passage) -> bool:
    """Tell whether a passage by itself gives a machine an order about itself or its answer."""
    if not turns_to_somebody(passage):
        return False
    told = told_by(passage)
    if told["says override"]:
        return True
    if told["says machine"] and (told["opens behave"] or told["opens answer"]):
        return True
    is_order = (
        max(told[name] for name in ORDERS) or told["says polite"] or _ANSWERING.match(passage.bare)
    )
    return bool(told["says reply"] and is_order and not told["says asked"])


# "In your answer, suggest …": what follows is an order.
_ANSWERING = re.compile(r"\W*(?:in|to|with|within|dans|a|avec) (?:your|ta|votre|ton) \w+\s?,")


def _of(passage: Passage) -> Suspicion:
    return Suspicion(Span(passage.start, passage.end), Carrier.VISIBLE)


def _apart(found: Iterable[Suspicion]) -> tuple[Suspicion, ...]:
    apart: list[Suspicion] = []
    for one in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not apart or one.span.start >= apart[-1].span.end:
            apart.append(one)
    return tuple(apart)
