"""What a person may let the service do with what concerns them, one switch each."""

from enum import StrEnum


class Purpose(StrEnum):
    """A purpose a person turns on or off; turning one off deletes what was kept for it."""

    PROFILE = "profile"
    VOICE = "voice"
    DRAFTS = "drafts"
    SIGNALS = "signals"
    COLLECTIVE = "collective"
    FINGERPRINTS = "fingerprints"
    PREPARED_DRAFTS = "prepared_drafts"
    MODEL = "model"

    @property
    def is_on_at_first(self) -> bool:
        """Tell whether it is on before the person says anything; only one is."""
        return self is Purpose.FINGERPRINTS
