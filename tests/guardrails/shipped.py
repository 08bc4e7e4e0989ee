"""The rules as the product ships them: the default charter's clauses, and what they find."""

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances, Source
from guardrails.cases import Company
from guardrails.catalogue import build_rules
from guardrails.charter import DEFAULT_CHARTER, Clause, load_charter
from guardrails.checks.base import Rule
from guardrails.checks.learned import Learned
from guardrails.reading import Reading

NOW = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)
PARTS = DEFAULT_CHARTER.parent / "parts"
COMPANY: dict[str, Any] = {
    "name": "Ardemont",
    "aliases": ["Groupe Ardemont"],
    "products": ["Flow"],
    "competitors": [{"name": "Norvia", "aliases": ["Norvia Systems"]}],
    "confidential_terms": ["Cobalt", "projet Orion"],
    "clients_allowed": ["Ateliers Morel"],
    "clients_not_allowed": ["Delmas Logistique"],
    "embargoes": [
        {"topic": "site de Lyon", "until": "2026-03-12T09:00:00Z"},
        {"topic": "Lyon site", "until": "2026-03-12T09:00:00Z"},
    ],
    "frozen_topics": ["panne de Flow", "Flow outage"],
    "domains": ["ardemont.example"],
    "directory": [{"name": "Sarah Keller"}, {"name": "Hugo Marchetti"}],
}


@lru_cache(maxsize=1)
def clauses() -> dict[str, Clause]:
    """Return every clause the product ships, by id."""
    if DEFAULT_CHARTER.exists():
        return {clause.id: clause for clause in load_charter().charter.clauses}
    return {clause.id: clause for part in sorted(PARTS.glob("*.yaml")) for clause in _read(part)}


@lru_cache(maxsize=64)
def rule(clause_id: str) -> Rule:
    """Build the rule of a shipped clause; of several, the last that is no guess."""
    built = build_rules(clauses()[clause_id], key=b"a test's key")
    return [one for one in built if not isinstance(one, Learned)][-1]


def circumstances(
    *, now: datetime = NOW, source: str | None = None, **company: object
) -> Circumstances:
    """Return the invented company's circumstances, with fields of the company replaced."""
    organization = Company.model_validate(COMPANY | company).as_organization()
    published = Source(source) if source is not None else None
    return Circumstances(now=now, organization=organization, source=published)


def found(
    clause_id: str, text: str, language: str = "fr", around: Circumstances | None = None
) -> list[str]:
    """Return the pieces of a text that a shipped rule objects to."""
    reading = Reading(Draft(text, Language(language)))
    findings = rule(clause_id).inspect(reading, around or circumstances())
    return [reading.slice(one.span) if one.span else "" for one in findings]


def _read(part: Path) -> list[Clause]:
    data = yaml.safe_load(part.read_text(encoding="utf-8"))
    return [Clause.model_validate(clause) for clause in data]
