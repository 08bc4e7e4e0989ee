import re

import pytest

from domain.campaigns import Campaign
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import Client, SignIn

HIDDEN = re.compile(r'type="hidden" name="(csrf|replaces)" value="([^"]+)"')
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
    assert (status, "Name: another campaign has it" in page) == (409, True)


SENT = {"name": "Été", "objective": "leads", "from": "2026-12-01", "to": "2026-12-24"}


@pytest.mark.parametrize(
    ("wrong", "french", "english"),
    [
        (
            {"to": "2026-11-30"},
            "Dernier jour : ce jour vient avant le premier",
            "Last day: this day comes",
        ),
        ({"from": "le 3"}, "Premier jour : écrivez une date, comme 2026", "First day: write a dat"),
        ({"to": "2026-02-30"}, "Dernier jour : écrivez une date", "Last day: write a date, as in "),
        ({"name": " "}, "Nom : à remplir", "Name: fill it in"),
        ({"objective": "fame"}, "Objectif : choisissez", "Objective: choose one"),
        (
            {"consideration": "a" * 501},
            "reçoivent : 500 caractères",
            "receive: too long, at most 5",
        ),
    ],
)
def test_each_field_that_cannot_be_is_named_with_what_can_and_nothing_typed_is_lost(
    sign_in: SignIn, wrong: dict[str, str], french: str, english: str
) -> None:
    for language, said in (("fr", french), ("en", english)):
        fields = {**SENT, **wrong}
        status, page = send(sign_in(Role.COMMS, language=language), "/campaigns", **fields)
        assert status == 422
        assert said in page.replace("\u00a0", " ").replace("\u202f", " ")
        typed = (fields[name].strip() for name in ("name", "from", "to"))
        assert all(f'value="{one}"' in page for one in typed)


@pytest.mark.parametrize(
    ("language", "days", "since"),
    [
        ("fr", "du 1er décembre 2026 au 24 décembre 2026", "à partir du 1er décembre 2026"),
        ("en", "1 December 2026 to 24 December 2026", "from 1 December 2026"),
    ],
)
def test_days_are_said_as_the_reader_says_them(
    sign_in: SignIn, language: str, days: str, since: str
) -> None:
    comms = sign_in(Role.COMMS, language=language)
    send(comms, "/campaigns", **SENT | {"name": f"Hiver {language}"})
    _, page = send(comms, "/campaigns", **SENT | {"name": f"Froid {language}", "to": ""})
    said = page.replace("\u00a0", " ")
    assert days in said
    assert since in said
    assert ">2026-12-01<" not in said
    assert "du 2026" not in said


SAVED = {"objective": "talent", "from": "2026-11-01", "to": "2026-12-31"}


def edit(client: Client, path: str, **fields: str) -> tuple[int, str]:
    page = client.get(path).text
    hidden = dict(HIDDEN.findall(page))
    answer = client.client.post(path, data={**hidden, **fields}, follow_redirects=True)
    return answer.status_code, answer.text


def named(service: Service, name: str) -> Campaign:
    return next(one for one in service.services.campaigns.all() if one.name == name)


@pytest.mark.parametrize(
    ("language", "link"),
    [("fr", "Corriger ou terminer cette campagne"), ("en", "Correct or end this campaign")],
)
def test_a_mistake_is_corrected_on_the_page(
    service: Service, sign_in: SignIn, language: str, link: str
) -> None:
    comms, saved = sign_in(Role.COMMS, language=language), SAVED | {"name": f"Mai {language}"}
    _, page = send(comms, "/campaigns", **saved, consideration="50 €")
    path = f"/campaigns/{named(service, saved['name']).campaign_id}"
    assert f'<a href="{path}">{link}</a>' in page
    shown = comms.get(path).text
    assert all(f'value="{saved[name]}"' in shown for name in ("name", "from", "to"))
    status, page = edit(comms, path, **saved | {"to": "2026-11-02", "consideration": "60 €"})
    assert (status, "60 €" in page) == (200, True)
    kept = named(service, saved["name"])
    assert (str(kept.ends), kept.consideration) == ("2026-11-02", "60 €")
    trail, _ = service.services.audit.page(limit=1, offset=0)
    assert trail[0].deed.action.value == "campaign_replaced"


@pytest.mark.parametrize(
    ("language", "stale", "refused"),
    [
        ("fr", "Quelqu’un d’autre a changé", "ce jour vient avant le premier"),
        ("en", "Somebody else changed", "this day comes before the first"),
    ],
)
def test_a_correction_that_cannot_be_is_told_and_not_lost(
    service: Service, sign_in: SignIn, language: str, stale: str, refused: str
) -> None:
    comms, saved = sign_in(Role.COMMS, language=language), SAVED | {"name": f"Juin {language}"}
    send(comms, "/campaigns", **saved)
    send(comms, "/campaigns", name=f"Nuit {language}", objective="leads")
    kept = named(service, saved["name"])
    path = f"/campaigns/{kept.campaign_id}"
    status, page = edit(comms, path, **saved | {"to": "2026-10-01"})
    assert (status, refused in page, 'value="2026-10-01"' in page) == (422, True, True)
    assert edit(comms, path, **saved | {"name": f"Nuit {language}"})[0] == 409
    status, page = edit(comms, path, **saved, consideration="mine", replaces="another")
    assert (status, stale in page, 'value="mine"' in page) == (409, True, True)
    assert named(service, saved["name"]) == kept
