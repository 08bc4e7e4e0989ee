"""Train the bundled encoder: `python -m training.encoder [CORPUS] [FOLDER]`, or `make encoder`."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.encoder import starting
from training.encoder.artefact import write_encoder
from training.encoder.card import write_card
from training.encoder.corpus import Corpus, read
from training.encoder.examples import examples, rationed
from training.encoder.learning import learn_belonging, learn_meaning
from training.encoder.recipe import Recipe
from training.encoder.starting import Table
from training.encoder.teacher import lessons
from training.encoder.tokenizer import learn_tokenizer

_BUNDLED = Path(__file__).parent.parent.parent / "recommender" / "encoder"

_KEPT = Path("var") / "training"


def main(corpus: Path, folder: Path, recipe: Recipe) -> None:
    """Read, learn and write, saying how far it is."""
    torch.manual_seed(recipe.seed)
    said = _Clock()
    text = read(corpus).without()
    said("the corpus is read, two sources held out")
    tokenizer = learn_tokenizer(text, recipe.pieces, seed=recipe.seed)
    said(f"{tokenizer.get_vocab_size()} pieces of words")
    table = _started(text, tokenizer, recipe, said)
    found = rationed(
        examples(text, seed=recipe.seed),
        batches=recipe.batches,
        size=recipe.batch_size,
        seed=recipe.seed,
    )
    said(f"{sum(map(len, found.values()))} examples of {len(found)} kinds")
    table = learn_belonging(tokenizer, table, found, recipe)
    said("what belongs together is learned")
    write_encoder(folder, tokenizer, table)
    write_card(folder, text, recipe, made=datetime.now(UTC).date())
    said(f"written to {folder}")


def _started(text: Corpus, tokenizer: Tokenizer, recipe: Recipe, said: "_Clock") -> Table:
    """Return meaning as the teacher has it, beside the directions that keep words apart."""
    rare, spoken = starting.rarity(text, tokenizer), starting.Said(text, tokenizer)
    words = [word for word in starting.pieces_of(tokenizer) if starting.is_word(word)]
    told = lessons(text, list(filter(spoken.is_english, words)), seed=recipe.seed, kept=_KEPT)
    said(f"the teacher read {len(told.words)} words and {len(told.pairs) + len(told.texts)} texts")
    start = starting.taught(tokenizer, rare, told.words, dimension=recipe.meaning, seed=recipe.seed)
    meaning = learn_meaning(tokenizer, start, told, recipe)
    said("meaning is learned")
    own = starting.gathered(
        rare,
        starting.stems_of(tokenizer, spoken),
        dimension=recipe.dimension - recipe.meaning,
        seed=recipe.seed + 1,
    )
    return starting.beside(meaning, own, counts=recipe.meaning_counts)


class _Clock:
    def __init__(self) -> None:
        self._start, self._spent = time.perf_counter(), time.process_time()

    def __call__(self, what: str) -> None:
        passed = time.perf_counter() - self._start
        spent = time.process_time() - self._spent
        print(f"[{passed:6.0f} s, {spent:6.0f} s of CPU] {what}", flush=True)


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"),
        Path(sys.argv[2]) if len(sys.argv) > 2 else _BUNDLED,  # noqa: PLR2004 - two arguments
        Recipe(),
    )
