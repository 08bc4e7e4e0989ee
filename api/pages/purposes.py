"""What each purpose means to the person who turns it on, in the order the page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from api.asking import KEPT, KEPT_SHORT
from api.drafting import KEPT_DRAFTS
from api.settings import Settings
from domain.purposes import Purpose

SHOWN: Final = (
    Purpose.PROFILE,
    Purpose.VOICE,
    Purpose.DRAFTS,
    Purpose.PREPARED_DRAFTS,
    Purpose.SIGNALS,
    Purpose.COLLECTIVE,
    Purpose.MODEL,
    Purpose.FINGERPRINTS,
)
"""Every purpose, in the order of the page."""

_KEEPS_NOTHING: Final = frozenset({Purpose.MODEL})

_HOST_OF_OPENAI: Final = "api.openai.com"


@dataclass(frozen=True, slots=True)
class PurposeSwitch:
    """A purpose as its owner meets it; `values` fill the places of its texts."""

    purpose: Purpose
    is_on: bool
    wording: str
    values: Mapping[str, object]

    @property
    def keeps_something(self) -> bool:
        """Tell whether turning it off deletes anything."""
        return self.purpose not in _KEEPS_NOTHING


def described(purposes: Mapping[Purpose, bool], settings: Settings) -> list[PurposeSwitch]:
    """Return every purpose and how it stands."""
    values = _values(settings)
    return [
        PurposeSwitch(purpose, purposes[purpose], _wording(purpose, settings), values)
        for purpose in SHOWN
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
        "draft_days": KEPT_DRAFTS.days,
        "minutes": int(KEPT_SHORT.total_seconds()) // 60,
    }
