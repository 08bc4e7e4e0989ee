"""What is wrong with a charter, said so that whoever wrote it finds the place and the remedy."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_TOLD = 5
_REMEDIES: Mapping[str, str] = {
    "missing": "is missing",
    "tuple_type": "give a list, as in [one, two]",
    "list_type": "give a list, as in [one, two]",
    "string_type": "give a text, between quotation marks where it looks like a number or a date",
    "too_short": "is empty; give at least one",
    "string_too_short": "is empty",
    "model_type": "give keys with values",
    "dict_type": "give keys with values",
    "dataclass_type": "give keys with values",
}
_SHAPES: Mapping[str, str] = {
    r"^[A-Z]{2,8}-\d{2,3}$": "write it as CH-01: capital letters, a hyphen, two or three digits",
    r"^[a-z0-9][a-z0-9-]{2,60}$": "write it in small letters, digits and hyphens, as in my-charter",
}


def told(error: ValidationError, *, known: Collection[str], data: object = None) -> str:
    """Return every problem with its place; `known` are the keys there are, `data` what was read.

    A clause is named by its id where the data has one.
    """
    details = error.errors(include_url=False, include_input=False)
    # What holds a broken part is told to be broken as well, and says nothing more.
    inner = [one for one in details if not any(_is_within(other, one) for other in details)]
    said = [f"{_place(one['loc'], data)}{_remedy(one, known)}" for one in inner]
    more = len(said) - _TOLD
    return "; ".join(said[:_TOLD]) + (f"; and {more} more" if more > 0 else "")


def unlike(name: str, known: Collection[str]) -> str:
    """Return which known name somebody may have meant, or which ones there are."""
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(known))}"


def _is_within(other: ErrorDetails, one: ErrorDetails) -> bool:
    return len(other["loc"]) > len(one["loc"]) and other["loc"][: len(one["loc"])] == one["loc"]


def _place(loc: Sequence[int | str], data: object) -> str:
    parts = list(map(str, loc))
    if loc[:1] == ("clauses",) and len(loc) > 1:
        parts[:2] = [_clause_named(loc[1], data)]
    return f"{'.'.join(parts)}: " if parts else ""


def _clause_named(index: int | str, data: object) -> str:
    try:
        clause: Any = data["clauses"][index]  # type: ignore[index]  # whatever was read, if it is so
        named = str(clause["id"])
    except (TypeError, LookupError):
        named = ""
    return named or f"clause {int(index) + 1}"


def _remedy(problem: ErrorDetails, known: Collection[str]) -> str:
    kind, message = problem["type"], problem["msg"]
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return f"there is no such key; {unlike(str(problem['loc'][-1]), known)}"
    if kind == "string_pattern_mismatch":
        return _SHAPES.get(str(problem.get("ctx", {}).get("pattern")), message)
    return _REMEDIES.get(kind, message.removeprefix("Value error, "))
