"""The employer as it is known now: its file, and what its catalogue holds under embargo."""

import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, Self

from api.in_force import organization_of, organization_path
from api.settings import Settings
from domain.errors import OrganizationInvalid
from domain.organization import Organization
from domain.unpublished import NOTHING_WAITS, Unpublished
from storage.contents import Contents

log = logging.getLogger(__name__)

_NEVER: Final = -1


Stamp = tuple[int, int, int] | None


@dataclass(slots=True)
class EmployerInForce:
    """Holds the organisation, in step with its file and with the catalogue of every process."""

    settings: Settings
    contents: Contents
    described: Organization
    _stamp: Stamp = None
    _version: int | None = None
    _revision: int = _NEVER
    _unpublished: Unpublished = NOTHING_WAITS
    _known: Organization | None = None

    @classmethod
    def of(cls, settings: Settings, contents: Contents) -> Self:
        """Read the file.

        Raises OrganizationInvalid.
        """
        stamp = _stamp_of(settings)
        return cls(settings, contents, organization_of(settings), stamp)

    def current(self) -> Organization:
        """Return the organisation as its file describes it, with what waits for its hour."""
        self._follow_file()
        unpublished, known = self._waiting(), self._known
        if known is None or known.unpublished is not unpublished:
            known = self._known = replace(self.described, unpublished=unpublished)
        return known

    def _follow_file(self) -> None:
        """Take up what the file says now; one that cannot be read changes nothing."""
        stamp = _stamp_of(self.settings)
        if stamp is None or stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self.described, self._known = organization_of(self.settings), None
        except OrganizationInvalid:
            # What is wrong could quote a name or a secret of the file; the command line tells it.
            log.warning("the organisation file cannot be used; what it said before stays in force")

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


def _stamp_of(settings: Settings) -> Stamp:
    try:
        path = organization_path(settings)
        found = path.stat() if path else None
    except OSError:  # it is being replaced
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found else None
