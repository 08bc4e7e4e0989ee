"""Reading the organisation file: who the employer is, for the clauses that need to know."""

import json
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from domain.errors import OrganizationInvalid
from domain.organization import Organization
from guardrails.cases import Company

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
        problem = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, problem["loc"])) or "the whole"
        raise OrganizationInvalid(f"{path}: {place}: {problem['msg']}") from None


def _parsed(text: str, path: Path) -> Any:  # noqa: ANN401 - validated by its caller
    try:
        return json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    except (ValueError, yaml.YAMLError) as error:
        raise OrganizationInvalid(f"{path} is neither YAML nor JSON: {error}") from error
