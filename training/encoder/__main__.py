"""Train the bundled encoder: `python -m training.encoder [CORPUS] [FOLDER]`, or `make encoder`."""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import torch

from training.encoder import starting
from training.encoder.artefact import write_encoder
from training.encoder.card import write_card
from training.encoder.corpus import Corpus, read
from training.encoder.examples import examples, rationed
from training.encoder.fitting import fitted
from training.encoder.learning import learn_belonging
from training.encoder.reading import Reader
from training.encoder.recipe import Recipe
from training.encoder.said import Said
from training.encoder.sharing import shared
from training.encoder.starting import Table
from training.encoder.teacher import lessons, narrowed
from training.encoder.tokenizer import learn_tokenizer
from training.encoder.translation import translations

_BUNDLED = Path(__file__).parent.parent.parent / "recommender" / "encoder"

_KEPT = Path("var") / "training"


def main(corpus: Path, folder: Path, recipe: Recipe, *, kept: Path | None = None) -> None:
    """Read, learn and write, saying how far it is.

    `kept` is a folder for what the teacher said, for the next run to find.
    """
    torch.manual_seed(recipe.seed)
    told = _Clock()
    text = read(corpus).without()
    told("the corpus is read, two sources held out")
    reader, table, rare = _started(text, recipe, told, kept)
    found = rationed(
        examples(text, seed=recipe.seed),
        batches=recipe.batches,
        size=recipe.batch_size,
        seed=recipe.seed,
    )
    told(f"{sum(map(len, found.values()))} examples of {len(found)} kinds")
    # What makes a rare word findable is its own direction; a frequent one has more to learn.
    table = learn_belonging(reader, table, found, recipe, held=rare**recipe.held_by_rarity)
    told("what belongs together is learned")
    table = starting.rebalanced(table, rare, recipe)
    write_encoder(folder, reader.tokenizer, reader.mapping, table)
    write_card(folder, text, recipe, made=datetime.now(UTC).date(), run=told.run())
    told(f"written to {folder}")


def _started(
    text: Corpus, recipe: Recipe, told: "_Clock", kept: Path | None
) -> tuple[Reader, Table, Table]:
    """Return meaning beside the directions that keep words apart, and how rare each row is."""
    said = Said(text, seed=recipe.seed)
    found = translations(text, seed=recipe.seed)
    told(f"{len(found.times)} translations of words")
    tokenizer = learn_tokenizer(said.words(1), said.words(recipe.least), recipe.pieces)
    lesson = lessons(text, _english(said, recipe.least), seed=recipe.seed, kept=kept)
    told(f"the teacher read {len(lesson.words)} words and {len(lesson.pairs)} sentences")
    lesson = narrowed(lesson, recipe.meaning)
    meant = starting.in_both(found, lesson.words)
    sharing = shared(tokenizer, said, found, meant, recipe)
    told(f"{len(sharing.rows)} words and pieces share {sharing.size} vectors")
    reader = Reader(tokenizer, sharing.mapping)
    rare = starting.rarity(sharing)
    meaning = starting.taught(sharing, said, meant) * rare[:, None]
    meaning = fitted(reader, meaning, *lesson.told(), pull=recipe.lesson_pull)
    told("meaning is solved")
    own = starting.scattered(
        sharing.size, dimension=recipe.dimension - recipe.meaning, seed=recipe.seed
    )
    own = starting.translated(own, sharing, found, counts=recipe.translation_counts)
    own *= rare[:, None]
    return reader, starting.beside(meaning, own, counts=recipe.meaning_counts), rare


def _english(said: Said, least: int) -> list[str]:
    return [word for word in said.words(least) if word.isalpha() and said.is_english(word)]


class _Clock:
    def __init__(self) -> None:
        self._start, self._spent = time.perf_counter(), time.process_time()

    def __call__(self, what: str) -> None:
        passed = time.perf_counter() - self._start
        spent = time.process_time() - self._spent
        print(f"[{passed:6.0f} s, {spent:6.0f} s of CPU] {what}", flush=True)

    def run(self) -> str:
        """Return how long it took, with how many threads, beside how much else."""
        passed, spent = time.perf_counter() - self._start, time.process_time() - self._spent
        return (
            f"{passed / 60:.0f} minutes ({spent / 60:.0f} of CPU) with {torch.get_num_threads()} "
            f"thread(s) on {os.cpu_count()} shared cores, load average {os.getloadavg()[2]:.1f}"
        )


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"),
        Path(sys.argv[2]) if len(sys.argv) > 2 else _BUNDLED,  # noqa: PLR2004 - two arguments
        Recipe(),
        kept=_KEPT,
    )
