"""Make the scorer of respect: `python -m training.scoring.respect` (a minute, one core).

It learns from filled frames and posts written for it, from MLMA's noisy tweets a little, and
from clean posts. All fillings of a frame are left out together. HateCheck is never read here.
"""

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from benchmarks.material import DATA
from domain.language import Language
from guardrails.learned.model import FOLDER
from guardrails.learned.showing import RespectShows
from guardrails.learned.tokens import tokens
from guardrails.reading import fold as folded
from training.scoring.artefact import Learned, Told, write
from training.scoring.evening import even_out
from training.scoring.grammar import filled
from training.scoring.kept_apart import refuse_measured
from training.scoring.material import (
    FOLDS,
    Text,
    clean,
    examples,
    respect_functions,
    respect_posts,
    written,
)
from training.scoring.matrices import Floats, Meanings, Reader, Sizes
from training.scoring.vocabulary import MOST_WORDS, vocabulary

SIZES = Sizes(stems=2**14, ideas=2**15, directions=100)
# Shares of clean passages that may reach a threshold, and of harmless mentions of people.
RATES = {"0.002": (0.002, 0.04), "0.001": (0.001, 0.03), "0": (0.0, 0.0)}
_ABOVE_ALL = 0.4  # how far a score must stand above every clean passage to be sure
_HARMLESS = frozenset(
    "neutral_mention positive_mention self_reference everyday_mention identity_neutral"
    " identity_positive inclusion".split()
)
_WRITTEN = frozenset({"frames", "functions", "posts"})
_STRENGTH = 1.0
_IDEAS_COUNT = 2.0
_TWEETS, _TWEET_COUNTS = 1_250, 0.1
_CLEAN_COUNTS = 0.3


def main() -> None:
    """Make the scorer that is shipped."""
    posts = [*respect_functions(), *respect_posts()]
    make([*_frames(), *posts, *_tweets(), *_examples(), *_harmless()], FOLDER)


def make(
    texts: Sequence[Text], folder: Path, sizes: Sizes = SIZES, most_words: int = MOST_WORDS
) -> None:
    """Measure in folds, fit on everything, write into a folder.

    Raises ValueError when a text stands in a set that only measures.
    """
    refuse_measured(texts)
    meanings = Meanings()
    reader = Reader("respect", meanings, sizes)
    reader.learn_directions(one.text for one in texts if one.source in _WRITTEN)
    emphasis = np.ones(sizes.stems + sizes.ideas + 2 * sizes.directions)
    emphasis[sizes.stems : sizes.stems + sizes.ideas] = _IDEAS_COUNT
    read = reader.rows([(one.text, one.language) for one in texts])
    rows = (read @ sparse.diags(emphasis)).tocsr()
    breaks = np.array([one.breaks for one in texts])
    scores = _held_out(texts, rows, breaks)
    thresholds = _thresholds(texts, scores)
    told = Told(
        f"{_count(texts, 'frames')} filled frames, {_count(texts, 'functions')} texts of every way"
        f" of hating and {_count(texts, 'posts')} posts written for it,"
        f" {_count(texts, 'tweets')} tweets of MLMA (MIT) and clean posts",
        {"respect": thresholds},
        {"respect": _figures(texts, scores, breaks, thresholds)},
    )
    fitted = _fit(rows, breaks, texts, np.ones(len(texts), bool))
    words = vocabulary(meanings, [one.text for one in texts if one.source != "clean"], most_words)
    learned = Learned(["respect"], (fitted.coef_ * emphasis).T, fitted.intercept_)
    write(
        "respect", learned, told,
        words=[form for word in words for form in (word, f"-{word}")],
        meanings=meanings, directions=reader.directions, sizes=sizes, folder=folder,
    )  # fmt: skip
    even_out("respect", folder)
    for name, value in told.held_out["respect"].items():
        print(f"{name}: {value:.3f}")


def _count(texts: Sequence[Text], source: str) -> int:
    return sum(one.source == source for one in texts)


def _frames() -> Iterator[Text]:
    for one in filled():
        fold = (one.frame + 3 * len(one.function)) % FOLDS
        yield Text(
            one.text, one.language, fold, one.function,
            breaks=one.is_hateful, source="frames", weight=one.weight,
        )  # fmt: skip


