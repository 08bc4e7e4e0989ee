"""Who speaks: the ambassador, a mix of profile types, and how much is known of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from domain.language import Language
from domain.voice import VoiceCard


class ProfileType(StrEnum):
    """The four profile types of the programme; a person is a mix of them."""

    EXPERT = "expert"
    REPORTER = "reporter"
    SUPPORTER = "supporter"
    HR_AMBASSADOR = "hr_ambassador"


@dataclass(frozen=True, slots=True)
class ProfileMix:
    """Shares of the four profile types in one person.

    Shares are at least 0 and add up to 1; a type left out has the share 0.
    """

    shares: Mapping[ProfileType, float]

    def __post_init__(self) -> None:
        if not self.shares or min(self.shares.values()) < 0 or sum(self.shares.values()) <= 0:
            raise ValueError("a profile mix needs shares of at least 0, one of them above 0")
        total = sum(self.shares.values())
        shares = {kind: share / total for kind, share in self.shares.items()}
        object.__setattr__(self, "shares", MappingProxyType(shares))

    @classmethod
    def only(cls, profile_type: ProfileType) -> Self:
        """Return the mix of somebody who declares a single type."""
        return cls({profile_type: 1.0})

    def share(self, profile_type: ProfileType) -> float:
        """Return the share of one type, between 0 and 1."""
        return self.shares.get(profile_type, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambassador:
    """A volunteer, as described by themselves or by the platform that asks for them.

    `languages` stand in the order of preference. `never` are topics this person does not
    speak about. `posts` are their own past posts, newest first. `name` and `organization`
    are how they write their own name and their employer's. `cards` are voice cards they keep,
    one per language; in a language without one, the posts tell.
    """

    languages: tuple[Language, ...] = (Language.FRENCH, Language.ENGLISH)
    profile: ProfileMix | None = None
    topics: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    name: str | None = None
    organization: str | None = None
    ambassador_id: str | None = None
    cards: tuple[VoiceCard, ...] = ()
