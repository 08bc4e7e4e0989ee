"""What somebody playing the model answered to every prompt version, through the whole loop."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from domain.errors import PorteVoixError
from domain.language import Language
from domain.review import Outcome
from personalizer.adapters.recorded import digest
from personalizer.prompts import PROMPTS as PROMPTS_FOLDER
from personalizer.prompts import load_prompt
from personalizer.writing import Form
from tests.personalizer.played.__main__ import main as take
from tests.personalizer.played.briefs import (
    PROMPTS,
    REPLIES,
    Case,
    asked,
    cases,
    cases_of,
    written,
)
from tests.personalizer.played.gate import ENOUGH, Passage, passage, promote
from tests.personalizer.played.gate import main as gate
from tests.personalizer.played.loop import default_guard, drafted, judged, recorded

pytestmark = pytest.mark.anyio
DRAFTING = [prompt for prompt in PROMPTS if prompt[0] == "draft_post"]
REVISING = [prompt for prompt in PROMPTS if prompt[0] == "revise_post"]
PLAYED = [(case, prompt) for prompt in DRAFTING for case in cases_of(prompt)]


def named(prompt: tuple[str, int]) -> str:
    return f"{prompt[0]}.v{prompt[1]}"


def test_there_are_twenty_cases_in_two_languages_on_every_kind_of_place() -> None:
    languages = Counter(case.brief.request.language for case in cases())
    assert languages == {Language.FRENCH: 10, Language.ENGLISH: 10}
    assert len({case.brief.request.platform for case in cases()}) == 5


def test_a_version_that_knows_disagreement_is_asked_for_twenty_of_them() -> None:
    more = [case for case in cases_of(("draft_post", 3)) if case not in cases()]
    assert Counter(case.brief.request.language for case in more) == {
        Language.FRENCH: 10,
        Language.ENGLISH: 10,
    }
    assert {case.brief.angle.form for case in more} == {Form.DISAGREEMENT}
    assert cases_of(("draft_post", 1)) == cases()


async def test_a_disagreement_is_named_to_the_versions_that_know_it_and_asked_of_the_others() -> (
    None
):
    case = next(one for one in cases_of(("draft_post", 3)) if one not in cases())
    heard = {
        version: (await asked(case, ("draft_post", version))).heard[-1].text for version in (1, 3)
    }
    assert "une question de métier" in heard[1]
    assert "une réserve" in heard[3]


def test_most_cases_of_a_version_that_is_told_a_card_have_one() -> None:
    told = cases_of(("draft_post", 4))
    carded = [case for case in told if case.brief.card is not None]
    assert len(told) == 40
    assert Counter(case.brief.request.language for case in carded) == {
        Language.FRENCH: 13,
        Language.ENGLISH: 13,
    }
    assert not any(case.brief.card for case in cases_of(("draft_post", 3)))


def test_a_version_that_is_told_the_whole_voice_has_more_of_it_and_drafts_spoiled_in_it() -> None:
    told = {case.case_id: case for case in cases_of(("revise_post", 3))}
    before = {case.case_id: case for case in cases_of(("revise_post", 2))}
    card = told["fr-02"].brief.card
    assert card is not None
    assert card.first_words == ("Il est",)
    assert len(told["fr-02"].brief.exemplars or ()) == 3
    spoiled = [case for case in told.values() if case.flawed != before[case.case_id].flawed]
    assert Counter(case.brief.request.language for case in spoiled) == {
        Language.FRENCH: 5,
        Language.ENGLISH: 5,
    }


def test_the_replies_say_who_gave_them() -> None:
    assert "playing the model" in json.loads(REPLIES.read_text(encoding="utf-8"))["given_by"]


@pytest.mark.parametrize("prompt", PROMPTS, ids=named)
async def test_every_case_of_every_version_was_answered(prompt: tuple[str, int]) -> None:
    replies = recorded().replies
    for case in cases_of(prompt):
        assert digest((await asked(case, prompt)).heard) in replies, case.case_id


@pytest.mark.parametrize(
    ("case", "prompt"), PLAYED, ids=[f"{case.case_id}-{named(prompt)}" for case, prompt in PLAYED]
)
async def test_only_what_the_charter_allows_comes_out(case: Case, prompt: tuple[str, int]) -> None:
    result = await drafted(case, prompt)
    assert len(result.drafts) + len(result.withheld) == 1
    for draft in result.drafts:
        assert draft.verdict.outcome is Outcome.ALLOW
        assert draft.grounding


@pytest.mark.parametrize("prompt", DRAFTING, ids=named)
def test_no_prompt_is_the_default_whose_replies_do_not_pass_the_gate(
    prompt: tuple[str, int],
) -> None:
    found = passage(prompt)
    assert not list(found.objections()), found


def test_a_version_nobody_answered_does_not_pass() -> None:
    nobody = Passage(("draft_post", 9), 0, Counter(), 0, 0)
    assert "never answered" in next(nobody.objections())
    assert len(list(nobody.objections())) == 3


def test_two_versions_compare_as_one_player_answered_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = cases_of(("revise_post", 5))[0]
    question = tmp_path / f"revise_post.v5.{case.case_id}.json"
    question.write_text(json.dumps({"text": case.flawed}), encoding="utf-8")
    mine = tmp_path / "mine.json"
    take(tmp_path, "a test playing the model", ["revise_post.v5"], mine)
    assert len(json.loads(mine.read_text(encoding="utf-8"))["replies"]) == 1
    assert gate(["revise_post", "4", "--by", str(mine)]) == 1
    told = capsys.readouterr().out
    assert "revise_post v5: 1 of 40 answered" in told
    assert "40 of 40 cases were never answered" in told
    assert passage(("revise_post", 5)).answered == len(cases_of(("revise_post", 5)))


GOOD = Passage(("draft_post", 9), 20, Counter(dict.fromkeys(Language, 10)), 15, 2)


@pytest.mark.parametrize("language", list(Language))
def test_a_version_that_serves_too_few_of_one_language_does_not_pass(language: Language) -> None:
    served = Counter({one: ENOUGH - 1 if one is language else 10 for one in Language})
    (told,) = replace(GOOD, served=served).objections(GOOD)
    assert told.startswith(language)


@pytest.mark.parametrize("worse", [{"unfounded": 3}, {"allowed_at_once": 14}])
def test_a_version_that_does_worse_than_the_default_does_not_pass(worse: dict[str, int]) -> None:
    assert not list(GOOD.objections(GOOD))
    assert len(list(replace(GOOD, **worse).objections(GOOD))) == 1  # type: ignore[arg-type]  # counts


def test_what_passes_is_released_for_good_and_what_does_not_stays_as_it_is(tmp_path: Path) -> None:
    candidate = (PROMPTS_FOLDER / "draft_post.v2.md").read_text(encoding="utf-8")
    (tmp_path / "draft_post.v2.md").write_text(candidate, encoding="utf-8")
    pinned = tmp_path / "prompts.sha256"
    pinned.write_text("0  draft_post.v1.md\n")
    promote("draft_post", 2, folder=tmp_path, pinned=pinned)
    released = load_prompt("draft_post", 2, folder=tmp_path)
    assert released.front.status == "released"
    assert pinned.read_text() == f"0  draft_post.v1.md\n{released.ref.digest}  draft_post.v2.md\n"


@pytest.mark.parametrize("prompt", REVISING, ids=named)
@pytest.mark.parametrize("language", list(Language))
async def test_a_revision_answers_the_objections_in_most_cases(
    language: Language, prompt: tuple[str, int]
) -> None:
    guard = default_guard()
    own = [case for case in cases_of(prompt) if case.brief.request.language is language]
    allowed = 0
    for case in own:
        try:
            text = await written(case, prompt, recorded())
        except PorteVoixError:
            continue  # what is no draft answers nothing; the gate counts it the same way
        assert text.strip() != case.flawed.strip()
        allowed += (await judged(case, text, guard)).outcome is Outcome.ALLOW
    assert allowed >= ENOUGH * len(own) / 10
