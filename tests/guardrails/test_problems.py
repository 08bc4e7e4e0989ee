"""Whoever writes a charter is told the place and the remedy."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from domain.errors import CharterInvalid
from domain.language import Bilingual
from guardrails.charter import load_charter, parse_charter
from guardrails.guard import Guard
from guardrails.problems import in_a_row

SOUND: dict[str, Any] = {
    "id": "my-charter",
    "version": "1",
    "title": {"fr": "La mienne", "en": "Mine"},
    "company": {"name": "Acme"},
    "clauses": [
        {
            "id": "MY-01",
            "name": {"fr": "Mots", "en": "Words"},
            "statement": {"fr": "Pas de synergie.", "en": "No synergy."},
            "why": {"fr": "Le mot ne dit rien.", "en": "The word says nothing."},
            "severity": "fix",
            "checks": [{"kind": "terms", "parameters": {"terms": ["synergie", "synergy"]}}],
            "examples": [{"kind": "violating", "language": "en", "text": "Such synergy."}],
        }
    ],
}
Edit = Callable[[dict[str, Any]], object]


def check(kind: str, **parameters: Any) -> dict[str, Any]:
    return {"kind": kind, "parameters": parameters}


def problem(edit: Edit) -> str:
    """Return what is said of a charter after an edit of its first clause."""
    data = deepcopy(SOUND)
    edit(data["clauses"][0])
    return problem_of(yaml.safe_dump(data))


def problem_of(text: str) -> str:
    with pytest.raises(CharterInvalid) as raised:
        Guard.of(parse_charter(text, origin="mine.yaml"), key=b"problems")
    return str(raised.value)


def test_the_charter_these_start_from_is_sound() -> None:
    assert Guard.of(parse_charter(yaml.safe_dump(SOUND)), key=b"problems").clauses


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda c: c.update(severty="fix"), "MY-01.severty: there is no such key; did you mean 's"),
        (lambda c: c.update(severity="bad"), "MY-01.severity: write 'block', 'fix', 'a"),
        (lambda c: c["statement"].pop("fr"), "MY-01.statement.fr: is missing"),
        (lambda c: c["statement"].update(fr=""), "MY-01.statement.fr: is empty"),
        (lambda c: c.update(checks=[]), "MY-01.checks: is empty; give at least one"),
        (lambda c: c.update(checks="terms"), "MY-01.checks: give a list, as in [one, two]"),
        (lambda c: c.update(id="rule 1"), "rule 1.id: write it as CH-01"),
        (lambda c: c.pop("id"), "clause 1.id: is missing"),
        (lambda c: c.update(name=3), "MY-01.name: give keys with values"),
        (lambda c: c["checks"][0].update(kind="term"), "no check 'term'; did you mean 'terms'?"),
        (lambda c: c["checks"][0].update(kind="xyz"), "no check 'xyz'; there are affiliation"),
        (
            lambda c: c["checks"][0].update(parameters={"term": ["a"]}),
            "MY-01, check terms: there is no parameter 'term'; did you mean 'terms'?",
        ),
        (
            lambda c: c["checks"][0].update(parameters={"terms": "a"}),
            "MY-01, check terms: terms: give a list, as in [one, two]",
        ),
        (
            lambda c: c["checks"].append(
                {"kind": "patterns", "parameters": {"patterns": ["(?=a)"]}}
            ),
            "MY-01, check patterns: the pattern '(?=a)' is not one RE2 can run",
        ),
        (
            lambda c: c["checks"].append(
                {"kind": "phrases", "parameters": {"phrases": {"de": []}}}
            ),
            "phrases.de: there is no such key; there are en, fr",
        ),
    ],
)
def test_a_mistake_in_a_clause_is_told_with_its_place_and_remedy(edit: Edit, said: str) -> None:
    told = problem(edit)
    assert said in told
    assert "Value error" not in told
    assert "0 items" not in told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: 2026-99-99", "check indentations, quotation marks, brackets and dates"),
        ("- a\n- b\n", "holds no keys"),
        ("", "holds no keys"),
        ("id: [a\nb: c", "line 1"),
        (yaml.safe_dump(SOUND) + "version: '2'\n", "this key stands twice; keep one (version)"),
        (yaml.safe_dump(SOUND | {"version": 1.0}), "version: give a text, between quotation marks"),
        (yaml.safe_dump(SOUND | {"id": "My Charter"}), "id: write it in small letters"),
        (
            "id: !!python/object/apply:os.system ['true']",
            "line 1: a charter holds texts, numbers, lists",
        ),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place_and_remedy(text: str, said: str) -> None:
    assert said in problem_of(text)


def test_a_key_that_stands_twice_deep_inside_is_refused_too() -> None:
    text = yaml.safe_dump(SOUND).replace("severity: fix", "severity: fix\n  severity: block")
    assert "this key stands twice; keep one (severity)" in problem_of(text)


def test_a_key_taken_in_by_merging_may_be_said_otherwise() -> None:
    text = "id: &a {fr: x, en: y}\ntitle: {<<: *a, fr: z}"
    told = problem_of(text)
    assert "twice" not in told
    assert "title" not in told


def test_a_file_there_is_not_is_told() -> None:
    with pytest.raises(CharterInvalid, match="there is no file"):
        load_charter(Path("nowhere.yaml"))


@pytest.mark.parametrize(
    ("count", "fr", "en"),
    [(5, "x5", "x5"), (6, "x5; et 1 autre", "x5; and 1 more"), (8, "et 3 autres", "and 3 more")],
)
def test_how_much_more_there_is_agrees_in_number(count: int, fr: str, en: str) -> None:
    told = in_a_row([Bilingual(f"x{one + 1}", f"x{one + 1}") for one in range(count)], "; ")
    assert told.fr.endswith(fr)
    assert told.en.endswith(en)
