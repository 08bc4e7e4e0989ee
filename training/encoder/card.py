"""The data card that travels with the encoder: what it learned from, and what it is worth."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Final

from training.encoder.corpus import HELD_OUT, Corpus, family
from training.encoder.recipe import Recipe

_HERE: Final = Path(__file__).parent


def write_card(folder: Path, corpus: Corpus, recipe: Recipe, *, made: date, run: str) -> None:
    """Write the card: the prose of card.md, how it was run, the sources as they were read.

    Raises SystemExit for a source of which nobody said whose it is.
    """
    text = (_HERE / "card.md").read_text(encoding="utf-8")
    told = {
        "date": made.isoformat(),
        "run": run,
        "rows": f"{recipe.rows:,}",
        "meaning": str(recipe.meaning),
        "dimension": str(recipe.dimension),
        "shorter": f"{recipe.meaning_read:g}",
        "rarer": f"{recipe.rarity_read:g}",
        "held_out": " and ".join(HELD_OUT),
        "sources": "\n".join(_rows(corpus)),
    }
    for name, value in told.items():
        text = text.replace("{" + name + "}", value)
    (folder / "README.md").write_text(text, encoding="utf-8")


def _rows(corpus: Corpus) -> list[str]:
    owners = tomllib.loads((_HERE / "sources.toml").read_text(encoding="utf-8"))
    known = {name for owner in owners.values() for name in owner["sources"]}
    read = {family(name) for name in corpus.pairs} | {family(name) for name, _ in corpus.documents}
    if read - known:
        raise SystemExit(f"sources.toml says nothing of {', '.join(sorted(read - known))}")
    return [
        f"| {owner['what']} | {owner['licence']} | {owner['attribution']} "
        f"| {_pairs(corpus, owner['sources']):,} | {_documents(corpus, owner['sources']):,} |"
        for owner in owners.values()
    ]


def _pairs(corpus: Corpus, sources: list[str]) -> int:
    return sum(len(rows) for name, rows in corpus.pairs.items() if family(name) in sources)


def _documents(corpus: Corpus, sources: list[str]) -> int:
    return sum(len(rows) for (name, _), rows in corpus.documents.items() if family(name) in sources)
