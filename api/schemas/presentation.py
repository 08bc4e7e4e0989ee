"""How a platform takes a text."""

from api.schemas.base import Answer
from domain.platforms import Platform
from guardrails.platform_rules import LIMITS, escape_for_linkedin, length_on, shown_first


class PresentationOut(Answer):
    """How a platform takes a text: counted its way, with what its readers see first.

    `shown_first` is an offset into the text: what stands before it shows without a click.
    `escaped` is the text for LinkedIn's own API, which loses what follows a bare parenthesis;
    it is not for pasting, and null elsewhere.
    """

    platform: Platform
    length: int
    limit: int
    shown_first: int
    escaped: str | None

    @classmethod
    def of(cls, platform: Platform, text: str) -> "PresentationOut":
        """Return how a platform takes a text."""
        return cls(
            platform=platform,
            length=length_on(platform, text),
            limit=LIMITS[platform],
            shown_first=len(shown_first(platform, text)),
            escaped=escape_for_linkedin(text) if platform is Platform.LINKEDIN else None,
        )
