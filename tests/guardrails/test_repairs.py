"""Suggestions that are put into a text: they repair what was found, and break nothing."""

from collections.abc import Iterator

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


def reviewed(guard: Guard, example: Example) -> Verdict:
    return judge(guard, example, guard.charter.charter.company.as_organization())


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


REPAIRS = [
    (guard, example, finding)
    for guard, example in cases()
    for finding in reviewed(guard, example).findings
    if finding.suggestion and finding.repair is not Repair.ADVISE
]


@pytest.mark.parametrize(("guard", "example", "finding"), REPAIRS)
def test_what_is_put_in_repairs_what_was_found_and_breaks_nothing(
    guard: Guard, example: Example, finding: Finding
) -> None:
    before = told(reviewed(guard, example))
    text = repaired(example.text, finding)
    after = told(reviewed(guard, example.model_copy(update={"text": text})))
    gone = (finding.rule, finding.check)
    assert after.count(gone) == before.count(gone) - 1, text
    assert not set(after) - set(before), text


@pytest.mark.parametrize(
    ("guard", "example"), [pytest.param(*one, id=str(at)) for at, one in enumerate(cases())]
)
def test_all_replacements_together_leave_none_of_them(guard: Guard, example: Example) -> None:
    replacing = list(filter(is_put_in_place, reviewed(guard, example).findings))
    text, ends = example.text, len(example.text)
    for finding in sorted(replacing, key=_start, reverse=True):
        if finding.span and finding.span.end <= ends:
            text, ends = repaired(text, finding), finding.span.start
    after = reviewed(guard, example.model_copy(update={"text": text})).findings
    assert not list(filter(is_put_in_place, after)), text


def test_there_are_replacements_and_additions_in_both_languages() -> None:
    kinds = {(finding.repair, example.language) for _, example, finding in REPAIRS}
    assert len(kinds) == 4
