"""A campaign's plan over anonymous seats: what somebody in a seat would be like, never who."""

from dataclasses import dataclass

from domain.language import Language
from domain.people import Ambassador, ProfileMix


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatGroup:
    """Seats of one description: a mix of types, languages, topics, and how many there are."""

    profile: ProfileMix
    languages: tuple[Language, ...]
    topics: tuple[str, ...] = ()
    seats: int = 1

    @property
    def described(self) -> Ambassador:
        """Return somebody of that description, who is nobody."""
        return Ambassador(profile=self.profile, languages=self.languages, topics=self.topics)

    def likeness(self, somebody: Ambassador) -> float:
        """Return how far somebody is of this description, from 0 to 1; 0 without its language."""
        if not set(self.languages) & set(somebody.languages):
            return 0.0
        if somebody.profile is None:
            return 0.5
        return sum(
            min(share, somebody.profile.share(kind)) for kind, share in self.profile.shares.items()
        )


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats of one group on one content: how many were planned, and how many are still free."""

    group: int
    content_id: str
    planned: int
    free: int


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it is kept; who took a seat stands nowhere."""

    groups: tuple[SeatGroup, ...]
    seats: tuple[Seats, ...]
