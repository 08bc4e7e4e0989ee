"""The protocol of the published figures: each hidden choice among 100 contents not chosen.

People with at least five contents; 80 of 100 choices at random are the past, alike for each
person. Everything, popularity included, is learned from that past alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from domain.errors import RequestInvalid
from recommender.collective.weights import Contents, ItemWeights
from recommender.evaluation.intervals import Bootstrap, Interval
from recommender.evaluation.log import Log, Past
from recommender.evaluation.peers import Fit, Popularity, Scorer, peers
from recommender.vectors import Doubles, Mask

_LEAST_ITEMS: Final = 5
_HIDDEN: Final = 0.2
_OTHERS: Final = 100
_SEED: Final = 42
OURS: Final = "learning over people who switched it on"
DEFAULT: Final = "co-choice counts of 5 people or more (default)"


@dataclass(frozen=True, slots=True)
class Recall:
    """The share of hidden choices among the first 10, and among the first 5."""

    at_10: Interval
    at_5: Interval


@dataclass(frozen=True, slots=True)
class Sampled:
    """What was measured: on how many hidden choices of how many people, per model.

    `above` holds Recall@10 of the stronger of ours less each other model's, with its interval.
    """

    people: int
    cases: int
    recall: Mapping[str, Recall]
    above: Mapping[str, Interval]


def sampled(log: Log) -> Sampled:
    """Measure every model. Raises RequestInvalid when the log holds too few people."""
    kept, hidden = _split(log)
    past = log.past(kept, now=float(log.event_day.max()) + 1.0)
    cases = _cases(log, kept | hidden, hidden)
    person = log.person[hidden]
    ranks = {name: _ranks(fit(past), person, cases) for name, fit in models().items()}
    draws = Bootstrap(person)
    hits = {name: _among_first(10, rank) for name, rank in ranks.items()}
    recall = {
        name: Recall(draws.mean(hits[name]), draws.mean(_among_first(5, rank)))
        for name, rank in ranks.items()
    }
    above = {name: draws.mean(hits[OURS] - hit) for name, hit in hits.items() if name != OURS}
    return Sampled(len(np.unique(person)), len(person), recall, above)


def _among_first(k: int, ranks: Doubles) -> Doubles:
    hits: Doubles = (ranks < k).astype(np.float64)
    return hits


def models() -> dict[str, Fit]:
    """Return ours and every peer."""
    return {
        OURS: lambda past: _weighed(ItemWeights.collective(past.chosen, _contents(past)), past),
        DEFAULT: lambda past: _weighed(ItemWeights.private(past.chosen, _contents(past)), past),
        "popularity": Popularity(),
        "decayed popularity": Popularity(half_life=30.0),
        **peers(),
    }


def _contents(past: Past) -> Contents:
    return Contents.read(list(past.titles), past.first_seen)


def _weighed(weights: ItemWeights, past: Past) -> Scorer:
    marks = (past.chosen > 0).astype(np.float64)
    return lambda people: weights.scores(marks[people])


def _split(log: Log) -> tuple[Mask, Mask]:
    from sklearn.model_selection import train_test_split  # noqa: PLC0415 - a second to import

    sizes = np.bincount(log.person, minlength=log.people)
    rows = np.flatnonzero(sizes[log.person] >= _LEAST_ITEMS)
    if len(np.unique(log.person[rows])) < _LEAST_ITEMS:
        raise RequestInvalid(
            f"fewer than {_LEAST_ITEMS} people with {_LEAST_ITEMS} contents each",
            field="interactions",
        )
    chosen = log.person[rows]
    _, test = train_test_split(rows, stratify=chosen, test_size=_HIDDEN, random_state=_SEED)
    hidden = np.zeros(len(log.person), np.bool_)
    hidden[test] = True
    kept = np.zeros(len(log.person), np.bool_)
    kept[rows] = True
    return kept & ~hidden, hidden


def _cases(log: Log, known: Mask, hidden: Mask) -> npt.NDArray[np.intp]:
    """Return, per hidden choice, itself and up to 100 items its person never chose."""
    draws = np.random.default_rng(_SEED)
    everything = np.arange(len(log.titles))
    rest = {
        person: np.setdiff1d(everything, log.item[known & (log.person == person)])
        for person in np.unique(log.person[hidden])
    }
    size = min(_OTHERS, *(len(others) for others in rest.values()))
    pairs = zip(log.person[hidden], log.item[hidden], strict=True)
    return np.array(
        [[item, *draws.choice(rest[person], size, replace=False)] for person, item in pairs]
    )


def _ranks(score: Scorer, person: npt.NDArray[np.intp], cases: npt.NDArray[np.intp]) -> Doubles:
    people, rows = np.unique(person, return_inverse=True)
    found = score(people)[rows[:, None], cases]
    # Whoever ties with all others has found nothing.
    ranks: Doubles = (found[:, 1:] >= found[:, :1]).sum(axis=1).astype(np.float64)
    return ranks
