"""`porte-voix eval …`: the product's own figures, on anybody's data."""

import json as jsonlib
from collections import defaultdict
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.table import Table

from api.cli.checking import read_text
from api.cli.output import console, print_json
from api.in_force import charter_of
from api.organization import UNKNOWN
from api.settings import Settings
from domain.errors import RequestInvalid
from guardrails.cases import Case
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import is_hit
from recommender.encoders import open_encoder
from recommender.metrics import retrieval_both_ways

app = typer.Typer(help="Measure the parts on your own data.", no_args_is_help=True)


def register(parent: typer.Typer) -> None:
    """Add the commands."""
    from api.cli.evaluating_recommender import (  # noqa: PLC0415 - made of parts of this file
        recommender,
    )
    from api.cli.evaluating_voice import voice  # noqa: PLC0415 - it is made of parts of this file

    app.command("voice")(voice)
    app.command("recommender")(recommender)
    parent.add_typer(app, name="eval")


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("guardrails")
def guardrails(
    cases: Annotated[Path, typer.Option(help="JSON Lines, one case a line.")],
    charter: Annotated[
        Path | None, typer.Option(help="A charter instead of the one in force.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Recall and false-positive rate per rule and language, and every wrong case by its line."""
    settings = Settings.from_environment()
    guard = Guard.of(load_charter(charter) if charter else charter_of(settings), key=b"evaluation")
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    wrong: list[dict[str, Any]] = []
    for line, case in _cases(cases):
        _refuse_unknown(guard, case, f"{cases}, line {line}")
        found = is_hit(guard, case, UNKNOWN)
        is_expected = case.expected == "hit"
        counts[case.rule, case.language.value][2 * (not is_expected) + (not found)] += 1
        if found != is_expected:
            wrong.append({"line": line, "rule": case.rule, "expected": case.expected})
    rows = [_rates(rule, language, *cell) for (rule, language), cell in sorted(counts.items())]
    if json:
        print_json({"rules": rows, "wrong": wrong})
    else:
        _show(rows, wrong)


@app.command("encoder")
def encoder(
    pairs: Annotated[Path, typer.Option(help="Tab-separated, two columns.")], json: AsJson = False
) -> None:
    """Measure retrieval both ways over pairs of texts: mean reciprocal rank and accuracy@1."""
    chosen = open_encoder(Settings.from_environment().encoder)
    left, right = _pairs(pairs)
    there, back = retrieval_both_ways(chosen, left, right)
    figures = {
        "encoder": chosen.fingerprint,
        "pairs": len(left),
        "left_to_right": {"mrr": there.mrr, "accuracy_at_1": there.accuracy_at_1},
        "right_to_left": {"mrr": back.mrr, "accuracy_at_1": back.accuracy_at_1},
    }
    if json:
        print_json(figures)
        return
    table = Table(
        "direction", "MRR", "accuracy@1", title=f"{chosen.fingerprint}, {len(left)} pairs"
    )
    table.add_row("left → right", f"{there.mrr:.3f}", f"{there.accuracy_at_1:.3f}")
    table.add_row("right → left", f"{back.mrr:.3f}", f"{back.accuracy_at_1:.3f}")
    console().print(table)


def _cases(path: Path) -> list[tuple[int, Case]]:
    cases = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            cases.append((number, Case.model_validate(jsonlib.loads(line))))
        except (ValueError, ValidationError) as error:
            raise RequestInvalid(f"{path}, line {number}: {told(error)}", field="cases") from None
    if not cases:
        raise RequestInvalid(f"{path} holds no case", field="cases")
    return cases


def _refuse_unknown(guard: Guard, case: Case, place: str) -> None:
    """Raise RequestInvalid for a rule that the charter does not have: it would be measured as 0."""
    if guard.charter.charter.clause(case.rule) is None:
        known = ", ".join(clause.id for clause in guard.charter.charter.clauses)
        raise RequestInvalid(
            f"{place}: the charter has no rule {case.rule!r}; it has {known}", field="cases"
        )


def told(error: ValueError) -> str:
    """Return what is wrong with a line, without quoting it."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return "it is not JSON"


def _pairs(path: Path) -> tuple[list[str], list[str]]:
    left, right = [], []
    # Only ends of lines end a pair: a text may hold a form feed or a line separator of its own.
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        columns = line.rstrip("\r").split("\t")
        if len(columns) < 2:  # noqa: PLR2004 - a pair
            raise RequestInvalid(f"{path}, line {number}: two columns are needed", field="pairs")
        left.append(columns[0])
        right.append(columns[1])
    if not left:
        raise RequestInvalid(f"{path} holds no pair", field="pairs")
    return left, right


def _rates(
    rule: str, language: str, hits: int, misses: int, stopped: int, passed: int
) -> dict[str, Any]:
    return {
        "rule": rule,
        "language": language,
        "cases": hits + misses + stopped + passed,
        "recall": hits / (hits + misses) if hits + misses else None,
        "false_positive_rate": stopped / (stopped + passed) if stopped + passed else None,
    }


def _show(rows: list[dict[str, Any]], wrong: list[dict[str, Any]]) -> None:
    table = Table("rule", "language", "cases", "recall", "false positives")
    for row in rows:
        rates = (row["recall"], row["false_positive_rate"])
        shown = ("–" if rate is None else f"{rate:.3f}" for rate in rates)
        table.add_row(row["rule"], row["language"], str(row["cases"]), *shown)
    console().print(table)
    for one in wrong:
        console().print(f"wrong: line {one['line']}, {one['rule']}, expected {one['expected']}")
