"""Who may call each route. A new route needs one line here, or the matrix fails.

A line of `RULES` is `("METHOD", "/v1/path"): roles`; of `PAGES` the same for a page. A path
parameter needs one line in `OBJECTS`: how to make such a thing that belongs to somebody else
(`shared` when every allowed role may see it).
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from secrets import token_hex
from typing import NamedTuple

from fastapi.routing import APIRoute

from api.app import create_app
from api.pages import site
from domain.campaigns import Campaign
from domain.content import Objective
from domain.drafts import KeptDraft
from domain.language import Language
from domain.outcomes import Figures, Outcome
from domain.platforms import Platform
from domain.proposals import Proposal
from domain.roles import Role
from tests.api.conftest import Service

Route = tuple[str, str]
Roles = frozenset[Role]

PLATFORM, EMPLOYEE, COMMS, ADMIN = Role.PLATFORM, Role.EMPLOYEE, Role.COMMS, Role.ADMIN
ANY: Roles = frozenset(Role)
OWN: Roles = frozenset({EMPLOYEE})
STAFF: Roles = frozenset({COMMS, ADMIN})
ASKING: Roles = frozenset({PLATFORM, EMPLOYEE})

OPEN: frozenset[Route] = frozenset(
    {("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/.well-known/porte-voix-keys.json")}
)
"""What anybody may call, without a key: it tells nothing of anybody."""

RULES: Mapping[Route, Roles] = {
    ("POST", "/v1/recommendations"): ASKING,
    ("POST", "/v1/drafts"): ASKING,
    ("DELETE", "/v1/drafts/{draft_id}"): frozenset({PLATFORM}),
    ("POST", "/v1/checks"): ASKING | {COMMS},
    ("POST", "/v1/handoffs"): ASKING,
    ("GET", "/v1/contents"): STAFF,
    ("POST", "/v1/contents"): STAFF,
    ("GET", "/v1/contents/{content_id}"): STAFF,
    ("PUT", "/v1/contents/{content_id}"): STAFF,
    ("DELETE", "/v1/contents/{content_id}"): STAFF,
    ("GET", "/v1/campaigns"): STAFF,
    ("POST", "/v1/campaigns"): STAFF,
    ("GET", "/v1/campaigns/{campaign_id}"): STAFF,
    ("PUT", "/v1/campaigns/{campaign_id}"): STAFF,
    ("POST", "/v1/campaigns/{campaign_id}/drafts"): STAFF,
    ("GET", "/v1/campaigns/{campaign_id}/plan"): STAFF,
    ("PUT", "/v1/campaigns/{campaign_id}/plan"): STAFF,
    ("GET", "/v1/me/seats"): OWN,
    ("POST", "/v1/me/seats"): OWN,
    ("GET", "/v1/jobs/{job_id}"): STAFF,
    ("DELETE", "/v1/jobs/{job_id}"): STAFF,
    ("GET", "/v1/charter"): STAFF,
    ("PUT", "/v1/charter"): STAFF,
    ("GET", "/v1/charter/versions"): STAFF,
    ("GET", "/v1/audit"): frozenset({ADMIN}),
    ("GET", "/v1/profile-types"): ANY,
    ("POST", "/v1/profile-types/suggestions"): ASKING,
    ("POST", "/v1/provenance/verify"): ANY,
    ("GET", "/metrics"): frozenset({ADMIN}),
    ("GET", "/v1/me"): OWN,
    ("PUT", "/v1/me"): OWN,
    ("DELETE", "/v1/me"): OWN,
    ("GET", "/v1/me/purposes"): OWN,
    ("PUT", "/v1/me/purposes"): OWN,
    ("GET", "/v1/me/export"): OWN,
    ("GET", "/v1/me/grants"): OWN,
    ("PUT", "/v1/me/grants"): OWN,
    ("DELETE", "/v1/me/grants"): OWN,
    ("GET", "/v1/me/proposals"): OWN,
    ("POST", "/v1/me/proposals"): OWN,
    ("DELETE", "/v1/me/proposals/{own_proposal_id}"): OWN,
    ("GET", "/v1/me/helped"): OWN,
    ("GET", "/v1/proposals"): STAFF,
    ("PUT", "/v1/proposals/{proposal_id}"): STAFF,
    ("POST", "/v1/outcomes"): STAFF,
    ("DELETE", "/v1/outcomes/{report_id}"): STAFF,
    ("GET", "/v1/insights"): STAFF,
    ("GET", "/v1/me/voice"): OWN,
    ("PUT", "/v1/me/voice"): OWN,
    ("POST", "/v1/me/voice/archive"): OWN,
    ("GET", "/v1/me/drafts"): OWN,
    ("DELETE", "/v1/me/drafts/{draft_id}"): OWN,
    ("GET", "/v1/me/signals"): OWN,
    ("POST", "/v1/me/signals"): OWN,
    ("DELETE", "/v1/me/signals"): OWN,
}

PAGES: Mapping[Route, Roles | None] = {
    # None: open to everybody, signed in or not.
    ("GET", "/"): None,
    ("GET", "/sign-in"): None,
    ("POST", "/sign-in"): None,
    ("GET", "/sign-in/provider"): None,
    ("GET", "/sign-in/provider/back"): None,
    ("POST", "/sign-out"): OWN | STAFF,
    ("GET", "/charter"): OWN | STAFF,
    ("GET", "/charter/edit"): STAFF,
    ("POST", "/charter/edit"): STAFF,
    ("GET", "/charter/file"): STAFF,
    ("GET", "/charter/edit/{clause_id}"): STAFF,
    ("POST", "/charter/edit/{clause_id}"): STAFF,
    ("GET", "/audit"): frozenset({ADMIN}),
    ("GET", "/contents/{content_id}"): OWN,
    ("POST", "/contents/{content_id}"): OWN,
    ("GET", "/me"): OWN,
    ("POST", "/me"): OWN,
    ("POST", "/me/purposes"): OWN,
    ("GET", "/me/export"): OWN,
    ("GET", "/me/erase"): OWN,
    ("POST", "/me/erase"): OWN,
    ("GET", "/desk"): OWN,
    ("POST", "/desk/drafts/{draft_id}"): OWN,
    ("POST", "/signals"): OWN,
    ("GET", "/me/type"): OWN,
    ("POST", "/me/type"): OWN,
    ("GET", "/voice"): OWN,
    ("POST", "/voice"): OWN,
    ("POST", "/voice/archive"): OWN,
    ("GET", "/propose"): OWN,
    ("POST", "/propose"): OWN,
    ("POST", "/propose/{own_proposal_id}"): OWN,
    ("GET", "/proposals"): STAFF,
    ("POST", "/proposals/{proposal_id}"): STAFF,
    ("GET", "/insights"): STAFF,
    ("POST", "/insights"): STAFF,
    ("POST", "/insights/withdraw"): STAFF,
    ("GET", "/campaigns"): STAFF,
    ("POST", "/campaigns"): STAFF,
    ("GET", "/campaigns/{campaign_id}"): STAFF,
    ("POST", "/campaigns/{campaign_id}"): STAFF,
    ("POST", "/campaigns/{campaign_id}/drafts"): STAFF,
    ("GET", "/campaigns/{campaign_id}/plan"): STAFF,
    ("POST", "/campaigns/{campaign_id}/plan"): STAFF,
    ("GET", "/seats"): OWN,
    ("POST", "/seats"): OWN,
    ("POST", "/jobs/{job_id}"): STAFF,
    ("GET", "/newsroom"): STAFF,
    ("GET", "/newsroom/{content_id}"): STAFF,
    ("POST", "/newsroom/{content_id}"): STAFF,
    ("GET", "/add-content"): STAFF,
    ("POST", "/add-content"): STAFF,
}


class Made(NamedTuple):
    """How to make a thing of somebody else's, and whether others may see it all the same."""

    make: Callable[[Service, str], str]
    is_shared: bool


