"""Two drafts too near each other: none is returned, whoever asked for them and whenever."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from domain.drafts import Grounding, PromptRef
from personalizer.writing import Angle
from tests.builders import draft_request
from tests.fakes import (
    ScriptedWriter,
    SentenceGrounder,
)
from tests.personalizer.workshop import (
    BAD,
    BAD_TOO,
    GOOD,
    OTHER,
    Workshop,
    angles,
    passage,
    reasons,
)

pytestmark = pytest.mark.anyio


async def test_two_drafts_of_one_request_are_never_near_twins() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]))
    result = await workshop.draft(count=2)
    assert len(result.drafts) == len(workshop.reservations.held) == 1
    assert reasons(result) == ["near_duplicate"]


async def test_ones_own_note_may_stand_in_each_of_ones_drafts_and_in_no_colleagues() -> None:
    note = "J’ai suivi l’essai pendant trois nuits, dans le froid, avec un casque sur la tête."
    workshop = Workshop(ScriptedWriter([lambda brief: f"{passage(brief)} {note}"]))
    mine = await workshop.draft(count=2, notes=(note,), owner="me")
    assert len(mine.drafts) == 2
    theirs = await workshop.draft(notes=(note,), owner="somebody else")
    assert reasons(theirs) == ["near_duplicate"]


async def test_a_near_twin_of_a_colleague_is_written_anew_on_another_angle() -> None:
    workshop = Workshop(ScriptedWriter([GOOD, GOOD, OTHER]))
    first = await workshop.draft(owner="owner-1")
    second = await workshop.draft(owner="owner-2")
    assert [draft.text for draft in first.drafts + second.drafts] == [GOOD, OTHER]
    assert second.drafts[0].nearness.compared == 1


async def test_a_model_is_told_that_its_text_is_too_near_before_another_angle_is_tried() -> None:
    prompt = PromptRef("draft_post", 1, "digest")
    writer = ScriptedWriter([GOOD, GOOD, OTHER], prompt=prompt)
    workshop = Workshop(writer, grounder=SentenceGrounder(Grounding.SOURCE))
    await workshop.draft(owner="owner-1")
    (draft,) = (await workshop.draft(owner="owner-2")).drafts
    ((text, findings),) = workshop.writer.revised
    assert (text, [one.check for one in findings]) == (GOOD, ["too_near"])
    assert draft.text == OTHER
    assert draft.angle == workshop.writer.briefs[-1].angle.key
    assert len(workshop.writer.briefs) == 2


async def test_an_angle_whose_text_is_too_near_is_told_in_other_words_first() -> None:
    workshop = Workshop(ScriptedWriter([GOOD, GOOD, OTHER]))
    await workshop.draft(owner="owner-1")
    drafter = workshop.drafter(max_angles=1, max_rewordings=1)
    result = await drafter.draft(draft_request(owner="owner-2"))
    assert [draft.text for draft in result.drafts] == [OTHER]
    _, first, second = workshop.writer.briefs
    assert (first.angle, first.rewording, second.rewording) == (second.angle, 0, 1)


async def test_other_words_are_tried_so_often_and_for_near_twins_alone() -> None:
    near = Workshop(ScriptedWriter([GOOD]))
    await near.draft(owner="owner-1")
    result = await near.drafter(max_angles=1, max_rewordings=2).draft(draft_request(owner="me"))
    assert reasons(result) == ["near_duplicate"]
    assert len(near.writer.briefs) == 1 + 3
    refused = Workshop(ScriptedWriter([BAD, BAD_TOO]))
    drafter = refused.drafter(max_angles=1, max_rewordings=2, max_revisions=0)
    assert reasons(await drafter.draft(draft_request())) == ["charter"]
    assert len(refused.writer.briefs) == 1


async def test_no_angle_a_colleague_holds_is_given_again() -> None:
    workshop = Workshop(ScriptedWriter([passage]))
    results = [await workshop.draft(owner=f"owner-{number}") for number in range(6)]
    given = [draft.angle for result in results for draft in result.drafts]
    assert len(given) == len(set(given)) == 5
    assert reasons(results[-1]) == ["angles_exhausted"]


async def test_a_content_whose_every_sentence_is_held_has_been_told_enough() -> None:
    def in_many_forms(*asked: Any) -> Sequence[Angle]:
        plain = angles(*asked)
        return [replace(one, key=f"{form}:{one.key}") for form in range(9) for one in plain]

    workshop = Workshop(ScriptedWriter([passage]))
    drafter = workshop.drafter(angles=in_many_forms, max_angles=20)
    for number in range(5):
        assert (await drafter.draft(draft_request(owner=f"owner-{number}"))).drafts
    assert reasons(await drafter.draft(draft_request(owner="me"))) == ["angles_exhausted"]
    mine = draft_request(owner="me", notes=("Une note.",))
    assert reasons(await drafter.draft(mine)) == ["near_duplicate"]


async def test_an_angle_taken_while_the_text_was_written_is_left() -> None:
    workshop = Workshop(ScriptedWriter([passage], pause_seconds=0.02))
    first, second = await asyncio.gather(
        workshop.draft(owner="owner-1"), workshop.draft(owner="owner-2")
    )
    assert first.drafts[0].angle != second.drafts[0].angle


async def test_the_angles_tried_for_one_draft_are_bounded() -> None:
    workshop = Workshop(ScriptedWriter([GOOD]))
    await workshop.draft(owner="owner-1")
    result = await workshop.drafter(max_angles=2).draft(draft_request(owner="owner-2"))
    assert reasons(result) == ["near_duplicate"]
    assert len(workshop.writer.briefs) == 3


@pytest.mark.parametrize("people", [2, 10])
async def test_a_text_given_to_everybody_at_once_is_kept_by_one(people: int) -> None:
    workshop = Workshop(ScriptedWriter([GOOD], pause_seconds=0.005))
    results = await asyncio.gather(
        *(workshop.draft(owner=f"owner-{number}") for number in range(people))
    )
    texts = [draft.text for result in results for draft in result.drafts]
    assert texts == [GOOD]
    assert len(workshop.reservations.held) == 1
