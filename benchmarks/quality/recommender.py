"""How well contents are matched to the people of one company, beside every peer."""

from collections.abc import Iterator

import numpy as np

from benchmarks.material import DATA
from benchmarks.quality.figure import Figure
from recommender.evaluation import sampled, temporal
from recommender.evaluation.log import Log

DESKDROP = DATA / "deskdrop"
_SPLIT = 0.8


def figures() -> Iterator[Figure]:
    """Yield both protocols on the Deskdrop log; every peer's figure beside ours."""
    if not DESKDROP.is_dir():
        yield Figure(f"Recall@10, {sampled.OURS}", None, asked=0.59)
        yield Figure("nDCG@10, times decayed popularity, all", None, asked=1.25)
        return
    log = Log.read(DESKDROP / "users_interactions.csv", DESKDROP / "articles_titles.csv")
    yield from _sampled(log)
    yield from _temporal(log)


def _sampled(log: Log) -> Iterator[Figure]:
    asked = {sampled.OURS: (0.59, 0.45), sampled.DEFAULT: (0.50, 0.37)}
    for name, recall in sampled.sampled(log).recall.items():
        at_10, at_5 = asked.get(name, (None, None))
        yield Figure(f"Recall@10, {name}", recall.at_10.value, asked=at_10)
        yield Figure(f"Recall@5, {name}", recall.at_5.value, asked=at_5)


def _temporal(log: Log) -> Iterator[Figure]:
    measured = temporal.temporal(log, float(np.quantile(log.event_day, _SPLIT)))
    for slice_, above in measured.above.items():
        ratio = measured.times_popularity[slice_].value
        asked = 1.25 if slice_ == temporal.SLICES[0] else None
        yield Figure(f"nDCG@10, times decayed popularity, {slice_}", ratio, asked=asked)
        yield Figure(f"nDCG@10, {slice_}", measured.ndcg[slice_][temporal.OURS].value)
        for name, difference in above.items():
            # The lower end of the interval: above zero, ours is better and not by chance.
            yield Figure(f"nDCG@10 above {name}, at least, {slice_}", difference.low)
    coverage = measured.coverage
    times = coverage[temporal.OURS] / coverage[temporal.POPULARITY]
    yield Figure("coverage at 10, times decayed popularity", times, asked=3.0)
