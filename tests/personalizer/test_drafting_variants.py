"""Several drafts of one request differ in how they open and in their form."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from personalizer.writing import Angle, Form
from tests.builders import draft_request
from tests.fakes import ScriptedWriter
from tests.personalizer.workshop import (
    Workshop,
    angles,
    passage,
    reasons,
)

pytestmark = pytest.mark.anyio


async def test_two_drafts_of_one_request_never_open_with_the_same_words() -> None:
    writer = ScriptedWriter([lambda brief: f"Ce que je retiens du jour : {passage(brief)}"])
    result = await Workshop(writer).draft(count=2)
    assert len(result.drafts) == 1
    assert reasons(result) == ["near_duplicate"]


async def test_the_drafts_of_a_request_have_other_forms_while_there_are_some() -> None:
    def in_two_forms(*asked: Any) -> Sequence[Angle]:
        plain = angles(*asked)
        return [*plain, *(replace(one, key=f"t:{one.key}", form=Form.THANKS) for one in plain)]

    writer = ScriptedWriter([lambda brief: f"{brief.variant} {passage(brief)}"])
    drafter = Workshop(writer).drafter(angles=in_two_forms)
    await drafter.draft(draft_request(count=2))
    first, second = (brief.angle for brief in writer.briefs)
    assert (first.form, second.form) == (Form.LESSON, Form.THANKS)
    assert first.focus != second.focus
