"""The charter as it is sent in and out."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from api.schemas.base import Answer, Body, Clean
from storage.charters import KeptCharter


class CharterIn(Body):
    """A charter to put in force; `version` is the one it replaces, unless If-Match says so."""

    yaml: Annotated[str, StringConstraints(min_length=1, max_length=900_000), Clean]
    version: Annotated[str, Field(min_length=1, max_length=60)] | None = None


class CharterVersion(Answer):
    """One version of the charter: when it came in force, and by whom among staff."""

    version: str
    digest: str
    put_at: datetime
    put_by: str

    @classmethod
    def of(cls, kept: KeptCharter) -> "CharterVersion":
        """Return a version as it is sent."""
        return cls(version=kept.version, digest=kept.digest, put_at=kept.put_at, put_by=kept.put_by)


class CharterOut(CharterVersion):
    """The charter in force."""

    yaml: str

    @classmethod
    def of(cls, kept: KeptCharter) -> "CharterOut":
        """Return a charter as it is sent."""
        return cls(
            version=kept.version,
            digest=kept.digest,
            put_at=kept.put_at,
            put_by=kept.put_by,
            yaml=kept.yaml,
        )
