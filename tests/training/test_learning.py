"""The two lessons, on five sentences: what they bring together, and twice the same."""

from importlib.util import find_spec

import numpy as np
import pytest

from tests.training.test_encoder import SENTENCES, corpus
from training.encoder.examples import Example
from training.encoder.recipe import Recipe
from training.encoder.starting import Table, scattered
from training.encoder.tokenizer import learn_tokenizer

pytestmark = [
    pytest.mark.models,
    pytest.mark.skipif(
        find_spec("sentence_transformers") is None or find_spec("datasets") is None,
        reason="needs the extra `models` and datasets",
    ),
    # Theirs: the trainer and the optimizer call what their own next versions leave behind.
    pytest.mark.filterwarnings("ignore"),
]

RECIPE = Recipe(batch_size=5, rate=0.05, pull=0.01)
TOKENIZER = learn_tokenizer(corpus(), 300, seed=1)


def start() -> Table:
    rare = np.ones(TOKENIZER.get_vocab_size(), dtype=np.float32)
    return scattered(rare, dimension=32, seed=1)


def found(table: Table) -> float:
    """Return the share of sentences whose translation is nearest."""
    sides = [
        np.stack([table[TOKENIZER.encode(pair[side]).ids].sum(axis=0) for pair in SENTENCES])
        for side in (0, 1)
    ]
    french, english = (side / np.linalg.norm(side, axis=1, keepdims=True) for side in sides)
    return float(((french @ english.T).argmax(axis=1) == np.arange(len(SENTENCES))).mean())


def test_what_belongs_together_comes_together_the_same_way_each_time() -> None:
    from training.encoder.learning import learn_belonging  # noqa: PLC0415 - torch: seconds

    examples = {"translation all": [Example(*pair) for pair in SENTENCES] * 20}
    one, other = (learn_belonging(TOKENIZER, start(), examples, RECIPE) for _ in range(2))
    assert found(one) == 1.0 > found(start())
    np.testing.assert_array_equal(one, other)
