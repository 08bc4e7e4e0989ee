"""What JSON writes as a text is taken for no number and for no choice of anybody's."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import api.app  # noqa: F401 - every schema is loaded with it
from api.schemas.base import Body
from api.schemas.people import Purposes
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.people import Person
from tests.api.test_drafts import EXPERT

NOT_WHAT_THEY_LOOK_LIKE = {
    "boolean": ("yes", "true", "1", 1, 0, "off"),
    "integer": ("3", "3.0", True),
    "number": ("0.5", "1", True),
}


def bodies(parent: type[Body] = Body) -> Iterator[type[Body]]:
    for child in parent.__subclasses__():
        yield child
        yield from bodies(child)


def fields() -> Iterator[Any]:
    for body in sorted(set(bodies()), key=lambda one: one.__name__):
        for name, field in body.model_fields.items():
            typed = TypeAdapter(field.rebuild_annotation())
            schema = typed.json_schema()
            kinds = {one.get("type") for one in (schema, *schema.get("anyOf", ()))}
            for kind in sorted(NOT_WHAT_THEY_LOOK_LIKE.keys() & kinds):
                yield pytest.param(typed, kind, id=f"{body.__name__}.{name}")


@pytest.mark.parametrize(("typed", "kind"), list(fields()))
def test_no_field_of_a_body_reads_a_number_or_a_choice_out_of_a_text(
    typed: TypeAdapter[Any], kind: str
) -> None:
    for value in NOT_WHAT_THEY_LOOK_LIKE[kind]:
        with pytest.raises(ValidationError):
            typed.validate_python(value)


@pytest.mark.parametrize("value", NOT_WHAT_THEY_LOOK_LIKE["boolean"])
def test_a_purpose_is_turned_on_by_true_alone(service: Service, value: object) -> None:
    person = Person(service)
    answer = person.call("PUT", "/purposes", json={"voice": value})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "voice")
    assert person.call("GET", "/purposes").json()["voice"] is False
    with pytest.raises(ValidationError):
        TypeAdapter(Purposes).validate_python({"voice": value})


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("recommendations", {"ambassador": EXPERT, "k": "3"}, "k"),
        ("recommendations", {"ambassador": {"profile_type": {"expert": "1"}}}, "expert"),
        ("checks", {"text": "a", "language": "en", "draft_share": "1"}, "draft_share"),
        ("checks", {"text": "a", "language": "en", "model": "no"}, "model"),
    ],
)
def test_the_field_is_named(
    service: Service, path: str, body: dict[str, object], field: str
) -> None:
    headers = service.headers(Role.PLATFORM)
    answer = service.client.post(f"/v1/{path}", headers=headers, json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].rpartition(".")[2] == field


def test_numbers_and_choices_as_json_writes_them_are_taken(service: Service) -> None:
    body = {"text": "a", "language": "en", "draft_share": 1, "model": False}
    headers = service.headers(Role.PLATFORM)
    assert service.client.post("/v1/checks", headers=headers, json=body).is_success
    mix = {"ambassador": {"profile_type": {"expert": 1, "reporter": 0.5}}, "k": 3.0}
    assert service.client.post("/v1/recommendations", headers=headers, json=mix).is_success
