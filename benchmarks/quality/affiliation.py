"""Who says where they work, in their own words, and who speaks of a company from outside.

320 short posts about invented employers, by an outside writer who had read nothing of the checks.
Half (`affiliation`) was read while signs of belonging were made; of the other half
(`affiliation_held`) nobody who made them read a text, and only counts were printed. Of 50 who say
it, per language, were heard: without the signs, in the first half fr 21 and en 21, held out fr 21
and en 23; on the first reading with them, held out fr 34 and en 20; after signs made on other
texts, fr 36 and en 26. Of 30 from outside, one in French was taken for an insider without them.

160 more (`affiliation_second`) are by another writer, and nobody who made signs read a text: of 50
per language who belong, on the first reading fr 12 and en 14 were heard; of 30 outsiders none was
taken for an insider. On 30 November 2026 the lead read some twenty of its missed texts and told
their classes, not the texts, to whoever made more signs: fr 16 -> 18 and en 20 -> 25 since are of a
set that is no longer wholly unseen, while the held-out half did not move.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.quality.figure import Figure
from benchmarks.sets.trades import employers
from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.company_mentions import company_mentions
from guardrails.disclosure import first_disclosure
from guardrails.reading import Reading, fold_term
from guardrails.wordings import Wordings

_SETS = {
    "affiliation": "affiliation",
    "affiliation_held": "affiliation, held out",
    "affiliation_second": "affiliation, second writer",
}
_FOLDER = Path(__file__).parents[1] / "sets"
_LITTLE = frozenset("de du des d la le les of the".split())


def figures() -> Iterator[Figure]:
    """Yield the share of insiders heard, and of outsiders not taken for them, per language."""
    known = [one.as_organization() for one in employers().values()]
    for name, called in _SETS.items():
        for language in Language:
            found = list(_judged(name, language, known))
            inside = [said for discloses, said in found if discloses]
            outside = [not said for discloses, said in found if not discloses]
            yield Figure(f"{called}: who says it is heard, {language}", _share(inside), asked=0.9)
            yield Figure(f"{called}: outsiders let be, {language}", _share(outside), asked=0.9)


def _share(right: list[bool]) -> float:
    return sum(right) / len(right)


def _judged(
    name: str, language: Language, known: list[Organization]
) -> Iterator[tuple[bool, bool]]:
    for line in (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if told["language"] == language:
            reading = Reading(Draft(told["text"], language))
            company = _employer(told, known)
            is_named = bool(company_mentions(reading, company, Wordings()))
            said = first_disclosure(reading, company, is_named=is_named)
            yield told["discloses"], said is not None


def _employer(told: dict[str, Any], known: list[Organization]) -> Organization:
    if "company" not in told:
        return _company(told["employer"], known)
    name, *aliases = told["company"]
    return Organization(name=name, aliases=tuple(aliases))


def _company(name: str, known: list[Organization]) -> Organization:
    """Return the employer called so, which also goes by this name; a new one if none is near."""
    nearest = max(known, key=lambda one: _shared(name, one))
    if not _shared(name, nearest):
        return Organization(name=name)
    return replace(nearest, aliases=(*nearest.aliases, name))


def _shared(name: str, company: Organization) -> int:
    return max(len(_words(name) & _words(one)) for one in company.names)


def _words(name: str) -> frozenset[str]:
    return frozenset(fold_term(name).replace("'", " ").split()) - _LITTLE
