"""A refusal on a page says what it is about and what to do, in the reader's language."""

import pytest

from api.pages.messages import messages_in
from api.pages.refusals import Refusal
from domain.errors import Conflict, NotFound, PorteVoixError, RequestInvalid, VersionStale
from domain.language import Language
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn
from tests.api.rules import OBJECTS

# Of each reason that the service gives: the beginning of what a page says, and its status.
SAID: list[tuple[str, PorteVoixError, int, str, str]] = [
    ("campaigns", Conflict("", why="ended"), 409, "Dernier jour : il est", "Last day: it has"),
    ("campaigns", Conflict("", why="running"), 409, "Des brouillons", "Drafts of this campaign"),
    ("campaigns", Conflict("", why="name_taken"), 409, "Nom : une autre", "Name: another"),
    ("campaigns", Conflict("", why="named_by_contents"), 409, "Nom : des", "Name: contents"),
    ("campaigns", Conflict("", why="nothing_kept"), 409, "Ce service ne garde", "This service"),
    ("campaigns", VersionStale(), 409, "Quelqu’un d’autre", "Somebody else"),
    ("plan", Conflict("", why="ended"), 409, "Dernier jour : il est", "Last day: it has"),
    ("plan", Conflict("", why="no_content"), 409, "Aucun contenu", "No content"),
    ("newsroom_edit", VersionStale(), 409, "Ce contenu a changé", "This content"),
    ("newsroom_edit", RequestInvalid("", field="title"), 422, "Titre : cette", "Title: this"),
    ("newsroom_edit", RequestInvalid("", field="platform"), 422, "Où vous", "Where you"),
    ("newsroom_edit", RequestInvalid("", field="elsewhere"), 422, "Ce n’est pas", "This cannot"),
    ("insights", NotFound(""), 409, "Ces chiffres ne sont plus", "These figures are no longer"),
]


@pytest.mark.parametrize(("form", "error", "status", "french", "english"), SAID)
def test_each_reason_has_words_of_its_own(
    form: str, error: PorteVoixError, status: int, french: str, english: str
) -> None:
    for language, beginning in ((Language.FRENCH, french), (Language.ENGLISH, english)):
        refusal = Refusal.of(error, messages_in(language), form=form)
        (told,) = refusal.troubles
        assert (refusal.status, told.replace("\u00a0", " ").startswith(beginning)) == (status, True)
        assert told.endswith(".")


@pytest.mark.parametrize(
    ("changed", "french", "english"),
    [
        ({"campaign_id": ""}, "Contenu ou campagne : nommez", "Content or campaign: name"),
        ({"to": "2026-01-05"}, "Au : ce jour vient avant", "To: this day comes before"),
    ],
)
def test_a_report_is_refused_by_the_field_that_cannot_be(
    sign_in: SignIn, changed: dict[str, str], french: str, english: str
) -> None:
    sent = {"campaign_id": "ete", "people": "9", "from": "2026-03-02", "to": "2026-03-08"}
    for language, told in (("fr", french), ("en", english)):
        answer = sign_in(Role.COMMS, language=language).send("/insights", **sent | changed)
        assert (answer.status_code, told in answer.text.replace("\u00a0", " ")) == (422, True)


def test_a_campaign_without_content_is_not_planned_and_the_page_says_what_it_lacks(
    service: Service, sign_in: SignIn
) -> None:
    name = OBJECTS["campaign_id"].make(service, "")
    team = sign_in(Role.COMMS)
    page = f"/campaigns/{name}/plan"
    refused = team.send(page, **{"expert-fr": "3"})
    assert refused.status_code == 409
    assert "nommez-la dans un contenu" in refused.text
    assert "Dernier jour" not in refused.text
    headers = {**service.headers(Role.COMMS), "Accept-Language": "en"}
    body = {"groups": [{"profile_type": "expert", "languages": ["fr"], "seats": 3}]}
    told = service.client.put(f"/v1{page}", headers=headers, json=body).json()
    assert [one["field"] for one in told["errors"]] == ["campaign_id"]
    assert told["detail"].endswith("name it in one")
