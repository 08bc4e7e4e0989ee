"""Replies in the manner of a small model, through the loop over the real client and a socket.

The strong player of `replies.json` obeys; small models announce their post, mark it up, call its
field otherwise, round a figure and forget what they were told. Each reply here says whether it
is an honest draft in that manner, or which faults were put into it. What is told to the player
is answered by `repaired` and `revised`, as such a model would: it mends what it is told of and
leaves the rest.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from domain.drafts import FinishedDraft
from guardrails.facts.misuses import Facts
from guardrails.guard import Guard
from personalizer.adapters.langchain_chat import LangChainModel
from personalizer.model_writer import ModelWriter
from tests.openai_server import OpenAIServer
from tests.personalizer.played.briefs import FOLDER, Case, cases, cases_of, mediocre_cases
from tests.personalizer.played.loop import AsAsked, drafter

SMALL = FOLDER / "replies_small.json"
MEDIOCRE = FOLDER / "replies_mediocre.json"
Served = Literal["first", "revised", "offline", "withheld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What was answered for one case: first, asked for the shape again, and to each review.

    `never` are words of its faults, which no draft may have.
    """

    case: str
    is_good: bool
    manner: tuple[str, ...]
    faults: tuple[str, ...]
    first: str
    served: Served
    repaired: str | None = None
    revised: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @property
    def brief(self) -> Case:
        """The case it answers."""
        return next(one for one in cases_answered() if one.case_id == self.case)


@dataclass(slots=True)
class Player:
    """Says what was kept, by what it is asked."""

    reply: Reply
    revisions: int = 0
    questions: int = 0

    def __call__(self, payload: dict[str, Any]) -> str:
        """Return the words for one request."""
        self.questions += 1
        asked = [str(one.get("content") or "") for one in payload["messages"]]
        if asked[-1].startswith("That answer cannot be read"):
            return self.reply.repaired or self.reply.first
        if "<draft>\n" in "".join(asked) and self.reply.revised:
            self.revisions += 1
            return self.reply.revised[min(self.revisions, len(self.reply.revised)) - 1]
        return self.reply.first


def cases_answered() -> tuple[Case, ...]:
    """Return the twenty cases as the fifth drafting version tells them, and the mediocre ones."""
    return (*cases_of(("draft_post", 5))[: len(cases())], *mediocre_cases())


def replies(path: Path = SMALL) -> tuple[Reply, ...]:
    """Return the kept replies of a player."""
    kept: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["replies"]
    return tuple(Reply(**{key: _fixed(one) for key, one in each.items()}) for each in kept)


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


async def served(
    reply: Reply, server: OpenAIServer, guard: Guard
) -> tuple[Served, FinishedDraft | None]:
    """Return what the loop makes of a reply, and the draft if there is one."""
    case, player = reply.brief, Player(reply)
    server.say(player)
    model = LangChainModel(model="small", base_url=server.base_url)
    writer = AsAsked(ModelWriter(model, Facts()), case)
    try:
        result = await drafter(writer, case, guard).draft(case.brief.request)
    finally:
        await model.aclose()
    draft = next(iter(result.drafts), None)
    if draft is None:
        return "withheld", None
    if draft.provenance.engine != "model":
        return "offline", draft
    return ("revised" if player.revisions else "first"), draft
