"""Bringing one's own posts from a LinkedIn archive: what is read of it, and what is not."""

import io
import logging
import zipfile
from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.own_voice import LARGEST_ARCHIVE
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn, csrf_of, sign_in

__all__ = ["sign_in"]

ROUTE = "/v1/me/voice/archive"
MINE = f"canary{token_hex(8)}"
THEIRS = f"canary{token_hex(8)}"
SHARES = (
    "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    f'2026-03-05 09:00:00,https://l.example/1,"La nuit""\n""""\n""{MINE} a parlé.",,,M\n'
    '2025-03-05 09:00:00,https://l.example/2,"Nous avons écouté, puis réparé.",,,M\n'
)
POSTS = [f"La nuit\n\n{MINE} a parlé.", "Nous avons écouté, puis réparé."]


def archive(shares: str | None = SHARES) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("messages.csv", f"FROM,CONTENT\nSomebody,{THEIRS}\n")
        packed.writestr("Connections.csv", f"First Name\n{THEIRS}\n")
        if shares is not None:
            packed.writestr("Shares.csv", shares)
    return made.getvalue()


class Person:
    """Somebody with a key, and the purposes they turned on."""

    def __init__(self, service: Service, *purposes: Purpose) -> None:
        self.service = service
        self.id = service.services.people.create()
        service.services.people.turn(self.id, dict.fromkeys(purposes, True))
        key = service.services.access.create_key(Role.EMPLOYEE, ambassador_id=self.id)[1]
        self.headers = {"Authorization": f"Bearer {key}"}

    def bring(self, data: bytes, **headers: str) -> Any:
        return self.service.client.post(ROUTE, headers=self.headers | headers, content=data)

    @property
    def posts(self) -> list[str]:
        return list(self.service.services.people.get(self.id).ambassador.posts)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(archive(), "application/zip"), (SHARES.encode(), "text/csv"), (archive(), "")],
    ids=["zip", "csv", "no type"],
)
def test_an_archive_brings_ones_posts(service: Service, data: bytes, kind: str) -> None:
    person = Person(service, Purpose.VOICE)
    answer = person.bring(data, **{"Content-Type": kind})
    assert answer.status_code == 200
    assert answer.json()["posts"] == POSTS == person.posts
    assert answer.json()["brought"] == len(POSTS)


def test_a_file_without_posts_says_that_it_brought_none(service: Service) -> None:
    person = Person(service, Purpose.VOICE)
    person.bring(archive())
    answer = person.bring(b"Date,ShareCommentary\n").json()
    assert (answer["brought"], answer["posts"]) == (0, POSTS)


def test_what_was_there_stays_behind_what_is_brought_and_nothing_stands_twice(
    service: Service,
) -> None:
    person = Person(service, Purpose.VOICE)
    pasted = {"posts": ["Un message collé à la main.", POSTS[1]]}
    service.client.put("/v1/me/voice", headers=person.headers, json=pasted)
    for _ in range(2):
        person.bring(archive())
    assert person.posts == [*POSTS, "Un message collé à la main."]


def test_three_posts_in_a_language_make_a_card(service: Service) -> None:
    person = Person(service, Purpose.VOICE)
    rows = "".join(f'2026-03-0{n},"Nous avons mesuré {n} tronçons dans la nuit."\n' for n in "1234")
    (card,) = person.bring(f"Date,ShareCommentary\n{rows}".encode()).json()["cards"]
    assert (card["language"], card["posts"], card["says_we"]) == ("fr", 4, True)


def test_nothing_is_kept_while_the_purpose_is_off(service: Service) -> None:
    person = Person(service)
    answer = person.bring(archive())
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "voice")
    assert person.posts == []


@pytest.mark.parametrize("role", [Role.PLATFORM, Role.COMMS, Role.ADMIN])
def test_nobody_brings_posts_for_somebody_else(service: Service, role: Role) -> None:
    answer = service.client.post(ROUTE, headers=service.headers(role), content=archive())
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"PK\x03\x04 half an archive", archive(None), b"\xff\xfe\x00", b"Date\n2024\n"],
    ids=["nothing", "JSON", "half", "no Shares.csv", "bytes", "no column"],
)
def test_what_is_no_archive_is_told_and_changes_nothing(service: Service, data: bytes) -> None:
    person = Person(service, Purpose.VOICE)
    service.services.people.save_voice(person.id, posts=["Avant."], cards=())
    answer = person.bring(data)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    assert person.posts == ["Avant."]


def test_an_archive_that_unpacks_without_end_is_refused(service: Service) -> None:
    person = Person(service, Purpose.VOICE)
    bomb = archive("Date,ShareCommentary\n" + "2024,un message\n" * 2_000_000)
    assert len(bomb) < 200_000
    answer = person.bring(bomb)
    assert answer.status_code == 422
    assert person.posts == []


def test_an_archive_may_be_larger_than_other_bodies_and_still_has_a_limit(
    service: Service,
) -> None:
    person = Person(service, Purpose.VOICE)
    padded = SHARES + "\n".join("2024-01-01,,," for _ in range(100_000))
    assert len(padded) > 1_000_000
    assert person.bring(padded.encode()).status_code == 200
    beyond = person.bring(b"x" * (LARGEST_ARCHIVE + 1))
    assert (beyond.status_code, beyond.json()["code"]) == (413, "too_large")


def test_nothing_else_of_the_archive_is_anywhere_and_ones_posts_go_with_their_purpose(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    person, mark = Person(service, Purpose.VOICE), f"canary{token_hex(8)}"
    assert person.bring(archive(SHARES.replace(MINE, mark))).status_code == 200
    assert holding(service, mark)
    assert not holding(service, THEIRS)
    assert mark in service.client.get("/v1/me/export", headers=person.headers).text
    assert service.client.delete("/v1/me", headers=person.headers).status_code == 204
    assert not holding(service, mark)
    assert mark not in caplog.text
    assert THEIRS not in caplog.text


def holding(service: Service, mark: str) -> list[str]:
    files = service.services.settings.data_dir.rglob("*")
    return [path.name for path in files if path.is_file() and mark.encode() in path.read_bytes()]


def upload(client: TestClient, data: bytes, *, token: str | None = None) -> Any:
    csrf = csrf_of(client.get("/voice").text) if token is None else token
    files = {"archive": ("archive.zip", data, "application/zip")}
    return client.post("/voice/archive", data={"csrf": csrf}, files=files, follow_redirects=False)


@pytest.mark.parametrize(("language", "told"), [("fr", "2 messages"), ("en", "2 posts")])
def test_the_page_takes_an_archive_and_says_how_many_posts_it_held(
    service: Service, sign_in: SignIn, language: str, told: str
) -> None:
    person = Person(service, Purpose.VOICE)
    browser = sign_in(ambassador_id=person.id, language=language).client
    answer = upload(browser, archive())
    assert (answer.status_code, answer.headers["location"]) == (303, "/voice?saved=posts")
    assert person.posts == POSTS
    assert told in browser.get("/voice?saved=posts").text


@pytest.mark.parametrize(("language", "told"), [("fr", "Rien n’a été"), ("en", "Nothing was")])
def test_the_page_says_of_another_file_that_nothing_was_kept(
    service: Service, sign_in: SignIn, language: str, told: str
) -> None:
    person = Person(service, Purpose.VOICE)
    browser = sign_in(ambassador_id=person.id, language=language).client
    answer = upload(browser, b"A letter.")
    assert answer.status_code == 422
    assert told in answer.text
    assert person.posts == []


@pytest.mark.parametrize(("language", "told"), [("fr", "aucun message"), ("en", "no post")])
def test_the_page_says_of_a_file_without_posts_that_it_held_none(
    service: Service, sign_in: SignIn, language: str, told: str
) -> None:
    browser = sign_in(ambassador_id=Person(service, Purpose.VOICE).id, language=language).client
    answer = upload(browser, b"Date,ShareCommentary\n")
    assert answer.status_code == 422
    assert told in answer.text


def test_the_page_offers_it_only_while_the_purpose_is_on_and_believes_only_itself(
    service: Service, sign_in: SignIn
) -> None:
    assert "/voice/archive" not in sign_in(ambassador_id=Person(service).id).get("/voice").text
    person = Person(service, Purpose.VOICE)
    browser = sign_in(ambassador_id=person.id).client
    assert upload(browser, archive(), token="somebody else's").status_code == 403
    assert person.posts == []


PASTED = (
    "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
    '2026-03-02 08:00:00,https://l.example/1,"Trois nuits à écouter.",,,MEMBER_NETWORK\n'
)


@pytest.mark.parametrize(
    "pasted", [PASTED, PASTED * 200, PASTED.replace(",", ";"), f"Notes :\n{PASTED}"]
)
@pytest.mark.parametrize(("language", "told"), [("fr", "pas un message"), ("en", "not a post")])
def test_the_file_pasted_as_a_post_is_told_where_to_go(
    service: Service, pasted: str, language: str, told: str
) -> None:
    person = Person(service, Purpose.VOICE)
    headers = {**person.headers, "Accept-Language": language}
    sent = {"posts": ["Un vrai message.", pasted]}
    answer = service.client.put("/v1/me/voice", headers=headers, json=sent)
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["field"]) == (422, "posts.1")
    assert told in error["message"]
    assert "/v1/me/voice/archive" in error["message"]
    assert person.posts == []


@pytest.mark.parametrize(
    "post",
    [
        "La colonne ShareCommentary de l’archive, qui la lit ?",
        "ShareCommentary",
        "Date, lieu, heure : tout est dans le commentaire du partage.",
        "Deux colonnes, trois lignes ; un tableau n’est pas un message.",
    ],
)
def test_a_post_that_speaks_of_the_file_is_a_post(service: Service, post: str) -> None:
    person = Person(service, Purpose.VOICE)
    sent = {"posts": [post]}
    service.client.put("/v1/me/voice", headers=person.headers, json=sent)
    assert person.posts == [post]


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Déposez-le tel quel sur la page"), ("en", "Drop it as it is on the page")],
)
def test_the_page_says_so_too(sign_in: SignIn, language: str, told: str) -> None:
    page = sign_in(language=language).send("/me/type", posts=PASTED).text
    assert told in page
