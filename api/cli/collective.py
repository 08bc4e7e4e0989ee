"""`porte-voix collective …`: what the stronger model learned, for anybody to read."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.cli.opening import opened
from api.cli.output import console, print_json
from api.wiring import Services
from domain.errors import NotFound, RequestInvalid
from recommender.collective.publishing import Published

collective = typer.Typer(
    help="What contents say of each other, learned over people who switched that on.",
    no_args_is_help=True,
)
_SHOWN = 10


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(collective, name="collective")


@collective.command()
def learn(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the published weights here.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Learn the model anew from what people keep now, and publish its weights.

    They lead from content to content and hold no person. A running server learns by itself; what
    was published before somebody left is to be published anew.
    """
    with opened() as services:
        found = _learned(services)
        titles = _titles(services, list(found.weights))
    document = {"people_at_least": found.people, "weights": found.weights}
    if output is not None:
        output.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    if as_json:
        print_json(document)
        return
    pairs = sum(map(len, found.weights.values()))
    console().print(
        f"learned from {found.people} people or more: "
        f"{len(found.weights)} contents, {pairs} weights"
    )
    for name in list(found.weights)[:_SHOWN]:
        first = next(iter(found.weights[name]))
        console().print(Text(f"{titles.get(name, name)} → {titles.get(first, first)}"))
    if output is not None:
        console().print(f"written to {output}")


@collective.command()
def show(content_id: str) -> None:
    """Show what follows from keeping one content."""
    with opened() as services:
        title = services.contents.get(content_id).title
        found = _learned(services).following(content_id)
        titles = _titles(services, list(found))
    if not found:
        console().print("nothing is told of it: fewer than five people keep it, or nothing follows")
        return
    table = Table("follows", "weight", title=Text(title))
    for name, weight in found.items():
        table.add_row(Text(titles.get(name, name)), f"{weight:.3f}")
    console().print(table)


def _learned(services: Services) -> Published:
    if services.settings.collective != "model":
        raise RequestInvalid(
            "this organisation keeps to counts of five people or more; "
            "PORTEVOIX_COLLECTIVE=model chooses the stronger model",
            field="collective",
        )
    with Console(stderr=True).status("learning"):
        found = services.collective.published()
    if not found.weights:
        raise NotFound(
            "there is nothing to publish: no two contents are kept by five people or more "
            "who switched signals and collective on"
        )
    return found


def _titles(services: Services, names: list[str]) -> dict[str, str]:
    return {one.content_id: one.title for one in services.contents.some(names)}
