"""Drafts over HTTP, offline and by a real OpenAI-compatible endpoint."""

from datetime import UTC, datetime
from typing import Any

import pytest

from api.withheld_words import kept_words, withheld_message, withheld_words
from domain.errors import (
    ModelMisbehaved,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
    PromptTooLong,
)
from domain.language import Language
from domain.roles import Role
from personalizer.examination import Reason
from tests.api.conftest import Service

INLINE = {
    "title": "Entendre une fuite sous deux mètres de sable",
    "text": (
        "L’équipe de Lorient a mesuré 24 tronçons pendant six semaines. Sur la fonte, deux "
        "capteurs espacés de 180 m suffisent. Le sable mouillé retire 8 dB au signal. "
        "« Nous écoutons la nuit, quand la rue dort », explique Léa Vaurigal. "
        "La méthode est décrite en cinq étapes dans le guide public."
    ),
    "language": "fr",
    "url": "https://www.tessonde.example/fr/sable",
}
EXPERT = {"profile_type": "expert", "organization": "Tessonde"}


def ask(service: Service, role: Role = Role.PLATFORM, /, **body: Any) -> Any:
    asked = {"language": "fr", **body}
    return service.client.post("/v1/drafts", headers=service.headers(role), json=asked)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_draft_comes_with_its_evidence(service: Service, language: str) -> None:
    items, _ = service.services.contents.page(limit=100)
    content = next(
        one
        for one in items
        if one.language == language and not one.expires_at and not one.embargo_until
    )
    body: dict[str, Any] = {
        "content_id": content.content_id,
        "ambassador": EXPERT,
        "language": language,
        "n": 2,
    }
    answer = ask(service, **body).json()
    assert len(answer["drafts"]) + len(answer["withheld"]) >= 2
    assert answer["drafts"], answer["withheld"]
    for draft in answer["drafts"]:
        assert draft["verdict"]["outcome"] == "allow"
        assert draft["provenance"]["engine"] == "offline"
        assert "Tessonde" in draft["text"]
        assert draft["distinctness"]["reserved"] == "yes"
        assert all(draft["text"][one["start"] : one["end"]].strip() for one in draft["grounding"])


def test_the_verdict_is_that_of_a_check_on_the_same_characters(service: Service) -> None:
    (draft, *_) = ask(service, content=INLINE, ambassador=EXPERT).json()["drafts"]
    body = {
        "text": draft["text"],
        "language": "fr",
        "source": {k: INLINE[k] for k in ("text", "title", "url")},
    }
    headers = service.headers(Role.COMMS)
    checked = service.client.post("/v1/checks", headers=headers, json=body).json()
    assert checked["outcome"] == "allow"


def test_two_people_get_two_texts(service: Service) -> None:
    content = {**INLINE, "url": "https://www.tessonde.example/fr/deux"}
    first = ask(service, content=content, ambassador=EXPERT).json()["drafts"]
    second = ask(service, content=content, ambassador=EXPERT).json()["drafts"]
    assert first[0]["angle"] != second[0]["angle"]
    assert first[0]["text"] != second[0]["text"]


def test_a_platform_compares_its_own_draft_with_colleagues(service: Service) -> None:
    (draft, *_) = ask(service, content=INLINE, ambassador=EXPERT).json()["drafts"]
    body = {"text": draft["text"], "language": "fr", "draft_id": draft["id"]}
    headers = service.headers(Role.PLATFORM)
    checked = service.client.post("/v1/checks", headers=headers, json=body).json()
    assert "CH-06" not in checked["skipped"]
    _, other = service.services.access.create_key(Role.PLATFORM)
    stranger = {"Authorization": f"Bearer {other}"}
    checked = service.client.post("/v1/checks", headers=stranger, json=body).json()
    assert "CH-06" in checked["skipped"]


def test_an_employee_who_keeps_no_fingerprints_is_held_for_a_moment_only(service: Service) -> None:
    people = service.services.people
    people.turn(
        "amb_lea", {one: False for one in people.get("amb_lea").purposes if one == "fingerprints"}
    )
    answer = ask(service, Role.EMPLOYEE, content=INLINE).json()
    assert answer["drafts"][0]["distinctness"]["reserved"] == "short"


