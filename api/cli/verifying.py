"""`porte-voix verify`: whether drafts in a file came from here as they stand."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Self

import typer

from api.cli.checking import read_text
from api.cli.output import console, print_json
from api.settings import Settings
from domain.errors import RequestInvalid
from personalizer.provenance import Examined, Seal, Verification, differing, examine
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
    """Verify where drafts came from: exit 0 genuine, 1 changed since, 2 not from there.

    What the file itself says of a draft is held against what was signed.
    """
    drafts = list(_drafts(_read(file)))
    public_keys = _read(keys) if keys else _own_keys()
    if not isinstance(public_keys, dict) or not isinstance(public_keys.get("keys"), list):
        raise RequestInvalid(f"{keys} holds no JWK set: {{'keys': […]}}", field="keys")
    found = [_Found.of(*draft, public_keys) for draft in drafts]
    if as_json:
        print_json([one.as_data() for one in found])
    else:
        _show(found)
    raise typer.Exit(max(one.exit_code for one in found))


@dataclass(frozen=True, slots=True)
class _Found:
    """What a signature says of a text, and where the file says otherwise than what was signed."""

    examined: Examined
    differing: tuple[str, ...]

    @classmethod
    def of(cls, said: Mapping[str, Any], text: str, public_keys: Mapping[str, Any]) -> Self:
        examined = examine(said["signature"], text, public_keys)
        return cls(examined, differing(said, examined.claims))

    @property
    def exit_code(self) -> int:
        return max(_EXITS[self.examined.verification], 1 if self.differing else 0)

    def as_data(self) -> dict[str, Any]:
        one = self.examined
        return {
            "verification": one.verification,
            "differing": self.differing,
            "claims": one.claims,
        }


def _drafts(data: object) -> Iterator[tuple[Mapping[str, Any], str]]:
    many = data.get("drafts", [data]) if isinstance(data, Mapping) else data
    if not isinstance(many, list) or not many:
        raise RequestInvalid("the file holds no draft", field="file")
    for one in many:
        provenance = one.get("provenance") if isinstance(one, Mapping) else None
        said: Mapping[str, Any] = provenance if isinstance(provenance, Mapping) else {}
        text = one.get("text") if isinstance(one, Mapping) else None
        if not isinstance(said.get("signature"), str) or not isinstance(text, str):
            raise RequestInvalid(
                "a draft has a `text` and a `provenance` with its `signature`", field="file"
            )
        yield said, text


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


def _show(found: list[_Found]) -> None:
    screen = console()
    for each in found:
        one = each.examined
        word = f"[{_COLOURS[one.verification]}]{one.verification.value}[/]"
        screen.print(f"{word}: {_MEANS[one.verification]}", soft_wrap=True)
        if each.differing:
            names = ", ".join(each.differing)
            screen.print(f"[red]but the file says otherwise than was signed[/]: {names}")
        for name, value in one.claims.items():
            told = _moment(value) if name == "iat" else value
            screen.print(f"  {name}: {told}", markup=False, style="dim", soft_wrap=True)


def _moment(seconds: object) -> object:
    return datetime.fromtimestamp(seconds, UTC).isoformat() if isinstance(seconds, int) else seconds
