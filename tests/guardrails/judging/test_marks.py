"""What a judge answers amiss: none of it is believed, and none of it passes."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Finding, Outcome, Span
from guardrails.judged import JudgedGuard
from guardrails.judging import Judge
from guardrails.judging.question import question
from guardrails.judging.quoting import place_of, recites
from tests.guardrails.judging.test_judge import (
    CIRCUMSTANCES,
    GUARD,
    JUDGED,
    draft,
    judge_of,
    judged,
)
from tests.openai_server import OpenAIServer
from tests.personalizer.adapters.talking import SLACK, connected

pytestmark = pytest.mark.anyio
__all__ = ["judged"]

CLAUSES = [one.clause for one in GUARD.clauses]


@pytest.mark.parametrize("verb", ["forgets", "doubles", "misnames", "renames"])
async def test_a_verdict_without_the_clauses_own_mark_is_none(
    judged: JudgedGuard, verb: str
) -> None:
    verdict = await judged.review(draft(more=f"This {verb} CH-18."), CIRCUMSTANCES)
    assert verdict.unexamined == ("CH-18",)
    assert verdict.outcome is Outcome.BLOCK


@pytest.mark.parametrize("verb", ["marks", "recites"])
async def test_an_answer_that_recites_its_orders_is_believed_in_nothing(
    judged: JudgedGuard, verb: str
) -> None:
    verdict = await judged.review(draft(more=f"This {verb} CH-18."), CIRCUMSTANCES)
    at = JUDGED.index("CH-18") // judged.judge.at_once * judged.judge.at_once
    assert set(verdict.unexamined) == set(JUDGED[at : at + judged.judge.at_once])
    assert verdict.outcome is Outcome.BLOCK


async def test_what_it_recited_is_asked_again(judged: JudgedGuard, server: OpenAIServer) -> None:
    text = draft(more="This recites CH-18.")
    await judged.review(text, CIRCUMSTANCES)
    asked = len(server.requests)
    await judged.review(text, CIRCUMSTANCES)
    assert len(server.requests) == asked + 1


async def test_a_passage_that_is_not_the_drafts_is_a_finding_without_a_place(
    judged: JudgedGuard,
) -> None:
    verdict = await judged.review(draft(more="This misquotes CH-18."), CIRCUMSTANCES)
    (found,) = [one for one in verdict.findings if one.check == "judge"]
    assert (found.rule, found.span, verdict.outcome) == ("CH-18", None, Outcome.BLOCK)


async def test_a_passage_typed_otherwise_is_found_where_it_stands(judged: JudgedGuard) -> None:
    text = Draft("Je travaille à l’atelier chez Ardemont. Ceci retypes CH-18.", Language.FRENCH)
    verdict = await judged.review(text, CIRCUMSTANCES)
    (found,) = [one for one in verdict.findings if one.check == "judge"]
    assert found.span == Span(0, 39)


async def test_a_mark_is_one_for_all_questions_and_no_author_knows_it() -> None:
    marks = {Judge(model=None, name="one").mark for _ in range(8)}  # type: ignore[arg-type]  # never asked
    assert len(marks) == 8
    asked = question(CLAUSES, draft(), CIRCUMSTANCES, "f00d")[-1].text
    assert asked.count("#f00d: ") == len(CLAUSES)
    assert f"<clause>\n{CLAUSES[0].id}: " in question(CLAUSES, draft(), CIRCUMSTANCES)[-1].text


async def test_forty_clauses_at_once_are_asked_in_ten_questions(server: OpenAIServer) -> None:
    forty = [CLAUSES[at % len(CLAUSES)].model_copy(update={"id": f"X-{at:02}"}) for at in range(40)]
    text = draft(more="This breaks X-07, puzzles X-12, forgets X-39.")
    async with connected(server) as model:
        said = await judge_of(model).judge(forty, text, CIRCUMSTANCES)
    assert len(server.requests) == 10
    assert {one for one, found in said.items() if found is None} == {"X-12", "X-39"}
    assert found_in(said) == {"X-07"}


async def test_what_did_not_fit_into_the_time_is_unexamined(server: OpenAIServer) -> None:
    forty = [CLAUSES[2].model_copy(update={"id": f"X-{at:02}"}) for at in range(40)]
    server.use("slow_first_byte")
    server.delay_seconds = 1.0
    async with connected(server) as model:
        judge = judge_of(model, patience_seconds=2.5)
        async with asyncio.timeout(2.5 + SLACK):
            said = await judge.judge(forty, draft(), CIRCUMSTANCES)
    # Four questions of four clauses take a second.
    assert sum(found is not None for found in said.values()) <= 32
    assert len(said) == 40
    assert len(server.requests) <= 12


async def test_one_question_that_fails_leaves_the_others_alone(server: OpenAIServer) -> None:
    async with connected(server) as model:
        server.use("refusal", times=1)
        said = await judge_of(model).judge(CLAUSES[:8], draft(), CIRCUMSTANCES)
    assert [found is None for found in said.values()].count(True) in {0, 4}
    assert [found == () for found in said.values()].count(True) >= 4


@pytest.mark.parametrize(
    ("quote", "text", "place"),
    [
        ("the press", "Here is the press.", (8, 17)),
        (" the press ", "Here is the press.", (8, 17)),
        ("l'atelier", "Voici l’atelier.", (6, 15)),
        ("12 %", "Voici 12\u202f% de plus.", (6, 10)),
        ("“the press”", "Here is the press.", (8, 17)),
        ("THE PRESS", "Here is the press.", (8, 17)),
        ("the shop", "Here is the press.", None),
        ("", "Here is the press.", None),
        ("  ", "Here is the press.", None),
        ('"', "Here is the press.", None),
    ],
)
def test_a_quotation_is_found_as_people_type(
    quote: str, text: str, place: tuple[int, int] | None
) -> None:
    assert place_of(quote, text) == (Span(*place) if place else None)


TOLD = "You read a post before its author, who works for a company, publishes it."


@pytest.mark.parametrize(
    ("quote", "text", "is_recited"),
    [
        ("CH-05#f00d", "A post.", True),
        ("CH-05#f00d", "My f00d.", False),
        ("you read a post before its author", "A post.", True),
        ("You read a post before its author", "You read a post before its author does.", False),
        ("You read a post", "A post.", False),
        ("", "A post.", False),
    ],
)
def test_instructions_are_recited_when_the_text_does_not_say_them(
    quote: str, text: str, *, is_recited: bool
) -> None:
    assert recites(quote, TOLD, text, "f00d") == is_recited


def found_in(said: Mapping[str, tuple[Finding, ...] | None]) -> set[str]:
    return {one for one, found in said.items() if found}


async def test_verdicts_kept_hold_under_another_mark(server: OpenAIServer) -> None:
    async with connected(server) as model:
        judge = judge_of(model)
        first = await judge.judge(CLAUSES[:4], draft(), CIRCUMSTANCES)
        judge.mark = "0ther"
        notes = replace(CIRCUMSTANCES, notes=CIRCUMSTANCES.notes)
        assert await judge.judge(CLAUSES[:4], draft(), notes) == first
    assert len(server.requests) == 1
