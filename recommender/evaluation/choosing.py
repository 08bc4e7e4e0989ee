"""Fit what each feature is worth: a conditional logit over choices that people really had.

A person chose some of the items that were live. The weights make those likely among the rest
(McFadden, Conditional Logit Analysis of Qualitative Choice Behavior, 1974). A score stays a sum
of one term per feature, each a broken line, so it can be told what it is made of.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt

from recommender.vectors import Doubles, Floats, Rows

# One bend a line and a strong ridge: with more, what was fitted on some weeks held less on others.
_KNOTS: Final = (0.9,)
_EDGE: Final = 0.0005
_RIDGE: Final = 0.2
_STEPS: Final = 150
# Compared with: the best under each of the first features, and some of the rest at random.
_FEATURES: Final = 8
_HARDEST: Final = 40
_RANDOM: Final = 80


@dataclass(frozen=True, slots=True)
class Choice:
    """The features of some of what one person had before them, and what they chose of it.

    Of the rest some stand for all: `weight` is the logarithm of how many each row stands for.
    """

    features: Floats
    chosen: Rows
    weight: Doubles

    @classmethod
    def of(cls, features: Floats, chosen: Rows, draws: np.random.Generator) -> Self:
        """Take what is worth comparing with: the best by the first features, and some others."""
        hardest = np.argsort(-features[:, :_FEATURES], axis=0)[:_HARDEST].ravel()
        near = np.unique(np.concatenate([chosen, hardest]))
        rest = np.setdiff1d(np.arange(len(features)), near)
        some = draws.choice(rest, min(_RANDOM, len(rest)), replace=False)
        rows = np.concatenate([near, some])
        weight = np.zeros(len(rows))
        weight[len(near) :] = np.log(len(rest) / max(len(some), 1)) if len(some) else 0.0
        return cls(features[rows], np.searchsorted(near, chosen), weight)


@dataclass(frozen=True, slots=True)
class Lines:
    """A broken line per feature: the value itself, and what it goes beyond some knots."""

    low: Doubles
    high: Doubles
    knots: tuple[Doubles, ...]
    centre: Doubles
    spread: Doubles

    @classmethod
    def of(cls, values: Floats) -> Self:
        """Lay the knots where the upper values are; beyond the usual range lines stay level."""
        low, high = np.quantile(values, (_EDGE, 1 - _EDGE), axis=0)
        clipped = np.clip(values, low, high)
        knots = tuple(
            np.unique(np.quantile(column[column > column.min()], _KNOTS))
            if column.max() > column.min()
            else np.zeros(0)
            for column in clipped.T
        )
        raw = _broken(clipped, knots)
        return cls(low, high, knots, raw.mean(axis=0), raw.std(axis=0) + 1e-9)

    def terms(self, values: Floats) -> Floats:
        """Return the terms of some items."""
        raw = _broken(np.clip(values, self.low, self.high), self.knots)
        return ((raw - self.centre) / self.spread).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Chooser:
    """Scores items by what people chose before."""

    lines: Lines
    worth: Floats

    @classmethod
    def fit(cls, choices: Sequence[Choice]) -> Self:
        """Fit on choices of one past."""
        from scipy.optimize import minimize  # noqa: PLC0415 - only when evaluating

        lines = Lines.of(np.concatenate([choice.features[::5] for choice in choices]))
        likelihood = _Likelihood.of(lines, choices)
        size = likelihood.terms.shape[1]
        found = minimize(
            likelihood, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
        )
        return cls(lines, found.x.astype(np.float32))

    def score(self, features: Floats) -> Doubles:
        """Return a score per item."""
        scores: Doubles = (self.lines.terms(features) @ self.worth).astype(np.float64)
        return scores


@dataclass(frozen=True, slots=True)
class _Likelihood:
    terms: Floats
    weight: Doubles
    starts: Rows
    owner: Rows
    chosen: Rows
    times: Doubles

    @classmethod
    def of(cls, lines: Lines, choices: Sequence[Choice]) -> "_Likelihood":
        sizes = np.array([len(choice.features) for choice in choices])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
        chosen = [start + one.chosen for start, one in zip(starts, choices, strict=True)]
        return cls(
            terms=lines.terms(np.concatenate([one.features for one in choices])),
            weight=np.concatenate([one.weight for one in choices]),
            starts=starts,
            owner=np.repeat(np.arange(len(choices)), sizes),
            chosen=np.concatenate(chosen),
            times=np.array([len(one.chosen) for one in choices], np.float64),
        )

    def __call__(self, worth: Doubles) -> tuple[float, Doubles]:
        """Return how unlikely the choices are, and in which direction that grows."""
        scores = self.terms @ worth.astype(np.float32) + self.weight
        top = np.maximum.reduceat(scores, self.starts)
        odds = np.exp(scores - top[self.owner])
        sums = np.add.reduceat(odds, self.starts)
        loss = float((self.times * (np.log(sums) + top)).sum() - scores[self.chosen].sum())
        expected = odds * (self.times / sums)[self.owner]
        slope = self.terms.T @ expected - self.terms[self.chosen].sum(axis=0)
        size = len(self.times)
        return loss / size + _RIDGE / 2 * float(worth @ worth), slope / size + _RIDGE * worth


def _broken(values: npt.NDArray[Any], knots: Sequence[Doubles]) -> npt.NDArray[Any]:
    columns = []
    for column, places in zip(values.T, knots, strict=True):
        columns.append(column)
        columns.extend(np.maximum(column - place, 0.0) for place in places)
    return np.stack(columns, axis=1)
