"""The company that a proposed charter is tried under: the deployment's own, never an invented one.

A model's posts speak of the invented company that its prompt names: they are told of the own one,
and where nobody described one they carry the invented name themselves.
"""

import re
from typing import Any

from domain.language import Language
from domain.organization import Organization
from guardrails.cases import Company

INVENTED = "Ardemont"
"""The company that posts speak of, in the prompt and in the default charter."""

_VOWELS = "aeiouyàâéèêëîïôûùœæh"
_ELIDED = re.compile(rf"\b([dDjJlLqQ]u?)['’]{INVENTED}\b")


def written(organization: Organization | None) -> dict[str, Any]:
    """Return the company of a proposed charter.

    Who works there is left out: no example speaks of them, and people leave.
    """
    if organization is None or not organization.name.strip():
        return {"name": " "}
    company = Company.of(organization).model_copy(update={"directory": ()})
    return company.model_dump(mode="json", exclude_defaults=True)


def fitted(text: str, language: str, company: str) -> dict[str, Any]:
    """Return the text of an example, and the company it is tried under where that is not its own.

    `company` is the name the charter carries, blank where it is unknown.
    """
    if INVENTED not in text:
        return {"text": text}
    if not company.strip():
        return {"text": text, "company": {"name": INVENTED}}
    if language == Language.FRENCH and company[0].lower() not in _VOWELS:
        text = _ELIDED.sub(rf"\1e {INVENTED}", text)
    return {"text": text.replace(INVENTED, company)}
