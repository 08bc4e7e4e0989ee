"""Which check each kind named in a charter is, and how a clause becomes rules."""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from domain.errors import CharterInvalid
from guardrails.charter import CheckSpec, Clause
from guardrails.checks.base import Rule
from guardrails.checks.near_duplicates import NearDuplicates
from guardrails.checks.patterns import Patterns
from guardrails.checks.terms import Terms

CHECKS: Mapping[str, type[Rule]] = MappingProxyType(
    {
        "near_duplicates": NearDuplicates,
        "patterns": Patterns,
        "terms": Terms,
    }
)


def build_rules(clause: Clause, *, key: bytes) -> tuple[Rule, ...]:
    """Build the rules of a clause; `key` is the secret its stored fingerprints are hashed with.

    Raises CharterInvalid for a kind of check there is not, or parameters it cannot take.
    """
    return tuple(_build(clause, spec, key) for spec in clause.checks)


def _build(clause: Clause, spec: CheckSpec, key: bytes) -> Rule:
    check = CHECKS.get(spec.kind)
    if check is None:
        known = ", ".join(sorted(CHECKS))
        raise CharterInvalid(f"{clause.id}: there is no check {spec.kind!r}; there are {known}")
    given: dict[str, Any] = {"clause": clause.id, "severity": spec.severity or clause.severity}
    names = {field.name for field in fields(check)}  # type: ignore[arg-type]  # every rule is a dataclass
    if "key" in names:
        given["key"] = key
    try:
        _refuse_unknown(set(spec.parameters) - (names - {"clause", "severity", "key"}))
        return TypeAdapter(check).validate_python(spec.parameters | given)
    except (ValidationError, ValueError) as error:
        raise CharterInvalid(f"{clause.id}, check {spec.kind}: {_told(error)}") from error


def _refuse_unknown(names: set[str]) -> None:
    if names:
        raise ValueError(f"unknown parameters: {', '.join(sorted(names))}")


def _told(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        problems = error.errors(include_url=False, include_input=False)
        return "; ".join(f"{'.'.join(map(str, p['loc']))}: {p['msg']}" for p in problems[:3])
    return str(error)
