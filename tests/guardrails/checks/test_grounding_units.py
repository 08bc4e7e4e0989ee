"""Quantities are compared by their units and by the time they are told for."""

import pytest

from tests.guardrails.checks.test_grounding import untraced


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Le réglage prend 1 h 30.", "Le réglage prend 90 minutes."),
        ("A setting takes 90 minutes.", "A setting takes 1.5 hours."),
        ("La presse pèse 2,5 tonnes.", "La presse pèse 2 500 kg."),
        ("The press is 2,300 mm wide.", "The press is 2.3 m wide."),
        ("Le projet a duré 24 mois.", "Le projet a duré deux ans."),
        ("It took 14 days.", "It took two weeks."),
        ("The site uses 12 GWh.", "The site uses 12,000 MWh."),
        ("Sur un an, 1 000 pièces sur 12 500 ont été reprises.", "Nous faisons 12 500 pièces."),
    ],
)
def test_the_same_quantity_may_be_told_in_another_unit(source: str, text: str) -> None:
    assert untraced(text, source) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Le réglage prend 1 h 30.", "Le réglage prend 130 minutes."),
        ("La presse pèse 2,5 tonnes.", "La presse pèse 250 kg."),
        ("The press is 2,300 mm wide.", "The press is 23 m wide."),
        ("Le projet a duré 24 mois.", "Le projet a duré trois ans."),
        ("The site uses 12 GWh.", "The site uses 1,200 MWh."),
    ],
)
def test_another_quantity_in_another_unit_is_found(source: str, text: str) -> None:
    assert untraced(text, source) != []


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("Un gain de 40 000 euros par an.", "40 000 euros par mois", ["40 000 euros"]),
        ("Un gain de 40 000 euros par an.", "40 000 euros chaque année, 40 000 €/an", []),
        ("Un gain de 40 000 euros par an.", "40 000 euros de gain", []),
        ("Le taux tombe à 3,2 %.", "un peu plus de 3 %", []),
        ("Le taux tombe à 3,4 %.", "un peu plus de 3 %", ["3 %"]),
        ("Le taux tombe à 39,6 %.", "près de 40 %", []),
        ("Le taux tombe à 37,5 %.", "près de 40 %", ["40 %"]),
        ("Le site compte 30 arrêts par mois.", "30 arrêts par jour", ["30"]),
        ("It saves 40,000 euros a year.", "€40,000 a month", ["€40,000"]),
        ("It saves 40,000 euros a year.", "€40,000 per year, 40,000 euros every year", []),
        ("It costs 40 euros. It saves 40 euros a day.", "40 euros a month", ["40 euros"]),
        ("It costs 40 euros, billed monthly.", "40 euros a month", []),
        (
            "Last Friday five million people came.",
            "five million people every day",
            ["five million"],
        ),
        ("Each day counts: five million people came.", "five million people every day", []),
        ("In the first month, 2,700 maps were printed.", "2,700 maps in a month", []),
        ("In the first year, 2,700 maps were printed.", "2,700 maps in a month", ["2,700"]),
        ("In the first month, 2,700 maps were printed.", "2,700 maps a month", ["2,700"]),
        ("Le premier mois, 2 700 cartes.", "2 700 cartes en un mois", []),
        ("Le premier mois, 2 700 cartes.", "2 700 cartes par mois", ["2 700"]),
        ("1,8 mètre cube par seconde est laissé.", "1,8 m³ par seconde", []),
        ("La halle couvre 1 150 mètres carrés.", "1 150 m²", []),
        ("La halle couvre 1 150 mètres carrés.", "1 250 m²", ["1 250 m²"]),
        ("Le site reçoit 3 100 visites.", "3 100 visites par jour", ["3 100"]),
        ("Le site reçoit 3 100 visites, selon le relevé quotidien.", "3 100 visites par jour", []),
        ("610 of 4,900 clips, one in five.", "610 out of 3,100 clips", ["610 out of 3,100"]),
        ("610 of 4,900 clips, one in five.", "610 out of 4,900 clips, 1 in 5", []),
        ("4 lignes sur 10.", "4 lignes sur 12", ["4 lignes sur 12"]),
        (
            "386 interrogés ; 212 ont répondu, un sur trois pour, 64 % contre.",
            "212 salariés sur 386",
            [],
        ),
        ("386 interrogés. 212 ont répondu, un sur trois pour.", "212 sur 386", []),
        (
            "386 interrogés ; 212 ont répondu, un sur trois pour, 64 % contre.",
            "64 sur 386",
            ["64 sur 386"],
        ),
        ("We asked 386; 212 answered, one in three for it.", "212 of 386 answered", []),
        ("4 lignes sur 10.", "2 lignes sur 5", []),
        ("Il y avait 30 arrêts.", "30 arrêts l’an dernier, 30 arrêts une année plus tard", []),
        ("There were 30 stops.", "30 stops a year ago", []),
    ],
)
def test_what_is_told_by_the_year_is_not_told_by_the_month(
    source: str, text: str, found: list[str]
) -> None:
    assert untraced(text, source) == found


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("À 11 h, on plonge la cuve pour douze heures.", "À 12 h, on plonge la cuve.", ["12 h"]),
        ("À 11 h, on plonge la cuve pour douze heures.", "À 11 h, pour 12 h.", []),
        ("We start at 9 a.m. and bake for eleven hours.", "We start at 11 a.m.", ["11 a.m."]),
        ("We start at 9 a.m. and bake for eleven hours.", "We bake 11 hours.", []),
        ("L'atelier ouvre de 8 heures à 12 heures.", "L'atelier ferme à 12 h.", []),
        ("L'équipe arrive à sept heures.", "L'équipe arrive à 7 h.", []),
        ("La résine prend entre 21 et 24 °C, onze semaines.", "entre 11 et 24 °C", ["11"]),
        ("La résine prend entre 21 et 24 °C.", "entre 21 et 24 °C, 21-24 °C, de 21 à 24 °C", []),
        ("Il fait 21 °C, 24 °C en été.", "between 21 and 24 °C", []),
        ("Ils étaient 12. Cela a duré 40 minutes.", "Ils étaient 12 et 40 minutes après", []),
        ("It grew from 10 to 15 %.", "from 12 to 15 %", ["12"]),
    ],
)
def test_a_time_of_day_is_no_duration_and_a_range_has_one_unit(
    source: str, text: str, found: list[str]
) -> None:
    assert untraced(text, source) == found


