"""Keys and sessions: who is believed, and for how long. Who may call what: test_matrix.py."""

from domain.roles import Role
from tests.api.conftest import Service


def test_a_revoked_key_is_worthless(service: Service) -> None:
    key_id, key = service.services.access.create_key(Role.PLATFORM)
    headers = {"Authorization": f"Bearer {key}"}
    assert service.client.get("/v1/profile-types", headers=headers).status_code == 200
    service.services.access.revoke_key(key_id)
    assert service.client.get("/v1/profile-types", headers=headers).status_code == 401


def test_a_browser_without_its_pages_token_changes_nothing(service: Service) -> None:
    token = service.services.access.open_session(Role.EMPLOYEE, ambassador_id="amb_bastien")
    cookies = {"Cookie": f"porte_voix_session={token}"}
    assert service.client.get("/v1/me", headers=cookies).status_code == 200
    forged = service.client.put("/v1/me/purposes", headers=cookies, json={"voice": False})
    assert forged.status_code == 403
