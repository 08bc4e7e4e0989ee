"""So many times as much is told of one thing, and follows from two figures of one time."""

import pytest

from guardrails.facts.amounts import amounts, states_amount
from guardrails.facts.evidence import evidence, stated
from guardrails.facts.matching import states_figure
from guardrails.facts.passage import Passage

FR_TRUE = [
    "12 appels par jour l’an dernier, 24 aujourd’hui.",
    "Nous avions 12 appels par jour. Désormais 24.",
    "En 2024, 12 appels ; en 2025, 24.",
    "Appels : 12 en janvier, 24 en juin.",
    "24 appels par jour, contre 12 en 2024.",
    "Les appels atteignent 24 par jour. Ils étaient 12 en 2024.",
]
EN_TRUE = [
    "12 calls a day last year, 24 now.",
    "We had 12 calls a day. Now it is 24.",
    "Calls: 12 in January, 24 in June.",
    "Calls rose from 12 a day in spring to 24 in autumn.",
    "24 calls a day, twelve last year.",
    "In 2024, 12 calls came in; in 2025, 24.",
]
FR_FALSE = [
    "12 magasins. 24 appels hier.",
    "12 appels en janvier, 24 appels dans l’année.",
    "12 appels par jour, 24 personnes dans l’équipe.",
    "12 appels l’an dernier. 24 rue du Port.",
]
EN_FALSE = [
    "We had 12 stores. 24 calls came yesterday.",
    "12 calls in January, 24 calls in the whole year.",
    "12 calls a day, 24 in the team now.",
    "12 calls last year. 36 now.",
]


def _is_known(text: str, source: str) -> bool:
    grounds = evidence([Passage.of(source)])
    return all(states_figure(grounds, one) for one in stated(Passage.of(text)).figures)


@pytest.mark.parametrize("source", FR_TRUE)
def test_two_figures_of_one_thing_double_it_in_french(source: str) -> None:
    assert _is_known("Les appels ont doublé.", source)


@pytest.mark.parametrize("source", EN_TRUE)
def test_two_figures_of_one_thing_double_it_in_english(source: str) -> None:
    assert _is_known("Calls have doubled.", source)


@pytest.mark.parametrize("source", FR_FALSE)
def test_figures_of_two_things_or_times_double_nothing_in_french(source: str) -> None:
    assert not _is_known("Les appels ont doublé.", source)


@pytest.mark.parametrize("source", EN_FALSE)
def test_figures_of_two_things_or_times_double_nothing_in_english(source: str) -> None:
    assert not _is_known("Calls have doubled.", source)


@pytest.mark.parametrize(
    ("source", "text", "is_told"),
    [
        ("Visits went up by 100%. Calls did not change.", "Twice as many calls came.", False),
        ("Visits went up by 100%. Calls did not change.", "Twice as many visits.", True),
        ("Traffic went up by 100%.", "Twice as many visits.", True),
        ("Les visites ont augmenté de 100 %. Les appels, non.", "Deux fois plus d’appels.", False),
        ("Les visites ont augmenté de 100 %.", "Deux fois plus de visites.", True),
        ("12 visits in January, 36 visits in the year.", "Three times as many visits.", False),
        ("12 visits in January, 36 visits in May.", "Three times as many visits.", True),
    ],
)
def test_what_is_told_of_another_thing_is_not_told_of_this(
    source: str, text: str, *, is_told: bool
) -> None:
    (amount,) = amounts(Passage.of(text))
    assert states_amount(evidence([Passage.of(source)]), amount) is is_told


@pytest.mark.parametrize(
    ("source", "text", "is_told"),
    [
        ("386 interrogés. 212 lettres reçues.", "212 sur 386", False),
        ("386 personnes ont été interrogées. 212 lettres reçues.", "212 sur 386", False),
        ("386 interrogés. 212 lettres reçues.", "212 lettres sur 386 personnes", True),
        ("386 personnes ont été interrogées. 212 ont répondu.", "212 sur 386", True),
        ("386 salariés. 212 participants.", "212 sur 386", True),
        ("Sur 386 dossiers, 212 erreurs.", "212 sur 386", False),
        ("386 were asked. 212 letters came in.", "212 of 386", False),
        ("We asked 386 people, and 212 letters came in.", "212 out of 386", False),
        ("We asked 386 people, and 212 letters came in.", "212 letters from 386 people", True),
        ("We asked 386 people, and 212 answered.", "212 out of 386", True),
        ("We asked 386 people, and 212 said yes.", "212 out of 386", True),
        ("386 castings, 212 of them flawless.", "212 out of 386", True),
    ],
)
def test_a_ratio_is_of_things_of_one_kind(source: str, text: str, *, is_told: bool) -> None:
    assert _is_known(text, source) is is_told
