"""Posts that say freely where their author works, and posts of outsiders: what CH-01 makes of each.

100 by an outside writer who had read nothing of the checks, half of them read (`ties_open`, from
which the judge of `guardrails/belonging/tie.json` was taught too), half held out (`ties_held`): of
these only counts are looked at. Of 30 good ones per language and half, let pass before the judge
read words: open fr 11, en 5, held fr 6, en 7; each of the 20 outsiders was found.
"""

from collections.abc import Iterator

from benchmarks.quality.figure import Figure
from benchmarks.sets.trades import posts
from domain.language import Language
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import finds, judge

_RULE = "CH-01"
# The judge was taught from the open half: its figures promise nothing of a writer unread.
_SETS = {"ties_open": "ties, learned from", "ties_held": "ties, held out"}


def figures() -> Iterator[Figure]:
    """Yield the share of good posts let pass by the rule, and of outsiders found, per language."""
    guard = Guard.of(load_charter(), key=b"quality")
    for name, called in _SETS.items():
        let_pass, caught_of = (0.75, 0.9) if name == "ties_held" else (None, None)
        for language in Language:
            found = [
                (case.expected == "hit", finds(judge(guard, case, by.as_organization()), _RULE))
                for case, by in posts(language, name)
            ]
            passed = [not is_found for is_outside, is_found in found if not is_outside]
            caught = [is_found for is_outside, is_found in found if is_outside]
            yield Figure(f"{called}: good posts let pass, {language}", _share(passed), let_pass)
            yield Figure(f"{called}: outsiders found, {language}", _share(caught), caught_of)


def _share(right: list[bool]) -> float:
    return sum(right) / len(right)
