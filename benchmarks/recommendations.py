"""How fast recommendations are: `python -m benchmarks.recommendations [DATA]`.

DATA (default `../shared/data`) may hold `blogs/*.jsonl`, real posts in both languages; without
them texts are generated. Beyond what there is, texts are mixed from it. The 100,000 are the 10,000
ten times, each with a vector of its own nearby. Every figure is one process and one thread, warm
(its topics were asked about before; where they were not, it says so), without the web, and with
what would change each rank.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits

from domain.content import ContentItem, Objective
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.ports import Encoder, VectorIndex
from recommender.adapters.chroma import ChromaIndex
from recommender.adapters.exact import ExactIndex
from recommender.encoders import open_encoder
from recommender.pooling import encode_contents
from recommender.reading import Reading
from recommender.recommender import Recommender
from recommender.snapshot import Snapshot, text_to_embed
from recommender.vectors import pack, unpack

NOW: Final = datetime(2026, 3, 1, 9, tzinfo=UTC)
SIZES: Final = (643, 10_000)
TIMES: Final = 10
# How far the copies of a vector are moved, of its length.
_MOVED: Final = 0.5
REQUESTS: Final = 200
SEED: Final = 7
Text = tuple[str, str, Language]


def main() -> None:
    """Print one table for each size."""
    # A second thread's time would not be counted, and a server's requests have a core each.
    with threadpool_limits(1):
        tables()


def tables() -> None:
    """Print them."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    texts, source = load(data / "blogs")
    print(f"texts: {source}; {REQUESTS} requests each; milliseconds p50 / p95")
    encoder = open_encoder()
    for size in SIZES:
        items = catalogue(texts, size)
        snapshot = report(items, encoder)
    report_times(items, snapshot, encoder)


