from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import pytest

from guardrails.facts.evidence import Told, evidence, stated
from guardrails.facts.figures import Figure, possible_figures
from guardrails.facts.figures import figures as read_figures
from guardrails.facts.matching import states_figure
from guardrails.facts.passage import Passage


def figures(text: str) -> list[tuple[float, str]]:
    """Return the greatest value and the unit of each figure; a ratio's unit is its whole."""
    found = stated(Passage.of(text)).figures
    return [(float(max(one.values)), f"/{one.out_of}" if one.out_of else one.unit) for one in found]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("18 %", 18, "percent"),
        ("18%", 18, "percent"),
        ("dix-huit pour cent", 18, "percent"),
        ("eighteen per cent", 18, "percent"),
        ("18 points", 18, "point"),
        ("2 points de pourcentage", 2, "point"),
        ("3 M€", 3_000_000, "eur"),
        ("3M€", 3_000_000, "eur"),
        ("3 millions d'euros", 3_000_000, "eur"),
        ("€3 million", 3_000_000, "eur"),
        ("€3m", 3_000_000, "eur"),
        ("$1.5bn", 1_500_000_000, "usd"),
        ("3 Mds€", 3_000_000_000, "eur"),
        ("3 k€", 3_000, "eur"),
        ("EUR 300", 300, "eur"),
        ("48k requests", 48_000, ""),
        ("trois millions et demi d'euros", 3_500_000, "eur"),
        ("3 millions et demi d'euros", 3_500_000, "eur"),
        ("three and a half million euros", 3_500_000, "eur"),
        ("€3 and a half million", 3_500_000, "eur"),
        ("deux ans et demi", 2.5, "year"),
        ("two and a half years", 2.5, "year"),
        ("deux ans et demie-lune", 2, "year"),
        ("two and a half times faster", 2, ""),
        ("3 M d'utilisateurs", 3_000_000, ""),
        ("3 m de haut", 3, "m"),
        ("12 petites minutes", 12, "minute"),
        ("a 10-year plan", 10, "year"),
        ("1,8 MW", 1.8, "mw"),
        ("6 500 m²", 6_500, "m2"),
        ("110 km/h", 110, "km/h"),
        ("x3", 3, "times"),
        ("3x plus vite", 3, "times"),
        ("by a factor of ten", 10, "times"),
        ("d’un facteur 12", 12, "times"),
        ("un facteur de dix", 10, "times"),
        ("facteur de 12 mètres", 12, "m"),
        ("ten factors", 10, ""),
        ("0,4 ms sur une conduite", 0.4, "millisecond"),
        ("quatre sur dix", 4, "/10"),
        ("4 responsables de production sur 10", 4, "/10"),
        ("one call in five", 1, "/5"),
        ("soit 3/4", 3, "/4"),
        ("12 Go", 12, "gigabyte"),
    ],
)
def test_a_figure_has_a_value_and_a_unit(text: str, value: float, unit: str) -> None:
    ((found, counted),) = figures(text)
    assert found == pytest.approx(value)
    assert counted == unit


def possible(text: str) -> set[tuple[float, str]]:
    found = stated(Passage.of(text), read=possible_figures).figures
    return {(float(max(one.values)), one.unit) for one in found if one.out_of is None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 à 15 %", {(10, "percent"), (15, "percent")}),
        ("12 minutes au lieu de 40", {(12, "minute"), (40, "minute")}),
        ("12 minutes ici, 40 là-bas", {(12, "minute"), (40, "minute")}),
        ("two lines in nine workshops", {(2, ""), (9, "")}),
    ],
)
def test_evidence_is_read_in_every_way_it_allows(
    text: str, expected: set[tuple[float, str]]
) -> None:
    assert expected <= possible(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("12 sites in 4 countries", (4, "percent")),
        ("12 minutes. Puis 40.", (40, "minute")),
        ("10 to 12 Go", (10, "go")),
        ("one call in five", (5, "")),
    ],
)
def test_evidence_is_not_read_in_ways_it_does_not_allow(
    text: str, wrong: tuple[float, str]
) -> None:
    assert wrong not in possible(text)


@pytest.mark.parametrize(
    "text",
    [
        "1. Préparer\n2) Mesurer\n3/ Garder",
        "Étape 2, page 12, n° 4, partie 3",
        "24/7, 24h/24, 7j/7",
        "une idée, un outil, one more",
        "mille mercis",
        "#Industrie40 et https://a.example/12",
        "[à compléter : vos 3 idées]",
        "(1/3)",
        "la 5G en 3D",
        "le 12 mars 2026 à 8h30",
    ],
)
def test_what_measures_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_codes_are_told_from_figures() -> None:
    codes = stated(Passage.of("L'A320, la norme ISO27001, 18F, FY24, mais 18km et 21st")).codes
    assert [code for code, _, _ in codes] == ["a320", "iso27001", "18f", "fy24"]


LOSSES = "Those 109 m³ were followed: 38 for the filling, 24 evaporated and 14 lost."
NIGHTS = "Les huit agents sortaient cinq nuits par mois. Ils en font aujourd’hui deux."
CAUSES = "Seven were caused by changes, five came from a disk."


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (LOSSES, "Still, 14 m³ were lost."),
        (LOSSES, "24 m³ evaporated."),
        (NIGHTS, "Aujourd’hui, ils sortent deux nuits."),
        (CAUSES, "Seven came from changes."),
        ("Five came by bus, three by train.", "Three came by train."),
    ],
)
def test_what_a_number_counts_may_stand_before_it(source: str, draft: str) -> None:
    told = evidence([Passage.of(source)])
    assert all(states_figure(told, one) for one in read(draft))


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        (LOSSES, "Still, 14 km were lost."),
        (LOSSES, "Still, 17 m³ were lost."),
        (NIGHTS, "Aujourd’hui, ils sortent trois nuits."),
        (NIGHTS, "Les deux agents sortent la nuit."),
        ("Ils font cinq nuits. Les deux équipes restent.", "Ils font deux nuits."),
        (CAUSES, "Nine came from changes."),
    ],
)
def test_another_number_or_thing_is_not_stated(source: str, draft: str) -> None:
    told = evidence([Passage.of(source)])
    assert not all(states_figure(told, one) for one in read(draft))


def read(text: str) -> tuple[Figure, ...]:
    passage = Passage.of(text)
    return read_figures(passage, bytearray(len(passage.text)))


def test_what_a_source_states_is_read_when_a_draft_asks_and_once() -> None:
    told = Told([Passage.of("Nous sommes 340 en 2026.")])
    with ThreadPoolExecutor(4) as threads:
        found = [one.result() for one in [threads.submit(lambda: told.facts) for _ in range(8)]]
    assert all(one.figures.keys() == {Fraction(340)} for one in found)
    assert told.facts is told.facts
    both = evidence([Passage.of("Nous sommes 340.")]) | evidence([Passage.of("Le 3 mai : 12 %.")])
    assert both.figures.keys() == {Fraction(340), Fraction(12)}
    assert {day[1:] for day in both.days} == {(5, 3)}
