"""Cut in time: at each moment, everything before it is known and every live item a candidate.

A moment recommends to whoever reads during the day after it; what counts is what they read that
day, among items that somebody had read before the moment and they had not. Models are learned
anew at each moment. What each feature is worth is fitted on days before the first moment only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.errors import RequestInvalid
from recommender.collective.counts import LEAST_PEOPLE
from recommender.collective.likeness import by_title
from recommender.collective.sharing import Exposure
from recommender.collective.weights import Contents, ItemWeights
from recommender.evaluation.choosing import Choice, Chooser
from recommender.evaluation.crowd import HALF_LIVES
from recommender.evaluation.intervals import Bootstrap, Interval
from recommender.evaluation.log import Log, Past
from recommender.evaluation.moments import Moment
from recommender.evaluation.peers import People, Popularity, peers
from recommender.vectors import Doubles, Floats, Mask, Rows, best

OURS: Final = "learning over people who switched it on"
DEFAULT: Final = "co-choice counts of 5 people or more (default)"
POPULARITY: Final = "decayed popularity"
_SHARED_OUT: Final = frozenset({OURS, DEFAULT})
SLICES: Final = ("all", "items younger than 7 days", "people with fewer than 5 events")
_DAYS: Final = 60
_FITTED_ON: Final = 60
_SEED: Final = 5
_YOUNG: Final = 7.0
_FEW: Final = 5
_TOP: Final = 10
_NOTHING_AFTER: Final = "nobody read anything known after the split"


@dataclass(frozen=True, slots=True)
class Case:
    """What one person read on one day, among the live items of its morning they had not read."""

    person: int
    events: int
    unread: Mask
    read: Rows
    young: Mask


@dataclass(frozen=True, slots=True)
class Temporal:
    """What was measured, per slice and model: nDCG@10, ours less it, and ours per popularity's.

    `coverage` is the share of live items that stand in somebody's ten, the mean over moments;
    `half_life` (days) is the one under which popularity did best on the days before the split.
    """

    moments: int
    people: int
    cases: Mapping[str, int]
    ndcg: Mapping[str, Mapping[str, Interval]]
    above: Mapping[str, Mapping[str, Interval]]
    times_popularity: Mapping[str, Interval]
    coverage: Mapping[str, float]
    half_life: float


def temporal(log: Log, split_at: float) -> Temporal:
    """Measure every model after `split_at` (days). Raises RequestInvalid without both sides."""
    before = [split_at - 1.0 - step for step in range(_FITTED_ON)]
    last = float(log.day.max()) if len(log.day) else split_at
    step = max(1.0, np.ceil((last - split_at) / _DAYS))
    after = np.arange(split_at, last, step)
    if not len(after):
        raise RequestInvalid(_NOTHING_AFTER, field="split_at")
    learned = _learn(log, [moment for moment in before if moment > log.day.min()])
    tally = _Tally()
    for moment in after:
        _measure(log, float(moment), learned, tally)
    if not tally.person:
        raise RequestInvalid(_NOTHING_AFTER, field="split_at")
    return tally.summed(len(after), learned.half_life)


@dataclass(frozen=True, slots=True)
class _Learned:
    collective: Chooser
    private: Chooser
    half_life: float


def _learn(log: Log, moments: list[float]) -> _Learned:
    choices: tuple[list[Choice], list[Choice]] = ([], [])
    popular: list[list[float]] = []
    draws = np.random.default_rng(_SEED)
    for moment in moments:
        past, cases = _morning(log, moment)
        if not cases:
            continue
        people = np.array([case.person for case in cases])
        for kept, known in zip(choices, _ours(past), strict=True):
            for case, features in zip(cases, known.features(people), strict=True):
                read = np.searchsorted(np.flatnonzero(case.unread), case.read)
                kept.append(Choice.of(features[case.unread], read, draws))
                if kept is choices[0]:
                    popular.append(_by_popularity(features[case.unread], read))
    if not choices[0]:
        raise RequestInvalid("too little was read before the split", field="split_at")
    half_life = HALF_LIVES[int(np.mean(popular, axis=0).argmax())]
    return _Learned(Chooser.fit(choices[0]), Chooser.fit(choices[1]), half_life)


def _by_popularity(features: Floats, read: Rows) -> list[float]:
    return [ndcg(features[:, place], read) for place in range(len(HALF_LIVES))]


def _ours(past: Past) -> tuple[Moment, Moment]:
    titles = by_title(past.titles)
    contents = Contents.of(titles, past.first_seen)
    return (
        Moment(past, ItemWeights.collective(past.chosen, contents), titles),
        Moment(
            past,
            ItemWeights.private(past.chosen, contents),
            titles,
            least=LEAST_PEOPLE,
            shares=False,
        ),
    )


def _morning(log: Log, moment: float) -> tuple[Past, list[Case]]:
    """Return the past of a moment, live items only, and what was read in the day after it."""
    past, live = log.past(log.day < moment, now=moment).live()
    column = np.full(len(log.titles), -1)
    column[live] = np.arange(len(live))
    today = (log.day >= moment) & (log.day < moment + 1.0) & (column[log.item] >= 0)
    young = moment - past.first_seen < _YOUNG
    cases = []
    for person in np.unique(log.person[today]):
        known = past.chosen[person].indices
        unread = np.ones(len(live), np.bool_)
        unread[known] = False
        read = np.sort(column[log.item[today & (log.person == person)]])
        cases.append(Case(int(person), len(known), unread, read, young))
    return past, cases


class _Tally:
    def __init__(self) -> None:
        self.person: list[int] = []
        self.values: dict[str, dict[str, list[float]]] = {name: {} for name in SLICES}
        self.coverage: dict[str, list[float]] = {}

    def add(self, name: str, case: Case, scores: Doubles) -> None:
        """Note how well one model did on one case, nan where the slice does not hold it."""
        everything = _found(scores, case.unread, case.read)
        young = _found(scores, case.unread & case.young, case.read[case.young[case.read]])
        few = everything if case.events < _FEW else np.nan
        for slice_, value in zip(SLICES, (everything, young, few), strict=True):
            self.values[slice_].setdefault(name, []).append(value)

    def summed(self, moments: int, half_life: float) -> Temporal:
        """Return means with their intervals."""
        person = np.array(self.person)
        held = {s: ~np.isnan(np.array(v[OURS])) for s, v in self.values.items()}
        tables = {
            slice_: {name: np.array(value)[held[slice_]] for name, value in values.items()}
            for slice_, values in self.values.items()
            if held[slice_].any()
        }
        draws = {slice_: Bootstrap(person[held[slice_]]) for slice_ in tables}
        return Temporal(
            moments=moments,
            people=len(np.unique(person)),
            cases={slice_: int(held[slice_].sum()) for slice_ in tables},
            ndcg={s: {n: draws[s].mean(v) for n, v in t.items()} for s, t in tables.items()},
            above={
                s: {n: draws[s].mean(t[OURS] - v) for n, v in t.items() if n != OURS}
                for s, t in tables.items()
            },
            times_popularity={s: draws[s].ratio(t[OURS], t[POPULARITY]) for s, t in tables.items()},
            coverage={name: float(np.mean(shares)) for name, shares in self.coverage.items()},
            half_life=half_life,
        )


def _measure(log: Log, moment: float, learned: _Learned, tally: _Tally) -> None:
    past, cases = _morning(log, moment)
    if not cases:
        return
    tally.person += [case.person for case in cases]
    people = np.array([case.person for case in cases])
    for name, scores in _scored(past, people, learned):
        exposure = Exposure(len(past.titles))
        for case, row in zip(cases, scores, strict=True):
            # Ours shares out what it offers, and is measured on what it offers then.
            offered = exposure.shared_out(row) if name in _SHARED_OUT else row
            tally.add(name, case, offered)
            unread = np.flatnonzero(case.unread)
            exposure.offer(unread[best(offered[unread], _TOP)])
        tally.coverage.setdefault(name, []).append(float((exposure.counts > 0).mean()))


def _scored(past: Past, people: People, learned: _Learned) -> Iterator[tuple[str, Doubles]]:
    collective, private = _ours(past)
    for name, known, chooser in (
        (OURS, collective, learned.collective),
        (DEFAULT, private, learned.private),
    ):
        yield name, np.stack([chooser.score(features) for features in known.features(people)])
    yield POPULARITY, Popularity(learned.half_life)(past)(people)
    yield "popularity", Popularity()(past)(people)
    for name, fit in peers().items():
        yield name, fit(past)(people)


def _found(scores: Doubles, among: Mask, read: Rows) -> float:
    rows = np.flatnonzero(among)
    return ndcg(scores[rows], np.searchsorted(rows, read)) if len(read) else np.nan


def ndcg(scores: Doubles | Floats, relevant: Rows, k: int = _TOP) -> float:
    """Return nDCG@k where some items are relevant and all others not.

    An item that ties with others gets the middle of their ranks: ties earn what chance would.
    """
    own = scores[relevant]
    above = (scores[None, :] > own[:, None]).sum(axis=1)
    level = (scores[None, :] == own[:, None]).sum(axis=1) - 1
    ranks = above + level / 2
    gained = (1 / np.log2(2 + ranks[ranks < k])).sum()
    return float(gained / (1 / np.log2(2 + np.arange(min(k, len(relevant))))).sum())
