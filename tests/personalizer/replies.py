"""A model's replies as the tests of defects ask about them."""

from dataclasses import replace
from typing import Any

from domain.language import Language
from guardrails.facts.misuses import Facts
from personalizer.defect_words import Defect, Flaw
from personalizer.defects import Asked, flaws_of

FR = "Je travaille chez Ardemont. Le réglage prend désormais 12 minutes au lieu de 40."
EN = "I work at Ardemont. Setting up a press now takes 12 minutes instead of 40."
SOURCE = "Le réglage prend désormais 12 minutes au lieu de 40. Le débit est passé de 118 à 87 m³."


def flaws(text: str, language: Language = Language.FRENCH, **fields: Any) -> list[Flaw]:
    """Return all that keeps a text from being a post."""
    asked = Asked(language=language, characters=1_300, told=())
    return list(flaws_of(text, replace(asked, **fields), Facts()))


def defect(text: str, language: Language = Language.FRENCH, **fields: Any) -> Defect | None:
    """Return what first of all keeps a text from being a post."""
    found = flaws(text, language, **fields)
    return found[0].defect if found else None


def in_english(text: str) -> Defect | None:
    """Return what keeps an English text from being a post."""
    return defect(text, Language.ENGLISH)
