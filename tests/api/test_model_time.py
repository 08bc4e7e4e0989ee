"""The time of a request, between the model that writes and the one that judges."""

import pytest

from tests.api.conftest import Make

ADDRESS = "http://127.0.0.1:1/v1"


@pytest.mark.parametrize(("judge", "seconds"), [({}, 60.0), ({"judge_model": "judge"}, 45.0)])
def test_the_models_client_waits_no_longer_than_the_drafter(
    make_services: Make, judge: dict[str, str], seconds: float
) -> None:
    services = make_services(model="test", OPENAI_BASE_URL=ADDRESS, **judge)
    assert services.model is not None
    drafter = services.drafter
    assert services.model.deadline_seconds == seconds
    assert drafter.deadline_seconds - drafter.judging_seconds == seconds
