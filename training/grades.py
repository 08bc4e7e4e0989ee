"""Sentences that two people graded from 0 to 3: how far each is worth telling alone.

`training/texts/telling_grades.LANGUAGE.jsonl` holds, for each content, the digest of a sentence,
where it starts, its grade, and its rank in the order that was in force before there was a judge.
No text is kept: the contents are those of DATA (see `benchmarks.material`) and of the demo.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from api.personas import FOLDER
from benchmarks.material import blogs
from domain.content import ContentItem
from domain.language import Language
from personalizer.carriers import carriers
from personalizer.worth.features import Reading, features_of
from personalizer.worth.news import news_odds
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted

TEXTS = Path(__file__).parent / "texts"
WORTHY = 2
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Graded:
    """A sentence with its features, its grade, and its rank before there was a judge.

    `news` is what the cues of news speak for it, in log odds: no grade teaches them.
    """

    content_id: str
    language: Language
    features: dict[str, float]
    grade: int
    rank: int
    news: float = 0.0


def graded() -> list[Graded]:
    """Return every graded sentence of the contents that are at hand."""
    return [one for language in Language for one in _graded(language)]


def _graded(language: Language) -> Iterator[Graded]:
    items = {one.content_id: one for one in (*blogs(language.value), *_demo())}
    lines = (TEXTS / f"telling_grades.{language}.jsonl").read_text(encoding="utf-8")
    for entry in map(json.loads, lines.splitlines()):
        if entry["content"] in items:
            yield from _of_content(items[entry["content"]], entry["grades"])


def _of_content(content: ContentItem, grades: list[list[str | int]]) -> Iterator[Graded]:
    known = {digest: (int(grade), int(rank)) for digest, _, grade, rank in grades}
    reading = Reading.of(content)
    for at, passage in enumerate(carriers(content)):
        digest = sha256(passage.text.encode()).hexdigest()[:_DIGITS]
        if digest in known:
            features = features_of(passage, at, reading)
            grade, rank = known[digest]
            news = news_odds(passage, content)
            yield Graded(content.content_id, content.language, features, grade, rank, news)


def _demo() -> list[ContentItem]:
    rows = open_source(str(FOLDER / "contents"))
    return [row.item for row in rows if isinstance(row, Accepted)]
