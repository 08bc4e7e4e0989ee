"""From a written policy to a proposed charter: each clause cites its sentence, a person decides."""

from guardrails.proposing.documents import Paragraph, read_policy
from guardrails.proposing.proposal import Proposal, propose, propose_with

__all__ = ["Paragraph", "Proposal", "propose", "propose_with", "read_policy"]
