"""Any sentence-transformers model as the encoder: a folder, or a name of the Hugging Face hub."""

import os
import re
import threading
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from domain.errors import SettingsInvalid
from recommender.vectors import Floats, pack
from recommender.words import words_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_SURROGATES: Final = re.compile(r"[\ud800-\udfff]")
_BATCH: Final = 32


class SentenceTransformerEncoder:
    """Encode with a model that was trained for it.

    A folder is read without any connection. A hub name, with an optional revision after "@",
    connects to the hub unless the model is in its cache. Remote code is never run.
    Raises SettingsInvalid when the model or the library is not there.
    """

    def __init__(self, setting: str) -> None:
        folder = Path(setting).expanduser()
        if setting.startswith((".", "/", "~")) and not folder.is_dir():
            raise SettingsInvalid(
                f"PORTEVOIX_ENCODER names the folder {setting!r}, which is not there: put the "
                "model in it, or unset PORTEVOIX_ENCODER to use the encoder that comes along."
            )
        if folder.is_dir():
            self._model = _load(str(folder), None, offline=True)
            self.fingerprint = f"{folder.resolve().name}-{_digest_of_files(folder)}"
        else:
            name, _, revision = setting.partition("@")
            self._model = _load(name, revision or None, offline=False)
            self.fingerprint = f"{setting}-{_digest_of_weights(self._model)}"
        self._lock = threading.Lock()
        self.dimension = self._checked_dimension(setting)

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per text."""
        if not texts:
            return []
        matrix = self._encode([_SURROGATES.sub("\ufffd", text) for text in texts])
        matrix[[not words_of(text) for text in texts]] = 0.0
        return pack(matrix)

    def _encode(self, texts: list[str]) -> Floats:
        # Its tokenizers cannot be lent to two threads at once.
        with self._lock:
            encoded = self._model.encode(
                texts, batch_size=_BATCH, convert_to_numpy=True, show_progress_bar=False
            )
        return np.array(encoded, dtype=np.float32)

    def _checked_dimension(self, setting: str) -> int:
        declared = self._model.get_embedding_dimension()
        found = self._encode(["porte-voix"]).shape[1]
        if declared not in {None, found}:
            raise SettingsInvalid(
                f"PORTEVOIX_ENCODER {setting!r} says that it gives {declared} values and gives "
                f"{found}: its files do not belong together; install the model again."
            )
        return int(found)


def _load(name: str, revision: str | None, *, offline: bool) -> "SentenceTransformer":
    if offline:
        # Read when the libraries are imported, so it must stand before.
        os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")
    try:
        from sentence_transformers import (  # noqa: PLC0415 - imports torch: seconds, an extra
            SentenceTransformer,
        )
    except ImportError as error:
        raise SettingsInvalid(
            "PORTEVOIX_ENCODER needs the extra `models`: pip install 'porte-voix[models]', "
            "or unset PORTEVOIX_ENCODER to use the encoder that comes along."
        ) from error
    try:
        return SentenceTransformer(
            name, revision=revision, trust_remote_code=False, local_files_only=offline
        )
    except Exception as error:
        raise SettingsInvalid(
            f"PORTEVOIX_ENCODER {name!r} cannot be loaded as a sentence-transformers model "
            f"({type(error).__name__}): check the folder or the name, and for a name that this "
            "machine reaches the hub."
        ) from error


def _digest_of_files(folder: Path) -> str:
    digest = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        with path.open("rb") as file:
            while block := file.read(2**20):
                digest.update(block)
    return digest.hexdigest()[:16]


def _digest_of_weights(model: "SentenceTransformer") -> str:
    digest = sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode() + tensor.cpu().contiguous().float().numpy().tobytes())
    return digest.hexdigest()[:16]
