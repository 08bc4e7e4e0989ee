"""The secret of this deployment: it keys fingerprints and tombstones, outside the database."""

import os
import secrets
from pathlib import Path

from domain.errors import SettingsInvalid

_SIZE = 32


def read_or_make_secret(folder: Path) -> bytes:
    """Return the secret kept in the data folder, made on first use and readable to its owner alone.

    So is the folder, when it is made here: people's records stand in it.
    Raises SettingsInvalid when the folder cannot hold it.
    """
    path = folder / "secret.key"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(path)
        secret = path.read_bytes()
    except OSError as error:
        raise SettingsInvalid(
            f"PORTEVOIX_DATA_DIR {folder} cannot be used: {error.strerror}"
        ) from error
    if len(secret) != _SIZE:
        raise SettingsInvalid(f"{path} does not hold {_SIZE} bytes; restore it from a backup")
    return secret


def _make(path: Path) -> None:
    if path.exists():
        return
    # Written beside and linked into place, so that two processes starting at once agree.
    beside = path.with_name(f"secret.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(_SIZE))
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
