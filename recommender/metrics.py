"""How well a retrieval finds what it should, in the field's own measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.ports import Encoder
from recommender.pooling import encode_contents
from recommender.vectors import Floats, unpack

_BLOCK: Final = 1_000


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Mean reciprocal rank, and the share of queries whose own text comes first."""

    mrr: float
    accuracy_at_1: float


def retrieval_both_ways(
    encoder: Encoder, left: Sequence[str], right: Sequence[str]
) -> tuple[Retrieval, Retrieval]:
    """Measure finding each text's partner from the left among all on the right, and back.

    Text i of one side belongs to text i of the other. A partner that ties with others gets the
    worst rank among them, so that an encoder that tells nothing apart gets nothing for it.
    """
    one = unpack(encode_contents(encoder, left), encoder.dimension)
    other = unpack(encode_contents(encoder, right), encoder.dimension)
    return _retrieval(one, other), _retrieval(other, one)


def _retrieval(queries: Floats, documents: Floats) -> Retrieval:
    ranks = np.concatenate(
        [
            _ranks(queries[start : start + _BLOCK], documents, start)
            for start in range(0, len(queries), _BLOCK)
        ]
    )
    return Retrieval(float((1 / ranks).mean()), float((ranks == 1).mean()))


def _ranks(queries: Floats, documents: Floats, start: int) -> Floats:
    similarities = queries @ documents.T
    own = similarities[np.arange(len(queries)), np.arange(start, start + len(queries))]
    ranks: Floats = (similarities >= own[:, None]).sum(axis=1).astype(np.float32)
    return ranks
