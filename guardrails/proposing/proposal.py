"""A proposed charter: clauses that cite the sentences they come from, for a person to decide on.

It is marked `status: proposed`, and no service puts such a charter in force: whoever maintains
the charter reads it, completes the other language and the examples, and changes the mark.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from domain.errors import CharterInvalid
from domain.language import Language
from domain.organization import Organization
from domain.ports import StructuredModel
from guardrails.charter import Charter, CharterFile, Clause, load_charter
from guardrails.guard import Guard
from guardrails.problems import saying
from guardrails.proposing.asking import suggestions
from guardrails.proposing.company import fitted, written
from guardrails.proposing.documents import Paragraph
from guardrails.proposing.remarks import place, remark
from guardrails.proposing.sentences import Norm, norms
from guardrails.proposing.vetting import Dropped, vetted
from guardrails.regression import run_examples

_ID = re.compile(r"[^a-z0-9]+")
_MOST_CLAUSES = 999


@dataclass(frozen=True, slots=True)
class Proposal:
    """The YAML of a proposed charter, with everything it leaves to a person in comments.

    `clauses` counts what it holds, `told` what stands in its comments.
    """

    yaml: str
    clauses: int
    told: tuple[str, ...] = ()


def propose(
    paragraphs: Sequence[Paragraph],
    *,
    name: str,
    language: Language,
    organization: Organization | None = None,
) -> Proposal:
    """Propose a charter by lists of words alone; it is written for this organisation.

    Raises CharterInvalid when no sentence asks anything that can be examined.
    """
    return _proposal(list(norms(paragraphs)), name, language, organization)


async def propose_with(
    model: StructuredModel,
    paragraphs: Sequence[Paragraph],
    *,
    name: str,
    language: Language,
    organization: Organization | None = None,
) -> Proposal:
    """Propose a charter with a model's help; where it fails, the lists of words stand in.

    The model is told nothing of the organisation that the charter is written for.
    A clause whose citation is not in the document is dropped and told; so is an example that
    the proposed checks judge otherwise. Raises CharterInvalid as `propose` does.
    """
    default = load_charter().charter
    found: list[Norm] = []
    told: list[str] = []
    for heard in await suggestions(model, paragraphs, default, language):
        lexical = list(norms(heard.paragraphs))
        if heard.suggested is None:
            first, last = (place(heard.paragraphs[at].where, language) for at in (0, -1))
            told.append(remark("silent", language, first=first, last=last))
            found += lexical
            continue
        believed, dropped = vetted(heard.suggested, heard.paragraphs, default, language)
        found += believed
        told += [f"{remark(f'dropped_{one.reason}', language)}\n{one.sentence}" for one in dropped]
        told += _passed_over(lexical, [*believed, *dropped], language)
    return _proposal(found, name, language, organization, told)


def _passed_over(
    lexical: Iterable[Norm], answered: Iterable[Norm | Dropped], language: Language
) -> list[str]:
    spoken_of = [one.sentence for one in answered]
    return [
        _beside("passed_over", norm, language)
        for norm in lexical
        if not any(norm.sentence in each for each in spoken_of)
    ]


def _proposal(
    found: Sequence[Norm],
    name: str,
    language: Language,
    organization: Organization | None,
    told: Sequence[str] = (),
) -> Proposal:
    name = _one_line(name)
    examined = [norm for norm in found if norm.is_examined][:_MOST_CLAUSES]
    if not examined:
        raise CharterInvalid(saying("nothing_to_check", name=name))
    default = load_charter().charter
    company = written(organization)
    clauses = [
        _clause(number, norm, default, language) | _examples(norm, company["name"])
        for number, norm in enumerate(examined, 1)
    ]
    charter = _charter(name, company, clauses)
    told = (*told, *_misjudged(charter, language), *_without_check(found, language))
    head = _comment(remark("head", language, name=name))
    return Proposal(head + _yaml(charter, told, language), len(clauses), told)


def _yaml(charter: dict[str, Any], told: Iterable[str], language: Language) -> str:
    body = yaml.safe_dump(charter, allow_unicode=True, sort_keys=False, width=100)
    if not charter["company"]["name"].strip():
        body = body.replace("\ncompany:\n", f"\n{_comment(remark('blank', language))}company:\n", 1)
    return body + "".join(map(_comment, told))


def _charter(name: str, company: dict[str, Any], clauses: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": f"proposed-{_ID.sub('-', name.lower()).strip('-')}"[:60],
        "version": "0.1",
        "status": "proposed",
        "title": {"fr": f"Proposée d'après {name}", "en": f"Proposed from {name}"},
        "format": 1,
        # A policy seldom says what everybody takes for granted: invented facts, a name given away.
        "packs": ["default"],
        "company": company,
        "clauses": clauses,
    }


def _clause(number: int, norm: Norm, default: Charter, language: Language) -> dict[str, Any]:
    model = default.clause(norm.topic) if norm.topic else None
    checks = _checks(model) + (
        [{"kind": "terms", "parameters": {"terms": list(norm.forbidden)}}] if norm.forbidden else []
    )
    places = {each.value: place(norm.where, each) for each in Language}
    why = {
        "fr": f"Le texte d’origine, {places['fr']}.",
        "en": f"The written policy, {places['en']}.",
    }
    return {
        "id": f"PRO-{number:02}",
        "name": _name(norm, model),
        "statement": _statement(norm, language),
        "why": why,
        "cites": {"sentence": norm.sentence, "where": places[language.value]},
        "severity": (model.severity.value if model else "fix"),
        "needs_judgement": bool(model and model.needs_judgement),
        "checks": checks,
    }


def _name(norm: Norm, model: Clause | None) -> dict[str, str]:
    if norm.worded:
        return dict(zip(("fr", "en"), norm.worded.name, strict=True))
    return model.name.model_dump() if model else {"fr": "Termes exclus", "en": "Excluded terms"}


def _statement(norm: Norm, language: Language) -> dict[str, str]:
    other = "en" if language is Language.FRENCH else "fr"
    mark = "[to be translated]" if other == "en" else "[à traduire]"
    translated = norm.worded.translation if norm.worded else f"{mark} {norm.sentence}"
    return {language.value: norm.sentence, other: translated}


def _examples(norm: Norm, company: str) -> dict[str, Any]:
    posts = norm.worded.posts if norm.worded else ()
    # What denies a machine's help is written on a machine's draft.
    drafted = {"draft_share": 1.0} if norm.topic == "CH-03" else {}
    examples = [
        {"kind": kind, "language": each}
        | fitted(text, each, company)
        | (drafted if kind == "violating" else {})
        for kind, each, text in posts
    ]
    return {"examples": examples} if examples else {}


def _checks(model: Clause | None) -> list[dict[str, Any]]:
    dumped = (
        [one.model_dump(mode="json", exclude_none=True) for one in model.checks] if model else []
    )
    return [{key: value for key, value in one.items() if value != {}} for one in dumped]


def _misjudged(charter: dict[str, Any], language: Language) -> Iterator[str]:
    """Take out each example that the proposed checks judge otherwise, and tell it.

    Words alone do not find what a clause misses in its own examples: a judge is asked for it.
    """
    file = CharterFile(charter=Charter.model_validate(charter), yaml="")
    tried = list(run_examples(Guard.of(file, key=b"a proposal on trial", on_trial=True)))
    wrong = {(one.clause, one.number) for one in tried if not one.is_right}
    for clause in charter["clauses"]:
        kept, missed = [], []
        for number, example in enumerate(clause.pop("examples", []), start=1):
            if (clause["id"], number) not in wrong:
                kept.append(example)
                continue
            missed += [example] if example["kind"] == "violating" else []
            yield f"{remark(example['kind'], language, clause=clause['id'])}\n{example['text']}"
        if kept:
            clause["examples"] = kept
        if missed:
            yield _left_to_a_judge(clause, len(missed), language)


def _left_to_a_judge(clause: dict[str, Any], missed: int, language: Language) -> str:
    clause["needs_judgement"] = True
    found = sum(one["kind"] == "violating" for one in clause.get("examples", []))
    said = "finds" if found else "finds_none"
    return remark(said, language, clause=clause["id"], found=found, of=found + missed)


def _without_check(found: Iterable[Norm], language: Language) -> Iterator[str]:
    for norm in found:
        if not norm.is_examined:
            yield _beside("too_long" if norm.is_long else "no_check", norm, language)


def _beside(key: str, norm: Norm, language: Language) -> str:
    """Return what is said of a sentence, and the sentence on a line of its own."""
    return f"{remark(key, language, where=place(norm.where, language))}\n{norm.sentence}"


def _comment(told: str) -> str:
    first, *rest = told.split("\n")
    return f"# {_one_line(first)}\n" + "".join(f"#   {_one_line(each)}\n" for each in rest)


def _one_line(text: str) -> str:
    """Return a text that cannot leave a comment, nor hold what YAML refuses to read."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
