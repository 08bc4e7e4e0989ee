"""`porte-voix draft` and `demo`: drafts in the terminal."""

import asyncio
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Annotated

import typer
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from api import demo_organization
from api.asking import KEPT
from api.cli.content import show
from api.cli.opening import opened
from api.cli.output import COLOURS, console, print_json
from api.outside import harmless_content, is_held
from api.personas import Persona, personas
from api.schemas.drafts import DraftsOut
from api.settings import Settings
from api.wiring import Services, open_services
from api.withheld_words import withheld_message
from domain.content import ContentItem
from domain.drafts import DraftingResult, DraftRequest, FinishedDraft
from domain.errors import RequestInvalid
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.platforms import Platform
from domain.purposes import Purpose

_SHOWN = 3
_AMBASSADORS = ("amb_lea", "amb_bastien", "amb_priya", "amb_grace")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(draft)
    app.command()(demo)


def draft(
    content: Annotated[str, typer.Option(help="The id of a content; `recommend` shows them.")],
    ambassador: Annotated[str | None, typer.Option(help="The id of a record.")] = None,
    profile_type: Annotated[ProfileType | None, typer.Option(help="Instead of a record.")] = None,
    language: Annotated[Language | None, typer.Option(help="The content's, unless given.")] = None,
    note: Annotated[list[str] | None, typer.Option(help="What you want to say; repeat.")] = None,
    n: Annotated[int, typer.Option("-n", min=1, max=5)] = 1,
    platform: Annotated[Platform, typer.Option()] = Platform.LINKEDIN,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Draft posts on one content; only what the charter allows is shown."""
    if (ambassador is None) == (profile_type is None):
        raise RequestInvalid("give either --ambassador or --profile-type", field="ambassador")
    with opened() as services:
        item = services.contents.get(content)
        if not item.is_live(datetime.now(UTC)):
            raise RequestInvalid(f"{content!r} is embargoed or expired", field="content")
        request = DraftRequest(
            content=harmless_content(item),
            is_held=is_held(item),
            ambassador=Ambassador(),
            language=language or item.language,
            platform=platform,
            notes=tuple(note or ()),
            count=n,
            owner=token_hex(16),
            reservation_ends_at=datetime.now(UTC) + KEPT,
        )
        request = _spoken_by(services, request, ambassador, profile_type)
        result = asyncio.run(_drafted(services, request))
    if json:
        print_json(DraftsOut.of(result).model_dump(mode="json"))
    else:
        show_drafts(result, request.language)


def demo() -> None:
    """Show one whole pass in the terminal: no key, no network, nothing kept."""
    screen = console()
    with tempfile.TemporaryDirectory(prefix="porte-voix-demo-") as folder:
        settings = Settings.from_environment(
            data_dir=Path(folder),
            database_url=None,
            model=None,
            encoder="bundled",
            demo=True,
            charter=None,
            organization=None,
        )
        demo_organization.prepare_files(settings)
        services = open_services(settings)
        try:
            with screen.status("importing the demo organisation…"):
                demo_organization.install(services)
            _, total = services.contents.page(limit=1)
            screen.print(f"[bold]{services.organization.name}[/]: {total} contents imported")
            for persona in personas():
                if persona.ambassador.ambassador_id in _AMBASSADORS:
                    _pass(services, persona)
        finally:
            services.close()


def show_drafts(result: DraftingResult, language: Language) -> None:
    """Print drafts with their verdicts, and why others were withheld."""
    screen = console()
    for one in result.drafts:
        screen.print(Panel(Text(one.text), title=_title(one), subtitle=_evidence(one)))
        for finding in one.verdict.findings:
            screen.print(f"  {finding.rule} {finding.message.in_language(language)}", markup=False)
        if one.tip:
            screen.print(f"  → {one.tip.in_language(language)}", markup=False, style="dim")
    for remark in result.remarks:
        said = remark.message.in_language(language)
        screen.print(f"  “{remark.about}”: {said}", markup=False)
    for withheld in result.withheld:
        rules = ", ".join(sorted({finding.rule for finding in withheld.findings}))
        screen.print(f"[yellow]withheld[/] {withheld.reason}" + (f" ({rules})" if rules else ""))
        why = withheld_message(withheld.reason, model_failure=withheld.model_failure)
        screen.print(f"  {why.in_language(language)}", markup=False)


async def _drafted(services: Services, request: DraftRequest) -> DraftingResult:
    try:
        return await services.drafter.draft(request)
    finally:
        # Its connections belong to this event loop, which ends here.
        if services.model:
            await services.model.aclose()


def _spoken_by(
    services: Services, request: DraftRequest, ambassador: str | None, kind: ProfileType | None
) -> DraftRequest:
    if ambassador is None:
        profile = ProfileMix.only(kind) if kind else None
        return replace(request, ambassador=Ambassador(profile=profile))
    person = services.people.get(ambassador)
    keeps = person.purposes[Purpose.FINGERPRINTS]
    return replace(
        request,
        ambassador=person.ambassador,
        owner=person.owner_token,
        allows_model=person.purposes[Purpose.MODEL],
        keeps_fingerprint=keeps,
        reservation_ends_at=datetime.now(UTC) + (KEPT if keeps else timedelta(minutes=15)),
    )


def _pass(services: Services, persona: Persona) -> None:
    ambassador, screen = persona.ambassador, console()
    language = ambassador.languages[0]
    found = services.live.current().recommend(
        ambassador, k=_SHOWN, now=datetime.now(UTC), told=services.reservations.told()
    )
    screen.print(Rule(f"{ambassador.name} · {_mix(ambassador)} · {', '.join(ambassador.topics)}"))
    show(found, language, screen=screen)
    if found.items:
        request = _demo_request(services, persona, found.items[0].item)
        show_drafts(asyncio.run(_drafted(services, request)), language)


def _demo_request(services: Services, persona: Persona, item: ContentItem) -> DraftRequest:
    ambassador = persona.ambassador
    person = services.people.get(ambassador.ambassador_id or "")
    return DraftRequest(
        content=item,
        ambassador=ambassador,
        language=item.language,
        notes=persona.notes[:1] if item.language is ambassador.languages[0] else (),
        owner=person.owner_token,
        reservation_ends_at=datetime.now(UTC) + KEPT,
    )


def _mix(ambassador: Ambassador) -> str:
    shares = ambassador.profile.shares if ambassador.profile else {}
    return " + ".join(f"{kind.value} {share:.0%}" for kind, share in shares.items())


def _title(one: FinishedDraft) -> str:
    outcome = one.verdict.outcome
    return f"[{COLOURS[outcome]}]{outcome.value}[/] · engine {one.provenance.engine}"


def _evidence(one: FinishedDraft) -> str:
    degraded = f" · degraded: {len(one.verdict.degraded)} rules" if one.verdict.degraded else ""
    voice = f" · voice {one.voice.score:.2f}" if one.voice else ""
    earlier = len(one.nearness.let_go)
    gone = f" · {earlier} earlier of yours reserved no longer" if earlier else ""
    return f"angle {one.angle} · reserved {one.reserved}{gone}{voice}{degraded}"
