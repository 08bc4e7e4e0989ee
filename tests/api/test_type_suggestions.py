"""Pasted posts and the type they sound like: a suggestion, kept nowhere."""

from typing import Any

import pytest

from domain.people import ProfileType
from domain.roles import Role
from tests.api.conftest import Service
from tests.recommender.test_kind_model import ARRIVAL, HR, MEASURED, RAIN

ROUTE = "/v1/profile-types/suggestions"


def ask(service: Service, posts: list[str], role: Role = Role.PLATFORM) -> Any:
    return service.client.post(ROUTE, headers=service.headers(role), json={"posts": posts})


@pytest.mark.parametrize("role", [Role.PLATFORM, Role.EMPLOYEE])
@pytest.mark.parametrize(
    ("posts", "suggested"),
    [([HR, ARRIVAL], ProfileType.HR_AMBASSADOR), ([MEASURED], ProfileType.EXPERT), ([RAIN], None)],
)
def test_posts_suggest_a_type_or_that_it_is_not_clear(
    service: Service, posts: list[str], suggested: ProfileType | None, role: Role
) -> None:
    said = ask(service, posts, role).json()
    assert said["suggested"] == suggested
    assert sum(said["chances"].values()) == pytest.approx(1.0)
    assert set(said["chances"]) == set(ProfileType)
    assert said["text"]["fr"]
    assert said["text"]["en"]


@pytest.mark.parametrize("posts", [[], [""], ["x" * 5_001], ["Bonjour."] * 51])
def test_no_posts_or_too_many_are_refused(service: Service, posts: list[str]) -> None:
    answer = ask(service, posts)
    assert answer.status_code == 422
    assert "posts" in answer.text


def test_asking_changes_nothing_in_ones_own_record(service: Service) -> None:
    before = service.services.export.of(service.ambassador_id)
    assert ask(service, [HR, ARRIVAL], Role.EMPLOYEE).status_code == 200
    assert service.services.export.of(service.ambassador_id) == before
