"""What a customer says of a company in the words of those inside discloses no employer."""

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.organization import Organization
from guardrails.disclosure import first_disclosure
from guardrails.reading import Reading

FOUNDRY = Organization(name="Fonderies Lacaze", aliases=("Lacaze",))
CUSTOMERS = """
Mobile plan, Lacaze.
Forfait mobile, Lacaze.
Crédit immobilier, Lacaze.
Mon banquier chez Lacaze est formidable.
Ma conseillère chez Lacaze répond vite.
My adviser at Lacaze answers quickly.
I cook at Lacaze.
I cook at Lacaze every Sunday.
I paint at Lacaze with my kids.
"""
THEIR_OWN = """
Mobile developer, Lacaze.
Conseillère crédit, Lacaze.
Veilleur de nuit, Lacaze.
Mon poste de conseillère chez Lacaze me plaît.
I work at Lacaze every Sunday.
"""


def is_disclosed(text: str) -> bool:
    """Tell whether a text says that its author works for the foundry."""
    reading = Reading(Draft(text, Language.FRENCH))
    return first_disclosure(reading, FOUNDRY, is_named=True) is not None


@pytest.mark.parametrize("text", CUSTOMERS.strip().split("\n"))
def test_what_somebody_buys_or_does_there_at_leisure_is_no_work(text: str) -> None:
    assert not is_disclosed(text)


@pytest.mark.parametrize("text", THEIR_OWN.strip().split("\n"))
def test_ones_own_work_in_like_words_is(text: str) -> None:
    assert is_disclosed(text)
