"""Two people who change the same thing: the second is told, and nobody's work is overwritten."""

from typing import Any

import pytest

from api.versions import expected
from domain.errors import RequestInvalid
from domain.roles import Role
from tests.api.conftest import Service

CONTENT = {"id": "c_etag", "title": "Un titre", "text": "Un texte assez long.", "language": "fr"}


def call(service: Service, role: Role, method: str, path: str, **more: Any) -> Any:
    tag = more.pop("if_match", None)
    headers = {**service.headers(role), **({"If-Match": tag} if tag is not None else {})}
    return service.client.request(method, path, headers=headers, **more)


@pytest.fixture
def content(service: Service) -> str:
    answer = call(service, Role.COMMS, "POST", "/v1/contents", json=CONTENT)
    assert answer.status_code == 201
    return str(answer.headers["ETag"])


PATH = "/v1/contents/c_etag"


def test_a_content_read_and_unchanged_is_replaced(service: Service, content: str) -> None:
    assert call(service, Role.COMMS, "GET", PATH).headers["ETag"] == content
    changed = {**CONTENT, "title": "Un autre titre"}
    answer = call(service, Role.COMMS, "PUT", PATH, json=changed, if_match=content)
    assert answer.status_code == 200
    assert answer.headers["ETag"] != content
    assert call(service, Role.COMMS, "GET", PATH).headers["ETag"] == answer.headers["ETag"]


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_content_that_changed_meanwhile_is_left_as_it_is(
    service: Service, content: str, method: str
) -> None:
    changed = {**CONTENT, "title": "Un autre titre"}
    call(service, Role.COMMS, "PUT", PATH, json=changed)
    body = {"json": CONTENT} if method == "PUT" else {}
    answer = call(service, Role.COMMS, method, PATH, if_match=content, **body)
    assert (answer.status_code, answer.json()["code"]) == (412, "version_stale")
    assert "read it again" in answer.json()["detail"]
    assert call(service, Role.COMMS, "GET", PATH).json()["title"] == "Un autre titre"


@pytest.mark.parametrize("matching", ["*", '"another", {}', None])
def test_any_of_the_versions_named_or_none_may_be_replaced(
    service: Service, content: str, matching: str | None
) -> None:
    tag = matching.format(content) if matching else None
    answer = call(service, Role.COMMS, "PUT", PATH, json=CONTENT, if_match=tag)
    assert answer.status_code == 200


def test_a_weak_tag_never_matches(service: Service, content: str) -> None:
    answer = call(service, Role.COMMS, "PUT", PATH, json=CONTENT, if_match=f"W/{content}")
    assert answer.status_code == 412


@pytest.mark.parametrize("tag", ["abc", '"abc', '"a"b"', ",", ""])
@pytest.mark.usefixtures("content")
def test_what_is_no_tag_is_refused_by_its_name(service: Service, tag: str) -> None:
    answer = call(service, Role.COMMS, "PUT", PATH, json=CONTENT, if_match=tag)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "If-Match"


def test_ones_own_record_that_changed_meanwhile_is_left_as_it_is(service: Service) -> None:
    first = call(service, Role.EMPLOYEE, "GET", "/v1/me")
    tag = first.headers["ETag"]
    body = {"topics": ["robots"]}
    assert call(service, Role.EMPLOYEE, "PUT", "/v1/me", json=body, if_match=tag).status_code == 200
    answer = call(service, Role.EMPLOYEE, "PUT", "/v1/me", json={"topics": ["x"]}, if_match=tag)
    assert (answer.status_code, answer.json()["code"]) == (412, "version_stale")
    now = call(service, Role.EMPLOYEE, "GET", "/v1/me")
    assert (now.json()["topics"], now.headers["ETag"] != tag) == (["robots"], True)


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ('"a"', {"a"}),
        ('"a,b"', {"a,b"}),
        (' "a" ,W/"b",\t"c"', {"a", "c"}),
        ('W/"only weak"', set()),
        ('""', {""}),
    ],
)
def test_entity_tags_are_read_as_they_may_be_written(sent: str, read: set[str]) -> None:
    assert expected(sent) == frozenset(read)


@pytest.mark.parametrize("sent", ["", "a", '"a', '"a" "b"', '"a",', "**", '"a", *'])
def test_what_is_no_entity_tag_is_refused_with_the_remedy(sent: str) -> None:
    with pytest.raises(RequestInvalid, match="in quotes"):
        expected(sent)
