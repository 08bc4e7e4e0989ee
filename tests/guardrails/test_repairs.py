"""Suggestions that are put into a text: they repair what was found, and break nothing."""

from collections.abc import Iterator
from functools import cache

import pytest

from domain.review import Finding, Repair, Verdict
from guardrails.cases import Example
from guardrails.charter import PACKS, load_charter
from guardrails.guard import Guard
from guardrails.regression import judge

GUARDS = [
    Guard.of(load_charter(), key=b"repairs"),
    *(
        Guard.of(load_charter(path), key=b"repairs", on_trial=True)
        for path in sorted(PACKS.iterdir())
    ),
]


def cases() -> Iterator[tuple[Guard, Example]]:
    for guard in GUARDS:
        for clause in guard.charter.charter.clauses:
            for example in clause.examples:
                if example.kind == "violating":
                    yield guard, example


CASES = [*cases()]


def reviewed(guard: Guard, example: Example) -> Verdict:
    return judge(guard, example, guard.charter.charter.company.as_organization())


@cache  # looked at by three tests
def as_given(at: int) -> Verdict:
    """Return what is found in an example before anything is put in."""
    return reviewed(*CASES[at])


def repaired(text: str, finding: Finding) -> str:
    assert finding.suggestion is not None
    if finding.repair is Repair.ADD:
        return f"{finding.suggestion} {text}"
    assert finding.span is not None
    return text[: finding.span.start] + finding.suggestion + text[finding.span.end :]


def is_put_in_place(finding: Finding) -> bool:
    return finding.repair is Repair.REPLACE and finding.suggestion is not None


def _start(finding: Finding) -> int:
    return finding.span.start if finding.span else 0


def told(verdict: Verdict) -> list[tuple[str, str]]:
    return sorted((one.rule, one.check) for one in verdict.findings)


def repairs(at: int) -> list[Finding]:
    """Return what was found in an example and can be repaired by putting something in."""
    found = as_given(at).findings
    return [one for one in found if one.suggestion and one.repair is not Repair.ADVISE]


EACH = pytest.mark.parametrize("at", range(len(CASES)))


@EACH
def test_what_is_put_in_repairs_what_was_found_and_breaks_nothing(at: int) -> None:
    guard, example = CASES[at]
    before = told(as_given(at))
    for finding in repairs(at):
        text = repaired(example.text, finding)
        after = told(reviewed(guard, example.model_copy(update={"text": text})))
        gone = (finding.rule, finding.check)
        assert after.count(gone) == before.count(gone) - 1, text
        assert not set(after) - set(before), text


@EACH
def test_all_replacements_together_leave_none_of_them(at: int) -> None:
    guard, example = CASES[at]
    replacing = list(filter(is_put_in_place, as_given(at).findings))
    text, ends = example.text, len(example.text)
    for finding in sorted(replacing, key=_start, reverse=True):
        if finding.span and finding.span.end <= ends:
            text, ends = repaired(text, finding), finding.span.start
    after = reviewed(guard, example.model_copy(update={"text": text})).findings
    assert not list(filter(is_put_in_place, after)), text


def test_there_are_replacements_and_additions_in_both_languages() -> None:
    kinds = {
        (finding.repair, example.language)
        for at, (_, example) in enumerate(CASES)
        for finding in repairs(at)
    }
    assert len(kinds) == 4
