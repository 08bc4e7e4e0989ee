"""`porte-voix keys …`, `erase` and `export`: who may call, and what people are owed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

import typer
from rich.table import Column, Table
from rich.text import Text

from api import scopes
from api.cli.opening import opened
from api.cli.output import console, print_json
from api.wiring import Services
from domain.deeds import OPERATOR, Action, Deed
from domain.errors import NotFound, RequestInvalid
from domain.roles import Role
from storage.access import KeyInfo

keys = typer.Typer(help="Make, list and revoke API keys.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(keys, name="keys")
    app.command()(erase)
    app.command()(export)


@keys.command("create")
def create_key(
    role: Annotated[Role, typer.Option(help="What the key may do.")],
    name: Annotated[str | None, typer.Option(help="Whose it is, in your words.")] = None,
    ambassador: Annotated[str | None, typer.Option(help="An employee's record.")] = None,
    scope: Annotated[list[str] | None, typer.Option(help="Narrow the key; repeat.")] = None,
) -> None:
    """Make a key; it is shown once and kept as a hash only."""
    if ambassador and role is not Role.EMPLOYEE:
        raise RequestInvalid("only an employee's key belongs to an ambassador", field="ambassador")
    narrowed = scopes.known(scope) if scope else None
    with opened() as services:
        owner, is_known = None, False
        if role is Role.EMPLOYEE:
            is_known = ambassador is not None and services.people.exists(ambassador)
            owner = ambassador if is_known else services.people.create(ambassador)
        key_id, key = services.access.create_key(
            role, name=name, ambassador_id=owner, scopes=narrowed
        )
        _note(services, Action.KEY_CREATED, key_id)
    told = "" if is_known else ", a record created now"
    whose = f", ambassador {owner}{told}" if owner else ""
    _show(f"{key_id} ({role.value}{whose})", key)


@keys.command("list")
def list_keys(
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the keys; when one was last used is kept for platforms alone."""
    with opened() as services:
        found = services.access.keys()
    if json:
        print_json(
            [
                {
                    "key_id": one.key_id,
                    "role": one.role,
                    "name": one.name,
                    "created_at": one.created_at,
                    "revoked_at": one.revoked_at,
                    "last_used_at": one.last_used_at,
                    "scopes": sorted(one.scopes) if one.scopes is not None else None,
                }
                for one in found
            ]
        )
        return
    if not found:
        console().print("there is no key yet; make one with `porte-voix keys create --role …`")
        return
    console().print(_table(found))


def _table(found: Sequence[KeyInfo]) -> Table:
    """Return the keys, their ids whole at any width: `keys revoke` and `rotate` want them so."""
    widest = max(len(one.key_id) for one in found)
    key = Column("key", min_width=widest, no_wrap=True)
    whole = (Column(name, no_wrap=True) for name in ("made", "last used", "state"))
    texts = (Column(name, overflow="fold") for name in ("name", "scopes"))
    table = Table(key, Column("role", no_wrap=True), *texts, *whole, box=None, padding=(0, 2, 0, 0))
    for one in found:
        state = "revoked" if one.revoked_at else "in use"
        narrowed = " ".join(sorted(one.scopes)) if one.scopes is not None else "all"
        made = f"{one.created_at:%Y-%m-%d}"
        used = f"{one.last_used_at:%Y-%m-%d}" if one.last_used_at else ""
        name = Text(one.name or "")
        table.add_row(one.key_id, one.role.value, name, narrowed, made, used, state)
    return table


@keys.command("rotate")
def rotate_key(
    key_id: str,
    overlap_hours: Annotated[
        float, typer.Option(min=0, max=720, help="How long the key before still works.")
    ] = 0,
) -> None:
    """Make a new key for the same holder; grants and drafts stay theirs."""
    with opened() as services:
        key = services.access.rotate_key(key_id, overlap=timedelta(hours=overlap_hours))
        _note(services, Action.KEY_ROTATED, key_id)
    _show(f"{key_id} has a new key", key)


@keys.command("revoke")
def revoke_key(key_id: str) -> None:
    """Make a key worthless, at once and for good."""
    with opened() as services:
        services.access.revoke_key(key_id)
        _note(services, Action.KEY_REVOKED, key_id)
    console().print(f"{key_id} is revoked")


def erase(ambassador_id: str) -> None:
    """Erase everything kept of a person; no byte of it stays in any file."""
    with opened() as services:
        if not services.erasure.erase(ambassador_id):
            raise NotFound(f"nothing is kept of {ambassador_id!r}; if anything was, it is gone")
    console().print(f"everything kept of {ambassador_id} is erased")


def export(ambassador_id: str) -> None:
    """Print everything kept of a person as JSON, with why and for how long."""
    with opened() as services:
        print_json(services.export.of(ambassador_id))


def _show(what: str, key: str) -> None:
    screen = console()
    screen.print(what)
    screen.print("The key, shown this once:")
    screen.print(key, markup=False, soft_wrap=True)


def _note(services: Services, action: Action, key_id: str) -> None:
    """Note what was done to a key; an employee's own stands in no trail."""
    keys = services.access.keys()
    if any(one.key_id == key_id and one.role is not Role.EMPLOYEE for one in keys):
        services.audit.note(Deed(OPERATOR, action, key_id))
