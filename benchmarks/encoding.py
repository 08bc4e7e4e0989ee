"""How fast texts become vectors: 100 words each, one core, beside MiniLM in the same run."""

import os
import subprocess
import sys
import time
from itertools import cycle, islice

from rich.console import Console
from rich.table import Table

from benchmarks.material import items
from benchmarks.peers import minilm
from domain.ports import Encoder
from recommender.encoders import open_encoder

_WORDS = 100
_OURS = 4_000
_THEIRS = 40


def main() -> None:
    """Print texts a second; the ratio is of the two rows above it."""
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    table = Table("encoding texts of 100 words, one core", "texts", "texts/s")
    ours = _rate(open_encoder(), _OURS)
    table.add_row("bundled", str(_OURS), f"{ours:,.0f}")
    peer = minilm()
    if peer is None:
        table.add_row("MiniLM", "not installed", "not measured")
    else:
        theirs = _on_one_core(peer)
        table.add_row("MiniLM", str(_THEIRS), f"{theirs:,.0f}")
        table.add_row("ratio", "", f"{ours / theirs:,.0f}")
    Console().print(table)
    print(f"process start to first vector, bundled: {_first():.2f} s")


def _first() -> float:
    """Return the least seconds of three new processes that encode one text."""
    program = "from recommender.encoders import open_encoder; open_encoder().encode(['bonjour'])"
    taken = []
    for _ in range(3):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        taken.append(time.perf_counter() - started)
    return min(taken)


def _on_one_core(folder: str) -> float:
    encoder = open_encoder(folder)
    import torch  # noqa: PLC0415 - here only if the peer is

    torch.set_num_threads(1)
    return _rate(encoder, _THEIRS)


def _rate(encoder: Encoder, count: int) -> float:
    """Return texts a second of CPU, after a first batch that does not count."""
    texts = _texts(count)
    encoder.encode(texts[:20])
    spent = time.process_time()
    encoder.encode(texts)
    return count / (time.process_time() - spent)


def _texts(count: int) -> list[str]:
    words = cycle(word for item in items() for word in item.text.split())
    return [" ".join(islice(words, _WORDS)) for _ in range(count)]
