"""What belongs together, on five sentences: what it brings together, and twice the same."""

import gzip
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from benchmarks.peers import minilm
from tests.training.test_encoder import SENTENCES, corpus
from training.encoder.corpus import DOCUMENTS, PAIRS
from training.encoder.examples import Example
from training.encoder.reading import Reader
from training.encoder.recipe import Recipe
from training.encoder.said import Said
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
WORDS = Said(corpus(), seed=1).words(1)
TOKENIZER = learn_tokenizer(WORDS, WORDS, 200)
HELD = np.ones(TOKENIZER.get_vocab_size(), dtype=np.float32)


def start() -> Table:
    return scattered(TOKENIZER.get_vocab_size(), dimension=32, seed=1)


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

    reader = Reader(TOKENIZER, np.arange(TOKENIZER.get_vocab_size()))
    examples = {"translation all": [Example(*pair) for pair in SENTENCES] * 20}
    one, other = (learn_belonging(reader, start(), examples, RECIPE, held=HELD) for _ in range(2))
    assert found(one) == 1.0 > found(start())
    np.testing.assert_array_equal(one, other)


def small(folder: Path) -> Path:
    """Write a corpus of five sentences said often, and a few descriptions."""
    rows = [f"{pair[0]}\t{pair[1]}\ttatoeba\n" for pair in SENTENCES * 400]
    told = [
        {"lang": "en", "title": f"bridge {n}", "body": SENTENCES[n][1], "source": "esco"}
        for n in range(5)
    ]
    with gzip.open(folder / PAIRS, "wt", encoding="utf-8") as file:
        file.writelines(rows)
    with gzip.open(folder / DOCUMENTS, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in told)
    return folder


MAKING = """
import sys
from pathlib import Path
from training.encoder.__main__ import main
from training.encoder.reading import Reader
from training.encoder.recipe import Recipe
main(Path(sys.argv[1]), Path(sys.argv[2]), Recipe(
    least=1, pieces=100, rows=150, kindred=4, mixed=4, dimension=24, meaning=8,
    batch_size=64, batches=3))
"""


@pytest.mark.skipif(minilm() is None, reason="needs the packaged teacher")
def test_the_command_makes_the_same_bytes_twice_whatever_order_sets_come_in(tmp_path: Path) -> None:
    text = small(tmp_path)
    made = [
        subprocess.Popen(
            [sys.executable, "-c", MAKING, str(text), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": "1"},
        )
        for seed in ("1", "2")
    ]
    assert [process.wait(timeout=120) for process in made] == [0, 0]
    one, other = ((tmp_path / seed / "manifest.json").read_text() for seed in ("1", "2"))
    assert one == other
