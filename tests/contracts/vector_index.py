"""What every vector index promises, however it searches."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager

import numpy as np
import pytest

from domain.ports import VectorIndex

DIMENSION = 64


def vector(*values: float, dimension: int = DIMENSION) -> bytes:
    """Return a unit vector that begins with these values."""
    full = np.zeros(dimension)
    full[: len(values)] = values
    length = np.linalg.norm(full)
    return (full / (length or 1.0)).astype("<f4").tobytes()


def structured(count: int, *, seed: int = 3, dimension: int = DIMENSION) -> dict[str, bytes]:
    """Return vectors that vary in some twenty directions, as embeddings of texts do."""
    chance = np.random.default_rng(seed)
    causes = chance.normal(size=(count, 20)) @ chance.normal(size=(20, dimension))
    matrix = causes + 0.3 * chance.normal(size=(count, dimension))
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    return {f"c{row:05}": each.astype("<f4").tobytes() for row, each in enumerate(matrix)}


FOUR = {
    "east": vector(1, 0),
    "east-north": vector(3, 1),
    "north": vector(0, 1),
    "west": vector(-1, 0),
}


class VectorIndexContract(ABC):
    """Subclass it in the index's test module and say how to build one."""

    @abstractmethod
    def open(self, dimension: int) -> AbstractContextManager[VectorIndex]:
        """Return an empty index, let go of at the end."""

    @pytest.fixture
    def index(self) -> Iterator[VectorIndex]:
        with self.open(DIMENSION) as index:
            yield index

    def found(self, index: VectorIndex, query: bytes, k: int, **among: frozenset[str]) -> list[str]:
        """Return the ids of what is found."""
        return [hit.content_id for hit in index.search(query, k, **among)]

    def test_an_empty_index_finds_nothing(self, index: VectorIndex) -> None:
        assert index.search(vector(1), 5) == []
        index.reconcile({})
        assert index.search(vector(1), 5) == []

    def test_the_nearest_comes_first_with_its_cosine(self, index: VectorIndex) -> None:
        index.reconcile(FOUR)
        hits = index.search(vector(1, 0), 4)
        assert [hit.content_id for hit in hits] == ["east", "east-north", "north", "west"]
        expected = [1.0, 3 / 10**0.5, 0.0, -1.0]
        assert [hit.similarity for hit in hits] == pytest.approx(expected, abs=1e-5)

    def test_gives_no_more_than_there_is(self, index: VectorIndex) -> None:
        index.reconcile(FOUR)
        assert len(index.search(vector(1), 100)) == 4

    @pytest.mark.parametrize("k", [0, -1])
    def test_nothing_asked_is_nothing_found(self, index: VectorIndex, k: int) -> None:
        index.reconcile(FOUR)
        assert index.search(vector(1), k) == []

    def test_finds_only_among_those_named(self, index: VectorIndex) -> None:
        index.reconcile(FOUR)
        some = frozenset({"west", "north", "nobody"})
        assert self.found(index, vector(1, 0), 1, among=some) == ["north"]
        assert self.found(index, vector(1, 0), 9, among=some) == ["north", "west"]
        assert self.found(index, vector(1, 0), 9, among=frozenset()) == []

    def test_few_named_among_many_are_all_found(self, index: VectorIndex) -> None:
        vectors = structured(400)
        index.reconcile(vectors)
        some = frozenset(list(vectors)[::57])
        for query in list(vectors.values())[:20]:
            assert set(self.found(index, query, len(some), among=some)) == some

    def test_reconciling_again_changes_nothing(self, index: VectorIndex) -> None:
        index.reconcile(FOUR)
        index.reconcile(dict(reversed(FOUR.items())))
        assert self.found(index, vector(1, 0), 4) == ["east", "east-north", "north", "west"]

    @pytest.mark.parametrize("kept", [["east"], ["east", "north", "west"]])
    def test_what_is_taken_out_is_never_found(self, index: VectorIndex, kept: list[str]) -> None:
        index.reconcile(FOUR)
        index.reconcile({name: FOUR[name] for name in kept})
        assert set(self.found(index, vector(1, 0), 9)) == set(kept)

    def test_a_vector_that_changed_is_found_where_it_is_now(self, index: VectorIndex) -> None:
        index.reconcile(FOUR)
        index.reconcile(FOUR | {"west": vector(0, 0, 1)})
        (hit,) = index.search(vector(0, 0, 1), 1)
        assert hit.content_id == "west"
        assert hit.similarity == pytest.approx(1.0, abs=1e-5)

    @pytest.mark.parametrize(
        "broken",
        [vector(), b"", b"short", np.full(DIMENSION, np.nan, "<f4").tobytes()],
        ids=["zeros", "empty", "short", "no numbers"],
    )
    def test_what_cannot_be_compared_is_never_found(
        self, index: VectorIndex, broken: bytes
    ) -> None:
        index.reconcile(FOUR | {"broken": broken})
        assert "broken" not in self.found(index, vector(1, 0), 9)
        assert index.search(broken, 9) == []

    def test_equals_come_in_the_order_of_their_ids(self, index: VectorIndex) -> None:
        same: Mapping[str, bytes] = {name: vector(1) for name in ("b", "c", "a")}
        index.reconcile(same)
        assert self.found(index, vector(1), 3) == ["a", "b", "c"]
