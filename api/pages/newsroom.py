"""The communication team's own page: what there is to speak about. It shows no person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response

from api.identity import ServicesDep
from api.outside import is_held, suspect_passages
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import Communicator, Visitor
from domain.content import ContentItem, ContentState
from domain.language import Language

router = APIRouter(route_class=PageRoute, include_in_schema=False)

PER_PAGE: Final = 20


@dataclass(frozen=True, slots=True)
class Search:
    """What the list is narrowed to, and which page of it is shown."""

    words: str
    language: Language | None
    state: ContentState | None
    page: int

    @property
    def is_narrowed(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.words or self.language or self.state)

    def on_page(self, page: int) -> str:
        """Return the address of another page of the same search."""
        chosen = {"q": self.words, "language": self.language, "state": self.state, "page": page}
        return urlencode({name: value for name, value in chosen.items() if value})


def search_of(
    q: Annotated[str, Query(max_length=200)] = "",
    language: str = "",
    state: str = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Search:
    """Read a search from the address; what is no choice chooses nothing."""
    return Search(
        q.replace("\x00", "").strip(),
        next((one for one in Language if one == language), None),
        next((one for one in ContentState if one == state), None),
        page,
    )


@router.get("/newsroom")
def newsroom(
    request: Request,
    visitor: Communicator,
    services: ServicesDep,
    search: Annotated[Search, Depends(search_of)],
) -> Response:
    """List the contents, newest first."""
    now = datetime.now(UTC)
    items, total = services.contents.page(
        language=search.language,
        query=search.words or None,
        state=search.state,
        now=now,
        limit=PER_PAGE,
        offset=(search.page - 1) * PER_PAGE,
    )
    return render(
        request,
        visitor,
        "newsroom.html",
        items=[(item, item.state(now)) for item in items],
        total=total,
        search=search,
        pages=max(1, -(-total // PER_PAGE)),
        languages=tuple(Language),
        states=tuple(ContentState),
    )


@router.get("/newsroom/{content_id}")
def content(
    content_id: str, request: Request, visitor: Communicator, services: ServicesDep
) -> Response:
    """Show one content as it is kept."""
    return content_page(request, visitor, services.contents.get(content_id))


def as_field(at: datetime | None) -> str:
    """Return an instant as a field of a page holds it, in minutes."""
    return "" if at is None else at.strftime("%Y-%m-%dT%H:%M")


def content_page(
    request: Request,
    visitor: Visitor,
    item: ContentItem,
    *,
    troubles: Sequence[str] = (),
    status: int = 200,
) -> Response:
    """Return the page of a content, with what could not be changed of it."""
    return render(
        request,
        visitor,
        "newsroom_content.html",
        status=status,
        item=item,
        state=item.state(datetime.now(UTC)),
        is_held=is_held(item),
        orders=suspect_passages(item),
        troubles=troubles,
        as_field=as_field,
    )
