"""A writer whose model is scripted, as the tests of what it takes and refuses use it."""

from dataclasses import replace
from typing import Any

from domain.drafts import DraftRequest
from domain.ports import StructuredModel
from domain.review import Span
from guardrails.facts.misuses import Facts
from personalizer.model_writer import ModelWriter
from personalizer.writing import Angle, Brief, Form, Written
from tests.builders import draft_request, item, organization
from tests.fakes import ScriptedModel

TEXT = "Je travaille chez Ardemont. Le réglage prend désormais 12 minutes au lieu de 40."
ENGLISH = "I work at Ardemont. Setting up a press now takes 12 minutes instead of 40."
OTHER = "Le réglage prend désormais 12 minutes. Je travaille chez Ardemont."
OLD_POST = "Hier encore nous étions trois devant cette machine à chercher une fuite d’huile."


def brief(request: DraftRequest | None = None, **fields: Any) -> Brief:
    """Return what a model is asked to write."""
    default = Brief(
        request=request or draft_request(),
        angle=Angle("figure:97", Form.FIGURE, Span(97, 150)),
        organization=organization(aliases=("Ardemont Industries",)),
    )
    return replace(default, **fields)


def writer(*script: Any) -> tuple[ModelWriter, ScriptedModel]:
    """Return a writer whose model gives these answers in turn."""
    model = ScriptedModel([{"text": each} if isinstance(each, str) else each for each in script])
    port: StructuredModel = model
    return ModelWriter(port, Facts()), model


def told(model: ScriptedModel, call: int = 0) -> str:
    """Return all that a model was told in one call."""
    return "\n".join(message.text for message in model.asked[call])


def words(written: Written) -> str:
    """Return a first text without the link that its writer puts where a model forgets it."""
    return written.text.removesuffix(f"\n\n{item().url}")
