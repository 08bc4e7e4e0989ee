"""`porte-voix backup` and `restore`: copies of everything, and bringing them back."""

from pathlib import Path
from typing import Annotated

import typer

from api.backups import FOLDER, Backups
from api.backups import restore as restore_backup
from api.cli.opening import opened
from api.cli.output import console
from api.settings import Settings
from domain.deeds import OPERATOR, Action, Deed


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(backup)
    app.command()(restore)


def backup(
    folder: Annotated[
        Path | None, typer.Argument(help="Where to; without, backups/ in the data folder.")
    ] = None,
    keep: Annotated[int, typer.Option(min=1, max=10_000, help="How many stay there.")] = 7,
) -> None:
    """Copy everything that is kept, while the service goes on; the oldest backups go."""
    with opened() as services:
        place = folder or services.settings.data_dir / FOLDER
        made = Backups(services.settings, place).make(services.database, keep=keep)
        services.audit.note(Deed(OPERATOR, Action.BACKED_UP, made.name))
    console().print(str(made), markup=False, soft_wrap=True)
    console().print("It holds people's data and the secret that keys it: keep it as safe as both.")


def restore(folder: Annotated[Path, typer.Argument(help="One backup's own folder.")]) -> None:
    """Bring a backup back, all of it or nothing; whoever was erased since stays erased."""
    restore_backup(Settings.from_environment(), folder)
    with opened() as services:
        services.audit.note(Deed(OPERATOR, Action.RESTORED, folder.name))
    console().print(f"{folder} is restored", markup=False, soft_wrap=True)
