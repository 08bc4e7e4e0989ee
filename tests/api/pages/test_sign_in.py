import pytest
from fastapi.testclient import TestClient

from api import demo_organization
from api.app import create_app
from api.identity import COOKIE
from api.settings import Settings
from api.wiring import open_services
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import BASE, Client, SignIn, opened


def link(service: Service, role: Role = Role.EMPLOYEE) -> str:
    owner = service.ambassador_id if role is Role.EMPLOYEE else None
    token = service.services.access.open_session(role, ambassador_id=owner, kind="link")
    return f"/sign-in?token={token}"


def test_a_stranger_is_told_what_this_is_and_how_to_get_in(stranger: Client) -> None:
    page = stranger.get("/")
    assert page.status_code == 200
    assert "Parlez de votre travail" in page.text
    assert "liens que le terminal a affichés" in page.text


def test_a_stranger_to_a_real_organization_is_sent_to_its_administrator(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings = Settings.from_environment(data_dir=tmp_path_factory.mktemp("real"))
    demo_organization.prepare_files(settings)
    services = open_services(settings)
    token = services.access.open_session(Role.COMMS, kind="link")
    client = TestClient(create_app(services))
    assert "Ask your administrator" in client.get("/").text
    assert client.get(f"/sign-in?token={token}").status_code == 403
    assert COOKIE not in client.cookies
    services.close()


def test_a_link_of_the_demo_becomes_a_session(service: Service, stranger: Client) -> None:
    answer = stranger.get(link(service), follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert "Bonjour Léa Vaurigal" in stranger.get("/").text


def test_a_session_over_https_is_for_https_only(service: Service) -> None:
    browser = opened(service, None, "fr", "https://127.0.0.1")
    assert "Secure" in browser.get(link(service), follow_redirects=False).headers["set-cookie"]


def test_a_link_chooses_its_language(service: Service, stranger: Client) -> None:
    stranger.get(f"{link(service)}&lang=en", follow_redirects=False)
    assert '<html lang="en">' in stranger.get("/").text


@pytest.mark.parametrize("token", ["", "unknown", "' OR 1=1 --"])
def test_a_link_that_is_not_valid_opens_nothing(stranger: Client, token: str) -> None:
    answer = stranger.client.get("/sign-in", params={"token": token})
    assert answer.status_code == 403
    assert COOKIE not in stranger.client.cookies


def test_a_session_is_no_link(service: Service, stranger: Client) -> None:
    token = service.services.access.open_session(Role.COMMS)
    assert stranger.get(f"/sign-in?token={token}").status_code == 403


@pytest.mark.parametrize(
    ("role", "first_page"),
    [(Role.EMPLOYEE, "/"), (Role.COMMS, "/newsroom"), (Role.ADMIN, "/newsroom")],
)
def test_a_key_opens_its_own_first_page(
    service: Service, stranger: Client, role: Role, first_page: str
) -> None:
    answer = stranger.client.post("/sign-in", data={"key": service.keys[role]})
    assert (answer.status_code, answer.url.path) == (200, first_page)


@pytest.mark.parametrize("role", [Role.PLATFORM, None])
def test_a_key_of_no_person_opens_nothing(
    service: Service, stranger: Client, role: Role | None
) -> None:
    key = service.keys[role] if role else "pv_unknown"
    answer = stranger.client.post("/sign-in", data={"key": key})
    assert answer.status_code == 403
    assert COOKIE not in stranger.client.cookies
    assert key not in answer.text


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}],
)
def test_another_site_signs_nobody_in(
    service: Service, stranger: Client, headers: dict[str, str]
) -> None:
    data = {"key": service.keys[Role.EMPLOYEE]}
    assert stranger.client.post("/sign-in", data=data, headers=headers).status_code == 403
    assert COOKIE not in stranger.client.cookies


def test_signing_out_ends_the_session(sign_in: SignIn, service: Service) -> None:
    browser = sign_in()
    token = browser.client.cookies[COOKIE]
    answer = browser.send("/sign-out", on="/")
    assert answer.status_code == 303
    assert opened(service, token, "fr").get("/me").status_code == 401


def test_signing_in_again_ends_the_earlier_session(sign_in: SignIn, service: Service) -> None:
    browser = sign_in()
    before = browser.client.cookies[COOKIE]
    browser.get(link(service, Role.COMMS))
    assert opened(service, before, "fr").get("/me").status_code == 401


FROM_ELSEWHERE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}


@pytest.mark.parametrize("path", ["/", "/me?saved=profile", "/charter"])
def test_who_comes_from_another_site_comes_again_with_their_session(
    stranger: Client, path: str
) -> None:
    page = stranger.get(path, headers=FROM_ELSEWHERE)
    assert f'content="0; url={path}"' in page.text


def test_who_comes_from_our_own_page_does_not_come_again(stranger: Client) -> None:
    page = stranger.get("/", headers=FROM_ELSEWHERE | {"Sec-Fetch-Site": "same-origin"})
    assert "http-equiv" not in page.text


def test_nothing_but_our_own_address_is_come_to_again(stranger: Client) -> None:
    page = stranger.get(f"{BASE}//elsewhere.example/", headers=FROM_ELSEWHERE)
    assert page.status_code == 404
    assert "http-equiv" not in page.text
    assert '"//elsewhere' not in page.text
