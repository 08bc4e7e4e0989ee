from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ports import VectorIndex
from recommender.adapters.exact import ExactIndex
from tests.contracts.vector_index import DIMENSION, VectorIndexContract, structured


class TestContract(VectorIndexContract):
    @contextmanager
    def open(self, dimension: int) -> Iterator[VectorIndex]:
        yield ExactIndex(dimension)


@settings(deadline=None)
@given(k=st.integers(min_value=1, max_value=60), seed=st.integers(0, 5))
def test_a_shorter_answer_is_the_beginning_of_a_longer_one(k: int, seed: int) -> None:
    vectors = structured(50, seed=seed)
    index = ExactIndex(DIMENSION)
    index.reconcile(vectors)
    query = next(iter(vectors.values()))
    assert index.search(query, k) == index.search(query, 60)[:k]
