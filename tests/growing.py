"""Whether work takes longer than what it is given grows: four times as much, about four times."""

import time
from collections.abc import Callable, Iterator

TIMES = 4
_ATTEMPTS = 3
_SLACK_SECONDS = 0.004
"""Below so little, time says nothing of growth."""

Work = Callable[[int], object]
"""Does the work once; it is told how often it was done before."""


def is_in_step(small: Work, large: Work) -> bool:
    """Tell whether work on four times as much takes about four times as long.

    The best of three counts on either side. What is good enough is not done again: a second
    measurement could only say the same.
    """
    best = min(_seconds(small, until=_SLACK_SECONDS))
    # Twice as steep as linear is noise; quadratic is four times as steep.
    bearable = 2.2 * TIMES * max(best, _SLACK_SECONDS)
    return min(_seconds(large, until=bearable)) < bearable


def _seconds(work: Work, *, until: float) -> Iterator[float]:
    for again in range(_ATTEMPTS):
        started = time.process_time()
        work(again)
        taken = time.process_time() - started
        yield taken
        if taken < until:
            return
