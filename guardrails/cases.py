"""Cases: a text, its circumstances, and whether one rule must object to it.

The same shape serves the examples of a charter and the lines of `eval guardrails`.
"""

from datetime import UTC, datetime
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from domain.language import Language
from domain.organization import Embargo, NamedEntity, Organization
from domain.platforms import Platform
from domain.review import Source

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class Entity(BaseModel):
    """A company with the other names it goes by."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, StringConstraints(min_length=1)]
    aliases: tuple[str, ...] = ()


class EmbargoedTopic(BaseModel):
    """A topic nobody speaks about before an instant; without an offset, in the company's zone."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    topic: Annotated[str, StringConstraints(min_length=1)]
    until: datetime


class Person(BaseModel):
    """Somebody of the company's directory."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, StringConstraints(min_length=1)]


class Company(BaseModel):
    """The organisation file: everything but the name may be missing.

    `time_zone` (Europe/Paris) is the zone of hours without an offset; without it, they are UTC.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: Annotated[str, StringConstraints(min_length=1)]
    aliases: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    competitors: tuple[Entity, ...] = ()
    confidential_terms: tuple[str, ...] = ()
    clients_allowed: tuple[str, ...] = ()
    clients_not_allowed: tuple[str, ...] = ()
    embargoes: tuple[EmbargoedTopic, ...] = ()
    frozen_topics: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    directory: tuple[Person, ...] = ()
    time_zone: str | None = None

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, name: str | None) -> str | None:
        try:
            return None if name is None else ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(
                f"there is no time zone {name!r}; write one such as Europe/Paris"
            ) from None

    @classmethod
    def of(cls, organization: Organization) -> Self:
        """Return a company as its file would tell it; the inverse of `as_organization`."""
        return cls(
            name=organization.name,
            aliases=organization.aliases,
            products=organization.products,
            competitors=tuple(
                Entity(name=one.name, aliases=one.aliases) for one in organization.competitors
            ),
            confidential_terms=organization.confidential_terms,
            clients_allowed=organization.clients_allowed,
            clients_not_allowed=organization.clients_not_allowed,
            embargoes=tuple(
                EmbargoedTopic(topic=one.topic, until=one.until) for one in organization.embargoes
            ),
            frozen_topics=organization.frozen_topics,
            domains=organization.domains,
            directory=tuple(Person(name=name) for name in organization.directory),
            time_zone=organization.time_zone,
        )

    def as_organization(self) -> Organization:
        """Return it as the domain's own type."""
        return Organization(
            name=self.name,
            aliases=self.aliases,
            products=self.products,
            competitors=tuple(NamedEntity(one.name, one.aliases) for one in self.competitors),
            confidential_terms=self.confidential_terms,
            clients_allowed=self.clients_allowed,
            clients_not_allowed=self.clients_not_allowed,
            embargoes=tuple(
                Embargo(one.topic, in_utc(one.until, self.time_zone)) for one in self.embargoes
            ),
            frozen_topics=self.frozen_topics,
            domains=self.domains,
            directory=tuple(person.name for person in self.directory),
            time_zone=self.time_zone,
        )


class SourceText(BaseModel):
    """The published content that a text speaks about."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: str
    title: str = ""
    url: str | None = None
    authors: tuple[str, ...] = ()

    def as_source(self) -> Source:
        """Return it as the domain's own type."""
        return Source(self.text, self.title, self.url, self.authors)


class Circumstanced(BaseModel):
    """A text and what its review depends on; fields left out take the quiet value.

    `other_text` is a colleague's draft on the same content, `posts` what the author wrote before.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    text: Text
    language: Language
    source: SourceText | str | None = None
    notes: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    author: str | None = None
    platform: Platform = Platform.LINKEDIN
    now: datetime | None = None
    other_text: str | None = None
    consideration: str | None = None
    draft_share: Annotated[float, Field(ge=0, le=1)] | None = None
    company: Company | None = None

    @property
    def instant(self) -> datetime:
        """When the text is reviewed: as given, or this moment."""
        return in_utc(self.now) if self.now else datetime.now(UTC)

    def published(self) -> Source | None:
        """Return the source as the domain's own type; a plain string is its text."""
        if isinstance(self.source, str):
            return Source(self.source)
        return self.source.as_source() if self.source else None


class Example(Circumstanced):
    """A post of a charter's regression suite.

    `violating` must be found by its clause; `compliant` and `near_miss` must pass the whole
    charter. `translates` pairs an example with the same one in the other language.
    """

    kind: Literal["violating", "compliant", "near_miss"]
    translates: str | None = None


class Case(Circumstanced):
    """One line of an evaluation: whether a rule must find anything in a text.

    Fields it does not know are left alone, so that a file may carry its own remarks.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)
    rule: str
    expected: Literal["hit", "pass"]


def in_utc(instant: datetime, zone: str | None = None) -> datetime:
    """Return an instant in UTC; one without an offset is in this zone, or in UTC already.

    An hour that a zone has twice, or skips, is the later of its two readings.
    """
    if instant.tzinfo is not None:
        return instant.astimezone(UTC)
    if zone is None:
        return instant.replace(tzinfo=UTC)
    local = instant.replace(tzinfo=ZoneInfo(zone))
    try:
        return max(local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    except OverflowError:  # "for ever", at the end of the calendar: no zone reaches beyond it
        return instant.replace(tzinfo=UTC)
