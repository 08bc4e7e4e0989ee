"""What an employee says of themselves on their page, as they typed it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

from starlette.datastructures import FormData

from api.pages.forms import Form
from api.schemas.people import AmbassadorIn
from domain.language import Language
from domain.people import Ambassador, ProfileType
from domain.purposes import Purpose
from storage.people import Person

LANGUAGE_ORDERS: Final = ("fr", "en", "fr,en", "en,fr")
_WHOLE: Final = 100
_LONG: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileForm:
    """The fields of the page, kept as typed so that a refusal loses nothing."""

    name: str
    organization: str
    shares: Mapping[ProfileType, int]
    languages: str
    topics: tuple[str, ...]
    never: tuple[str, ...]
    posts: tuple[str, ...]
    version: int

    @classmethod
    def of(cls, person: Person) -> Self:
        """Return the form filled with what is kept."""
        known = person.ambassador
        return cls(
            name=known.name or "",
            organization=known.organization or "",
            shares={kind: _percent(known, kind) for kind in ProfileType},
            languages=",".join(known.languages),
            topics=known.topics,
            never=known.never,
            posts=known.posts,
            version=person.version,
        )

    @classmethod
    def sent(cls, form: Form, kept: Person) -> Self:
        """Return the form as sent; a part whose purpose is off stays as it is kept."""
        profile = form if kept.purposes[Purpose.PROFILE] else Form(FormData())
        posts = form.texts("posts") if kept.purposes[Purpose.VOICE] else ()
        return cls(
            name=profile.text("name"),
            organization=profile.text("organization"),
            shares={kind: _share(profile.text(f"share_{kind}")) for kind in ProfileType},
            languages=profile.text("languages") or ",".join(kept.ambassador.languages),
            topics=profile.lines("topics"),
            never=profile.lines("never"),
            posts=posts,
            version=_number(form.text("version")),
        )

    def described(self) -> AmbassadorIn:
        """Return what the person says of themselves.

        Raises ValidationError for what cannot be kept.
        """
        return AmbassadorIn.model_validate(
            {
                "profile_type": self._mix(),
                "languages": [one for one in self.languages.split(",") if one],
                "topics": self.topics,
                "never": self.never,
                "posts": self.posts,
                "name": self.name or None,
                "organization": self.organization or None,
            }
        )

    def _mix(self) -> dict[ProfileType, int] | None:
        chosen = {kind: share for kind, share in self.shares.items() if share}
        return chosen or None

    @property
    def language_orders(self) -> tuple[tuple[Language, ...], ...]:
        """Return every choice of languages, the preferred one first."""
        return tuple(tuple(map(Language, order.split(","))) for order in LANGUAGE_ORDERS)


def _percent(known: Ambassador, kind: ProfileType) -> int:
    return round(known.profile.share(kind) * _WHOLE) if known.profile else 0


def _share(written: str) -> int:
    return min(_WHOLE, _number(written))


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < _LONG else 0
