"""Porte-voix for assistants: four tools over the Model Context Protocol, on this deployment's data.

Whoever starts `porte-voix mcp` lends it their own access; it acts as a platform would, for people
described in each request, and knows nobody's record. What a tool returns is what the HTTP API
does; a text that an assistant passes in is data, and so is what it gets back.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field, ValidationError

from api import asking
from api.checking import checked
from api.drafting import draft_for
from api.errors import fields_told
from api.schemas.checks import CheckIn, CheckOut, SourceIn
from api.schemas.drafts import DraftsIn, DraftsOut, InlineContent
from api.schemas.people import AmbassadorIn
from api.schemas.recommendations import (
    RecommendationOut,
    RecommendationsIn,
    RecommendationsOut,
)
from api.wiring import Services
from domain.content import Objective
from domain.errors import NotFound, PorteVoixError
from domain.language import Language
from domain.platforms import Platform
from domain.roles import Caller, Role
from guardrails.charter import Clause

if TYPE_CHECKING:
    from mcp.server import MCPServer

CALLER: Final = Caller(Role.PLATFORM, key_id="mcp")

INSTRUCTIONS: Final = (
    "Helps somebody who wants to speak about their company. Suggest content, draft posts, check a "
    "text against the company's charter, explain a rule. Nothing is published: texts are returned, "
    "and the person posts them, or does not. Pass the person's own words as notes; never invent "
    "experiences for them. Show findings as they are."
)

Languages = Annotated[list[Language], Field(description="fr, en or both, preferred first")]
Notes = Annotated[list[str], Field(description="what the person themselves wants to say")]
Model = Annotated[
    bool, Field(description="false: the person wants no language model of ours to read their words")
]


@dataclass(frozen=True, slots=True)
class Tools:
    """What an assistant may ask for."""

    services: Services

    async def recommend(
        self,
        ambassador: AmbassadorIn,
        k: Annotated[int, Field(ge=1, le=20)] = 5,
        objective: Objective | None = None,
    ) -> RecommendationsOut:
        """Suggest content for somebody described by profile type, languages and topics."""
        asked = RecommendationsIn(ambassador=ambassador, k=k, objective=objective)
        found = await asyncio.to_thread(asking.recommend, self.services, CALLER, asked)
        return RecommendationsOut(
            items=[RecommendationOut.of(one) for one in found.items],
            cold_start=found.cold_start,
            encoder=found.encoder,
        )

    async def draft(  # noqa: PLR0913, PLR0917 - one argument per field
        self,
        language: Language,
        ambassador: AmbassadorIn,
        content_id: str | None = None,
        content: InlineContent | None = None,
        notes: Notes = [],  # noqa: B006 - read into a schema, never changed
        platform: Platform = Platform.LINKEDIN,
        n: Annotated[int, Field(ge=1, le=5)] = 1,
        model: Model = True,  # noqa: FBT002 - named by whoever calls a tool
    ) -> DraftsOut:
        """Draft posts on a content of the catalogue, or on one passed along; all are checked."""
        asked = DraftsIn(
            content_id=content_id,
            content=content,
            ambassador=ambassador,
            notes=tuple(notes),
            language=language,
            platform=platform,
            n=n,
            model=model,
        )
        return DraftsOut.of(await draft_for(self.services, CALLER, asked))

    async def check(  # noqa: PLR0913, PLR0917 - one argument per field
        self,
        text: str,
        language: Language,
        platform: Platform = Platform.LINKEDIN,
        source: SourceIn | None = None,
        content_id: str | None = None,
        notes: Notes = [],  # noqa: B006 - the same
        model: Model = True,  # noqa: FBT002 - named by whoever calls a tool
    ) -> CheckOut:
        """Check a text against the charter; each finding has its place, its reason, a repair."""
        asked = CheckIn(
            text=text,
            language=language,
            platform=platform,
            source=source,
            content_id=content_id,
            notes=tuple(notes),
            model=model,
        )
        found = await checked(self.services, CALLER, asked)
        return CheckOut.paid(found.draft, found.verdict, found.usage)

    async def explain(self, rule: str) -> dict[str, Any]:
        """Say in both languages what a rule of the charter asks, why, and show its examples."""
        charter = self.services.guard.charter.charter
        clause = charter.clause(rule.strip().upper())
        if clause is None:
            known = ", ".join(one.id for one in charter.clauses)
            raise NotFound(f"there is no rule {rule!r}; there are {known}")
        return _explained(clause)


def build(services: Services) -> "MCPServer":
    """Return a server with the four tools."""
    from api.assistant_server import PlainServer  # noqa: PLC0415 - only the command needs the SDK

    server = PlainServer("porte-voix", instructions=INSTRUCTIONS)
    tools = Tools(services)
    for tool in (tools.recommend, tools.draft, tools.check, tools.explain):
        server.add_tool(_telling(services, tool))
    return server


def _telling(services: Services, tool: Callable[..., Any]) -> Callable[..., Any]:
    """Return a tool whose refusals are told as such, and whose failures quote nothing."""

    @wraps(tool)
    async def called(**arguments: Any) -> Any:  # noqa: ANN401 - as the tool declares
        from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415 - the same

        try:
            # Another process may have brought content in, or a charter into force.
            await asyncio.to_thread(services.live.refresh)
            await asyncio.to_thread(services.charter.follow)
            return await tool(**arguments)
        except PorteVoixError as error:
            raise ToolError(f"{error.code}: {error}") from None
        except ValidationError as error:
            raise ToolError(f"invalid: {fields_told(error)}") from None
        except Exception as error:  # noqa: BLE001 - its message could quote what was passed in
            raise ToolError(f"internal: {type(error).__name__}") from None

    return called


def _explained(clause: Clause) -> dict[str, Any]:
    return {
        "rule": clause.id,
        "severity": clause.severity.value,
        "name": clause.name.model_dump(),
        "statement": clause.statement.model_dump(),
        "why": clause.why.model_dump(),
        "examples": [
            {"kind": one.kind, "language": one.language.value, "text": one.text}
            for one in clause.examples
        ],
    }
