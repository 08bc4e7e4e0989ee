"""What somebody playing the model answered to the judge's and the proposal's prompt."""

import json
from collections import Counter

import pytest

from domain.language import Language
from domain.review import Severity
from guardrails.charter import parse_charter
from personalizer.adapters.recorded import RecordedModel, digest
from tests.guardrails.played.questions import (
    CHARTER,
    FOLDER,
    JUDGED,
    MARKED,
    REPLIES,
    Case,
    Policy,
    asked,
    cases,
    judged,
    policies,
    proposed,
    read_by,
)
from tests.guardrails.proposing.played import own

pytestmark = pytest.mark.anyio


def recorded() -> RecordedModel:
    return RecordedModel.of(REPLIES)


def test_the_replies_say_who_gave_them() -> None:
    assert "playing the model" in json.loads(REPLIES.read_text(encoding="utf-8"))["given_by"]


def test_every_question_of_the_prompts_in_use_was_answered_and_no_other() -> None:
    assert {digest(messages) for _, messages, _ in asked()} == set(recorded().replies)


def test_there_are_as_many_posts_in_each_language_and_some_that_break_nothing() -> None:
    assert Counter(case.draft.language for case in cases()) == dict.fromkeys(Language, 7)
    assert {case.draft.language for case in cases() if not case.breaks} == set(Language)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.case_id)
async def test_a_judge_finds_what_a_post_breaks_where_it_stands_and_nothing_else(
    case: Case,
) -> None:
    said = await judged(case, recorded())
    assert set(said) == {clause.id for clause in JUDGED}
    found = {clause: findings for clause, findings in said.items() if findings != ()}
    assert tuple(sorted(found)) == case.breaks
    for clause, (finding,) in found.items():
        assert finding.span is not None
        assert finding.severity is severity_of(clause)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.case_id)
async def test_a_judge_that_is_asked_by_marked_ids_says_the_mark_back_and_misses_nothing(
    case: Case,
) -> None:
    mark = json.loads(MARKED.read_text(encoding="utf-8"))["mark"]
    said = await judged(case, RecordedModel.of(MARKED), mark)
    # Not every question was put to whoever answered; what was not is no verdict.
    assert len([findings for findings in said.values() if findings is not None]) >= 8
    found = {clause for clause, findings in said.items() if findings}
    assert found >= set(case.breaks)
    assert found - set(case.breaks) <= {"CH-05", "CH-07", "CH-19"}


@pytest.mark.parametrize("language", Language)
async def test_a_played_proposal_cites_the_policy_and_leaves_orders_and_chores_out(
    language: Language,
) -> None:
    proposal = await proposed(language, recorded())
    charter = own(parse_charter(proposal.yaml).charter)
    policy = " ".join((FOLDER / f"policy.{language}.md").read_text(encoding="utf-8").split())
    cited = [clause.cites.sentence for clause in charter.clauses if clause.cites]
    assert len(cited) == len(charter.clauses) == 8
    assert all(sentence in policy for sentence in cited)
    assert not [one for one in cited if "Assistant" in one or "18" in one or "bench" in one]
    assert "[to be translated]" not in proposal.yaml
    assert "[à traduire]" not in proposal.yaml


@pytest.mark.parametrize("language", Language)
async def test_most_posts_of_a_played_proposal_are_judged_as_it_says(language: Language) -> None:
    charter = parse_charter((await proposed(language, recorded())).yaml).charter
    kept = Counter(example.kind for clause in charter.clauses for example in clause.examples)
    assert kept["near_miss"] >= 14
    assert kept["violating"] >= 11


@pytest.mark.parametrize("policy", policies(), ids=lambda policy: policy.policy_id)
async def test_of_a_short_policy_each_demand_becomes_a_clause_on_its_topic_and_nothing_else(
    policy: Policy,
) -> None:
    charter = parse_charter((await read_by(policy, recorded())).yaml).charter
    cited = {one.cites.sentence: one for one in charter.clauses if one.cites}
    assert set(cited) == set(policy.demands)
    assert not set(cited) & policy.on("-", None)
    for sentence, topic in policy.demands.items():
        model = CHARTER.clause(topic)
        assert model is not None
        examined = {one.kind for one in cited[sentence].checks}
        assert examined >= {one.kind for one in model.checks}


async def test_short_policies_are_half_in_each_language_and_most_posts_that_keep_them_pass() -> (
    None
):
    assert Counter(policy.language for policy in policies()) == dict.fromkeys(Language, 7)
    kept = Counter[str]()
    for policy in policies():
        charter = parse_charter((await read_by(policy, recorded())).yaml).charter
        kept.update(example.kind for clause in charter.clauses for example in clause.examples)
    demands = sum(len(policy.demands) for policy in policies())
    assert kept["near_miss"] >= 0.9 * 2 * demands
    assert kept["violating"] >= 0.7 * 2 * demands


def severity_of(clause_id: str) -> Severity:
    clause = CHARTER.clause(clause_id)
    assert clause is not None
    return clause.severity
