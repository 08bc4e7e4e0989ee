"""Content that employees propose, named or not; the communication team accepts or declines."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import proposing
from api.identity import Communicator, Employee, ServicesDep
from api.routes.described import PROBLEMS
from api.routes.me import own
from api.schemas.proposals import DecisionIn, ProposalIn, ProposalOut, Proposals
from domain.proposals import ProposalState

router = APIRouter(tags=["proposals"], responses=PROBLEMS)

State = Annotated[ProposalState, Query()]


@router.get("/v1/me/proposals", summary="Read one's own proposals")
def mine(caller: Employee, services: ServicesDep) -> Proposals:
    """Return what the caller proposed, and what became of it."""
    found = services.proposals.of(own(caller))
    return Proposals(proposals=[ProposalOut.of(one) for one in found])


@router.post("/v1/me/proposals", status_code=201, summary="Propose content")
def propose(asked: ProposalIn, caller: Employee, services: ServicesDep) -> ProposalOut:
    """Propose something worth sharing; not named, nothing leads the team to its author."""
    return ProposalOut.of(proposing.propose(services, own(caller), asked))


@router.delete(
    "/v1/me/proposals/{own_proposal_id}", status_code=204, summary="Take a proposal back"
)
def take_back(own_proposal_id: str, caller: Employee, services: ServicesDep) -> Response:
    """Delete one of the caller's proposals, with the content that was made of it."""
    services.proposals.take_back(own(caller), own_proposal_id)
    return Response(status_code=204)


@router.get("/v1/proposals", summary="List proposals")
def proposals(
    _caller: Communicator, services: ServicesDep, state: State = ProposalState.OPEN
) -> Proposals:
    """Return the proposals in a state, newest first."""
    found = services.proposals.in_state(state)
    return Proposals(proposals=[ProposalOut.of(one) for one in found])


@router.put("/v1/proposals/{proposal_id}", summary="Accept or decline a proposal")
async def decide(
    proposal_id: str, asked: DecisionIn, caller: Communicator, services: ServicesDep
) -> ProposalOut:
    """Put a proposal into the catalogue, or decline it; once."""
    decided = await asyncio.to_thread(proposing.decide, services, proposal_id, asked, caller)
    return ProposalOut.of(decided)
