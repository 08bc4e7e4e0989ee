import re

import pytest

from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import Client, SignIn

CSRF = re.compile(r'name="csrf" value="([^"]+)"')


def send(client: Client, path: str, **fields: str) -> tuple[int, str]:
    (token, *_) = CSRF.findall(client.get("/campaigns").text)
    answer = client.client.post(path, data={"csrf": token, **fields}, follow_redirects=True)
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("language", "empty"),
    [("fr", "Il n’y a pas encore de campagne"), ("en", "There is no campaign yet")],
)
def test_the_list_says_that_it_is_empty(sign_in: SignIn, language: str, empty: str) -> None:
    assert empty in sign_in(Role.COMMS, language=language).get("/campaigns").text


def test_a_campaign_is_added_prepared_and_stopped(service: Service, sign_in: SignIn) -> None:
    comms = sign_in(Role.COMMS, language="en")
    status, page = send(
        comms,
        "/campaigns",
        name="Printemps <b>",
        objective="talent",
        profile_type="hr_ambassador",
        consideration="a voucher",
    )
    assert status == 200
    assert "Printemps &lt;b&gt;" in page
    assert "Authors receive: a voucher" in page
    (campaign,) = service.services.campaigns.all()
    _, page = send(comms, f"/campaigns/{campaign.campaign_id}/drafts")
    (job, *_) = service.services.jobs.of(campaign.campaign_id)
    assert "no number is shown" in page
    status, page = send(comms, f"/jobs/{job.job_id}")
    assert status == 200
    trail, _ = service.services.audit.page(limit=9, offset=0)
    assert {"campaign_added", "drafts_prepared"} <= {one.deed.action.value for one in trail}
    status, page = send(comms, "/campaigns", name="Printemps <b>", objective="leads")
    assert (status, "Another campaign has this name" in page) == (409, True)


def test_what_cannot_be_is_told_and_nothing_typed_is_lost(sign_in: SignIn) -> None:
    comms = sign_in(Role.COMMS, language="en")
    fields = {"name": "Été", "objective": "leads", "from": "2026-05-01", "to": "2026-04-01"}
    status, page = send(comms, "/campaigns", **fields)
    assert status == 422
    assert "look at the name and the days" in page
    assert all(f'value="{fields[name]}"' in page for name in ("name", "from", "to"))