def test_a_sixth_draft_tells_which_earlier_one_is_reserved_no_longer(service: Service) -> None:
    items, _ = service.services.contents.page(limit=100)
    content = max((one for one in items if one.language == "fr"), key=lambda one: len(one.text))
    given: list[Any] = []
    while len(given) < 6:
        answer = ask(service, Role.EMPLOYEE, content_id=content.content_id).json()
        assert answer["drafts"], answer["withheld"]
        given += answer["drafts"]
    let_go = [one["distinctness"]["let_go"] for one in given]
    assert let_go == [[], [], [], [], [], [given[0]["id"]]]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"ambassador": EXPERT}, 422, "invalid"),
        ({"ambassador": EXPERT, "content": INLINE, "content_id": "c_1"}, 422, "invalid"),
        ({"ambassador": EXPERT, "content_id": "c_none"}, 404, "not_found"),
        ({"content": INLINE}, 422, "invalid"),
        ({"content": INLINE, "ambassador_id": "amb_tom"}, 404, "not_found"),
        ({"content": INLINE, "ambassador": EXPERT, "n": 6}, 422, "invalid"),
        ({"content": INLINE, "ambassador": EXPERT, "language": "de"}, 422, "language_unsupported"),
        (
            {"content": {**INLINE, "language": "de"}, "ambassador": EXPERT},
            422,
            "language_unsupported",
        ),
    ],
)
def test_what_cannot_be_drafted_is_refused(
    service: Service, body: dict[str, Any], status: int, code: str
) -> None:
    answer = ask(service, **body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_embargoed_content_is_as_if_it_were_not_there(service: Service) -> None:
    items, _ = service.services.contents.page(limit=100)
    (hidden,) = [item for item in items if item.embargo_until and item.embargo_until.year == 2099]
    assert ask(service, content_id=hidden.content_id, ambassador=EXPERT).status_code == 404


def test_one_colleague_with_five_drafts_singles_themselves_out_to_nobody(service: Service) -> None:
    content = INLINE | {"title": "Cinq fois la même", "text": f"{INLINE['text']} Merci à tous."}
    mine = ask(service, Role.EMPLOYEE, content=content, n=5).json()["drafts"]
    assert len(mine) > 1
    (draft,) = ask(service, content=content, ambassador=EXPERT).json()["drafts"]
    assert draft["distinctness"]["compared"] == "0–4"
    assert draft["distinctness"]["nearest"] is None


def test_an_employee_who_asks_again_is_given_another_text(service: Service) -> None:
    content = INLINE | {"title": "Encore une fois", "text": f"{INLINE['text']} Merci à toutes."}
    given = [ask(service, Role.EMPLOYEE, content=content).json()["drafts"][0] for _ in range(2)]
    assert given[0]["text"] != given[1]["text"]
    assert given[0]["angle"] != given[1]["angle"]


@pytest.mark.parametrize(
    ("language", "order", "words"),
    [("fr", "ton plus enthousiaste stp", "enthousiaste"), ("en", "Make it funny.", "funny")],
)
def test_an_order_among_the_notes_is_answered_and_no_part_of_a_draft(
    service: Service, language: str, order: str, words: str
) -> None:
    content = {**INLINE, "language": language}
    answer = ask(service, content=content, ambassador=EXPERT, language=language, notes=[order])
    made = answer.json()
    assert made["drafts"]
    assert all(words not in one["text"].casefold() for one in made["drafts"])
    (remark,) = made["remarks"]
    assert (remark["kind"], remark["about"]) == ("wish", order)
    assert set(remark["message"]) == {"fr", "en"}


@pytest.mark.parametrize(
    ("language", "note"),
    [("fr", "Mon mail : lea@tessonde.example"), ("en", "My mail is lea@tessonde.example")],
)
def test_a_note_that_the_charter_objects_to_is_said_to_be_left_out(
    service: Service, language: str, note: str
) -> None:
    content = {**INLINE, "language": language, "url": f"https://www.tessonde.example/{language}/n"}
    told = [note, "J’y étais." if language == "fr" else "I was there."]
    asked = {"content": content, "ambassador": EXPERT, "language": language, "notes": told, "n": 2}
    made = ask(service, **asked).json()
    assert made["drafts"]
    assert all("lea@" not in one["text"] for one in made["drafts"])
    (remark,) = made["remarks"]
    assert (remark["kind"], remark["about"]) == ("left_out", note)
    assert all("CH-" in said for said in remark["message"].values())


def test_a_withheld_draft_says_why_and_what_to_do_in_both_languages(service: Service) -> None:
    content = {"title": "Une phrase", "text": "Le sable retire 8 dB.", "language": "fr"}
    made = ask(service, content=content, ambassador=EXPERT, n=5).json()
    assert made["withheld"]
    for one in made["withheld"]:
        said = withheld_message(one["reason"])
        assert one["message"] == {"fr": said.fr, "en": said.en}
        assert "note" in said.fr
        assert "note" in said.en


def test_every_reason_has_its_own_words() -> None:
    kinds = (ModelUnavailable, ModelMisconfigured, ModelMisbehaved, ModelRefused, PromptTooLong)
    codes = {*Reason, *(kind.code for kind in kinds)}
    assert set(withheld_words()) == {*codes, "other", "model_replaced"}
    assert set(kept_words()) <= {*Reason}
    assert withheld_message("unheard_of") == withheld_words()["other"]


def test_a_platform_releases_a_draft_that_it_does_not_use(service: Service) -> None:
    content = {**INLINE, "url": "https://www.tessonde.example/fr/rendu"}
    (draft, *_) = ask(service, content=content, ambassador=EXPERT).json()["drafts"]
    path, client = f"/v1/drafts/{draft['id']}", service.client
    _, stranger = service.services.access.create_key(Role.PLATFORM)
    bearer = {"Authorization": f"Bearer {stranger}"}
    assert client.delete(path, headers=bearer).status_code == 404
    assert client.delete(path, headers=service.headers(Role.COMMS)).status_code == 403
    mine = service.headers(Role.PLATFORM)
    assert client.delete(path, headers=mine).status_code == 204
    assert client.delete(path, headers=mine).status_code == 404
    body = {"text": draft["text"], "language": "fr", "draft_id": draft["id"]}
    assert "CH-06" in client.post("/v1/checks", headers=mine, json=body).json()["skipped"]
    (again, *_) = ask(service, content=content, ambassador=EXPERT).json()["drafts"]
    assert again["angle"] == draft["angle"]


def test_a_platform_releases_nothing_of_an_employee(service: Service) -> None:
    content = {**INLINE, "url": "https://www.tessonde.example/fr/a-soi"}
    (draft, *_) = ask(service, Role.EMPLOYEE, content=content, ambassador=EXPERT).json()["drafts"]
    path = f"/v1/drafts/{draft['id']}"
    assert service.client.delete(path, headers=service.headers(Role.PLATFORM)).status_code == 404
    own = f"/v1/me/drafts/{draft['id']}"
    assert service.client.delete(own, headers=service.headers(Role.EMPLOYEE)).status_code == 204


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("fr", "J'ai suivi ce projet de près avec mon équipe."),
        ("en", "I followed this project closely with my team."),
    ],
)
def test_a_note_that_opens_each_draft_makes_no_twins_of_them(
    service: Service, language: str, note: str
) -> None:
    found, _ = service.services.contents.page(language=Language(language), limit=20)
    live = [one for one in found if one.is_live(datetime.now(UTC))][:6]
    described = {"profile_type": "expert", "languages": [language], "organization": "Tessonde"}
    for one in live:
        body = {"content_id": one.content_id, "language": language, "n": 2, "notes": [note]}
        headers = service.headers(Role.PLATFORM)
        answer = service.client.post(
            "/v1/drafts", headers=headers, json={**body, "ambassador": described}
        ).json()
        assert (len(answer["drafts"]), answer["withheld"]) == (2, [])
