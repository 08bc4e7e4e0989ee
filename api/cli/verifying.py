"""`porte-voix verify`: whether drafts in a file came from here as they stand."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from api.cli.checking import read_text
from api.cli.output import console, print_json
from api.settings import Settings
from domain.errors import RequestInvalid
from personalizer.provenance import Examined, Seal, Verification, examine
from storage.secret import read_or_make_secret

_EXITS = {Verification.GENUINE: 0, Verification.EDITED: 1, Verification.INVALID: 2}
_MEANS = {
    Verification.GENUINE: "these characters left that deployment, which vouches for what follows",
    Verification.EDITED: "a draft left there under this signature; its text was changed since",
    Verification.INVALID: "that deployment did not sign this",
}
_COLOURS = {
    Verification.GENUINE: "green",
    Verification.EDITED: "yellow",
    Verification.INVALID: "red",
}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(verify)


def verify(
    file: Annotated[
        Path, typer.Argument(help="A draft or a whole answer as JSON; - reads standard input.")
    ],
    keys: Annotated[
        Path | None,
        typer.Option(help="Public keys (/.well-known/porte-voix-keys.json) of another deployment."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Verify where drafts came from: exit 0 genuine, 1 edited since, 2 not from there."""
    drafts = list(_drafts(_read(file)))
    public_keys = _read(keys) if keys else _own_keys()
    if not isinstance(public_keys, dict) or not isinstance(public_keys.get("keys"), list):
        raise RequestInvalid(f"{keys} holds no JWK set: {{'keys': […]}}", field="keys")
    found = [examine(signature, text, public_keys) for signature, text in drafts]
    if as_json:
        print_json([{"verification": one.verification, "claims": one.claims} for one in found])
    else:
        _show(found)
    raise typer.Exit(max(_EXITS[one.verification] for one in found))


def _drafts(data: object) -> Iterator[tuple[str, str]]:
    many = data.get("drafts", [data]) if isinstance(data, Mapping) else data
    if not isinstance(many, list) or not many:
        raise RequestInvalid("the file holds no draft", field="file")
    for one in many:
        provenance = one.get("provenance") if isinstance(one, Mapping) else None
        signature = provenance.get("signature") if isinstance(provenance, Mapping) else None
        text = one.get("text") if isinstance(one, Mapping) else None
        if not isinstance(signature, str) or not isinstance(text, str):
            raise RequestInvalid(
                "a draft has a `text` and a `provenance` with its `signature`", field="file"
            )
        yield signature, text


def _read(path: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(read_text(path))
    except (json.JSONDecodeError, RecursionError) as error:
        raise RequestInvalid(
            f"{path} is not JSON: give a draft as the service answered it", field="file"
        ) from error


def _own_keys() -> dict[str, Any]:
    folder = Settings.from_environment().data_dir
    if not (folder / "secret.key").is_file():
        raise RequestInvalid(
            f"PORTEVOIX_DATA_DIR {folder} has no secret: give --keys, or the folder that served",
            field="keys",
        )
    return Seal(read_or_make_secret(folder)).public_keys()


def _show(found: list[Examined]) -> None:
    screen = console()
    for one in found:
        word = f"[{_COLOURS[one.verification]}]{one.verification.value}[/]"
        screen.print(f"{word}: {_MEANS[one.verification]}", soft_wrap=True)
        for name, value in one.claims.items():
            told = _moment(value) if name == "iat" else value
            screen.print(f"  {name}: {told}", markup=False, style="dim", soft_wrap=True)


def _moment(seconds: object) -> object:
    return datetime.fromtimestamp(seconds, UTC).isoformat() if isinstance(seconds, int) else seconds
