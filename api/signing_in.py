"""Who somebody is here, from what their organisation's provider says of them.

An employee's record is found by a keyed hash of their subject, so that nothing the provider
calls them by is kept. Somebody who was erased and comes back starts anew.
"""

import hmac
from collections.abc import Mapping
from hashlib import sha256
from itertools import count
from typing import Any

from api.settings import Settings
from api.wiring import Services
from domain.errors import Conflict, SignInRefused
from domain.roles import Caller, Role

_NAMES = ("email", "preferred_username", "sub")


def caller_from(services: Services, claims: Mapping[str, Any]) -> Caller:
    """Return who signs in; an employee who comes for the first time gets an empty record.

    Raises SignInRefused when the provider does not say who it is.
    """
    subject = claims.get("sub")
    if not isinstance(subject, str) or not subject:
        raise SignInRefused("the provider does not say who this is")
    role = role_from(services.settings, claims)
    if role is not Role.EMPLOYEE:
        return Caller(role, staff=_name(claims))
    issuer = services.settings.oidc_issuer or ""
    return Caller(role, ambassador_id=_record(services, f"{issuer}\n{subject}"))


def role_from(settings: Settings, claims: Mapping[str, Any]) -> Role:
    """Return the role that claims give: administrator, communication team, or employee."""
    for role, wanted in (
        (Role.ADMIN, settings.oidc_admin_claim),
        (Role.COMMS, settings.oidc_comms_claim),
    ):
        if wanted is not None and _holds(claims, wanted):
            return role
    return Role.EMPLOYEE


def _holds(claims: Mapping[str, Any], wanted: str) -> bool:
    name, has_value, value = wanted.partition("=")
    found = _claim(claims, name)
    if not has_value:
        return found is True
    held = found if isinstance(found, list) else [found]
    return any(isinstance(one, str) and one == value for one in held)


def _claim(claims: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - whatever a provider says
    if name in claims:
        return claims[name]
    # Some providers nest them, as in realm_access.roles.
    found: Any = claims
    for step in name.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _name(claims: Mapping[str, Any]) -> str:
    found = (claims.get(name) for name in _NAMES)
    return next(name for name in found if isinstance(name, str) and name)[:64]


def _record(services: Services, subject: str) -> str:
    for turn in count():
        said = f"subject:{turn}:{subject}".encode()
        chosen = f"amb_{hmac.new(services.secret, said, sha256).hexdigest()[:24]}"
        if services.people.exists(chosen) or _created(services, chosen):
            return chosen
    raise AssertionError("counting never ends")


def _created(services: Services, ambassador_id: str) -> bool:
    try:
        services.people.create(ambassador_id)
    except Conflict:
        # Erased before, so the next id is tried; or created at this very moment.
        return services.people.exists(ambassador_id)
    return True
