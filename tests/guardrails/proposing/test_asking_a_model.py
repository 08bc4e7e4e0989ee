"""How a model is asked about a policy."""

import pytest

from domain.language import Language
from guardrails.charter import load_charter
from guardrails.proposing import Paragraph
from guardrails.proposing.asking import (
    InBoth,
    SuggestedClauses,
    groups,
    suggestions,
)
from personalizer.adapters.shapes import schema_of
from tests.guardrails.proposing.played import Saying
from tests.openai_server import not_strict

pytestmark = pytest.mark.anyio

POLICIES = {
    Language.ENGLISH: (
        Paragraph("You must keep the names of our projects to yourselves. We like cats.", "page 1"),
        Paragraph("Posts must say\nthat you work here.".replace("\n", " "), "page 2"),
    ),
    Language.FRENCH: (
        Paragraph("Vous devez taire le nom des projets. Nous aimons les chats.", "page 1"),
        Paragraph("Vous devez dire que vous travaillez ici.", "page 2"),
    ),
}
POSTS = InBoth(fr="Je travaille chez Ardemont.", en="I work at Ardemont.")


async def test_every_paragraph_is_asked_about_once_in_questions_of_a_few() -> None:
    policy = [Paragraph(f"Sentence {n}. " * 40, f"page {n}") for n in range(30)]
    grouped = list(groups(policy))
    assert [one for group in grouped for one in group] == policy
    assert len(grouped) > 1
    model = Saying()
    heard = await suggestions(model, policy, load_charter().charter, Language.ENGLISH)
    assert len(heard) == len(grouped)


def test_the_shape_is_one_that_strict_servers_take() -> None:
    assert not_strict(schema_of(SuggestedClauses)) is None
