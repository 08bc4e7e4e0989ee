"""Scopes: a key may be narrowed to some of what its role may do.

A scope is the noun of a route (`drafts`, `contents`), or the noun to read from alone
(`contents:read`). A key without scopes may do all that its role may.
"""

from collections.abc import Iterable
from typing import Final

from domain.errors import Forbidden, RequestInvalid
from domain.roles import Caller

NOUNS: Final = (
    "recommendations",
    "drafts",
    "checks",
    "handoffs",
    "contents",
    "campaigns",
    "jobs",
    "charter",
    "audit",
    "me",
    "provenance",
    "metrics",
    "proposals",
    "outcomes",
    "insights",
)
"""The nouns of the routes a key can be narrowed to; a test compares them with the document."""

FREE: Final = frozenset({"profile-types"})
"""Nouns that any key may read: they tell nothing of anybody."""

_READING: Final = frozenset({"GET", "HEAD"})


def known(scopes: Iterable[str]) -> frozenset[str]:
    """Return scopes as a set.

    Raises RequestInvalid for one that there is not.
    """
    for scope in scopes:
        noun, _, kind = scope.partition(":")
        if noun not in NOUNS or kind not in {"", "read"} or scope.endswith(":"):
            raise RequestInvalid(
                f"there is no scope {scope!r}; there are {', '.join(NOUNS)}, "
                "each also with :read behind it",
                field="scope",
            )
    return frozenset(scopes)


def refuse_outside(caller: Caller, method: str, path: str) -> None:
    """Raise Forbidden, naming the scope, when a key is narrowed to other things."""
    noun = noun_of(path)
    if caller.scopes is None or noun in FREE or noun in caller.scopes:
        return
    if method in _READING and f"{noun}:read" in caller.scopes:
        return
    raise Forbidden(f"this key lacks the scope {noun!r}; make one with --scope {noun}")


def noun_of(path: str) -> str:
    """Return what a route is about: the first word of its path after the version."""
    steps = path.strip("/").split("/")
    return steps[1] if steps[0] == "v1" and len(steps) > 1 else steps[0]
