"""What each purpose means to the person who turns it on, in the order the page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from api.asking import KEPT, KEPT_SHORT
from api.settings import Settings
from domain.purposes import Purpose

IN_USE: Final = (Purpose.PROFILE, Purpose.VOICE, Purpose.MODEL, Purpose.FINGERPRINTS)
"""The purposes that this version does something for; for the others it keeps nothing."""

_HOST_OF_OPENAI: Final = "api.openai.com"


@dataclass(frozen=True, slots=True)
class PurposeSwitch:
    """A purpose as its owner meets it; `values` fill the places of its texts."""

    purpose: Purpose
    is_on: bool
    is_in_use: bool
    wording: str
    values: Mapping[str, object]

    @property
    def keeps_something(self) -> bool:
        """Tell whether turning it off deletes anything."""
        return self.is_in_use and self.purpose is not Purpose.MODEL


def described(purposes: Mapping[Purpose, bool], settings: Settings) -> list[PurposeSwitch]:
    """Return every purpose, those in use first."""
    later = [purpose for purpose in Purpose if purpose not in IN_USE]
    return [
        PurposeSwitch(
            purpose,
            purposes[purpose],
            purpose in IN_USE,
            _wording(purpose, settings),
            _values(settings),
        )
        for purpose in (*IN_USE, *later)
    ]


def endpoint_host(settings: Settings) -> str | None:
    """Name the machine that receives texts, None when no language model is set."""
    if not settings.model:
        return None
    return urlsplit(settings.openai_base_url or "").hostname or _HOST_OF_OPENAI


def _wording(purpose: Purpose, settings: Settings) -> str:
    if purpose is Purpose.MODEL and not settings.model:
        return "model_absent"
    return purpose.value


def _values(settings: Settings) -> Mapping[str, object]:
    return {
        "host": endpoint_host(settings),
        "model": settings.model,
        "days": KEPT.days,
        "minutes": int(KEPT_SHORT.total_seconds()) // 60,
    }
