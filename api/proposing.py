"""From an employee's proposal to a content of the catalogue."""

from dataclasses import replace
from secrets import token_hex

from api import keeping
from api.schemas.contents import ContentIn
from api.schemas.proposals import DecisionIn, ProposalIn
from api.wiring import Services
from domain.deeds import Action, Deed
from domain.errors import RequestInvalid
from domain.proposals import Proposal
from domain.roles import Caller


def propose(services: Services, ambassador_id: str, asked: ProposalIn) -> Proposal:
    """Keep a proposal; its author's name goes along only when they say so.

    Raises RequestInvalid when it is to be named and there is no name.
    """
    name = None
    if asked.named:
        name = asked.name or services.people.get(ambassador_id).ambassador.name
        if name is None:
            raise RequestInvalid(
                "to be named, give name, or keep one in your profile", field="name"
            )
    proposal = asked.as_proposal(name=name)
    proposal_id = services.proposals.propose(ambassador_id, proposal)
    return replace(proposal, proposal_id=proposal_id)


def decide(services: Services, proposal_id: str, asked: DecisionIn, caller: Caller) -> Proposal:
    """Accept a proposal into the catalogue, or decline it.

    Raises NotFound, or Conflict when it was decided before.
    """
    if asked.decision == "accept":
        proposal = services.proposals.get(proposal_id)
        _accept(services, proposal, _content(proposal, asked), caller)
    else:
        # The trail names no proposal: one may lead to its author.
        deed = Deed.of(caller, Action.PROPOSAL_DECLINED, "proposal")
        services.proposals.decline(proposal_id, deed=deed)
    return services.proposals.get(proposal_id)


def _accept(services: Services, proposal: Proposal, content: ContentIn, caller: Caller) -> None:
    item = keeping.item_of(services, content)
    services.proposals.accept(
        proposal.proposal_id,
        item,
        vectors=services.live.embed([item]),
        encoder=services.live.encoder.fingerprint,
        deed=Deed.of(caller, Action.CONTENT_ADDED, item.content_id),
    )
    services.webhooks.content_imported([item.content_id])


def _content(proposal: Proposal, asked: DecisionIn) -> ContentIn:
    return ContentIn.model_validate(
        {
            # A name of its own: it never replaces another content, nor names the proposal.
            "id": f"c_{token_hex(8)}",
            "title": proposal.title,
            "text": proposal.text,
            "language": proposal.language,
            "url": proposal.url,
            "images": [
                {
                    "url": image.url,
                    "alt": image.alt,
                    "rights": image.rights,
                    "people_agreed": image.people_agreed,
                }
                for image in proposal.images
            ],
            "authors": [proposal.name] if proposal.name else [],
            "campaign": asked.campaign,
        }
    )
