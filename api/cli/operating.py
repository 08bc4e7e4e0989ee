"""`porte-voix init`, `serve` and `doctor`: running a deployment."""

import os
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
import yaml
from rich.table import Table
from rich.text import Text

from api import demo_organization
from api.cli import ready
from api.cli.embedding import embed_catalogue
from api.cli.opening import opened
from api.cli.output import console
from api.settings import Settings
from api.wiring import Services, open_services
from domain.deeds import OPERATOR, Action, Deed
from domain.errors import RequestInvalid, SettingsInvalid
from domain.roles import Role
from guardrails.charter import DEFAULT_CHARTER


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(init)
    app.command()(serve)
    app.command()(doctor)


def init(
    name: Annotated[str, typer.Option(prompt="Name of the organisation", help="The employer.")],
) -> None:
    """Set up a real organisation: its file, a copy of the charter, and the first admin key."""
    settings = Settings.from_environment()
    organization = settings.data_dir / "organization.yaml"
    if organization.exists():
        raise RequestInvalid(
            f"{organization} is there already; edit it, or choose another data folder"
        )
    described = _organization_file(name)
    with opened() as services:
        key_id, key = _set_up(services, organization, described)
    charter = settings.data_dir / "charter.yaml"
    lines = (
        f"{organization}: complete it (products, competitors, confidential terms…)",
        f"{charter}: your charter; `porte-voix charter test {charter}` tries it",
        "People sign in with your own provider once PORTEVOIX_OIDC_ISSUER is set",
        f"The first admin key, {key_id}, shown this once:",
        key,
    )
    _print_plainly(lines)


def _set_up(services: Services, organization: Path, described: str) -> tuple[str, str]:
    """Write the organisation's files and return the first admin key, behind its id.

    All of it, or nothing.
    """
    charter = organization.with_name("charter.yaml")
    made = [path for path in (organization, charter) if not path.exists()]
    try:
        _write_private(organization, described)
        if charter in made:
            charter.write_text(DEFAULT_CHARTER.read_text(encoding="utf-8"), encoding="utf-8")
        key_id, key = services.access.create_key(Role.ADMIN, name="first admin")
        services.audit.note(Deed(OPERATOR, Action.KEY_CREATED, key_id))
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    return key_id, key


def _write_private(path: Path, text: str) -> None:
    # It names what is confidential, and who works there.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="0 takes any free one.")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64)] = 1,
    demo: Annotated[bool, typer.Option("--demo", help="With the demo organisation.")] = False,
) -> None:
    """Serve the API and the pages."""
    import uvicorn  # noqa: PLC0415 - only a server needs it

    settings = Settings.from_environment(**({"demo": True} if demo else {}))
    if settings.stateless and workers > 1:
        raise SettingsInvalid(
            "PORTEVOIX_STATELESS keeps reservations in the memory of one process: "
            "serve with --workers 1"
        )
    port = _free_port(host, port)
    if settings.demo:
        told = _prepare_demo(settings, host, port)
        ready.tell_once_it_answers(host, port, lambda: _print_plainly(told))
        os.environ["PORTEVOIX_DEMO"] = "true"
    if not settings.stateless:
        with opened() as services:
            embed_catalogue(services)
    uvicorn.run(
        "api.app:served",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )


def doctor() -> None:
    """Say what this deployment has, and what is missing."""
    with opened() as services:
        table = Table("what", "how it stands")
        for what, state in _state(services):
            table.add_row(what, Text(state))
    console().print(table)


def _state(services: Services) -> list[tuple[str, str]]:
    settings, charter = services.settings, services.guard.charter.ref
    _, total = services.contents.page(limit=1)
    return [
        ("data folder", str(settings.data_dir.resolve())),
        ("database", services.database.engine.url.render_as_string()),
        ("organisation", services.organization.name or "none: run `porte-voix init`"),
        ("charter", f"{charter.id} {charter.version} ({charter.digest[:12]})"),
        ("contents", str(total) if total else "none: run `porte-voix import PATH_OR_URL`"),
        ("encoder", services.live.encoder.fingerprint),
        ("drafts", _engine(settings)),
    ]


def _engine(settings: Settings) -> str:
    if not settings.model:
        return "offline engine (PORTEVOIX_MODEL is not set)"
    return f"{settings.model} at {settings.openai_base_url or 'the endpoint of openai'}"


def _organization_file(name: str) -> str:
    if not name.strip():
        raise RequestInvalid("an organisation has a name; give it with --name", field="name")
    lists = (
        "aliases",
        "products",
        "competitors",
        "confidential_terms",
        "clients_allowed",
        "clients_not_allowed",
        "embargoes",
        "frozen_topics",
        "domains",
        "directory",
    )
    return yaml.safe_dump(
        {"name": name.strip(), **{one: [] for one in lists}}, allow_unicode=True, sort_keys=False
    )


def _free_port(host: str, port: int) -> int:
    """Return the port to listen on, for 0 one that the system chooses; a busy one is refused.

    A port that is known before the server starts can be told, and is the same for every worker.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            return int(probe.getsockname()[1])
        except OSError as error:
            raise SettingsInvalid(
                f"port {port} of {host} cannot be used ({error.strerror}); "
                f"choose another one: make run PORT={port + 1}, or serve --port {port + 1}"
            ) from error


def _prepare_demo(settings: Settings, host: str, port: int) -> list[str]:
    """Load the demo organisation and return what is to be told of it once it is served."""
    screen = console()
    demo_organization.prepare_files(settings)
    services = open_services(settings)
    try:
        with screen.status("loading the demo organisation…"):
            demo_organization.load(services)
        address = ready.address_of(host, port)
        links = list(demo_organization.sign_in_links(services, address))
    finally:
        services.close()
    served = f"{services.organization.name} on {address}"
    return [served, *(f"{who:<32}{link}" for who, link in links)]


def _print_plainly(lines: Iterable[str]) -> None:
    screen = console()
    for line in lines:
        screen.print(line, markup=False, soft_wrap=True)
