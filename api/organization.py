"""Reading the organisation file: who the employer is, for the clauses that need to know."""

import json
from itertools import chain
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from api.problem_words import spoken
from domain.errors import OrganizationInvalid
from domain.organization import Organization
from guardrails.cases import Company, EmbargoedTopic, Entity, Person
from guardrails.problems import told

UNKNOWN = Organization(name="")
"""An employer nobody described: clauses that need its lists find nothing in them."""


def load_organization(path: Path) -> Organization:
    """Read an organisation from YAML or JSON.

    Raises OrganizationInvalid, naming the file, the field and the remedy.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OrganizationInvalid(f"{path} cannot be read as UTF-8: {error}") from error
    try:
        return Company.model_validate(_parsed(text, path)).as_organization()
    except ValidationError as error:
        raise OrganizationInvalid(f"{path}: {_told(error)}") from None


def _told(error: ValidationError) -> str:
    """Say what is wrong with each field, and which name was meant, in the language in use."""
    known = (one.model_fields for one in (Company, Entity, EmbargoedTopic, Person))
    return told(error, known=set(chain.from_iterable(known))).in_language(spoken())


def _parsed(text: str, path: Path) -> Any:  # noqa: ANN401 - validated by its caller
    try:
        return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    except (ValueError, yaml.YAMLError) as error:
        raise OrganizationInvalid(f"{path} is neither YAML nor JSON: {error}") from error
