"""Backups: a folder each, with the database's copy, the secret that keys it, and the files.

They stand in the data folder unless told otherwise; the oldest go when there are more than are to
be kept. An erasure reaches those that stand there. A folder without its `manifest.json` is a
backup that was cut off, and is no backup.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from api.settings import Settings
from domain.errors import RestoreFailed, StorageUnavailable
from storage.backup import Restoring, back_up
from storage.database import Database
from storage.erasure import Erasure
from storage.migration import migrate
from storage.tombstones import TombstoneFile
from storage.withdrawals import Withdrawals

FOLDER: Final = "backups"
_COPY: Final = "porte-voix.db"
_MANIFEST: Final = "manifest.json"
_SECRET: Final = "secret.key"  # noqa: S105 - the name of a file
_MARKS: Final = "erased.txt"
_WITHDRAWN: Final = "withdrawn.txt"
_ORGANIZATION: Final = "organization.yaml"
_FILES: Final = (_SECRET, _MARKS, _WITHDRAWN, _ORGANIZATION, "charter.yaml")


@dataclass(frozen=True, slots=True)
class Backups:
    """The backups of one deployment, in one folder."""

    settings: Settings
    folder: Path

    def make(self, database: Database, *, keep: int) -> Path:
        """Make a backup while the service goes on, and return its folder.

        Raises StorageUnavailable; then nothing of it is left.
        """
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
        place = self.folder / name
        try:
            place.mkdir(parents=True, mode=0o700)
            self._fill(place, database)
        except (OSError, StorageUnavailable) as error:
            shutil.rmtree(place, ignore_errors=True)
            raise StorageUnavailable(f"no backup could be written to {self.folder}") from error
        for old in list(self.whole())[:-keep]:
            shutil.rmtree(old)
        return place

    def whole(self) -> Iterator[Path]:
        """Yield the complete backups, oldest first."""
        for place in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
            if (place / _MANIFEST).exists():
                yield place

    def erase(self, erased: frozenset[str], key: bytes, database: Database) -> None:
        """Erase the holders of marks from every backup here; one that was cut off is deleted."""
        whole = set(self.whole())
        for place in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
            if place not in whole:
                shutil.rmtree(place, ignore_errors=True)
                continue
            Restoring(database, key).erase_in(place / _COPY, erased)
            Withdrawals(place / _WITHDRAWN, key).forget(erased)
            _seal(place)

    def _fill(self, place: Path, database: Database) -> None:
        back_up(database, place / _COPY)
        for name in _FILES:
            if (self.settings.data_dir / name).exists():
                shutil.copy2(self.settings.data_dir / name, place / name)
        for file in place.iterdir():
            file.chmod(0o600)
        _seal(place)


def erasure_of(settings: Settings, key: bytes, database: Database) -> Erasure:
    """Return what erases people, from the backups in the data folder as well."""
    copies = Backups(settings, settings.data_dir / FOLDER)

    def erase_elsewhere(erased: frozenset[str]) -> None:
        # Nobody turns anything off meanwhile: their line would be lost with the old file.
        with database.write():
            withdrawals_of(settings, key).forget(erased)
        copies.erase(erased, key, database)

    return Erasure(database, key, TombstoneFile(settings.data_dir / _MARKS), erase_elsewhere)


def withdrawals_of(settings: Settings, key: bytes) -> Withdrawals:
    """Return what people turned off, as the data folder remembers it."""
    return Withdrawals(settings.data_dir / _WITHDRAWN, key)


def restore(settings: Settings, place: Path) -> None:
    """Bring a backup back, all of it or nothing; running servers take it up.

    Raises RestoreFailed for a folder that is no sound backup, or that another secret keys.
    """
    _check(place)
    key = _secret(settings, place)
    marks = TombstoneFile(settings.data_dir / _MARKS)
    marks.add(TombstoneFile(place / _MARKS).read() - marks.read())
    withdrawals = withdrawals_of(settings, key)
    withdrawals.keep(Withdrawals(place / _WITHDRAWN, key).lines() - withdrawals.lines())
    database = Database.open(settings.database_address)
    try:
        migrate(database)
        with tempfile.TemporaryDirectory(dir=settings.data_dir) as beside:
            copy = Path(beside) / _COPY
            shutil.copyfile(place / _COPY, copy)
            Restoring(database, key, marks, withdrawals).restore(copy)
    finally:
        database.close()
    if (place / _ORGANIZATION).exists() and not (settings.data_dir / _ORGANIZATION).exists():
        shutil.copyfile(place / _ORGANIZATION, settings.data_dir / _ORGANIZATION)
    # Steps of jobs that the copy knows nothing of.
    for path in settings.data_dir.glob("jobs.db*"):
        path.unlink()


def _secret(settings: Settings, place: Path) -> bytes:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    mine, kept = settings.data_dir / _SECRET, (place / _SECRET).read_bytes()
    if not mine.exists():
        descriptor = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(kept)
    if mine.read_bytes() != kept:
        raise RestoreFailed(
            f"{settings.data_dir} is keyed by another secret: restore into a new data folder"
        )
    return kept


def _seal(place: Path) -> None:
    """Write what the files of a backup are; it is whole from here on."""
    digests = {file.name: _digest(file) for file in place.iterdir() if file.name != _MANIFEST}
    written = place / f"{_MANIFEST}.new"
    written.write_text(json.dumps({"files": digests}, indent=1), encoding="utf-8")
    written.chmod(0o600)
    written.replace(place / _MANIFEST)


def _check(place: Path) -> None:
    try:
        files = json.loads((place / _MANIFEST).read_text(encoding="utf-8"))["files"]
        wrong = [name for name, digest in files.items() if _digest(place / name) != digest]
    except (OSError, ValueError, KeyError, AttributeError):
        raise RestoreFailed(f"{place} is no complete backup; take another one") from None
    if wrong or _COPY not in files or _SECRET not in files:
        raise RestoreFailed(f"{place} is damaged ({', '.join(wrong)}); take another backup")


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while part := file.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()
