"""What is learned from what: which text belongs to which, task by task and source by source."""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from training.encoder.alignment import aligned
from training.encoder.corpus import ENGLISH, FRENCH, Corpus

# What begins a text says what it is about; the product embeds little more.
BODY: Final = 900
# A source smaller than this is learned together with the other small ones of its task.
SMALL: Final = 2_000
# How often each task is practised.
TASKS: Final[Mapping[str, float]] = {
    "translation": 6,
    "title": 2,
    "half": 0.5,
    "crossed": 2,
}
# Everyday sentences are a ninth of the pairs and most of what people write.
PRACTISED_MORE: Final[Mapping[str, float]] = {"translation tatoeba": 5}
_SHORTEST: Final = 200


class Example(NamedTuple):
    """Two texts that belong together."""

    anchor: str
    positive: str


def examples(corpus: Corpus, *, seed: int) -> dict[str, list[Example]]:
    """Return every task's examples by `task source`, small sources gathered."""
    found: dict[str, list[Example]] = defaultdict(list)
    for task, source, rows in _tasks(corpus, random.Random(seed)):  # noqa: S311 - no secret
        found[f"{task} {source if len(rows) >= SMALL else 'small sources'}"] += rows
    return {name: rows for name, rows in found.items() if len(rows) >= SMALL}


def rationed(
    found: Mapping[str, Sequence[Example]], *, batches: int, size: int, seed: int
) -> dict[str, list[Example]]:
    """Return as many examples of each source as it has batches, over and over if need be.

    Within a task a source's share grows with the square root of its size, so that documentation,
    most of the corpus, is not most of what is learned.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    return {
        name: list(_repeated(rows, round(share * batches) * size, chance))
        for (name, rows), share in zip(found.items(), _shares(found), strict=True)
        if round(share * batches)
    }


def _tasks(corpus: Corpus, chance: random.Random) -> Iterator[tuple[str, str, list[Example]]]:
    for source, pairs in corpus.pairs.items():
        yield "translation", source, [Example(*pair) for pair in pairs]
    for (source, language), documents in corpus.documents.items():
        titled = [Example(one.title, one.body[:BODY]) for one in documents]
        yield "title", f"{source} {language}", titled
        long = [one.body for one in documents if len(one.body) >= _SHORTEST]
        yield "half", f"{source} {language}", [_halves(body, chance) for body in long]
    for source, language in corpus.documents:
        if language == FRENCH and (source, ENGLISH) in corpus.documents:
            yield "crossed", source, list(_crossed(corpus, source))
    yield "crossed", "esco", list(_described(corpus))


def _halves(body: str, chance: random.Random) -> Example:
    """Return how a text begins and the rest, or a few words of it and the rest."""
    words = body[: 2 * BODY].split()
    if chance.random() < 0.5:  # noqa: PLR2004 - as often as not
        cut = chance.randint(len(words) // 4, 3 * len(words) // 4)
        return Example(" ".join(words[:cut]), " ".join(words[cut:]))
    length = chance.randint(3, 12)
    start = chance.randrange(max(1, len(words) - length))
    around = words[:start] + words[start + length :]
    return Example(" ".join(words[start : start + length]), " ".join(around))


def _crossed(corpus: Corpus, source: str) -> Iterator[Example]:
    for french, english in aligned(corpus, source):
        yield Example(french.title, english.body[:BODY])
        yield Example(english.title, french.body[:BODY])
        yield Example(french.body[:BODY], english.body[:BODY])


def _described(corpus: Corpus) -> Iterator[Example]:
    """Yield French names of occupations and skills with their English descriptions."""
    names = {pair.english: pair.french for pair in corpus.pairs.get("esco", ())}
    for title, body in corpus.documents.get(("esco", ENGLISH), ()):
        if title in names:
            yield Example(names[title], body)


def _shares(found: Mapping[str, Sequence[Example]]) -> list[float]:
    sizes = {name: PRACTISED_MORE.get(name, 1) * len(rows) ** 0.5 for name, rows in found.items()}
    whole: dict[str, float] = defaultdict(float)
    for name, size in sizes.items():
        whole[name.split()[0]] += size
    practised = sum(weight for task, weight in TASKS.items() if whole[task])
    return [
        TASKS[name.split()[0]] / practised * size / whole[name.split()[0]]
        for name, size in sizes.items()
    ]


def _repeated(rows: Sequence[Example], count: int, chance: random.Random) -> Iterator[Example]:
    left = count
    while left > 0:
        turn = chance.sample(rows, min(left, len(rows)))
        yield from turn
        left -= len(turn)
