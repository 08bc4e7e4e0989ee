"""Newcomers with a key of their own, for tests over HTTP."""

from typing import Any

from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Service


class Person:
    """Somebody with a key of their own, and the purposes they turned on."""

    def __init__(self, service: Service, *purposes: Purpose) -> None:
        self.services = service.services
        self.ambassador_id = service.services.people.create()
        service.services.people.turn(self.ambassador_id, dict.fromkeys(purposes, True))
        _, key = service.services.access.create_key(Role.EMPLOYEE, ambassador_id=self.ambassador_id)
        self._client, self._headers = service.client, {"Authorization": f"Bearer {key}"}

    def call(self, method: str, path: str = "", **more: Any) -> Any:
        """Call a route about oneself."""
        return self.send(method, f"/v1/me{path}", **more)

    def send(self, method: str, path: str, **more: Any) -> Any:
        """Call any route."""
        return self._client.request(method, path, headers=self._headers, **more)
