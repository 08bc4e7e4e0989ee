"""A proposed charter: clauses that cite the sentences they come from, for a person to decide on.

It is marked `status: proposed`, and no service puts such a charter in force: whoever maintains
the charter reads it, completes the other language and the examples, and changes the mark.
"""

import re
from collections.abc import Sequence
from typing import Any

import yaml

from domain.errors import CharterInvalid
from domain.language import Language
from guardrails.charter import Charter, Clause, load_charter
from guardrails.proposing.documents import Paragraph
from guardrails.proposing.sentences import Norm, norms

_HEAD = """\
# PROPOSED from {name}. Nobody has decided on it, and no service puts it in force.
# For each clause: read the sentence it cites, write its statement in the other language, give
# it examples, run `porte-voix charter test`, then set `status: adopted`.
"""
_NO_CHECK = """\
# No check fits this sentence ({where}); a person, or a judge, has to read for it:
#   {text}
"""
_ID = re.compile(r"[^a-z0-9]+")


def propose(paragraphs: Sequence[Paragraph], *, name: str, language: Language) -> str:
    """Return the YAML of a proposed charter, with what no check examines in comments.

    Raises CharterInvalid when no sentence asks anything that can be examined.
    """
    found = list(norms(paragraphs))
    default = load_charter().charter
    clauses = [_clause(number, norm, default, language) for number, norm in _examined(found)]
    if not clauses:
        raise CharterInvalid(f"{name}: no sentence asks anything that a check can examine")
    charter = {
        "id": f"proposed-{_ID.sub('-', name.lower()).strip('-')}"[:60],
        "version": "0.1",
        "status": "proposed",
        "title": {"fr": f"Proposée d'après {name}", "en": f"Proposed from {name}"},
        "format": 1,
        "company": default.company.model_dump(mode="json", exclude_defaults=True),
        "clauses": clauses,
    }
    Charter.model_validate(charter)
    body = yaml.safe_dump(charter, allow_unicode=True, sort_keys=False, width=100)
    left = (one for one in found if one.topic is None and not one.forbidden)
    rest = "".join(_NO_CHECK.format(where=one.where, text=one.sentence) for one in left)
    return _HEAD.format(name=name) + body + rest


def _examined(found: Sequence[Norm]) -> list[tuple[int, Norm]]:
    able = [norm for norm in found if norm.topic is not None or norm.forbidden]
    return list(enumerate(able, start=1))


def _clause(number: int, norm: Norm, default: Charter, language: Language) -> dict[str, Any]:
    model = default.clause(norm.topic) if norm.topic else None
    checks = _checks(model) + (
        [{"kind": "terms", "parameters": {"terms": list(norm.forbidden)}}] if norm.forbidden else []
    )
    other = "en" if language is Language.FRENCH else "fr"
    mark = "[to be translated]" if other == "en" else "[à traduire]"
    named = model.name.model_dump() if model else {"fr": "Termes exclus", "en": "Excluded terms"}
    why = {"fr": f"Le texte d'origine, {norm.where}.", "en": f"The written policy, {norm.where}."}
    return {
        "id": f"PRO-{number:02}",
        "name": named,
        "statement": {language.value: norm.sentence, other: f"{mark} {norm.sentence}"},
        "why": why,
        "cites": {"sentence": norm.sentence, "where": norm.where},
        "severity": (model.severity.value if model else "fix"),
        "needs_judgement": bool(model and model.needs_judgement),
        "checks": checks,
    }


def _checks(model: Clause | None) -> list[dict[str, Any]]:
    dumped = (
        [one.model_dump(mode="json", exclude_none=True) for one in model.checks] if model else []
    )
    return [{key: value for key, value in one.items() if value != {}} for one in dumped]
