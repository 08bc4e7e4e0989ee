"""What the seventh drafting and the fifth revising prompt are told: each author a way of theirs."""

import re
from dataclasses import replace
from typing import Any

import pytest

from domain.language import Language
from domain.review import Finding, Severity, Span
from guardrails.facts.misuses import Facts
from personalizer.defect_words import Defect, Flaw
from personalizer.examination import TOO_NEAR
from personalizer.model_writer import ModelWriter
from personalizer.objecting import is_of_no_use, kept_opening
from personalizer.post_shapes import POST_SHAPES
from personalizer.prompt_inputs import Objection
from personalizer.prompts import Foreign, load_prompt
from personalizer.writing import Angle, Form
from tests.builders import draft_request
from tests.fakes import ScriptedModel
from tests.personalizer.model_writing import OTHER, TEXT, brief, told
from tests.personalizer.played.briefs import CANDIDATES, asked, cases_of
from tests.personalizer.played.loop import default_guard, judged
from tests.personalizer.test_prompts import draft_inputs, revise_inputs

pytestmark = pytest.mark.anyio
WAYS = 9
BOTH = pytest.mark.parametrize("language", list(Language))
_WAY = re.compile(r"(?:où la personne travaille\s:|where the person works:).*?[«“]\s?(.+?)\s?[»”]")


def ways(language: Language) -> list[str]:
    """Return the words that stand as an example of each way to say where somebody works."""
    prompt, inputs = load_prompt("draft_post", 7), draft_inputs(language)
    return [
        found[1]
        for number in range(WAYS)
        if (found := _WAY.search(_said(prompt, replace(inputs, manner=5 * number - 5), language)))
    ]


def _said(prompt: Any, inputs: Any, language: Language) -> str:
    text: str = prompt.render(inputs, language)[-1].text
    return text


@BOTH
def test_there_are_nine_ways_to_say_where_somebody_works(language: Language) -> None:
    assert len(set(ways(language))) == WAYS


@BOTH
async def test_the_charter_knows_each_of_them(language: Language) -> None:
    case = next(
        one for one in cases_of(("draft_post", 7)) if one.brief.request.language is language
    )
    for way in ways(language):
        named = way.replace("….", "Tessonde.").replace("…", "Tessonde")
        text = f"{named} a posé 12 relais" if language is Language.FRENCH else f"{named} put up 12"
        found = (await judged(case, f"{text}.", default_guard())).findings
        assert "affiliation" not in {one.check for one in found}, way


async def told_to(owner: str, angle: str) -> str:
    model = ScriptedModel([{"text": OTHER}])
    writer = ModelWriter(model, Facts(), draft_prompt=load_prompt("draft_post", 7))
    request = replace(draft_request(), owner=owner)
    await writer.write(brief(request, angle=Angle(angle, Form.FIGURE, Span(97, 150))))
    return told(model)


async def test_ten_colleagues_are_told_different_ways_and_each_of_them_always_the_same() -> None:
    said = [await told_to(f"owner-{number}", f"figure:{number}") for number in range(10)]
    assert len({found[1] for one in said if (found := _WAY.search(one))}) >= WAYS // 2
    assert len({one.partition("première phrase")[2][:60] for one in said}) > 2
    assert await told_to("owner-3", "figure:3") == said[3]


@BOTH
def test_two_drafts_of_one_request_begin_and_disclose_in_other_ways(language: Language) -> None:
    prompt, inputs = load_prompt("draft_post", 7), draft_inputs(language)
    one, other = (
        _WAY.search(_said(prompt, replace(inputs, variant=number), language)) for number in (0, 1)
    )
    assert one
    assert other
    assert one[1] != other[1]


@BOTH
def test_the_answer_is_shown_as_it_is_to_be_given(language: Language) -> None:
    for prompt, inputs in (
        (load_prompt("draft_post", 7), draft_inputs(language)),
        (load_prompt("revise_post", 5), revise_inputs(language)),
    ):
        assert set(POST_SHAPES[prompt.front.output].model_fields) == {"text"}
        system, user = prompt.render(inputs, language)
        assert '{"text": "' in system.text
        assert user.text.endswith('{"text": "…"}')