def _content(service: Service, _other: str) -> str:
    (content, *_), _ = service.services.contents.page(limit=1)
    return content.content_id


def _draft(service: Service, other: str) -> str:
    draft = KeptDraft(
        draft_id=f"d_{token_hex(8)}",
        content_id=_content(service, other),
        text="Un brouillon.",
        language=Language.FRENCH,
        platform=Platform.LINKEDIN,
        angle="figure:0",
        engine="offline",
        made_at=datetime.now(UTC),
        ends_at=datetime.now(UTC) + timedelta(days=1),
    )
    service.services.drafts.keep(other, [draft])
    return draft.draft_id


def _proposal(service: Service, other: str) -> str:
    asked = Proposal(
        proposal_id="",
        title="Une nuit",
        text="Deux heures pour une fuite.",
        language=Language.FRENCH,
        proposed_on=datetime.now(UTC).date(),
    )
    return service.services.proposals.propose(other, asked)


def _campaign(service: Service, _other: str) -> str:
    name = token_hex(8)
    campaign = Campaign(campaign_id=name, name=name, objective=Objective.TALENT)
    service.services.campaigns.add(campaign)
    return name


def _job(service: Service, other: str) -> str:
    return service.services.jobs.ask(_campaign(service, other)).job_id


def _report(service: Service, _other: str) -> str:
    outcome = Outcome(
        content_id=None,
        campaign_id=_campaign(service, _other),
        first_week=date(2026, 3, 2),
        last_week=date(2026, 3, 2),
        people=7,
        figures=Figures(),
    )
    service.services.outcomes.report(outcome)
    return outcome.report_id


def _clause(service: Service, _other: str) -> str:
    return service.services.guard.charter.charter.clauses[0].id


OBJECTS: Mapping[str, Made] = {
    "clause_id": Made(_clause, is_shared=True),
    "proposal_id": Made(_proposal, is_shared=True),
    "own_proposal_id": Made(_proposal, is_shared=False),
    "campaign_id": Made(_campaign, is_shared=True),
    "report_id": Made(_report, is_shared=True),
    "job_id": Made(_job, is_shared=True),
    "content_id": Made(_content, is_shared=True),
    "draft_id": Made(_draft, is_shared=False),
}


def routes() -> Iterator[Route]:
    """Return every route of the OpenAPI document."""
    for path, methods in create_app().openapi()["paths"].items():
        for method in methods:
            yield method.upper(), path


def page_routes() -> Iterator[Route]:
    """Return every page: what people open, and what stands in no document."""
    for router in site.ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute):
                yield from ((method, route.path) for method in route.methods or ())