def load(folder: Path) -> tuple[list[Text], str]:
    """Return titles and texts, and where they come from."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.open("rb")]
    if not lines:
        return generated(), "generated (no blogs/*.jsonl there)"
    records = [json.loads(line) for line in lines]
    texts = [(each["title"], each["text"], Language(each["lang"])) for each in records]
    return texts, f"{len(texts)} posts of {folder}"


def generated(count: int = 600) -> list[Text]:
    """Return texts of invented words, used as often as real ones are."""
    chance = random.Random(SEED)  # noqa: S311 - a benchmark wants the same texts each time
    words = ["".join(chance.choices("abcdefgilmnoprstuv", k=3 + n % 8)) for n in range(8000)]
    ranks = [1 / (rank + 1) for rank in range(len(words))]

    def text(length: int) -> str:
        return " ".join(chance.choices(words, ranks, k=length))

    languages = tuple(Language)
    return [(text(7), text(700), languages[number % 2]) for number in range(count)]


def catalogue(texts: Sequence[Text], size: int) -> list[ContentItem]:
    """Return that many items; those beyond the texts mix the lines of two of one language."""
    chance = random.Random(SEED)  # noqa: S311 - the same catalogue each time
    items = []
    for number in range(size):
        title, body, language = texts[number % len(texts)]
        if number >= len(texts):
            other = chance.choice([each for each in texts[:200] if each[2] is language] or texts)
            lines = (body + "\n" + other[1]).split("\n")
            body = "\n".join(chance.sample(lines, k=(len(lines) + 1) // 2))
        published = NOW - timedelta(hours=chance.randrange(24 * 700))
        items.append(_item(number, title, body, language, published))
    return items


def _item(
    number: int, title: str, body: str, language: Language, published: datetime
) -> ContentItem:
    return ContentItem(
        content_id=f"c{number:06}",
        title=title,
        text=body,
        language=language,
        digest=str(number),
        source="benchmark",
        published_at=published,
    )


def report(items: Sequence[ContentItem], encoder: Encoder) -> Snapshot:
    """Print what building costs, then one line for each way of searching; return the view."""
    letters = sum(len(item.text) for item in items)
    print(f"\n{len(items)} items, {letters / 1e6:.1f} million characters, {encoder.fingerprint}")
    with timed("embedding"):
        made = encode_contents(encoder, [text_to_embed(item) for item in items])
    vectors = {item.content_id: vector for item, vector in zip(items, made, strict=True)}
    with timed("snapshot"):
        snapshot = Snapshot.of(
            items, vectors, dimension=encoder.dimension, encoder=encoder.fingerprint
        )
    exact = ExactIndex(encoder.dimension)
    exact.reconcile(vectors)
    with tempfile.TemporaryDirectory() as folder:
        chroma = ChromaIndex(
            Path(folder), fingerprint=encoder.fingerprint, dimension=encoder.dimension
        )
        with timed("Chroma index"):
            chroma.reconcile(vectors)
        searches(vectors, encoder, exact, chroma)
        requests("exact", Recommender(encoder, None, snapshot), items)
        requests("Chroma", Recommender(encoder, chroma, snapshot, exact_up_to=0), items)
        chroma.close()
    return snapshot


def report_times(items: Sequence[ContentItem], one: Snapshot, encoder: Encoder) -> None:
    """Print a line for each sort of ambassador over ten times as many items."""
    chance = np.random.default_rng(SEED)
    step = _MOVED / np.sqrt(encoder.dimension)
    many: dict[str, tuple[ContentItem, Reading, bytes]] = {}
    for number in range(TIMES):
        away = step * number / TIMES * chance.standard_normal(one.matrix.shape, dtype=np.float32)
        vectors = pack(one.matrix + away.astype(np.float32))
        for item, reading, vector in zip(one.items, one.readings, vectors, strict=True):
            name = f"{item.content_id}-{number}"
            many[name] = (replace(item, content_id=name), reading, vector)
    print(f"\n{len(many)} items, each text {TIMES} times")
    with timed("snapshot, of what was read and embedded"):
        snapshot = Snapshot.empty(encoder.dimension, encoder.fingerprint).updated(
            [item for item, _, _ in many.values()],
            {name: vector for name, (_, _, vector) in many.items()},
            {name: reading for name, (_, reading, _) in many.items()},
        )
    requests("exact", Recommender(encoder, None, snapshot), items)


def searches(
    vectors: dict[str, bytes], encoder: Encoder, exact: VectorIndex, chroma: VectorIndex
) -> None:
    """Compare the bare searches for ten items."""
    queries = list(vectors.values())[:: max(1, len(vectors) // REQUESTS)][:REQUESTS]
    matrix = unpack(list(vectors.values()), encoder.dimension)
    asked = unpack(queries, encoder.dimension)

    def by_numpy(place: int) -> None:
        similarities = matrix @ asked[place]
        np.argpartition(similarities, -10)[-10:]

    show("top 10, plain numpy", measured(by_numpy, len(queries)))
    for name, index in (("exact", exact), ("Chroma", chroma)):

        def search(place: int, index: VectorIndex = index) -> None:
            index.search(queries[place], 10)

        show(f"top 10, {name}", measured(search, len(queries)))
    found = [
        {hit.content_id for hit in exact.search(query, 10)}
        & {hit.content_id for hit in chroma.search(query, 10)}
        for query in queries
    ]
    print(f"  recall@10 of Chroma against exact {sum(map(len, found)) / len(found) / 10:.3f}")


def requests(name: str, recommender: Recommender, items: Sequence[ContentItem]) -> None:
    """Time whole recommendations for four sorts of ambassador."""

    def ask(place: int, people: Sequence[Ambassador]) -> None:
        recommender.recommend(
            people[place % len(people)], k=5, now=NOW, objective=Objective.TALENT, what_if=True
        )

    for sort, some in ambassadors(items).items():
        for place in range(len(some)):
            ask(place, some)
        ask_again = partial(ask, people=some)
        show(f"recommend, {name}, {sort}", measured(ask_again, REQUESTS))
        told("  … of the processor's time", measured(ask_again, REQUESTS, clock=time.thread_time))
    people = ambassadors(items)["type and 2 topics"]

    def ask_anew(place: int) -> None:
        recommender.topics.forget()
        ask(place, people)

    name = f"recommend, {name}, type and 2 topics, met for the first time"
    show(name, measured(ask_anew, REQUESTS))
    told("  … of the processor's time", measured(ask_anew, REQUESTS, clock=time.thread_time))


def ambassadors(items: Sequence[ContentItem]) -> dict[str, list[Ambassador]]:
    """Return people of whom more and more is known."""
    titles = [item.title for item in items[:: max(1, len(items) // 40)]]
    topics = [tuple(title.split()[-2:]) for title in titles]
    posts = [tuple(item.text[at : at + 900] for at in (0, 900, 1800)) for item in items[:40]]
    mixes = [ProfileMix.only(kind) for kind in ProfileType]
    return {
        "type only": [Ambassador(profile=mix) for mix in mixes],
        "type and 2 topics": [
            Ambassador(profile=mixes[n % 4], topics=two) for n, two in enumerate(topics)
        ],
        "and 2 never-topics, 1 language": [
            Ambassador(
                profile=mixes[n % 4],
                topics=two,
                never=("politique", "religion"),
                languages=(Language.ENGLISH,),
            )
            for n, two in enumerate(topics)
        ],
        "and 3 posts of 900 characters": [
            Ambassador(profile=mixes[n % 4], topics=two, posts=three)
            for n, (two, three) in enumerate(zip(topics, posts, strict=False))
        ],
    }


def measured(
    act: Callable[[int], object], times: int, *, clock: Callable[[], float] = time.perf_counter
) -> np.ndarray:
    """Return how many milliseconds each of some calls took, after a few that do not count."""
    for place in range(5):
        act(place)
    taken = np.zeros(times)
    for place in range(times):
        started = clock()
        act(place)
        taken[place] = (clock() - started) * 1000
    return taken


def show(name: str, taken: np.ndarray, more: str = "") -> None:
    """Print a line of the table."""
    middle, late = np.quantile(taken, (0.5, 0.95))
    print(f"  {name:55} {middle:8.2f} / {late:8.2f}   {more}".rstrip(), flush=True)


def told(name: str, processor: np.ndarray) -> None:
    """Print a line with what one core could do in a second."""
    show(name, processor, f"{1000 / processor.mean():6.0f} a second")


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Print how long something took, in seconds."""
    started = time.perf_counter()
    yield
    print(f"  {name:55} {time.perf_counter() - started:8.2f} s")


if __name__ == "__main__":
    main()
