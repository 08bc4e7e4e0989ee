"""The files of a shipped model of kinds: its numbers, and the card that describes them."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any

from domain.errors import SettingsInvalid
from recommender.kinds import KINDS


def shipped(artefact: str, card: str) -> tuple[bytes, Mapping[str, Any]]:
    """Return an artefact with its card. Raises SettingsInvalid where one is not the other's."""
    folder = files("recommender")
    packed = folder.joinpath(artefact).read_bytes()
    told: Mapping[str, Any] = json.loads(folder.joinpath(card).read_text(encoding="utf-8"))
    if sha256(packed).hexdigest() != told["sha256"] or told["kinds"] != list(KINDS):
        raise SettingsInvalid(f"recommender/{artefact} is not the file its card describes")
    return packed, told
