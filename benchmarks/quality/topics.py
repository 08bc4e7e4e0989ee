"""Short topic queries over short contents, graded by someone who had not seen the method.

nDCG@10 with the grades 0 to 3; gains grow as 2^grade - 1.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from domain.language import Language
from domain.ports import Encoder
from recommender.pooling import encode_contents
from recommender.vectors import Doubles, unpack

_SET: Final = Path(__file__).parents[1] / "sets" / "topic_queries.json"
_DEPTH: Final = 10


def measured(encoder: Encoder) -> Iterator[tuple[str, float]]:
    """Yield nDCG@10 within each language, and of each query over the other language's contents."""
    judged = json.loads(_SET.read_text(encoding="utf-8"))
    queries, contents = judged["queries"], judged["contents"]
    asked = unpack(encoder.encode([one["text"] for one in queries]), encoder.dimension)
    texts = [f"{one['title']}\n{one['text']}" for one in contents]
    similarities = asked @ unpack(encode_contents(encoder, texts), encoder.dimension).T
    grades = _grades(judged)
    spoken = [np.array([one["language"] for one in side]) for side in (queries, contents)]
    same = spoken[0][:, None] == spoken[1]
    for language in Language:
        rows = spoken[0] == language.value
        found = _ndcg(similarities[rows], grades[rows], same[rows])
        yield f"topic → content nDCG@10, {language}", found
    yield "topic → content nDCG@10, crossed", _ndcg(similarities, grades, ~same)


def _grades(judged: dict[str, list[dict[str, str]]]) -> Doubles:
    given = judged["grades"]
    return np.array(
        [
            [float(given.get(query["id"], {}).get(one["id"], 0)) for one in judged["contents"]]
            for query in judged["queries"]
        ]
    )


def _ndcg(similarities: Doubles, grades: Doubles, allowed: np.ndarray) -> float:
    found = [
        _gain(grade[mask][np.argsort(-row[mask], kind="stable")])
        / _gain(np.sort(grade[mask])[::-1])
        for row, grade, mask in zip(similarities, grades, allowed, strict=True)
        if grade[mask].any()
    ]
    return float(np.mean(found))


def _gain(grades: Doubles) -> float:
    top = grades[:_DEPTH]
    return float(((2**top - 1) / np.log2(np.arange(len(top)) + 2)).sum())
