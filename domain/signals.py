"""What a person says of a content that was suggested to them; saying nothing is never noted."""

from enum import StrEnum


class Signal(StrEnum):
    """The three things a person may say; each is deleted when they take it back."""

    KEPT = "kept"
    DISMISSED = "dismissed"
    NOT_ME = "not_me"
