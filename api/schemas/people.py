"""An ambassador as a platform describes them, or as they describe themselves."""

from typing import Annotated, Any

from pydantic import AfterValidator, Discriminator, Field, Tag

from api.schemas.base import Answer, Body, Number, Post, Said, Truth, Word, with_example
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.purposes import Purpose


def _with_a_share(shares: dict[ProfileType, float]) -> dict[ProfileType, float]:
    if shares and not any(shares.values()):
        raise ValueError("give one share above 0")
    return shares


Share = Annotated[Number, Field(ge=0, le=1_000)]
Mix = Annotated[dict[ProfileType, Share], AfterValidator(_with_a_share)]


def _kind(value: object) -> str:
    return "mix[shares]" if isinstance(value, dict) else "type[name]"


# Told apart by what was sent, so that an error speaks of that alone; `errors` drops the tags.
TypeOrMix = Annotated[
    Annotated[ProfileType, Tag("type[name]")] | Annotated[Mix, Tag("mix[shares]")],
    Discriminator(_kind),
]
BOTH = (Language.FRENCH, Language.ENGLISH)


class AmbassadorIn(Body):
    """Who will speak: a mix of profile types, topics, languages, and their own past posts."""

    model_config = with_example(
        {
            "profile_type": "hr_ambassador",
            "languages": ["en", "fr"],
            "topics": ["onboarding"],
            "organization": "Tessonde",
        }
    )

    profile_type: TypeOrMix | None = None
    languages: Annotated[tuple[Language, ...], Field(min_length=1, max_length=2)] = BOTH
    topics: Annotated[tuple[Word, ...], Field(max_length=50)] = ()
    never: Annotated[tuple[Word, ...], Field(max_length=50)] = ()
    posts: Annotated[tuple[Post, ...], Field(max_length=50)] = ()
    name: Word | None = None
    organization: Word | None = None

    def as_ambassador(self, *, ambassador_id: str | None = None) -> Ambassador:
        """Return it as the domain's own type."""
        return Ambassador(
            profile=_mix(self.profile_type),
            languages=tuple(dict.fromkeys(self.languages)),
            topics=self.topics,
            never=self.never,
            posts=self.posts,
            name=self.name,
            organization=self.organization,
            ambassador_id=ambassador_id,
        )


class Me(Answer):
    """A person's own record."""

    ambassador_id: str
    profile_type: dict[ProfileType, float] | None
    languages: list[Language]
    topics: list[str]
    never: list[str]
    posts: list[str]
    name: str | None
    organization: str | None

    @classmethod
    def of(cls, person: Ambassador) -> "Me":
        """Return a record as it is sent."""
        return cls(
            ambassador_id=person.ambassador_id or "",
            profile_type=dict(person.profile.shares) if person.profile else None,
            languages=list(person.languages),
            topics=list(person.topics),
            never=list(person.never),
            posts=list(person.posts),
            name=person.name,
            organization=person.organization,
        )


class ProfileTypeOut(Answer):
    """One of the four profile types, and what moves people like that."""

    id: ProfileType
    name: Said
    description: Said


Purposes = dict[Purpose, Truth]


class Exported(Answer):
    """Everything kept of one person, table by table, with why and for how long."""

    ambassador_id: str
    kept: dict[str, list[dict[str, Any]]]
    meaning: dict[str, dict[str, dict[str, str]]]
    seats: list[dict[str, str]] = Field(
        description="The seats of campaigns that this person holds: kept as marks that lead to"
        " nobody, and found by the token in their own record"
    )


def _mix(given: ProfileType | dict[ProfileType, float] | None) -> ProfileMix | None:
    if given is None or given == {}:
        return None
    return ProfileMix.only(given) if isinstance(given, ProfileType) else ProfileMix(given)
