"""A model's text that breaks no rule because it tells nothing of the content or the notes."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from domain.drafts import DraftingResult
from domain.language import Language
from guardrails.facts.misuses import Facts
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.drafting import Drafter
from personalizer.model_writer import ModelWriter
from personalizer.offline.engine import OfflineWriter
from tests.builders import ENGLISH_TEXT, NOW, draft_request, item, organization
from tests.fakes import InMemoryReservations, ScriptedModel
from tests.personalizer.played.loop import default_guard
from tests.personalizer.workshop import reasons

pytestmark = pytest.mark.anyio
FRENCH = "Je travaille chez Ardemont. Le réglage prend désormais 12 minutes au lieu de 40."
OFF = {
    Language.FRENCH: [
        "Je travaille chez Ardemont. Il fait beau et le chat dort sur la table de la cuisine.",
        "Je travaille chez Ardemont.",
        "Je travaille chez Ardemont. [à compléter : tout le texte]",
    ],
    Language.ENGLISH: [
        "I work at Ardemont. The weather is fine and the cat is asleep on the kitchen table.",
        "I work at Ardemont, and this is it.",
        "I work at Ardemont. [to complete: the whole text]",
    ],
}


async def drafted(model: ScriptedModel, language: Language, **fields: Any) -> DraftingResult:
    guard, numbers = default_guard(), count(1)
    drafter = Drafter(
        writer=ModelWriter(model, Facts()),
        reviewer=guard,
        grounder=guard,
        comparer=guard.comparer,
        reservations=InMemoryReservations(clock=lambda: datetime.now(UTC)),
        angles=angles_of,
        organization=organization(),
        clock=lambda: NOW,
        new_id=lambda: f"draft-{next(numbers)}",
        **{"fallback": OfflineWriter(length_on)} | fields,
    )
    is_french = language is Language.FRENCH
    content = item() if is_french else item(language=language, text=ENGLISH_TEXT)
    return await drafter.draft(draft_request(content=content))


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in OFF for text in OFF[language]]
)
async def test_a_text_that_tells_nothing_is_sent_back_and_then_left(
    language: Language, text: str
) -> None:
    model = ScriptedModel([{"text": text}])
    result = await drafted(model, language)
    assert [one.provenance.engine for one in result.drafts] == ["offline"]
    assert len(model.asked) > 1


async def test_it_is_told_what_is_wrong_and_what_it_writes_then_goes_out() -> None:
    model = ScriptedModel([{"text": OFF[Language.FRENCH][0]}, {"text": FRENCH}])
    result = await drafted(model, Language.FRENCH)
    assert [one.text for one in result.drafts] == [FRENCH]
    assert "ne dit rien de la source" in model.asked[1][-1].text


async def test_without_another_engine_it_is_withheld_without_a_word_of_it() -> None:
    off = [{"text": text} for text in OFF[Language.FRENCH]]
    result = await drafted(ScriptedModel(off * 9), Language.FRENCH, fallback=None, max_angles=1)
    assert result.drafts == ()
    assert reasons(result) == ["off_content"]
    assert result.withheld[0].findings == ()


async def test_a_model_that_rewrites_anyway_is_shown_its_ready_made_phrases() -> None:
    """By themselves they are remarks, and cost no second question."""
    stock = f"{FRENCH} Cela fait toute la différence."
    model = ScriptedModel([{"text": f"{stock} Il y en a 512."}, {"text": FRENCH}])
    result = await drafted(model, Language.FRENCH)
    assert [one.text for one in result.drafts] == [FRENCH]
    assert "fait toute la différence</passage_of_draft>" in model.asked[1][-1].text
    alone = ScriptedModel([{"text": stock}])
    (kept,) = (await drafted(alone, Language.FRENCH)).drafts
    assert kept.text.startswith(stock)
    assert len(alone.asked) == 1
