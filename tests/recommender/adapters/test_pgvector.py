from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from domain.errors import IndexUnavailable
from domain.ports import VectorIndex
from recommender.adapters.exact import ExactIndex
from recommender.adapters.pgvector import PgVectorIndex
from tests.contracts.vector_index import DIMENSION, FOUR, VectorIndexContract, structured, vector

pytestmark = [pytest.mark.postgres, pytest.mark.xdist_group("postgres")]


@pytest.fixture(scope="module")
def address(new_database: Callable[[], str]) -> str:
    """Give a database of a PostgreSQL server of our own, with the extension it brings."""
    return new_database()


def opened(address: str, fingerprint: str = "one", dimension: int = DIMENSION) -> PgVectorIndex:
    return PgVectorIndex(address, fingerprint=fingerprint, dimension=dimension)


class TestContract(VectorIndexContract):
    @pytest.fixture(autouse=True)
    def _server(self, address: str) -> None:
        self.address = address

    @contextmanager
    def open(self, dimension: int) -> Iterator[VectorIndex]:
        index = opened(self.address, dimension=dimension)
        index.reconcile({})
        yield index
        index.close()


def test_it_finds_what_exact_search_finds(address: str) -> None:
    vectors = structured(300)
    index, exact = opened(address), ExactIndex(DIMENSION)
    index.reconcile(vectors)
    exact.reconcile(vectors)
    for query in list(vectors.values())[:10]:
        found, expected = index.search(query, 10), exact.search(query, 10)
        assert [hit.content_id for hit in found] == [hit.content_id for hit in expected]
        assert [hit.similarity for hit in found] == pytest.approx(
            [hit.similarity for hit in expected], abs=1e-5
        )
    index.close()


def test_the_vectors_are_there_after_a_restart_and_gone_under_another_encoder(address: str) -> None:
    first = opened(address)
    first.reconcile(FOUR)
    first.close()
    again = opened(address)
    assert len(again.search(vector(1), 9)) == 4
    again.close()
    other = opened(address, "another")
    assert other.search(vector(1), 9) == []
    other.close()


def test_a_server_that_is_away_is_told_without_its_address(address: str) -> None:
    with pytest.raises(IndexUnavailable, match="away") as refused:
        opened("postgresql://SECRET@127.0.0.1:1/none")
    assert "SECRET" not in str(refused.value)
    closed = opened(address)
    closed.close()
    with pytest.raises(IndexUnavailable):
        closed.search(vector(1), 1)
