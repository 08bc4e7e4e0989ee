"""Where a post will stand."""

from enum import StrEnum


class Platform(StrEnum):
    """A network whose limits a draft keeps; `internal` is the company's own."""

    LINKEDIN = "linkedin"
    X = "x"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    INTERNAL = "internal"
