"""Make the scorers of the rules: `python -m training.scoring.rules` (some minutes, one core).

One logistic regression per rule: what breaks it, against what nearly breaks it, what keeps the
other rules, and clean posts. What breaks another rule is never an example of anything.
Thresholds are read off passages that the model had not seen.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from guardrails.learned.model import FOLDER
from training.scoring.artefact import Learned, Told, write
from training.scoring.evening import even_out
from training.scoring.grammar import named
from training.scoring.kept_apart import refuse_measured
from training.scoring.material import FOLDS, Text, clean, examples, written
from training.scoring.matrices import Floats, Meanings, Reader, Sizes
from training.scoring.vocabulary import MOST_WORDS, vocabulary

SIZES = Sizes(stems=2**15, ideas=2**11, directions=200)
# Shares of clean passages that may reach a threshold, and of near misses.
RATES: Mapping[str, tuple[float, float]] = {
    "0.002": (0.002, 0.025),
    "0.001": (0.001, 0.015),
    "0": (0.0, 0.0),
}
_ABOVE_ALL = 0.4  # how far a score must stand above every clean passage to be sure
_STRENGTH = 5.0
_EXAMPLES, _OTHERS, _CLEAN = (
    0.7,
    0.3,
    0.2,
)  # how much an example weighs that nobody wrote for this rule
_CLEAN_LEARNED = 2_000
_MEANING_COUNTS = 1.3
_PRIVACY = "CH-14"


@dataclass(frozen=True, slots=True)
class Matter:
    """All passages, as rows and as what is known of them."""

    texts: Sequence[Text]
    rows: sparse.csr_matrix
    folds: Floats
    rules: Floats
    breaks: Floats
    of_charter: Floats
    of_privacy: Floats  # learned from by the scorer of sensitive data alone
    learned: Floats  # false for clean passages that only measure


def main() -> None:
    """Make the scorers that are shipped."""
    make([*written(), *examples(), *clean(), *_named()], FOLDER)


def _named() -> Iterator[Text]:
    """Yield kinds of people named kindly: who says "women" tells nobody's private life."""
    for one in named():
        yield Text(one.text, one.language, one.frame % FOLDS, source="named")


def make(
    texts: Sequence[Text], folder: Path, sizes: Sizes = SIZES, most_words: int = MOST_WORDS
) -> None:
    """Measure in folds, fit on everything, write into a folder.

    Raises ValueError when a text stands in a set that only measures.
    """
    refuse_measured(texts)
    meanings = Meanings()
    reader = Reader("rules", meanings, sizes)
    reader.learn_directions(one.text for one in texts if one.source == "written")
    matter = _matter(texts, reader)
    scorers = sorted({one.rule for one in texts if one.source == "written"})
    held_out = {rule: _held_out(matter, rule) for rule in scorers}
    thresholds = {rule: _thresholds(matter, rule, held_out[rule]) for rule in scorers}
    told = Told(
        f"{sum(one.source == 'written' for one in texts)} texts written for it, the charter's own"
        f" examples, and {int(matter.learned.sum())} passages in all",
        thresholds,
        {rule: _errors(matter, rule, held_out[rule], thresholds[rule]) for rule in scorers},
    )
    fitted = [_fit(matter, rule, np.ones(len(texts), bool)) for rule in scorers]
    weights = np.array([one.coef_[0] for one in fitted]).T
    weights[sizes.stems + sizes.ideas :] *= _MEANING_COUNTS
    learned = Learned(scorers, weights, np.array([one.intercept_[0] for one in fitted]))
    words = vocabulary(meanings, [one.text for one in texts if one.source != "blogs"], most_words)
    write(
        "rules", learned, told,
        words=words, meanings=meanings, directions=reader.directions, sizes=sizes, folder=folder,
    )  # fmt: skip
    even_out("rules", folder)
    _print(told)


def _matter(texts: Sequence[Text], reader: Reader) -> Matter:
    rows = reader.rows([(one.text, one.language) for one in texts])
    emphasis = np.ones(rows.shape[1])
    emphasis[reader.sizes.stems + reader.sizes.ideas :] = _MEANING_COUNTS
    rows = (rows @ sparse.diags(emphasis)).tocsr()
    is_clean = np.flatnonzero([one.source in {"blogs", "own"} for one in texts])
    learned = np.ones(len(texts), bool)
    learned[is_clean] = False
    few = min(_CLEAN_LEARNED, len(is_clean))
    learned[np.random.default_rng(1).choice(is_clean, few, replace=False)] = True
    return Matter(
        texts,
        rows,
        np.array([one.fold for one in texts]),
        np.array([one.rule for one in texts]),
        np.array([one.breaks for one in texts]),
        np.array([one.source == "charter" for one in texts]),
        np.array([one.source in {"fourth", "named"} for one in texts]),
        learned,
    )


def _fit(matter: Matter, rule: str, seen: Floats) -> LogisticRegression:
    own = matter.rules == rule
    # An example of the charter breaks its own rule only; a written text may break others too.
    usable = seen & matter.learned & (own | ~matter.breaks | matter.of_charter)
    if rule != _PRIVACY:
        usable &= ~matter.of_privacy
    counts = np.where(matter.of_charter, _EXAMPLES, np.where(matter.rules == "", _CLEAN, _OTHERS))
    weights = np.where(own, 1.0, counts)[usable]
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", tol=1e-3, random_state=1)
    return model.fit(matter.rows[usable], (own & matter.breaks)[usable], sample_weight=weights)


def _held_out(matter: Matter, rule: str) -> Floats:
    """Return the score of every passage by a model that has not seen its fold."""
    scores = np.zeros(len(matter.texts))
    for number in range(FOLDS):
        unseen = matter.folds == number
        model = _fit(matter, rule, ~unseen)
        scores[unseen] = model.decision_function(matter.rows[unseen])
    return scores


def _thresholds(matter: Matter, rule: str, scores: Floats) -> dict[str, float]:
    clean_scores = np.sort(scores[(matter.rules == "") & ~matter.of_privacy])[::-1]
    near = np.sort(scores[(matter.rules == rule) & ~matter.breaks])[::-1]
    reached = {}
    for name, (of_clean, of_near) in RATES.items():
        both = clean_scores[int(of_clean * len(clean_scores))], near[int(of_near * len(near))]
        beyond = 0.0 if of_clean else _ABOVE_ALL
        reached[name] = round(float(max(both)) + beyond + 1e-4, 4)
    return reached


def _errors(
    matter: Matter, rule: str, scores: Floats, thresholds: Mapping[str, float]
) -> dict[str, float]:
    own = (matter.rules == rule) & np.array([one.source == "written" for one in matter.texts])
    breaks = matter.breaks[own]
    found = {"area under the curve": roc_auc_score(breaks, scores[own])}
    for name, threshold in thresholds.items():
        over = scores[own] > threshold
        found |= {
            f"found at {name}": over[breaks].mean(),
            f"stopped at {name}": over[~breaks].mean(),
        }
    return {name: round(float(value), 3) for name, value in found.items()}


def _print(told: Told) -> None:
    for rule, errors in told.held_out.items():
        print(rule, *(f"{name} {value:.3f}" for name, value in errors.items()), sep=" · ")
    names = next(iter(told.held_out.values()))
    for name in names:
        print(f"mean {name}: {np.mean([one[name] for one in told.held_out.values()]):.3f}")


if __name__ == "__main__":
    sys.exit(main())
