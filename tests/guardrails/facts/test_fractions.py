"""Parts and multiples in words are facts: told otherwise they are another fact."""

from fractions import Fraction

import pytest

from guardrails.facts.evidence import evidence
from guardrails.facts.figures import Figure, figures
from guardrails.facts.fractions import parts
from guardrails.facts.matching import states_figure
from guardrails.facts.passage import Passage


def read(text: str) -> list[Fraction]:
    """Return the parts of a text, in order."""
    return [one.value for one in parts(Passage.of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deux tiers des postes", [Fraction(2, 3)]),
        ("un quart de l’équipe et trois quarts des sites", [Fraction(1, 4), Fraction(3, 4)]),
        ("La moitié des ateliers", [Fraction(1, 2)]),
        ("réduit de moitié", [Fraction(1, 2)]),
        ("les pannes ont baissé d’un tiers", [Fraction(1, 3)]),
        ("Les demandes ont doublé, puis elles ont triplé", [2, 3]),
        ("Two-thirds of the posts, a quarter of the team", [Fraction(2, 3), Fraction(1, 4)]),
        ("half of the workshops", [Fraction(1, 2)]),
        ("cut by a third", [Fraction(1, 3)]),
        ("L’atelier a doublé ses volumes et les deux autres ont triplé la cadence", [2, 3]),
        ("Orders doubled over the year", [2]),
        ("Les défauts ont doublé d’un coup", [2]),
        ("waste was halved while orders doubled", [Fraction(1, 2), 2]),
        ("Les fuites ont été divisées par deux, les pannes divisées par 2.", [Fraction(1, 2)] * 2),
        ("Nous sommes divisés par cette question, et divisés en deux.", []),
    ],
)
def test_a_part_in_words_is_read(text: str, expected: list[Fraction]) -> None:
    assert sorted(read(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Un quart d’heure plus tard, trois quarts d’heure de trajet.",
        "Le logiciel d’un tiers de confiance, un tiers vous aide.",
        "À moitié plein, la première moitié de la saison.",
        "Le double vitrage, une double casquette, un double-clic.",
        "A quarter of an hour later, the first half of the year.",
        "The third workshop, a third option, a half-hearted try.",
        "They doubled down on it; the second half of the day.",
        "Un cinquième atelier ouvre en mai.",
        "That is half the battle, and half the fun; by half past eight we met.",
        "La moitié du temps, on écoute ; elle a fait la moitié du chemin.",
        "Il a double nationalité, cela a double effet, la voiture m'a doublé.",
        "I doubled as a photographer.",
        "He doubled over in laughter, and doubled back.",
        "Les équipes ont doublé d’efforts.",
        "Il y a double dose ; il a double la mise.",
        "A third of 2025 passed.",
    ],
)
def test_other_words_tell_no_part(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Un tiers des postes est fait.", "33 % des postes sont faits."),
        ("33,3 % of posts are done.", "A third of the posts are done."),
        ("50 % des sites", "la moitié des sites"),
        ("La moitié des sites", "un site sur deux"),
        ("3 sites sur 4 ont répondu", "trois quarts des sites ont répondu"),
        ("Les commandes : +100 %.", "Les commandes ont doublé."),
        ("Les commandes sont passées de 100 à 200.", "Les commandes ont doublé."),
        ("Orders are twice as high.", "Orders doubled."),
        ("Orders rose by 200 %.", "Orders tripled."),
        ("deux fois plus de commandes", "les commandes ont doublé"),
        ("Waste fell by half.", "Waste was halved."),
        ("Les fuites ont baissé de moitié.", "Les fuites ont été divisées par deux."),
        ("Les fuites ont été divisées par deux.", "Leaks were halved."),
        ("67 % of the teams", "two thirds of the teams"),
    ],
)
def test_the_same_part_otherwise_written_is_stated(source: str, draft: str) -> None:
    told = evidence([Passage.of(source)])
    assert all(states_figure(told, one) for one in facts(draft))


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Un tiers des postes est fait.", "Deux tiers des postes sont faits."),
        ("Un tiers des postes est fait.", "Un quart des postes est fait."),
        ("Un tiers des postes est fait.", "35 % des postes sont faits."),
        ("Un tiers des postes est fait.", "La moitié des postes est faite."),
        ("Les commandes ont doublé.", "Les commandes ont triplé."),
        ("Les commandes ont doublé.", "trois fois plus de commandes"),
        ("Orders doubled.", "Orders tripled."),
        ("Orders rose.", "Orders doubled."),
        ("100% of our staff are trained.", "Orders doubled."),
        ("Orders doubled.", "Of the team, 200% is trained."),
        ("The teams answered.", "Half of the teams answered."),
        ("A quarter of the teams answered.", "A third of the teams answered."),
    ],
)
def test_another_part_is_not_stated(source: str, draft: str) -> None:
    told = evidence([Passage.of(source)])
    assert not all(states_figure(told, one) for one in facts(draft))


def facts(text: str) -> tuple[Figure, ...]:
    passage = Passage.of(text)
    return figures(passage, bytearray(len(passage.text)))
