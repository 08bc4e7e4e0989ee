"""Invented ambassadors, read from a file of the repository: nobody real is among them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType

FOLDER = Path(__file__).parent / "demo"


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented ambassador, and what they might want to say."""

    ambassador: Ambassador
    notes: tuple[str, ...]


def personas(path: Path = FOLDER / "ambassadors.yaml") -> tuple[Persona, ...]:
    """Return the invented ambassadors."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(_persona(one) for one in data["ambassadors"])


def _persona(data: dict[str, Any]) -> Persona:
    shares = {ProfileType(kind): float(share) for kind, share in data["profile"].items()}
    ambassador = Ambassador(
        ambassador_id=data["id"],
        name=data["name"],
        organization=data["organization"],
        profile=ProfileMix(shares),
        languages=tuple(Language(language) for language in data["languages"]),
        topics=tuple(data["topics"]),
        never=tuple(data["never"]),
        posts=tuple(data["posts"]),
    )
    return Persona(ambassador, tuple(data["notes"]))
