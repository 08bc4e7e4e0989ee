"""The charter as it is sent in and out."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from api.schemas.base import Answer, Body, Clean, with_example
from storage.charters import KeptCharter

_EXAMPLE = """\
id: tessonde
version: 2026-03-example
title: {fr: "Charte de Tessonde", en: "Tessonde's charter"}
company: {name: Tessonde}
clauses:
  - id: TE-01
    name: {fr: "Un nom de code", en: "A code name"}
    statement: {fr: "Nous taisons le nom de code.", en: "We keep the code name to ourselves."}
    why: {fr: "Rien n'est annoncé.", en: "Nothing is announced."}
    severity: block
    checks:
      - {kind: terms, parameters: {terms: [zorglub]}}
    examples:
      - {language: fr, kind: violating, text: "Zorglub avance bien."}
      - {language: en, kind: compliant, text: "Our sensors hear a leak."}
"""


class CharterIn(Body):
    """A charter to put in force; `version` is the one it replaces, unless If-Match says so."""

    model_config = with_example({"yaml": _EXAMPLE, "version": "2026-03-example"})

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
