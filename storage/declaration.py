"""What each column says about a person, declared where the column stands, once.

Export, erasure and the canary test are generated from these declarations. A column without
one fails a test, so that nothing personal is kept unnoticed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Table

_KEY = "concerns"

ACCOUNT = "account"
PROPOSAL = "proposal"
"""What needs no switch: what identifies a person, and what they sent for others to read."""


class Owner(StrEnum):
    """How a row leads to the person it concerns."""

    AMBASSADOR = "ambassador_id"
    TOKEN = "owner_token"  # noqa: S105 - the name of a column


@dataclass(frozen=True, slots=True)
class Concerns:
    """What a column says about a person.

    `purpose` is the switch a person turned on for it, or one of the two that need none;
    `retention` says, in words for the export, how long it stays.
    """

    owner: Owner
    purpose: str
    retention: str


def personal(*, owner: Owner, purpose: str, retention: str) -> dict[str, Any]:
    """Declare a column that concerns a person, as the column's `info`."""
    return {_KEY: Concerns(owner, purpose, retention)}


def impersonal() -> dict[str, Any]:
    """Declare a column that concerns nobody, as the column's `info`."""
    return {_KEY: None}


def is_declared(column: Column[Any]) -> bool:
    """Tell whether a column says what it is."""
    return _KEY in column.info


def concern(column: Column[Any]) -> Concerns | None:
    """Return what a column says about a person, None for nothing."""
    declared: Concerns | None = column.info.get(_KEY)
    return declared


def personal_columns(table: Table) -> Iterator[tuple[Column[Any], Concerns]]:
    """Yield the columns of a table that concern a person."""
    for column in table.columns:
        declared = concern(column)
        if declared is not None:
            yield column, declared


def owner_column(table: Table) -> tuple[Column[Any], Owner] | None:
    """Return the column that leads from a row to its person, if rows concern one."""
    owners = {declared.owner for _, declared in personal_columns(table)}
    if not owners:
        return None
    if len(owners) > 1:
        raise ValueError(f"{table.name}: rows of one table lead to a person in one way")
    owner = owners.pop()
    return table.columns[owner.value], owner
