"""What an encoder's folder must hold, file by file, so that a damaged one is never used."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

from domain.errors import SettingsInvalid

MANIFEST: Final = "manifest.json"
_REMEDY: Final = "install Porte-voix again, make it anew with `make encoder`, or name another in"
# The card may be corrected without making the encoder another one.
_UNCHECKED: Final = {MANIFEST, "README.md"}
_NEEDED: Final = {"model.safetensors", "tokenizer.json"}


@dataclass(frozen=True, slots=True)
class Manifest:
    """The name of an encoder and a digest over the digests of its files."""

    name: str
    digest: str

    @classmethod
    def checked(cls, folder: Path) -> Self:
        """Read the manifest and compare every file it names.

        Raises SettingsInvalid, naming the file that is missing or not what it should be.
        """
        written = _read(folder / MANIFEST)
        files = dict(sorted(written["files"].items()))
        if not files.keys() >= _NEEDED:
            raise _damaged(folder, f"{MANIFEST} does not name {' and '.join(sorted(_NEEDED))}")
        for name, expected in files.items():
            if digest_of(folder / name) != expected:
                raise _damaged(folder, f"{name} is missing or is not the file {MANIFEST} names")
        return cls(str(written["name"]), sha256(json.dumps(files).encode()).hexdigest()[:16])


def write_manifest(folder: Path, name: str, described: dict[str, object]) -> None:
    """Name every file of a finished folder with its digest, and what is said of the whole."""
    paths = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name not in _UNCHECKED
    )
    files = {path.relative_to(folder).as_posix(): digest_of(path) for path in paths}
    text = json.dumps({"name": name, **described, "files": files}, indent=1, ensure_ascii=False)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def digest_of(path: Path) -> str | None:
    """Return the sha256 of a file, None where there is none."""
    try:
        with path.open("rb") as file:
            digest = sha256()
            while block := file.read(2**20):
                digest.update(block)
    except OSError:
        return None
    return digest.hexdigest()


def _read(path: Path) -> dict[str, dict[str, str]]:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(path.parent, f"{path.name} is missing or cannot be read") from error
    if not isinstance(written, dict) or not isinstance(written.get("files"), dict):
        raise _damaged(path.parent, f"{path.name} names no files")
    return written


def _damaged(folder: Path, what: str) -> SettingsInvalid:
    return SettingsInvalid(
        f"the encoder in {folder} is damaged: {what}; {_REMEDY} PORTEVOIX_ENCODER."
    )
