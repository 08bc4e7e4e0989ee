"""How well the encoders find: a translation, a text by its title, a text on a topic."""

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from benchmarks.material import DATA, blogs
from benchmarks.peers import minilm
from benchmarks.quality import fusion, topics
from benchmarks.quality.figure import Figure
from domain.language import Language
from domain.ports import Encoder
from recommender.encoders import open_encoder
from recommender.metrics import retrieval_both_ways
from training.encoder.alignment import held_out
from training.encoder.corpus import DOCUMENTS, Crossed, read

_BODY: Final = 900
_CORPUS: Final = Path(os.environ.get("CORPUS", "../shared/corpus"))
_PARALLEL: Final = DATA / "parallel"
# Written for the profile types, by somebody who knew of no encoder.
_SHORT: Final = Path(__file__).parents[1] / "sets" / "profile_type_test.jsonl"
_OURS: Final = "bundled"
_PEER: Final = "MiniLM"
# Of whoever measures, a multilingual one above all; one row says so where none is named.
_ANOTHER: Final = "PORTEVOIX_ENCODER"
_UNNAMED: Final = f"a multilingual encoder: {_ANOTHER}=NAME make evals"

# What the product promises of its own encoder.
_ASKED: Final = {
    "Tatoeba fr → en accuracy@1": 0.95,
    "Tatoeba en → fr accuracy@1": 0.95,
    "crossed title (fr) → body (en) MRR": 0.75,
}


def figures() -> Iterator[Figure]:
    """Yield every figure of the bundled encoder, of its peer, and of one more if it is named."""
    yield from _of(open_encoder(), _OURS)
    peer = minilm()
    if peer is not None:
        yield from _of(open_encoder(peer), _PEER)
    yield from another(os.environ.get(_ANOTHER, ""))


def another(setting: str) -> Iterator[Figure]:
    """Yield the figures of an encoder by its folder or hub name, or how to have them."""
    if setting.strip() in {"", _OURS}:
        yield Figure(_UNNAMED, None)
    else:
        yield from _of(open_encoder(setting), Path(setting).name)


def _of(encoder: Encoder, name: str) -> Iterator[Figure]:
    for measure in (_tatoeba, _titles, _short, _crossed, topics.measured):
        for what, value in measure(encoder):
            asked = _ASKED.get(what) if name == _OURS else None
            yield Figure(f"{what}, {name}", value, asked)
    if name == _OURS:
        yield from _whole(encoder)
        yield from fusion.figures(encoder, _documents())


Measured = Iterator[tuple[str, float | None]]


def _tatoeba(encoder: Encoder) -> Measured:
    names = ("Tatoeba fr → en accuracy@1", "Tatoeba en → fr accuracy@1")
    french, english = (_PARALLEL / f"tatoeba.test.{code}" for code in ("fra", "eng"))
    if not french.is_file():
        yield from ((name, None) for name in names)
        return
    sides = [path.read_text(encoding="utf-8").splitlines() for path in (french, english)]
    for name, found in zip(names, retrieval_both_ways(encoder, *sides), strict=True):
        yield name, found.accuracy_at_1


def _titles(encoder: Encoder) -> Measured:
    for language in Language:
        posts = blogs(language)
        pairs = [(post.title, post.text[:_BODY]) for post in posts]
        yield f"title → body MRR, {language}", _mrr(encoder, pairs)


def _short(encoder: Encoder) -> Measured:
    """Yield the same of short texts of company life: what a title means, in words not its own."""
    rows = [json.loads(line) for line in _SHORT.read_text(encoding="utf-8").splitlines()]
    for language in Language:
        pairs = [(one["title"], one["text"]) for one in rows if one["language"] == language.value]
        yield f"title → short company text MRR, {language}", _mrr(encoder, pairs)


def _whole(encoder: Encoder) -> Iterator[Figure]:
    """Yield the same over whole texts: what pooling by passages is worth."""
    for language in Language:
        pairs = [(post.title, post.text) for post in blogs(language)]
        yield Figure(f"title → whole body MRR, {language}, {_OURS}", _mrr(encoder, pairs))


def _crossed(encoder: Encoder) -> Measured:
    pairs = [(one.french.title, one.english.body[:_BODY]) for one in _documents()]
    yield "crossed title (fr) → body (en) MRR", _mrr(encoder, pairs)


@cache
def _documents() -> Sequence[Crossed]:
    """Return the documents of the held-out sources that stand in both languages."""
    return held_out(read(_CORPUS)) if (_CORPUS / DOCUMENTS).is_file() else []


def _mrr(encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> float | None:
    if not pairs:
        return None
    there, _ = retrieval_both_ways(encoder, *map(list, zip(*pairs, strict=True)))
    return there.mrr