def _examples() -> Iterator[Text]:
    """Yield the charter's own examples: those of other clauses keep this one."""
    for one in examples():
        breaks = one.breaks and one.rule == "CH-15"
        yield Text(one.text, one.language, one.fold, "example", breaks=breaks, source="charter")


def _tweets() -> Iterator[Text]:
    for language in Language:
        path = DATA / "toxicity" / f"mlma_{language}.csv"
        if not path.is_file():
            print(f"{path} is not there (MLMA, MIT): learning without it")
            continue
        with path.open(encoding="utf-8", newline="") as file:
            found = list(csv.DictReader(file))
        random.Random(2).shuffle(found)  # noqa: S311 - no secret
        hateful = [row["tweet"] for row in found if "hateful" in row["sentiment"]]
        harmless = [row["tweet"] for row in found if row["sentiment"] == "normal"]
        for breaks, tweets in ((True, hateful), (False, harmless)):
            for tweet in tweets[:_TWEETS]:
                text = tweet.replace("@user", "").replace("@url", "")
                yield Text(text, language, -1, breaks=breaks, source="tweets", weight=_TWEET_COUNTS)


def _harmless() -> list[Text]:
    """Return clean passages; those the model would not look at count for nothing in learning."""
    shows = RespectShows()
    passages = [*clean(), *(one for one in written() if not one.breaks)]
    read = (tokens(folded(one.text, accents=False).text) for one in passages)
    weights = (_CLEAN_COUNTS if shows.concerns(one, shows.met(one)) else 0.0 for one in read)
    return [
        Text(one.text, one.language, one.fold, source="clean", weight=weight)
        for one, weight in zip(passages, weights, strict=True)
    ]


def _fit(
    rows: sparse.csr_matrix, breaks: Floats, texts: Sequence[Text], seen: Floats
) -> LogisticRegression:
    weights = np.array([one.weight for one in texts])
    usable = seen & (weights > 0)
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", tol=1e-3, random_state=1)
    return model.fit(rows[usable], breaks[usable], sample_weight=weights[usable])


def _held_out(texts: Sequence[Text], rows: sparse.csr_matrix, breaks: Floats) -> Floats:
    scores, folds = np.zeros(len(texts)), np.array([one.fold for one in texts])
    for number in range(FOLDS):
        model = _fit(rows, breaks, texts, folds != number)
        unseen = folds == number
        scores[unseen] = model.decision_function(rows[unseen])
    return scores


def _thresholds(texts: Sequence[Text], scores: Floats) -> dict[str, float]:
    looked_at = [one.source == "clean" and one.weight > 0 for one in texts]
    count = sum(one.source == "clean" for one in texts)
    clean_scores = _highest(scores, looked_at)
    mentions = _highest(scores, [one.rule in _HARMLESS for one in texts])
    reached = {}
    for name, (of_clean, of_mentions) in RATES.items():
        both = clean_scores[int(of_clean * count)], mentions[int(of_mentions * len(mentions))]
        beyond = 0.0 if of_clean else _ABOVE_ALL
        reached[name] = round(float(max(both)) + beyond + 1e-4, 4)
    return reached


def _highest(scores: Floats, which: Sequence[bool]) -> Floats:
    highest: Floats = np.sort(scores[np.array(which)])[::-1]
    return highest


def _figures(
    texts: Sequence[Text], scores: Floats, breaks: Floats, thresholds: dict[str, float]
) -> dict[str, float]:
    said = scores > thresholds["0.002"]
    figures: dict[str, float] = {}
    for language in Language:
        for source in sorted(_WRITTEN):
            own = np.array([one.source == source and one.language == language for one in texts])
            if not own.any():
                continue
            figures[f"macro-F1, {source}, {language}"] = f1_score(
                breaks[own], said[own], average="macro"
            )
    functions = {one.rule for one in texts if one.source in {"frames", "functions"}}
    for function in sorted(functions):
        own = np.array([one.rule == function for one in texts])
        figures[f"{function} right"] = float((said == breaks)[own].mean())
    return {name: round(float(value), 3) for name, value in figures.items()}


if __name__ == "__main__":
    sys.exit(main())
