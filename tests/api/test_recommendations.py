"""Suggestions over HTTP."""

from typing import Any

import pytest

from domain.roles import Role
from tests.api.conftest import Service

EXPERT = {"profile_type": "expert", "languages": ["fr"], "topics": ["acoustique"]}


def ask(service: Service, role: Role = Role.PLATFORM, **body: Any) -> Any:
    return service.client.post("/v1/recommendations", headers=service.headers(role), json=body)


def test_suggestions_carry_reasons_that_add_up(service: Service) -> None:
    items = ask(service, ambassador=EXPERT, k=10).json()["items"]
    assert len(items) == 10
    for item in items:
        total = sum(reason["contribution"] for reason in item["reasons"])
        assert total == pytest.approx(item["score"], abs=1e-6)
        assert all(reason["text"]["fr"] and reason["text"]["en"] for reason in item["reasons"])
    scores = [item["score"] for item in items]
    assert scores == sorted(scores, reverse=True)
    assert {item["language"] for item in items} == {"fr"}


def test_each_suggestion_says_what_would_change_its_rank(service: Service) -> None:
    items = ask(service, ambassador=EXPERT, k=3).json()["items"]
    for rank, item in enumerate(items, start=1):
        shift = item["would_change"]
        assert shift["place"] == rank
        assert shift["text"]["fr"]
        assert shift["text"]["en"]
    (moved,) = {one["would_change"]["value"] for one in items} & {"acoustique"}
    without = ask(service, ambassador=EXPERT | {"topics": []}, k=3).json()["items"]
    gone = next(one for one in items if one["would_change"]["value"] == moved)
    after = [one["content_id"] for one in without]
    place = gone["would_change"]["place_after"]
    assert (gone["content_id"] in after) == (place is not None)


def test_the_topic_that_would_raise_a_suggestion_does_when_it_is_added(service: Service) -> None:
    anybody = {"languages": ["fr"]}
    items = ask(service, ambassador=anybody, k=5, what_if=True).json()["items"]
    raised = [item for item in items if item["would_raise"]]
    assert raised
    for item in raised:
        shift = item["would_raise"]
        assert shift["change"] == "with_topic"
        named = ask(service, ambassador=anybody | {"topics": [shift["value"]]}, k=5).json()
        after = [one["content_id"] for one in named["items"]]
        assert after.index(item["content_id"]) + 1 == shift["place_after"] < shift["place"]
    untold = ask(service, ambassador=anybody, k=5).json()["items"]
    assert all(item["would_raise"] is None for item in untold)


@pytest.mark.parametrize(
    ("asked", "told"),
    [({"k": 20}, 20), ({"k": 21}, 0), ({"k": 21, "what_if": True}, 21),
     ({"k": 2, "what_if": False}, 0)],
)  # fmt: skip
def test_what_would_change_is_told_of_short_lists_or_where_asked(
    service: Service, asked: dict[str, Any], told: int
) -> None:
    items = ask(service, ambassador={"languages": ["fr", "en"]}, **asked).json()["items"]
    assert sum(item["would_change"] is not None for item in items) == told


def test_what_is_embargoed_or_expired_never_appears(service: Service) -> None:
    everything = ask(service, ambassador={"languages": ["fr", "en"]}, k=100).json()["items"]
    live = {item["content_id"] for item in everything}
    kept, _ = service.services.contents.page(limit=100)
    hidden = {item.content_id for item in kept} - live
    assert len(hidden) == 4
    assert all(item.expires_at or item.embargo_until for item in kept if item.content_id in hidden)


def test_a_mix_and_a_type_are_both_taken(service: Service) -> None:
    mixed = ask(service, ambassador={"profile_type": {"expert": 0.7, "reporter": 0.3}})
    assert mixed.status_code == 200


def test_an_employee_is_suggested_content_from_their_own_record(service: Service) -> None:
    answer = ask(service, Role.EMPLOYEE, k=3)
    assert answer.status_code == 200
    assert len(answer.json()["items"]) == 3
    same = ask(service, Role.EMPLOYEE, ambassador_id=service.ambassador_id, k=3)
    first, again = ([one["content_id"] for one in a.json()["items"]] for a in (answer, same))
    assert first == again


@pytest.mark.parametrize("ambassador_id", ["amb_bastien", "amb_nobody"])
@pytest.mark.parametrize("role", [Role.EMPLOYEE, Role.PLATFORM])
def test_somebody_elses_record_and_none_at_all_look_the_same(
    service: Service, role: Role, ambassador_id: str
) -> None:
    answer = ask(service, role, ambassador_id=ambassador_id)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({}, "invalid", "ambassador"),
        ({"ambassador": {"languages": ["de"]}}, "language_unsupported", "ambassador.languages.0"),
        ({"ambassador": EXPERT, "k": 0}, "invalid", "k"),
        ({"ambassador": EXPERT, "k": 101}, "invalid", "k"),
        ({"ambassador": EXPERT, "objective": "fame"}, "invalid", "objective"),
        ({"ambassador": {"posts": ["x"] * 51}}, "invalid", "ambassador.posts"),
        ({"ambassador": {"posts": ["x" * 5001]}}, "invalid", "ambassador.posts.0"),
        ({"ambassador": {"profile_type": {"expert": 0}}}, "invalid", "ambassador.profile_type"),
        ({"ambassador": EXPERT, "tenant": "x"}, "invalid", "tenant"),
        ({"ambassador": EXPERT, "ambassador_id": "amb_lea"}, "invalid", "ambassador_id"),
        ({"ambassador": {"topics": ["\x00"]}}, "invalid", "ambassador.topics.0"),
    ],
)
def test_what_cannot_be_is_refused_by_its_name(
    service: Service, body: dict[str, Any], code: str, field: str
) -> None:
    answer = ask(service, **body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert field in {one["field"] for one in answer.json()["errors"]}


@pytest.mark.parametrize(
    ("language", "far", "near"),
    [("fr", "football", "acoustique"), ("en", "ballet", "acoustics")],
)
def test_a_topic_that_nobody_writes_about_is_never_said_to_be_near(
    service: Service, language: str, far: str, near: str
) -> None:
    said = {}
    for topic in (far, near):
        described = {"languages": [language], "topics": [topic]}
        items = ask(service, ambassador=described, k=10).json()["items"]
        reasons = [one for item in items for one in item["reasons"] if one["factor"] == "topics"]
        said[topic] = [one["text"] for one in reasons]
    assert said[far]
    for text in said[far]:
        assert text["fr"].startswith("Ne nomme aucun de vos sujets")
        assert text["en"].startswith("Names none of your topics")
    assert any(near in text[language] for text in said[near])
