"""A model that proposes what it is told to, and policies to propose from."""

from collections.abc import Sequence
from typing import Any

from domain.language import Language
from domain.ports import Answer, Message
from guardrails.charter import Charter, parse_charter
from guardrails.proposing import Paragraph, Proposal, propose_with
from guardrails.proposing.asking import (
    InBoth,
    SuggestedClause,
    SuggestedClauses,
)

POLICIES = {
    Language.ENGLISH: (
        Paragraph("You must keep the names of our projects to yourselves. We like cats.", "page 1"),
        Paragraph("Posts must say\nthat you work here.".replace("\n", " "), "page 2"),
    ),
    Language.FRENCH: (
        Paragraph("Vous devez taire le nom des projets. Nous aimons les chats.", "page 1"),
        Paragraph("Vous devez dire que vous travaillez ici.", "page 2"),
    ),
}


POSTS = InBoth(fr="Je travaille chez Ardemont.", en="I work at Ardemont.")


class Saying:
    """A model that answers what it is told to, and keeps what it was asked."""

    def __init__(self, *clauses: SuggestedClause) -> None:
        self.clauses = clauses
        self.heard: list[Message] = []

    async def answer(self, messages: Any, shape: Any, **options: Any) -> Answer[Any]:
        self.heard += messages
        return Answer(SuggestedClauses(clauses=list(self.clauses)), "played")


def clause(sentence: str, **fields: Any) -> SuggestedClause:
    given: dict[str, Any] = {
        "sentence": sentence,
        "topic": "CH-08",
        "terms": [],
        "name": InBoth(fr="Projets", en="Projects"),
        "translation": "Une traduction fidèle.",
        "breaks": InBoth(fr="", en=""),
        "keeps": POSTS,
    }
    return SuggestedClause(**(given | fields))


async def proposed(
    *clauses: SuggestedClause, paragraphs: Sequence[Paragraph] = POLICIES[Language.ENGLISH]
) -> Proposal:
    model = Saying(*clauses)
    return await propose_with(model, paragraphs, name="policy", language=Language.ENGLISH)


def charter_of(proposal: Proposal) -> Charter:
    """Return a proposal with the clauses it makes, without the rules it takes in behind them."""
    return own(parse_charter(proposal.yaml).charter)


def own(charter: Charter) -> Charter:
    """Return a charter with the clauses of a proposal alone."""
    made = tuple(one for one in charter.clauses if one.id.startswith("PRO-"))
    return charter.model_copy(update={"clauses": made})
