"""What becomes of sixty replies in the manner of a mediocre model, on contents of their own."""

import json
from collections import Counter

import pytest

from domain.language import Language
from domain.review import Outcome
from guardrails.guard import Guard
from tests.openai_server import OpenAIServer
from tests.personalizer.played.small import MEDIOCRE, Reply, replies, served

pytestmark = pytest.mark.anyio

REPLIES = replies(MEDIOCRE)
NAMES = [f"{at}-{one.case}-{'good' if one.is_good else 'bad'}" for at, one in enumerate(REPLIES, 1)]


def test_the_replies_say_who_gave_them_and_that_no_model_did() -> None:
    given_by = json.loads(MEDIOCRE.read_text(encoding="utf-8"))["given_by"]
    assert "playing a mediocre model" in given_by
    assert "no such model was asked" in given_by


def test_half_of_them_are_honest_and_the_others_say_what_is_wrong() -> None:
    kinds = Counter((one.brief.brief.request.language, one.is_good) for one in REPLIES)
    assert kinds == {
        (Language.FRENCH, True): 14,
        (Language.FRENCH, False): 14,
        (Language.ENGLISH, True): 16,
        (Language.ENGLISH, False): 16,
    }
    assert all(bool(one.faults) is not one.is_good for one in REPLIES)


@pytest.mark.parametrize("reply", REPLIES, ids=NAMES)
async def test_each_reply_comes_to_what_is_kept_and_its_faults_do_not_leave(
    reply: Reply, server: OpenAIServer, guard: Guard
) -> None:
    found, draft = await served(reply, server, guard)
    assert found == reply.served
    text = draft.text if draft else ""
    assert draft is None or draft.verdict.outcome is Outcome.ALLOW
    assert not [one for one in reply.never if one in text]


def test_no_faulty_text_is_served_as_it_came() -> None:
    assert not [one.case for one in REPLIES if not one.is_good and one.served == "first"]


@pytest.mark.parametrize("language", list(Language))
def test_honest_drafts_are_served_by_the_model_that_wrote_them(language: Language) -> None:
    """Of forty, 17 of 20 were served as they came before the checks that mistook them changed."""
    own = [one for one in REPLIES if one.is_good and one.brief.brief.request.language is language]
    assert {one.served for one in own} <= {"first", "revised"}
    assert sum(one.served == "first" for one in own) >= len(own) - 1
