"""Which charter and which employer a deployment works under."""

from pathlib import Path

from api.organization import UNKNOWN, load_organization
from api.settings import Settings
from domain.organization import Organization
from guardrails.charter import DEFAULT_CHARTER, CharterFile, load_charter


def charter_of(settings: Settings) -> CharterFile:
    """Return the charter of the file in force."""
    return load_charter(charter_path(settings) or DEFAULT_CHARTER)


def charter_path(settings: Settings) -> Path | None:
    """Return the charter's file: as set, else the data folder's; None for the default."""
    own = settings.data_dir / "charter.yaml"
    return settings.charter or (own if own.exists() else None)


def organization_of(settings: Settings) -> Organization:
    """Return the employer: as set, else the data folder's, else one nobody described."""
    path = organization_path(settings)
    return load_organization(path) if path else UNKNOWN


def organization_path(settings: Settings) -> Path | None:
    """Return the employer's file: as set, else the data folder's; None for nobody described."""
    own = settings.data_dir / "organization.yaml"
    return settings.organization or (own if own.exists() else None)
