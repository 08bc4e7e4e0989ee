"""What there is to speak about: content, and the campaigns it belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.image_words import says_people_agreed, shows_nobody
from domain.language import Language

INLINE: Final = "request"
"""The source of what came along with a request."""


class Objective(StrEnum):
    """What a campaign is for."""

    AWARENESS = "awareness"
    LEADS = "leads"
    TALENT = "talent"


class ContentState(StrEnum):
    """Where a content stands between its embargo and its expiry."""

    LIVE = "live"
    EMBARGOED = "embargoed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image that comes with content, and what is known of the right to use it.

    `people_agreed` is None when nobody said whether the people shown have agreed.
    """

    url: str
    alt: str | None = None
    rights: str | None = None
    people_agreed: bool | None = None


class ImageQuestion(StrEnum):
    """What somebody should answer before an image is used."""

    RIGHTS = "rights"
    PEOPLE_AGREED = "people_agreed"


def questions_about(images: Iterable[Image]) -> frozenset[ImageQuestion]:
    """Return what is not known of at least one of these images."""
    found = set()
    for image in images:
        if not image.rights:
            found.add(ImageQuestion.RIGHTS)
        if not (image.people_agreed or _is_settled(image)):
            found.add(ImageQuestion.PEOPLE_AGREED)
    return frozenset(found)


def lack_alternative_text(images: Iterable[Image]) -> bool:
    """Tell whether one of these images is described by nothing."""
    return any(not (image.alt or "").strip() for image in images)


def _is_settled(image: Image) -> bool:
    """Tell whether nobody said otherwise, and people agreed by its rights or none are shown."""
    if image.people_agreed is not None:
        return False
    return says_people_agreed(image.rights or "") or shows_nobody(image.alt or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentItem:
    """Something worth sharing: an article, a job offer, an interview, a result.

    `digest` is a hash of everything a reader sees; two imports with the same digest changed
    nothing. `source` names the feed, file or platform it came from. Times are aware, in UTC.
    """

    content_id: str
    title: str
    text: str
    language: Language
    digest: str
    source: str
    url: str | None = None
    summary: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    published_at: datetime | None = None
    embargo_until: datetime | None = None
    expires_at: datetime | None = None
    campaign: str | None = None

    @property
    def is_inline(self) -> bool:
        """Tell whether it came along with a request, and the catalogue does not vouch for it."""
        return self.source == INLINE

    def is_live(self, now: datetime) -> bool:
        """Tell whether it may be spoken about: past its embargo, before its expiry."""
        return self.state(now) is ContentState.LIVE

    def state(self, now: datetime) -> ContentState:
        """Return where it stands; what has expired is expired, embargo or not."""
        if self.expires_at is not None and now >= self.expires_at:
            return ContentState.EXPIRED
        return ContentState.EMBARGOED if self.is_under_embargo(now) else ContentState.LIVE

    def is_under_embargo(self, now: datetime) -> bool:
        """Tell whether its embargo is not over: what was ended before is as secret as it was."""
        return self.embargo_until is not None and now < self.embargo_until
