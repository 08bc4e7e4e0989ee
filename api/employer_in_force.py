"""The employer as it is known now: its file, and what its catalogue holds under embargo."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from domain.organization import Organization
from domain.unpublished import NOTHING_WAITS, Unpublished
from storage.contents import Contents

_NEVER: Final = -1


@dataclass(slots=True)
class EmployerInForce:
    """Holds the organisation, in step with the catalogue of every process."""

    described: Organization
    contents: Contents
    _version: int | None = None
    _revision: int = _NEVER
    _unpublished: Unpublished = NOTHING_WAITS
    _known: Organization | None = None

    def current(self) -> Organization:
        """Return the organisation with what waits for its hour."""
        unpublished, known = self._waiting(), self._known
        if known is None or known.unpublished is not unpublished:
            known = self._known = replace(self.described, unpublished=unpublished)
        return known

    def _waiting(self) -> Unpublished:
        version = self.contents.database.version()
        if version is not None and version == self._version:
            return self._unpublished
        revision = self.contents.revision()
        if revision != self._revision:
            items = self.contents.around_embargoes(datetime.now(UTC))
            self._unpublished, self._revision = Unpublished.of(items), revision
        self._version = version
        return self._unpublished
