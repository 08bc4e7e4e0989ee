"""An angle is one person's: for two who ask at once, and for one who asks again."""

import asyncio
from itertools import count

import pytest

from personalizer.writing import Brief
from tests.builders import draft_request
from tests.fakes import ScriptedWriter
from tests.personalizer.workshop import GOOD, OTHER, Workshop, passage, reasons

THIRD = "Bravo aux apprentis de l’équipe du soir, arrivés un lundi de pluie."

pytestmark = pytest.mark.anyio


async def test_one_angle_worded_twice_at_once_is_given_to_one_person() -> None:
    workshop = Workshop(ScriptedWriter([GOOD, OTHER, THIRD], pause_seconds=0.005))
    drafter = workshop.drafter()
    results = await asyncio.gather(
        *(drafter.draft(draft_request(owner=f"owner-{number}")) for number in range(2))
    )
    given = [draft.angle for result in results for draft in result.drafts]
    assert len(set(given)) == len(given) == 2
    assert len(workshop.writer.briefs) == 3


async def test_other_words_are_not_tried_on_an_angle_that_was_taken_meanwhile() -> None:
    workshop = Workshop(ScriptedWriter([GOOD, OTHER, THIRD], pause_seconds=0.005))
    first, second = await asyncio.gather(
        *(
            workshop.drafter(max_rewordings=2).draft(draft_request(owner=f"owner-{number}"))
            for number in range(2)
        )
    )
    assert len(first.drafts) == len(second.drafts) == 1
    assert all(brief.rewording == 0 for brief in workshop.writer.briefs)


async def test_whoever_asks_again_is_given_another_angle() -> None:
    drafter = Workshop(ScriptedWriter([passage])).drafter()
    given = [(await drafter.draft(draft_request())).drafts[0] for _ in range(5)]
    assert len({draft.angle for draft in given}) == 5
    assert len({draft.text for draft in given}) == 5


async def test_once_all_are_told_an_own_one_is_given_again_and_nothing_is_held_twice() -> None:
    workshop = Workshop(ScriptedWriter([passage]))
    drafter = workshop.drafter()
    first = [(await drafter.draft(draft_request())).drafts[0] for _ in range(5)]
    assert all(draft.nearness.let_go == () for draft in first)
    (again,) = (await drafter.draft(draft_request(notes=("Une note de plus.",)))).drafts
    held = [one.angle for one in workshop.reservations.held]
    assert again.angle in held
    assert len(held) == len(set(held)) == 5
    assert again.nearness.let_go == tuple(one.draft_id for one in first if one.angle == again.angle)
    newest = workshop.reservations.held[-1]
    assert (newest.reservation_id, newest.angle) == (again.draft_id, again.angle)


async def test_what_one_person_holds_is_not_given_to_a_colleague_when_they_ask_again() -> None:
    drafter = Workshop(ScriptedWriter([passage])).drafter()
    for _ in range(5):
        await drafter.draft(draft_request(owner="me"))
    colleagues = draft_request(owner="a colleague")
    assert reasons(await drafter.draft(colleagues)) == ["angles_exhausted"]
    await drafter.draft(draft_request(owner="me"))
    assert reasons(await drafter.draft(colleagues)) == ["angles_exhausted"]


async def test_two_requests_of_one_person_at_once_stand_on_two_angles() -> None:
    numbers = count()

    def numbered(brief: Brief) -> str:
        return f"{next(numbers)} {passage(brief)}"

    workshop = Workshop(ScriptedWriter([numbered], pause_seconds=0.005))
    results = await asyncio.gather(*(workshop.draft(owner="me") for _ in range(2)))
    assert len({draft.angle for result in results for draft in result.drafts}) == 2
