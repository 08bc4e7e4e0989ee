"""`porte-voix keys …`, `erase` and `export`: who may call, and what people are owed."""

from typing import Annotated

import typer
from rich.table import Table

from api.cli.opening import opened
from api.cli.output import console, print_json
from domain.errors import NotFound, RequestInvalid
from domain.roles import Role

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
) -> None:
    """Make a key; it is shown once and kept as a hash only."""
    if ambassador and role is not Role.EMPLOYEE:
        raise RequestInvalid("only an employee's key belongs to an ambassador", field="ambassador")
    with opened() as services:
        owner = None
        if role is Role.EMPLOYEE:
            is_known = ambassador is not None and services.people.exists(ambassador)
            owner = ambassador if is_known else services.people.create(ambassador)
        key_id, key = services.access.create_key(role, name=name, ambassador_id=owner)
    screen = console()
    screen.print(f"{key_id} ({role.value}" + (f", ambassador {owner}" if owner else "") + ")")
    screen.print("The key, shown this once:")
    screen.print(key, markup=False, soft_wrap=True)


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
                }
                for one in found
            ]
        )
        return
    if not found:
        console().print("there is no key yet; make one with `porte-voix keys create --role …`")
        return
    table = Table("key", "role", "name", "made", "state")
    for one in found:
        state = "revoked" if one.revoked_at else "in use"
        table.add_row(
            one.key_id, one.role.value, one.name or "", f"{one.created_at:%Y-%m-%d}", state
        )
    console().print(table)


@keys.command("revoke")
def revoke_key(key_id: str) -> None:
    """Make a key worthless, at once and for good."""
    with opened() as services:
        services.access.revoke_key(key_id)
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
