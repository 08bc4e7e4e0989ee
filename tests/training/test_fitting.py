"""Meaning solved as least squares: sums of words stand where the teacher puts their sentences."""

import numpy as np
import pytest

from tests.training.test_encoder import SENTENCES, corpus
from training.encoder.fitting import fitted
from training.encoder.reading import Reader
from training.encoder.said import Said
from training.encoder.starting import Table
from training.encoder.tokenizer import learn_tokenizer

WORDS = Said(corpus(), seed=1).words(1)
TOKENIZER = learn_tokenizer(WORDS, WORDS, 200)
READER = Reader(TOKENIZER, np.arange(TOKENIZER.get_vocab_size()))
TEXTS = [pair[side] for side in (0, 1) for pair in SENTENCES]
CHANCE = np.random.default_rng(1)
START: Table = CHANCE.standard_normal((len(READER.mapping), 8)).astype(np.float32)
TOLD: Table = np.tile(CHANCE.standard_normal((len(SENTENCES), 8)).astype(np.float32), (2, 1))


def missed(table: Table) -> float:
    """Return how far from the teacher the sentences stand, by the cosine."""
    found = np.stack([table[TOKENIZER.encode(text).ids].sum(axis=0) for text in TEXTS])
    lengths = np.linalg.norm(found, axis=1) * np.linalg.norm(TOLD, axis=1)
    return float(1 - ((found * TOLD).sum(axis=1) / lengths).mean())


def test_sentences_of_both_languages_come_to_where_the_teacher_puts_them() -> None:
    assert missed(fitted(READER, START, TEXTS, TOLD, pull=0.01)) < 0.1 * missed(START)


def test_rows_held_firmly_stay_where_the_teacher_puts_the_words_alone() -> None:
    held = fitted(READER, START, TEXTS, TOLD, pull=1e6)
    np.testing.assert_allclose(held, START, atol=1e-3)


def test_a_text_that_says_nothing_yet_moves_no_row() -> None:
    nothing = np.zeros_like(START)
    with pytest.raises(AssertionError):
        np.testing.assert_array_equal(fitted(READER, START, TEXTS, TOLD, pull=1.0), START)
    np.testing.assert_array_equal(fitted(READER, nothing, TEXTS, TOLD, pull=1.0), nothing)
