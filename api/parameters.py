"""Which parameters an address takes: one that is misspelt would be passed over in silence."""

from collections.abc import Iterator
from typing import Final

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from domain.errors import RequestInvalid

_LONGEST: Final = 100


def refuse_unknown(request: Request) -> None:
    """Raise RequestInvalid for a parameter of the query that this address does not take."""
    route = request.scope.get("route")
    if not request.scope["query_string"] or not isinstance(route, APIRoute):
        return
    known = frozenset(_named(route.dependant))
    unknown = next((name for name in request.query_params if name not in known), None)
    if unknown is None:
        return
    raise RequestInvalid(_remedy(known), field=unknown[:_LONGEST])


def _remedy(known: frozenset[str]) -> str:
    if not known:
        return "there is no such parameter: take it out; this address takes none"
    names = ", ".join(sorted(known))
    return f"there is no such parameter: take it out, or check how it is spelt; there are {names}"


def _named(dependant: Dependant) -> Iterator[str]:
    yield from (one.alias for one in dependant.query_params)
    for within in dependant.dependencies:
        yield from _named(within)
