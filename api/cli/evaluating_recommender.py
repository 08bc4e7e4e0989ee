"""`porte-voix eval recommender`: how well contents are matched to people, on anybody's log."""

from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from api.cli.evaluating import AsJson
from api.cli.output import console, print_json
from domain.errors import RequestInvalid

if TYPE_CHECKING:
    from recommender.evaluation.intervals import Interval
    from recommender.evaluation.log import Log


class Protocol(StrEnum):
    """How a log is taken apart."""

    TEMPORAL = "temporal"
    SAMPLED = "sampled"


def recommender(
    interactions: Annotated[
        Path,
        typer.Option(
            help="CSV: timestamp, eventType, contentId, personId; more columns are ignored."
        ),
    ],
    items: Annotated[Path, typer.Option(help="CSV with contentId and title.")],
    split_at: Annotated[
        float | None,
        typer.Option(help="Seconds since 1970; by default the moment 80 of 100 events precede."),
    ] = None,
    protocol: Annotated[
        Protocol,
        typer.Option(help="temporal cuts at --split-at; sampled hides a fifth at random."),
    ] = Protocol.TEMPORAL,
    json: AsJson = False,
) -> None:
    """Measure ours beside its peers, everything learned from the past alone; takes minutes."""
    from recommender.evaluation.log import Log  # noqa: PLC0415 - scipy, when asked

    log = Log.read(interactions, items)
    if protocol is Protocol.SAMPLED:
        _sampled(log, as_json=json)
    else:
        _temporal(log, split_at, as_json=json)


def _sampled(log: "Log", *, as_json: bool) -> None:
    from recommender.evaluation.sampled import DEFAULT, sampled  # noqa: PLC0415 - when asked

    measured = sampled(log)
    if as_json:
        print_json({"protocol": "sampled", **asdict(measured)})
        return
    title = f"{measured.cases} hidden choices of {measured.people} people, each among 100 others"
    table = Table("model", "Recall@10", "Recall@5", "ours above, @10", title=title)
    for name, recall in measured.recall.items():
        table.add_row(name, *map(_told, (recall.at_10, recall.at_5, measured.above.get(name))))
    console().print(table)
    console().print(f"the price of privacy, Recall@10: {_told(measured.above[DEFAULT])}")


def _temporal(log: "Log", split_at: float | None, *, as_json: bool) -> None:
    import numpy as np  # noqa: PLC0415 - when asked

    from recommender.evaluation.log import DAY  # noqa: PLC0415 - when asked
    from recommender.evaluation.temporal import DEFAULT, temporal  # noqa: PLC0415 - when asked

    if not len(log.event_day):
        raise RequestInvalid("the log holds no event", field="interactions")
    cut = float(np.quantile(log.event_day, 0.8)) if split_at is None else split_at / DAY
    measured = temporal(log, cut)
    if as_json:
        print_json({"protocol": "temporal", "split_at": cut * DAY, **asdict(measured)})
        return
    for name, ndcg in measured.ndcg.items():
        _show(name, measured.cases[name], ndcg, measured.above[name], measured.coverage)
        console().print(f"times decayed popularity: {_told(measured.times_popularity[name])}")
    console().print(f"half-life of decayed popularity: {measured.half_life * 24:g} hours")
    console().print(f"the price of privacy, nDCG@10: {_told(measured.above['all'][DEFAULT])}")


def _show(
    name: str,
    cases: int,
    ndcg: Mapping[str, "Interval"],
    above: Mapping[str, "Interval"],
    coverage: Mapping[str, float],
) -> None:
    table = Table("model", "nDCG@10", "ours above", "coverage@10", title=f"{name}: {cases} cases")
    for model, value in ndcg.items():
        row: list[Any] = [_told(value), _told(above.get(model)), f"{coverage[model]:.3f}"]
        table.add_row(model, *row)
    console().print(table)


def _told(interval: "Interval | None") -> str:
    if interval is None:
        return ""
    return f"{interval.value:.3f} [{interval.low:.3f}, {interval.high:.3f}]"
