"""Which French document is which English one, by the sentences they share.

    python -m training.encoder.alignment [CORPUS]

prints the pairs of the held-out sources, to be read by eye. The method looks at no meaning: the
sentence pairs of a source vote for the documents they stand in; two documents are one when each
has most votes from the other and they share at least two sentences, or one and a half where a
sentence stands in several documents.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Final

from training.encoder.corpus import (
    ENGLISH,
    FRENCH,
    HELD_OUT,
    Corpus,
    Crossed,
    Document,
    Pair,
    family,
    read,
)

_VOTES: Final = 1.5
# A sentence of more documents than this says nothing of which one it is.
_DOCUMENTS: Final = 3
_LETTERS: Final = 25
_SENTENCE_END: Final = re.compile(r"(?<=[.!?:])\s+")
_NOT_WORDS: Final = re.compile(r"\W+")


def aligned(corpus: Corpus, source: str) -> list[Crossed]:
    """Return the documents of a source that stand in both languages, in the French order."""
    french = corpus.documents.get((source, FRENCH), [])
    english = corpus.documents.get((source, ENGLISH), [])
    votes = _votes(french, english, corpus.pairs.get(family(source), []))
    for_french, for_english = _best(votes), _best({(j, i): n for (i, j), n in votes.items()})
    return [
        Crossed(french[i], english[j])
        for i, j in sorted(for_french.items())
        if for_english[j] == i and votes[i, j] >= _VOTES
    ]


def held_out(corpus: Corpus) -> list[Crossed]:
    """Return the aligned documents of the sources nobody trains on."""
    return [pair for source in HELD_OUT for pair in aligned(corpus, source)]


def _votes(
    french: Sequence[Document], english: Sequence[Document], pairs: Sequence[Pair]
) -> Mapping[tuple[int, int], float]:
    here, there = _places(french), _places(english)
    votes: dict[tuple[int, int], float] = defaultdict(float)
    for pair in pairs:
        ours, theirs = here.get(_key(pair.french)), there.get(_key(pair.english))
        if ours and theirs and max(len(ours), len(theirs)) <= _DOCUMENTS:
            for places in product(sorted(ours), sorted(theirs)):
                votes[places] += 1 / (len(ours) * len(theirs))
    return votes


def _places(documents: Sequence[Document]) -> Mapping[str, set[int]]:
    places: dict[str, set[int]] = defaultdict(set)
    for place, document in enumerate(documents):
        for sentence in _SENTENCE_END.split(document.body):
            if len(sentence) > _LETTERS:
                places[_key(sentence)].add(place)
    return places


def _key(sentence: str) -> str:
    return _NOT_WORDS.sub(" ", sentence.lower()).strip()


def _best(votes: Mapping[tuple[int, int], float]) -> dict[int, int]:
    best: dict[int, tuple[float, int]] = {}
    for (one, other), given in votes.items():
        best[one] = max(best.get(one, (0.0, -1)), (given, other))
    return {one: other for one, (_, other) in best.items()}


def main(folder: Path) -> None:
    """Print every aligned pair of titles, with how both texts begin."""
    for number, pair in enumerate(held_out(read(folder)), start=1):
        print(f"{number}\t{pair.french.title}\t{pair.english.title}")
        print(f"\t{pair.french.body[:160]!r}\n\t{pair.english.body[:160]!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"))
