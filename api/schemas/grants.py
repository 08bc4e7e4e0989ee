"""Grants as a person gives and reads them."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from api.schemas.base import Answer, Body, Identifier, with_example
from storage.grants import Platform


class GrantsIn(Body):
    """The platforms that may ask on one's behalf, all of them; an empty list is none."""

    model_config = with_example({"platforms": []})

    platforms: Annotated[tuple[Identifier, ...], Field(max_length=100)]


class PlatformOut(Answer):
    """A platform, by the id and the name of its key."""

    id: str
    name: str | None
    granted: bool


class GrantsOut(Answer):
    """Every platform that has a key, and whether it was granted access."""

    platforms: list[PlatformOut]

    @classmethod
    def of(cls, platforms: Iterable[Platform]) -> "GrantsOut":
        """Return platforms as they are sent."""
        return cls(
            platforms=[
                PlatformOut(id=one.key_id, name=one.name, granted=one.is_granted)
                for one in platforms
            ]
        )
