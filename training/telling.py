"""Make personalizer/worth/judge.json, the judge of what is worth telling.

    DATA=../shared/data python -m training.telling

Ordinal logistic regression over the features of `personalizer/worth`, on the sentences of
`training/grades.py`. What is reported is held out: a content is judged by what others taught.
A minute on one core, the same file each time.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from domain.language import Language
from personalizer.worth.judge import ARTEFACT, Judge, digest_of
from training.grades import WORTHY, Graded, graded

PLACE = Path(__file__).parent.parent / "personalizer" / "worth"
REGULARIZATION = 0.004
# The steps between the grades are found freely; what is regularized is what tells sentences apart.
FREELY = 10.0
GRADES = 3
FOLDS, ROUNDS = 9, 3
DEPTHS = (1, 3, 10)
DIGITS = 4

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Depth:
    """Of the first sentences of each content: how many are worth telling, and their mean grade."""

    precision: float
    mean: float


def main() -> None:
    """Train, measure on contents held out in turn, and write the judge."""
    rows = graded()
    fitted = fit(rows)
    scores = held_out(rows)
    card: dict[str, Any] = {
        "what": "how likely a sentence of a content is worth telling alone, in French and English",
        "made_by": "training/telling.py",
        "trained_on": f"{len(rows)} sentences of {len({one.content_id for one in rows})} contents,"
        " graded 0 to 3 by two people, one per language",
        "method": "ordinal logistic regression; log odds of grade 2 or 3",
        "held_out": {
            language.value: {f"precision@{depth}": round(found.precision, 2)}
            for language in Language
            for depth, found in measured(
                of_language(rows, rows, language), of_language(scores, rows, language)
            ).items()
        },
        "bias": fitted.bias,
        "weights": dict(fitted.weights),
    }
    card["sha256"] = digest_of(card)
    (PLACE / ARTEFACT).write_text(
        json.dumps(card, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    for language in Language:
        own = of_language(rows, rows, language)
        report(f"{language}, held out", measured(own, of_language(scores, rows, language)))
        report(f"{language}, as before", measured(own, before(own)))
        report(f"{language}, by chance", by_chance(own))


def fit(rows: Sequence[Graded]) -> Judge:
    """Return the judge that these grades teach."""
    names = sorted(rows[0].features)
    values = np.array([[one.features[name] for name in names] for one in rows])
    middle, spread = values.mean(axis=0), values.std(axis=0)
    spread[spread == 0] = 1.0
    own, steps = _ordinal((values - middle) / spread, np.array([one.grade for one in rows]))
    weights = own / spread
    bias = float(steps[WORTHY - 1] - weights @ middle)
    return Judge(
        {name: round(float(weight), DIGITS) for name, weight in zip(names, weights, strict=True)},
        round(bias, DIGITS),
    )


def _ordinal(values: Matrix, grades: npt.NDArray[np.int_]) -> tuple[Matrix, Matrix]:
    """Return what each feature counts, and the log odds of each grade or better without any.

    A sentence stands there once per step: that they share their weights makes them ordinal.
    """
    steps = FREELY * np.eye(GRADES)
    rows = [np.hstack([values, np.tile(steps[at], (len(values), 1))]) for at in range(GRADES)]
    reached = np.concatenate([grades > at for at in range(GRADES)])
    model = LogisticRegression(C=REGULARIZATION, max_iter=2000, fit_intercept=False)
    found: Matrix = model.fit(np.vstack(rows), reached).coef_[0]
    return found[:-GRADES], FREELY * found[-GRADES:]


def held_out(rows: Sequence[Graded]) -> list[float]:
    """Return a score for each sentence by judges that have not seen its content."""
    contents = sorted({one.content_id for one in rows})
    scores = np.zeros(len(rows))
    for number in range(ROUNDS):
        mixed = Random(number).sample(contents, len(contents))  # noqa: S311 - folds, no secret
        fold = {content: at % FOLDS for at, content in enumerate(mixed)}
        for unseen in range(FOLDS):
            taught = fit([one for one in rows if fold[one.content_id] != unseen])
            for at, one in enumerate(rows):
                if fold[one.content_id] == unseen:
                    scores[at] += taught.odds(one.features) / ROUNDS
    return list(map(float, scores))


def measured(rows: Sequence[Graded], scores: Sequence[float]) -> dict[int, Depth]:
    """Return how good the first sentences of each content are in the order of the scores."""
    contents: dict[str, list[tuple[float, int]]] = {}
    for one, score in zip(rows, scores, strict=True):
        contents.setdefault(one.content_id, []).append((-score, one.grade))
    ordered = [sorted(own, key=lambda one: one[0]) for own in contents.values()]
    grades = [[grade for _, grade in own] for own in ordered]
    return {depth: _at(depth, grades) for depth in DEPTHS}


def _at(depth: int, ordered: Sequence[Sequence[int]]) -> Depth:
    firsts = [grades[:depth] for grades in ordered]
    worthy = [np.mean([grade >= WORTHY for grade in one]) for one in firsts]
    return Depth(float(np.mean(worthy)), float(np.mean([np.mean(one) for one in firsts])))


def before(rows: Sequence[Graded]) -> list[float]:
    """Return the order that was in force before there was a judge, as scores."""
    return [-float(one.rank) for one in rows]


def by_chance(rows: Sequence[Graded], rounds: int = 100) -> dict[int, Depth]:
    """Return what an order by chance gives on average."""
    draws = Random(0)  # noqa: S311 - an order, no secret
    found = [measured(rows, [draws.random() for _ in rows]) for _ in range(rounds)]
    return {
        depth: Depth(
            float(np.mean([one[depth].precision for one in found])),
            float(np.mean([one[depth].mean for one in found])),
        )
        for depth in DEPTHS
    }


def report(name: str, found: Mapping[int, Depth]) -> None:
    """Print one line of figures."""
    said = ", ".join(
        f"@{depth} {one.precision:.2f} ({one.mean:.2f})" for depth, one in found.items()
    )
    print(f"{name}: worth telling (mean grade) {said}")


def of_language(values: Sequence[Any], rows: Sequence[Graded], language: Language) -> list[Any]:
    """Return the values, one per row, that belong to sentences of one language."""
    return [value for value, one in zip(values, rows, strict=True) if one.language is language]


if __name__ == "__main__":
    main()
