"""`porte-voix check`: what the charter says of a text, without a server or a database."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli.output import COLOURS, console, findings_table, print_json
from api.in_force import charter_of, organization_of
from api.language_model import judge_of, open_judges_model
from api.organization import load_organization
from api.schemas.checks import CheckOut
from api.settings import Settings
from domain.drafts import Draft
from domain.errors import RequestInvalid
from domain.language import Language
from domain.metering import metered
from domain.platforms import Platform
from domain.review import Circumstances, Outcome, Source, Verdict
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.judged import JudgedGuard

LONGEST = 20_000
_EXITS = {Outcome.ALLOW: 0, Outcome.REVISE: 1, Outcome.BLOCK: 2}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(check)


def check(
    file: Annotated[Path, typer.Argument(help="The text to check; - reads standard input.")],
    language: Annotated[Language, typer.Option(help="The language the text is in.")],
    charter: Annotated[
        Path | None, typer.Option(help="A charter instead of the one in force.")
    ] = None,
    organization: Annotated[Path | None, typer.Option(help="An organisation file.")] = None,
    source: Annotated[Path | None, typer.Option(help="The published text it speaks about.")] = None,
    note: Annotated[list[str] | None, typer.Option(help="What the author said themselves.")] = None,
    platform: Annotated[
        Platform, typer.Option(help="Where it will be posted.")
    ] = Platform.LINKEDIN,
    judge: Annotated[
        bool, typer.Option("--judge", help="Ask PORTEVOIX_JUDGE_MODEL what needs meaning.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check a text against the charter: exit 0 allow, 1 revise, 2 block.

    Without `--judge` nothing is sent anywhere, whatever the settings say.
    """
    settings = Settings.from_environment()
    text = read_text(file)
    if not text.strip() or len(text) > LONGEST:
        raise RequestInvalid(f"{file}: a text has 1 to {LONGEST:,} characters", field="text")
    guard = Guard.of(load_charter(charter) if charter else charter_of(settings), key=b"one check")
    company = load_organization(organization) if organization else organization_of(settings)
    draft = Draft(text, language, platform)
    circumstances = Circumstances(
        now=datetime.now(UTC),
        organization=company,
        platform=platform,
        source=Source(read_text(source)) if source else None,
        notes=tuple(note or ()),
        may_ask_model=judge,
    )
    with metered() as meter:
        verdict = (
            asyncio.run(_judged(settings, guard, draft, circumstances))
            if judge
            else guard.inspect(draft, circumstances)
        )
    if json:
        print_json(CheckOut.paid(draft, verdict, meter.paid).model_dump(mode="json"))
    else:
        _show(
            verdict.outcome,
            text,
            findings_table(verdict, text, language) if verdict.findings else None,
        )
    raise typer.Exit(_EXITS[verdict.outcome])


async def _judged(
    settings: Settings, guard: Guard, draft: Draft, circumstances: Circumstances
) -> Verdict:
    """Return the verdict with what the judge says.

    Raises RequestInvalid when no judge is set.
    """
    model = open_judges_model(settings)
    if model is None:
        raise RequestInvalid(
            "--judge needs a judge: set PORTEVOIX_JUDGE_MODEL and OPENAI_BASE_URL", field="judge"
        )
    try:
        return await JudgedGuard(guard, judge_of(settings, model)).review(draft, circumstances)
    finally:
        await model.aclose()


def read_text(path: Path) -> str:
    """Read UTF-8 from a file, or from standard input for `-`.

    Raises RequestInvalid, naming the file and the remedy.
    """
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise RequestInvalid(f"{path} cannot be read: {error.strerror}", field="file") from error
    except UnicodeDecodeError as error:
        raise RequestInvalid(
            f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8", field="file"
        ) from error


def _show(outcome: Outcome, text: str, table: object) -> None:
    screen = console()
    screen.print(f"[bold {COLOURS[outcome]}]{outcome.value}[/]  ({len(text)} characters)")
    if table:
        screen.print(table)
