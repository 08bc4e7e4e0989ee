"""Examples of a charter with their circumstances: a source, notes, posts, a colleague's draft."""

from typing import Any

import pytest

from guardrails.cases import Example
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.regression import finds, judge

GUARD = Guard.of(load_charter(), key=b"examples")
COMPANY = GUARD.charter.charter.company.as_organization()
SHARED = (
    "A setting takes twelve minutes when the machine is cold, and the gauge shows it at once to "
    "whoever stands beside it."
)


@pytest.mark.parametrize(
    ("rule", "text", "breaking", "keeping"),
    [
        ("CH-06", SHARED, {"other_text": SHARED}, {"other_text": "The gauge was mended in May."}),
        ("CH-21", "A setting takes 12 minutes.", {"source": "It takes 15 minutes."},
         {"source": "A setting takes 12 minutes."}),
        ("CH-05", "I remember my first breakdown at night.", {},
         {"notes": ["I remember my first breakdown at night."]}),
        ("CH-05", "I remember my first breakdown at night.", {},
         {"posts": ["I remember my first breakdown at night, and the cold of the workshop."]}),
    ],
)  # fmt: skip
def test_an_example_is_judged_in_its_circumstances(
    rule: str, text: str, breaking: dict[str, Any], keeping: dict[str, Any]
) -> None:
    for around, stopped in ((breaking, True), (keeping, False)):
        example = Example.model_validate(
            {"kind": "violating", "language": "en", "text": text, **around}
        )
        assert finds(judge(GUARD, example, COMPANY), rule) is stopped


def test_the_author_of_an_example_may_be_named() -> None:
    named = {"kind": "near_miss", "language": "en", "text": "Sarah Keller here, on gauges."}
    company = {"name": "Ardemont", "directory": [{"name": "Sarah Keller"}]}
    for author, stopped in (("Sarah Keller", False), (None, True)):
        example = Example.model_validate({**named, "author": author, "company": company})
        verdict = judge(GUARD, example, COMPANY)
        assert any(one.check == "directory_names" for one in verdict.findings) is stopped