def test_what_is_out_of_more_is_no_whole_of_what_stands_before_it() -> None:
    source = "The two notes differed by more than one point in 14 cases out of 60."
    told = "The two notes differed by more than one point in fourteen cases out of 60."
    assert untraced(told, source) == []
    assert untraced(told.replace("fourteen", "thirteen"), source) == ["thirteen cases out of 60"]
    assert untraced("One call in fourteen fails.", source) == ["One call in fourteen"]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("The team of six hires one a year; 75 people work there.", "Six people and one hire.", []),
        ("The team of six hires one a year; 75 people work there.", "Seven people.", ["Seven"]),
        ("Of 60 tests six failed; 75 people work there.", "Six people work there.", ["Six"]),
        ("L’équipe de six recrute ; 75 personnes travaillent là.", "Six personnes recrutent.", []),
        ("L’équipe de six recrute ; 75 personnes travaillent là.", "Huit personnes.", ["Huit"]),
        ("A team of six ran it. 40 patients took part.", "Six patients took part.", ["Six"]),
    ],
)
def test_a_team_of_so_many_is_so_many_people(source: str, text: str, found: list[str]) -> None:
    assert untraced(text, source) == found


def test_an_english_article_behind_a_year_is_no_unit() -> None:
    assert untraced("In 2024 an operator joined.", "In 2024 an operator joined the crew.") == []
    assert untraced("Trois ans de travail.", "Un an de travail.") != []


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("L'essai a duré 1,5 mois.", "L'essai a duré 1,5 an.", ["1,5 an"]),
        ("L'outil est dans 12 magasins.", "12 fois et demie plus rapide.", ["12 fois et demie"]),
        ("The tool is in 12 shops.", "12 and a half times faster.", ["12 and a half times"]),
        ("The clinic treated 40 patients.", "I did it with 39 colleagues.", ["39"]),
        ("La clinique a soigné 40 patients.", "Je l'ai fait avec 39 collègues.", ["39"]),
        (
            "The site is 12 km away. The road is 36 km long.",
            "The site is 12 km away, the road 36 km long. 3 times more visitors came.",
            ["3 times"],
        ),
    ],
)
def test_a_figure_of_one_thing_bears_out_none_of_another(
    source: str, text: str, found: list[str]
) -> None:
    assert untraced(text, source) == found
