"""Thresholds on which the charter's examples and their translations come out alike.

A post and its translation must get one verdict. Where a scorer would object to one of the two
only, its threshold is raised above both: it then says nothing of either.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from domain.drafts import Draft
from guardrails.learned.model import Kind, Model, model
from guardrails.learned.weighing import weighed
from guardrails.reading import Reading
from training.scoring.material import whole_charter

_ABOVE = 1e-3
_NEVER = -99.0


def even_out(kind: Kind, folder: Path) -> None:
    """Raise the thresholds of the model just written where they part a pair of examples."""
    path = folder / f"{kind}.json"
    card = json.loads(path.read_text(encoding="utf-8"))
    pairs = list(_scored(Model.read(kind, folder)))
    passing = [scores for broken, *both in pairs if not broken for scores in both]
    for at, scorer in enumerate(card["scorers"]):
        couples = [(one[at], two[at]) for broken, one, two in pairs if broken != _rule(scorer)]
        levels = card["thresholds"][scorer]
        for rate, level in levels.items():
            # What must pass may be remarked on, but never objected to for certain.
            calm = level if rate != "0" else max([level, *(one[at] + _ABOVE for one in passing)])
            levels[rate] = _evened(round(calm, 4), couples)
            if levels[rate] != level:
                print(f"{scorer} at {rate}: {level} raised to {levels[rate]}")
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    model.cache_clear()


def _rule(scorer: str) -> str:
    return "CH-15" if scorer == "respect" else scorer


def _evened(level: float, couples: list[tuple[float, float]]) -> float:
    parted = [max(one) for one in couples if min(one) <= level < max(one)]
    return _evened(round(max(parted) + _ABOVE, 4), couples) if parted else level


def _scored(by: Model) -> Iterator[tuple[str, list[float], list[float]]]:
    """Yield each pair of translations: the clause broken, or "", and the highest scores."""
    pairs = defaultdict[tuple[str, str], list[list[float]]](list)
    nothing = [_NEVER for _ in by.card.scorers]
    for clause in whole_charter().clauses:
        for one in clause.examples:
            reading = Reading(Draft(one.text, one.language))
            scores = [guess.scores for guess in weighed(reading, by)]
            highest = [max(column) for column in zip(*scores, strict=True)] or nothing
            if one.translates:
                broken = clause.id if one.kind == "violating" else ""
                pairs[broken, f"{clause.id} {one.translates}"].append(highest)
    for (broken, _), found in pairs.items():
        if len(found) == 2:  # noqa: PLR2004 - a pair
            yield broken, *found
