"""What becomes of replies in the manner of a small model: the honest ones serve, faults do not."""

import json
from collections import Counter

import pytest

from domain.language import Language
from domain.review import Outcome
from guardrails.guard import Guard
from tests.openai_server import OpenAIServer
from tests.personalizer.played.small import SMALL, Reply, replies, served

pytestmark = pytest.mark.anyio

REPLIES = replies()
NAMES = [f"{one.case}-{'good' if one.is_good else 'bad'}" for one in REPLIES]
# What such a model was not told of, and left in a draft that was served after its revision.
LEFT = {
    "fr-02": "Certains n’auraient jamais cru que ça irait si vite.",
    "fr-04": "Une prouesse technique qui fait toute la différence sur le terrain.",
}


def test_the_replies_say_who_gave_them_and_that_no_model_did() -> None:
    given_by = json.loads(SMALL.read_text(encoding="utf-8"))["given_by"]
    assert "playing a small or cheap model" in given_by
    assert "no such model was asked" in given_by


def test_half_of_them_are_honest_in_each_language_and_the_others_say_what_is_wrong() -> None:
    kinds = Counter((one.brief.brief.request.language, one.is_good) for one in REPLIES)
    assert kinds == {(language, is_good): 10 for language in Language for is_good in (True, False)}
    assert all(bool(one.faults) is not one.is_good for one in REPLIES)


@pytest.mark.parametrize("reply", REPLIES, ids=NAMES)
async def test_each_reply_comes_to_what_is_kept_with_it(
    reply: Reply, server: OpenAIServer, guard: Guard
) -> None:
    found, draft = await served(reply, server, guard)
    assert found == reply.served
    assert (draft is None) is (found == "withheld")
    assert draft is None or draft.verdict.outcome is Outcome.ALLOW


def test_no_faulty_text_is_served_as_it_came() -> None:
    assert not [one.case for one in REPLIES if not one.is_good and one.served == "first"]


@pytest.mark.parametrize("language", list(Language))
def test_honest_drafts_are_served_by_the_model_that_wrote_them(language: Language) -> None:
    """Before wrapping was taken off and shapes were tolerated, 7 of 10 were, 3 as they came."""
    own = [one for one in REPLIES if one.is_good and one.brief.brief.request.language is language]
    assert {one.served for one in own} <= {"first", "revised"}
    assert sum(one.served == "first" for one in own) >= {"fr": 9, "en": 7}[language]


@pytest.mark.parametrize("case", LEFT)
async def test_what_is_known_to_be_left_is_still_left(
    case: str, server: OpenAIServer, guard: Guard
) -> None:
    """A check that learns to find it makes this fail, and the line goes."""
    (reply,) = [one for one in REPLIES if one.case == case and not one.is_good]
    _, draft = await served(reply, server, guard)
    assert draft is not None
    assert LEFT[case] in draft.text