def finding(check: str = "grounding", span: Span | None = None) -> Finding:
    found = replace(TOO_NEAR, check=check, span=span)
    assert found.severity is Severity.FIX
    return found


@pytest.mark.parametrize(
    ("findings", "flaws", "kept"),
    [
        ((finding(span=Span(40, 50)),), (), True),
        ((finding(span=Span(33, 34)),), (Flaw(Defect.RESULT, "12 minutes"),), True),
        ((finding(span=Span(3, 10)),), (), False),
        ((finding(),), (), False),
        ((finding(span=Span(40, 50)),), (Flaw(Defect.WRAPPED),), False),
        ((), (Flaw(Defect.NEVER, "Ardemont"),), False),
    ],
)
def test_the_first_sentence_is_kept_where_all_objections_are_to_others(
    findings: tuple[Finding, ...], flaws: tuple[Flaw, ...], *, kept: bool
) -> None:
    first = "Je travaille chez Ardemont."
    assert kept_opening(TEXT, findings, flaws) == (first if kept else None)


def test_a_text_without_a_first_sentence_keeps_none() -> None:
    assert kept_opening("", (), ()) is None
    assert kept_opening("mot " * 200, (), ()) is None


@pytest.mark.parametrize(
    ("findings", "flaws", "expected"),
    [
        ((TOO_NEAR,), (), True),
        ((), (Flaw(Defect.LANGUAGE),), True),
        ((), (Flaw(Defect.TALK, "Sorry"),), True),
        ((finding(),), (Flaw(Defect.RESULT, "12"),), False),
        ((), (), False),
    ],
)
def test_another_text_is_asked_for_only_where_nothing_of_this_one_serves(
    findings: tuple[Finding, ...], flaws: tuple[Flaw, ...], *, expected: bool
) -> None:
    assert is_of_no_use(findings, flaws) is expected


async def revised(text: str, *findings: Finding) -> str:
    model = ScriptedModel([{"text": OTHER}])
    writer = ModelWriter(model, Facts(), revise_prompt=load_prompt("revise_post", 5))
    await writer.revise(brief(), text, findings)
    return told(model)


async def test_a_model_is_told_what_to_do_about_each_objection_and_about_no_other() -> None:
    said = await revised(TEXT, finding("grounding", Span(40, 50)))
    assert "Un seul reproche lui est fait" in said
    assert "à faire\u00a0: remets exactement ce que dit la matière" in said
    assert said.count("à faire\u00a0:") == 1
    assert "<kept>Je travaille chez Ardemont.</kept>" in said
    assert "mot pour mot, dans leur ordre" in said


async def test_a_text_too_near_to_a_colleagues_is_written_anew() -> None:
    said = await revised(TEXT, TOO_NEAR)
    assert "écris un autre post" in said
    assert "mot pour mot, dans leur ordre" not in said


@BOTH
def test_several_objections_are_counted(language: Language) -> None:
    said = _said(load_prompt("revise_post", 5), revise_inputs(language), language)
    assert ("2 reproches" if language is Language.FRENCH else "2 objections") in said
    inputs = revise_inputs(language)
    lone = replace(inputs, objections=(Objection(Foreign("CH-01"), check="affiliation"),))
    said = _said(load_prompt("revise_post", 5), lone, language)
    assert ("exact donné par" if language is Language.FRENCH else "the exact name in") in said


@pytest.mark.parametrize("prompt", [("draft_post", 7), ("revise_post", 5), *CANDIDATES])
async def test_what_manners_vary_is_asked_for_every_case(prompt: tuple[str, int]) -> None:
    cases = cases_of(prompt)
    heard = [await asked(case, prompt) for case in cases]
    assert len({one.heard for one in heard}) == len(cases) == 40
