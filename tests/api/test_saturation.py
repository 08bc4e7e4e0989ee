"""What is told of how often contents were told: of five other people at least, or of nobody."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from api.saturation import told_to
from domain.drafts import Reservation
from domain.review import Fingerprint
from tests.api.conftest import Make

PLATFORM = "0123456789abcdef"


@pytest.fixture
def hold(make_services: Make) -> Callable[[str], dict[str, int]]:
    """Give what holds a draft for an owner, and what returns what somebody is told then."""
    services = make_services()
    held = 0

    def holding(owner: str) -> None:
        nonlocal held
        held += 1
        services.reservations.hold(
            Reservation(
                reservation_id=f"d_{held}",
                content_key="c_1",
                angle=f"lesson:{held}",
                fingerprint=Fingerprint(tuple(range(100 * held, 100 * held + 9))),
                owner=owner,
                ends_at=datetime.now(UTC) + timedelta(minutes=9),
            ),
            services.guard.comparer,
        )

    def told(asker: str, *owners: str) -> dict[str, int]:
        for owner in owners:
            holding(owner)
        return dict(told_to(services, lambda: asker))

    return told


def test_whoever_asks_is_none_of_the_five(hold: Callable[..., dict[str, int]]) -> None:
    colleagues = [f"colleague{number}" for number in range(4)]
    before = hold("me", *colleagues)
    assert before == {"c_1": 4}
    assert hold("me", "me", "me") == before, "one request of mine shows nothing"
    assert hold("somebody else") == {"c_1": 5}


def test_the_requests_of_a_platform_show_nothing_of_one_person(
    hold: Callable[..., dict[str, int]],
) -> None:
    own = [f"{PLATFORM}{number:016x}" for number in range(4)]
    before = hold(PLATFORM, *own)
    assert hold(PLATFORM, "somebody") == before == {"c_1": 4}


def test_a_platform_whose_own_people_told_it_often_is_told_so(
    hold: Callable[..., dict[str, int]],
) -> None:
    own = [f"{PLATFORM}{number:016x}" for number in range(6)]
    assert hold(PLATFORM, *own, "somebody") == {"c_1": 6}
