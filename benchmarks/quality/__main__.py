"""Every figure beside its floor: `make evals DATA=…`.

A figure below its floor ends with exit code 1. A set that is not at hand is named, and its row
reads "not measured".
"""

import json
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.material import BLOGS
from benchmarks.quality.figure import Figure

FLOORS = Path(__file__).parents[1] / "floors.json"
# One line per topic: a file of this folder with `figures()`.
TOPICS = (
    "charter",
    "charter_cases",
    "grounding",
    "personal_data",
    "secrets",
    "clean_posts",
    "encoder",
    "injection",
    "orders",
    "proposals",
    "recommender",
    "respect",
    "respect_apart",
    "scorers",
    "sensitive",
    "trades",
    "affiliation",
    "ties",
    "profile_types",
    "graded",
    "never_topics",
    "drafts",
    "crowd",
    "telling",
    "paraphrases",
    "read_drafts",
    "voice",
)


def main(topics: Sequence[str]) -> int:
    """Print the figures of the topics named, of all when none is."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = [figure for name in topics or TOPICS for figure in _figures(name)]
    table = Table("figure", "measured", "asked", "floor", "")
    for figure in figures:
        mark = "" if figure.holds(floors) else "[red]below[/]"
        table.add_row(figure.name, *_shown(figure), f"{floors.get(figure.name, '–')}", mark)
    Console().print(table)
    if not BLOGS.is_dir():
        print(f"{BLOGS} is not there: posts of 18F (public domain) and putaindecode (MIT)")
    return int(not all(figure.holds(floors) for figure in figures))


def _figures(topic: str) -> Iterator[Figure]:
    measured: Iterator[Figure] = import_module(f"benchmarks.quality.{topic}").figures()
    return measured


def _shown(figure: Figure) -> tuple[str, str]:
    measured = "not measured" if figure.value is None else f"{figure.value:.3f}"
    return measured, "" if figure.asked is None else f"{figure.asked:g}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
