import pytest

from domain.deeds import Action
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn

NEW = {"title": "Une fuite à Vierzon", "text": "Deux capteurs l'entendent.", "language": "fr"}


def plain(page: str) -> str:
    return page.replace("\u00a0", " ").replace("\u202f", " ").replace("&#39;", "'")


def added(service: Service, sign_in: SignIn, title: str, **more: str) -> str:
    answer = sign_in(Role.COMMS).send("/add-content", **{**NEW, "title": title, **more})
    assert answer.status_code == 303
    content_id = answer.headers["location"].removeprefix("/newsroom/")
    assert service.services.contents.get(content_id).title == title
    return content_id


def test_a_content_is_added_by_hand(service: Service, sign_in: SignIn) -> None:
    content_id = added(
        service,
        sign_in,
        "Ajouté à la main",
        tags="acoustique, fuites",
        embargo_until="2027-03-01T08:00",
        url="https://www.tessonde.example/main",
    )
    item = service.services.contents.get(content_id)
    assert item.tags == ("acoustique", "fuites")
    assert str(item.embargo_until) == "2027-03-01 08:00:00+00:00"
    page = plain(sign_in(Role.COMMS, language="fr").get(f"/newsroom/{content_id}").text)
    assert "1er mars 2027" in page
    trail, _ = service.services.audit.page(limit=5, offset=0)
    assert Action.CONTENT_ADDED in {one.deed.action for one in trail}


@pytest.mark.parametrize(
    ("wrong", "french", "english"),
    [
        ({"text": " "}, "Texte : à remplir", "Text: fill it in"),
        (
            {"url": "www.example.org"},
            "Adresse de la page : écrivez une",
            "Address of the page: wri",
        ),
        (
            {"expires_at": "demain"},
            "Expire le : écrivez une date et une h",
            "Expires: write a date",
        ),
        ({"campaign": "nope"}, "Campagne : elle n’existe pas", "Campaign: there is no such one"),
        (
            {"embargo_until": "2027-02-01T00:00", "expires_at": "2027-01-01T00:00"},
            "Expire le : c’est avant la fin de l’embargo",
            "Expires: this is before the end of the embargo",
        ),
    ],
)
def test_what_cannot_be_is_told_by_field_and_nothing_typed_is_lost(
    sign_in: SignIn, wrong: dict[str, str], french: str, english: str
) -> None:
    for language, said in (("fr", french), ("en", english)):
        answer = sign_in(Role.COMMS, language=language).send("/add-content", **{**NEW, **wrong})
        assert answer.status_code == 422
        assert said in plain(answer.text)
        assert NEW["title"] in answer.text


def change(service: Service, sign_in: SignIn, content_id: str, act: str, **more: str) -> int:
    version = service.services.contents.get(content_id).digest
    path, fields = f"/newsroom/{content_id}", {"version": version, "act": act, **more}
    return int(sign_in(Role.COMMS).send(path, **fields).status_code)


def test_an_embargo_is_set_a_content_is_ended_and_withdrawn(
    service: Service, sign_in: SignIn
) -> None:
    content_id = added(
        service, sign_in, "D'abord en ligne", tags="fuites", expires_at="2032-01-01T00:00:07"
    )
    comms = sign_in(Role.COMMS, language="en")
    assert (
        change(
            service,
            sign_in,
            content_id,
            "when",
            embargo_until="2031-03-01T08:00",
            expires_at="2032-01-01T00:00",
        )
        == 303
    )
    assert str(service.services.contents.get(content_id).expires_at).startswith(
        "2032-01-01 00:00:07"
    )
    assert "Under embargo" in comms.get(f"/newsroom/{content_id}").text
    assert service.services.contents.get(content_id).tags == ("fuites",)
    assert change(service, sign_in, content_id, "end") == 303
    assert "Expired" in comms.get(f"/newsroom/{content_id}").text
    assert change(service, sign_in, content_id, "withdraw") == 303
    assert comms.get(f"/newsroom/{content_id}").status_code == 404


@pytest.mark.parametrize("act", ["when", "end", "withdraw"])
def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    service: Service, sign_in: SignIn, act: str
) -> None:
    content_id = added(service, sign_in, f"Changé entre-temps {act}")
    comms = sign_in(Role.COMMS, language="fr")
    answer = comms.send(f"/newsroom/{content_id}", act=act, version="another")
    assert answer.status_code == 409
    assert "a changé entre-temps" in answer.text
    assert service.services.contents.get(content_id).expires_at is None
