"""What the benchmarks run on: real posts where they are at hand, our own demo content otherwise."""

import os
from dataclasses import replace
from pathlib import Path

from api.personas import FOLDER
from domain.content import ContentItem
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted

DATA = Path(os.environ.get("DATA", "../shared/data"))
BLOGS = DATA / "blogs"


def locations() -> list[str]:
    """Return the files of real posts, or the demo content, saying which."""
    found = sorted(map(str, BLOGS.glob("*.jsonl")))
    if not found:
        print(f"{BLOGS} is not there (643 posts of two organisations): the demo content stands in")
    return found or [str(FOLDER / "contents")]


def items(count: int | None = None) -> list[ContentItem]:
    """Return contents, repeated under other ids until there are enough."""
    read = [
        row.item for one in locations() for row in open_source(one) if isinstance(row, Accepted)
    ]
    if count is None:
        return read
    return [replace(read[n % len(read)], content_id=f"c_{n:06}") for n in range(count)]


def blogs(language: str) -> list[ContentItem]:
    """Return the real posts in one language; none where the set is not at hand."""
    rows = (row for path in sorted(BLOGS.glob(f"*_{language}.jsonl")) for row in open_source(path))
    return [row.item for row in rows if isinstance(row, Accepted)]
