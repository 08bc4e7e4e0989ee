"""Content: what the communication team brings in."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import keeping
from api.identity import Communicator, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.contents import ContentIn, ContentOut, ContentPage
from api.versions import IfMatch, expected, tagged
from domain.content import ContentItem
from domain.deeds import Action, Deed
from domain.language import Language

router = APIRouter(tags=["contents"], responses=PROBLEMS)

Limit = Annotated[int, Query(ge=1, le=100)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Words = Annotated[str | None, Query(max_length=200)]


@router.get("/v1/contents", summary="List contents")
def contents(
    _caller: Communicator,
    services: ServicesDep,
    language: Language | None = None,
    q: Words = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> ContentPage:
    """Return a page of contents, newest first, and how many there are."""
    items, total = services.contents.page(language=language, query=q, limit=limit, offset=offset)
    shown = [ContentOut.of(item) for item in items]
    return ContentPage(items=shown, total=total, limit=limit, offset=offset)


@router.post("/v1/contents", status_code=201, summary="Add a content")
async def add(
    asked: ContentIn, caller: Communicator, services: ServicesDep, response: Response
) -> ContentOut:
    """Keep one content; the same id again replaces it."""
    return _out(await asyncio.to_thread(keeping.keep, services, asked, caller), response)


@router.get("/v1/contents/{content_id}", summary="Read a content")
def content(
    content_id: str, _caller: Communicator, services: ServicesDep, response: Response
) -> ContentOut:
    """Return one content."""
    return _out(services.contents.get(content_id), response)


@router.put("/v1/contents/{content_id}", summary="Replace a content")
async def replace(
    content_id: str,
    asked: ContentIn,
    caller: Communicator,
    services: ServicesDep,
    response: Response,
    if_match: IfMatch = None,
) -> ContentOut:
    """Replace one content that is there."""
    known = expected(if_match)
    item = await asyncio.to_thread(
        keeping.replace, services, content_id, asked, caller, expected=known
    )
    return _out(item, response)


@router.delete("/v1/contents/{content_id}", status_code=204, summary="Delete a content")
def delete(
    content_id: str, caller: Communicator, services: ServicesDep, if_match: IfMatch = None
) -> Response:
    """Forget one content, its vectors included."""
    deed = Deed.of(caller, Action.CONTENT_DELETED, content_id)
    services.contents.delete(content_id, expected=expected(if_match), deed=deed)
    return Response(status_code=204)


def _out(item: ContentItem, response: Response) -> ContentOut:
    tagged(response, item.digest)
    return ContentOut.of(item)
