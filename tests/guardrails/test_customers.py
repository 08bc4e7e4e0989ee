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
STILL_INSIDE = """
Je travaille chez Lacaze et deux fois par an on ouvre les ateliers au public.
Je suis soudeur chez Lacaze, et une semaine par an je forme les apprentis.
Deux fois par an, mon équipe chez Lacaze change de hall.
Je travaille chez Lacaze. Une fois par an, on fond une cloche.
I work at Lacaze, and twice a year we open the workshops to the public.
My team at Lacaze meets two days a year away from screens.
Twice a year my team at Lacaze changes halls.
After years as a freelancer, I am a project lead at Lacaze.
I work at Lacaze after ten years as a freelancer.
Fini le freelance, je suis cheffe de projet chez Lacaze !
Freelance pendant dix ans, je travaille chez Lacaze aujourd'hui.
Ancienne freelance, je suis cheffe de projet chez Lacaze.
De freelance à cheffe de projet : je travaille chez Lacaze.
Infirmière libérale devenue salariée : mon équipe chez Lacaze rit.
Mon stage chez Lacaze en 2015 m'a donné envie : j'y suis toujours.
My job at Lacaze in 2015 was the start, and I am still here.
My internship at Lacaze, ten years ago, was cold. They hired me all the same.
"""
NOT_INSIDE = """
Je suis graphiste indépendante chez Lacaze.
Formateur freelance, j'interviens chez Lacaze.
J'interviens chez Lacaze deux jours par an.
J'anime des dégustations chez Lacaze une fois par an.
Once a year I run a tasting at Lacaze.
I run a tasting at Lacaze twice a year.
Freelance, j'interviens chez Lacaze.
Mon stage chez Lacaze en 2015 m'a plu, je m'en souviens encore.
My internship at Lacaze in 2015 was cold, I still remember it.
Mon stage chez Lacaze, il y a dix ans, m'a plu. J'y suis allée à pied.
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


@pytest.mark.parametrize("text", STILL_INSIDE.strip().split("\n"))
def test_days_counted_of_other_things_and_a_trade_that_was_left_take_nothing_back(
    text: str,
) -> None:
    assert is_disclosed(text)


@pytest.mark.parametrize("text", NOT_INSIDE.strip().split("\n"))
def test_who_comes_a_few_days_a_year_is_independent_or_was_there_once_is_outside(
    text: str,
) -> None:
    assert not is_disclosed(text)
