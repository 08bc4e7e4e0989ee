"""`porte-voix import` and `recommend`: content in, and content for somebody."""

from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from api.cli.opening import opened
from api.cli.output import console, print_json
from api.importing import ImportReport, import_rows, no_campaign
from api.schemas.recommendations import RecommendationOut
from api.wiring import Services
from domain.content import Objective
from domain.deeds import OPERATOR, Action, Deed
from domain.errors import ImportFailed
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.recommendation import Recommendations
from recommender.catalogue.fetch import Fetcher
from recommender.catalogue.formats import Format
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Noted, Rejected

_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_content)
    app.command()(recommend)


def import_content(
    locations: Annotated[list[str], typer.Argument(help="Files, folders or web addresses.")],
    campaign: Annotated[str | None, typer.Option(help="The campaign this content is for.")] = None,
    format: Annotated[Format | None, typer.Option(help="When it is not recognised.")] = None,  # noqa: A002 - the option's name
    language: Annotated[
        Language | None, typer.Option(help="When the content does not say.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Bring content in from RSS, Atom, JSON Feed, CSV, JSON Lines or Markdown folders."""
    report = ImportReport()
    with opened() as services, _progress() as progress:
        report.notes += _unknown_campaign(services, campaign, report.strange)
        for location in locations:
            _import_one(services, location, report, progress, (campaign, format, language))
        changes = report.changes
        told = f"{len(changes.added)} added, {len(changes.changed)} changed"
        services.audit.note(Deed(OPERATOR, Action.CONTENT_IMPORTED, told))
    _tell(report, as_json=json)
    if not (changes.added or changes.changed or changes.unchanged):
        raise ImportFailed("nothing could be read; the reasons stand above")


def _unknown_campaign(services: Services, name: str | None, known: set[str]) -> list[Noted]:
    """Remark on a campaign that is not there: it may be made later, or be a slip of the pen."""
    if name is None or services.campaigns.called(name):
        return []
    known.add(name)
    return [Noted("--campaign", no_campaign(services, name))]


def recommend(
    profile_type: Annotated[
        ProfileType | None, typer.Option(help="What moves this person.")
    ] = None,
    language: Annotated[list[Language] | None, typer.Option(help="Repeat for both.")] = None,
    topic: Annotated[list[str] | None, typer.Option(help="What they care about; repeat.")] = None,
    never: Annotated[list[str] | None, typer.Option(help="What they never speak about.")] = None,
    objective: Annotated[Objective | None, typer.Option(help="What the campaign is for.")] = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many.")] = 5,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Suggest content for somebody, each with the reasons that add up to its score."""
    ambassador = Ambassador(
        profile=ProfileMix.only(profile_type) if profile_type else None,
        languages=tuple(language or Language),
        topics=tuple(topic or ()),
        never=tuple(never or ()),
    )
    with opened() as services:
        recommender = services.live.current()
        found = services.live.held.kept_from(
            lambda excluded: recommender.recommend(
                ambassador,
                k=k,
                now=datetime.now(UTC),
                objective=objective,
                exclude=excluded,
                told=services.reservations.told(),
                frozen_topics=services.organization.frozen_topics,
            ),
            recommender.snapshot,
        )
    if json:
        print_json(as_json(found))
    else:
        show(found, ambassador.languages[0])


def as_json(found: Recommendations) -> dict[str, object]:
    """Return recommendations as the HTTP answer has them."""
    return {
        "items": [RecommendationOut.of(one).model_dump(mode="json") for one in found.items],
        "cold_start": found.cold_start,
        "encoder": found.encoder,
    }


def show(found: Recommendations, language: Language, *, screen: Console | None = None) -> None:
    """Print recommendations as a table, or say that there are none and what to do."""
    screen = screen or console()
    if not found.items:
        screen.print("no content fits; bring some in with `porte-voix import PATH_OR_URL`")
        return
    table = Table("", "content", "reasons", "score", show_lines=True, expand=True)
    for one in found.items:
        reasons = "\n".join(
            f"{reason.contribution:+.2f}  {reason.text.in_language(language)}"
            for reason in one.reasons
        )
        title = f"{one.item.title}\n{one.item.content_id} · {one.item.language.value}"
        table.add_row(str(len(table.rows) + 1), title, reasons, f"{one.score:.2f}")
    screen.print(table)
    if found.cold_start:
        screen.print(f"[dim]answered from: {found.cold_start.value}[/]")


def _import_one(
    services: Services,
    location: str,
    report: ImportReport,
    progress: Progress,
    options: tuple[str | None, Format | None, Language | None],
) -> None:
    campaign, as_format, language = options
    task = progress.add_task(_short(location), total=None)
    # An address typed by the operator is allowed by them, wherever it leads.
    fetch = Fetcher(frozenset(services.settings.import_allow), allow_any_host=True)
    try:
        source = open_source(
            location,
            as_format=as_format,
            fetch=fetch,
            known_language=language,
            campaign=campaign,
        )
    except ImportFailed as error:
        report.rejected.append(Rejected(location, None, str(error)))
        progress.update(task, total=1, completed=0)
        return
    changes = import_rows(
        services,
        source,
        report,
        advance=lambda: progress.update(task, total=source.total or None, completed=source.done),
    )
    services.webhooks.content_left(changes.added + changes.changed)
    progress.update(task, total=1, completed=1)


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=False,
    )


def _short(location: str) -> str:
    return location if len(location) <= 50 else f"…{location[-49:]}"  # noqa: PLR2004 - a column's width


def _tell(report: ImportReport, *, as_json: bool) -> None:
    changes = report.changes
    if as_json:
        print_json(
            {
                "added": len(changes.added),
                "changed": len(changes.changed),
                "unchanged": len(changes.unchanged),
                "rejected": [
                    {"where": one.where, "line": one.line, "field": one.field, "reason": one.reason}
                    for one in report.rejected
                ],
                "notes": [{"where": one.where, "message": one.message} for one in report.notes],
            }
        )
        return
    screen = console()
    for note in report.notes[:_SHOWN]:
        screen.print(f"note      {note.where}: {note.message}", markup=False)
    for one in report.rejected[:_SHOWN]:
        screen.print(f"rejected  {one.where}: {one.reason}", markup=False, style="yellow")
    for group, name in ((report.notes, "notes"), (report.rejected, "rejected rows")):
        if len(group) > _SHOWN:
            screen.print(f"… and {len(group) - _SHOWN} more {name}; --json lists all")
    screen.print(
        f"{len(changes.added)} added, {len(changes.changed)} changed, "
        f"{len(changes.unchanged)} unchanged, {len(report.rejected)} rejected"
    )
