"""Other people's texts, to set an author beside: traces only, no text can be read from them.

They come with the package, one file per language; `training/voice_background.py` made them.
"""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Self

import numpy as np

from domain.language import Language
from personalizer.stylometry.background import Background, Vector, View
from personalizer.stylometry.standing import Rows, profile_of, rows_of, standing

_STEPS: Final = 127
_THE_SAME: Final = 0.98


@dataclass(frozen=True, slots=True)
class Crowd:
    """A background and other people's texts: a row of `rows` and a name of `authors` per text.

    `people` has a row per author: where all their texts stand together.
    """

    background: Background
    rows: Rows
    authors: tuple[int, ...]
    people: Rows

    @classmethod
    def made_of(cls, background: Background, rows: Rows, authors: Sequence[int]) -> Self:
        """Return the crowd of rows that were read before."""
        names = np.array(authors)
        people = [
            profile_of(tuple(table[names == one] for table in rows)) for one in sorted(set(authors))
        ]
        nobody = tuple(np.zeros((0, table.shape[1])) for table in rows)
        return cls(background, rows, tuple(authors), rows_of(people) if people else nobody)

    @classmethod
    def of(cls, background: Background, texts: Sequence[str], authors: Sequence[int]) -> Self:
        """Return the crowd that these texts make."""
        return cls.made_of(background, rows_of([background.read(text) for text in texts]), authors)

    def beside(self, posts: Rows) -> "Crowd":
        """Return the crowd without whoever wrote one of these posts."""
        same = np.min([table @ own.T for table, own in zip(self.rows, posts, strict=True)], axis=0)
        known = {self.authors[at] for at in np.flatnonzero(same.max(axis=1) > _THE_SAME)}
        if not known:
            return self
        kept = [at for at, author in enumerate(self.authors) if author not in known]
        rows = tuple(table[kept] for table in self.rows)
        return Crowd.made_of(self.background, rows, [self.authors[at] for at in kept])

    def standings(self, texts: Rows, posts: Rows) -> list[float]:
        """Return how far each text stands on the side of who wrote the posts."""
        author, crowd = self.seen_from(posts)
        return self.placed(texts, author, crowd, self.people)

    def seen_from(self, posts: Rows) -> tuple[tuple[Vector, ...], tuple[Vector, ...]]:
        """Return where who wrote the posts stands, and how near each text of others is to them."""
        author = profile_of(posts)
        crowd = (table @ profile for table, profile in zip(self.rows, author, strict=True))
        return author, tuple(crowd)

    @staticmethod
    def placed(
        texts: Rows, author: Sequence[Vector], crowd: Sequence[Vector], people: Rows
    ) -> list[float]:
        """Return how far each text stands on an author's side, as `seen_from` gave them."""
        found = []
        for at in range(len(texts[0])):
            near = [table[at] @ profile for table, profile in zip(texts, author, strict=True)]
            to_others = [other @ table[at] for other, table in zip(people, texts, strict=True)]
            found.append(standing(np.array(near), crowd, to_others))
        return found

    def as_data(self) -> dict[str, Any]:
        """Return the crowd in plain values."""
        return {
            "common": sorted(self.background.common),
            "views": [_view_data(view) for view in self.background.views],
            "rows": [_packed(table) for table in self.rows],
            "authors": list(self.authors),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Return the crowd that `as_data` gave."""
        views = tuple(
            View(tuple(one["names"]), np.array(one["middle"]), np.array(one["spread"]))
            for one in data["views"]
        )
        rows = tuple(
            _unpacked(packed, len(view.middle))
            for packed, view in zip(data["rows"], views, strict=True)
        )
        background = Background(frozenset(data["common"]), views)
        return cls.made_of(background, rows, data["authors"])


@cache
def crowd_of(language: Language) -> Crowd:
    """Return the crowd that comes with the package."""
    file = resources.files("personalizer.stylometry") / f"crowd.{language}.json.gz"
    return Crowd.from_data(json.loads(gzip.decompress(file.read_bytes())))


def _view_data(view: View) -> dict[str, Any]:
    return {
        "names": list(view.names),
        "middle": [round(float(value), 6) for value in view.middle],
        "spread": [round(float(value), 6) for value in view.spread],
    }


def _packed(table: Vector) -> dict[str, Any]:
    largest = float(np.abs(table).max()) or 1.0
    steps = np.rint(table / largest * _STEPS).astype(np.int8)
    return {"largest": largest, "steps": base64.b64encode(steps.tobytes()).decode()}


def _unpacked(packed: Mapping[str, Any], width: int) -> Vector:
    steps = np.frombuffer(base64.b64decode(packed["steps"]), dtype=np.int8).reshape(-1, width)
    table = steps.astype(float) * packed["largest"] / _STEPS
    length = np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return np.asarray(table / length)
