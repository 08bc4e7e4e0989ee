"""A figure that follows from a source and is told of something else was not worked out of it."""

import pytest

from tests.guardrails.facts.test_worked_out_unshown import (
    BREAD,
    BREAD_EN,
    CABINS,
    CABINS_EN,
    CALLS,
    CALLS_EN,
    COURSE,
    COURSE_EN,
    CREW,
    EARLY,
    EARLY_EN,
    LIST,
    LIST_EN,
    OPINIONS,
    OPINIONS_EN,
    SINCE,
    SINCE_EN,
)
from tests.guardrails.facts.working_out import seconds_for, unknown

_DOORS = "Portes ouvertes à 10 h, conférence à 10 h 30. La panne a été réparée."
_DOORS_EN = "Doors open at 10:00, the talk starts at 10:30. The line was repaired."
_HOURS = "L'accueil ouvre de 10 h à 12 h 30. La panne a été réparée."
_HOURS_EN = "The desk is open from 10:00 to 12:30. The line was repaired."
_PLANT = "L'usine, créée en 2019, a déménagé en 2024. Les pompes sont garanties."
_PLANT_EN = "Founded in 2019, the plant moved in 2024. Pumps carry a guarantee."
_TWO = "L'usine est née en 2019. La cantine a ouvert en 2024."
_TWO_EN = "The plant dates from 2019. The canteen opened in 2024."
_GLAD = "61 % des clients sont contents."
_GLAD_EN = "61% of customers are content."
_BUS = "Le taux est de 12 %. Le bus roule du 3 au 17 mars."
_BUS_EN = "The rate is 12%. The bus runs from 3 to 17 March."
_TWICE = "L'atelier, créé en 1996, occupe un hangar depuis 2011."
_TWICE_EN = "The workshop, founded in 1996, has had a hangar since 2011."
_MACHINE = "En 2024, la machine tourne depuis mars sans panne."
_MACHINE_EN = "In 2024, the machine has been running since March."
_CREW_EN = "14 welders and 12 crane drivers took the course."
_DELAY = "Le délai est passé de 40 à 28 jours."
_DELAY_EN = "The delay went from 40 to 28 days."

_TRAY = "44 grammes de moins par plateau."
_TRAY_EN = "44 grams less on each tray."

OF_ANOTHER = [
    # Any two times of a source, or a move told as how long something takes.
    (_DOORS, "On se retrouve à 10 h. La panne a duré 30 minutes."),
    (_DOORS, "La panne a duré 30 minutes de plus."),
    (_DOORS, "La conférence dure 30 minutes, portes ouvertes."),
    (_DOORS_EN, "We meet at 10:00. The repair took 30 minutes."),
    (_DOORS_EN, "The talk took 30 minutes longer."),
    (_HOURS, "L'accueil ouvre à 10 h. La panne a duré 150 minutes."),
    (_HOURS, "L'accueil ouvre 150 minutes plus tard."),
    (_HOURS_EN, "The desk opens at 10:00. The repair took 150 minutes."),
    (_HOURS_EN, "The desk opens 150 minutes later."),
    (EARLY, "La ligne s'arrête cinq minutes plus tôt."),
    (EARLY, "La ligne ne s'arrête pas cinq minutes plus tard."),
    (EARLY, "Le bus arrive cinq minutes plus tard."),
    (EARLY_EN, "We close five minutes earlier."),
    (EARLY_EN, "We never close five minutes later."),
    (EARLY_EN, "The bus leaves five minutes later."),
    # Two years, and what they are not of.
    (_PLANT, "Créée en 2019, déménagée en 2024 : nos pompes sont garanties 5 ans."),
    (_PLANT, "L'usine, créée en 2019, a déménagé en 2024. Garantie : 5 ans."),
    (_PLANT, "L'usine, créée en 2019, a déménagé en 2024, et perd de l'argent depuis cinq ans."),
    (_PLANT_EN, "Founded in 2019, the plant moved in 2024. Our pumps have a 5-year guarantee."),
    (_PLANT_EN, "Founded in 2019, the plant moved in 2024. Guarantee: 5 years."),
    (_PLANT_EN, "Our pumps ran from 2019 to 2024: five years."),
    (_TWO, "L'usine a cinq ans : 2019, 2024."),
    (_TWO_EN, "Five years of the plant, 2019 to 2024."),
    # The rest does what nobody told.
    (_GLAD, "61 % des clients sont contents. Donc 39 % veulent partir."),
    (_GLAD, "61 % des clients sont contents. Les 39 % autres veulent partir."),
    (_GLAD, "61 % des clients sont contents, donc 39 % de mécontents."),
    (_GLAD_EN, "61% of customers are content. So 39% want to leave."),
    (_GLAD_EN, "61% of customers are content. The other 39% want to leave."),
    (OPINIONS, "25 des 64 avis donnent raison, 39 autres salariés sont partis."),
    (OPINIONS, "25 des 64 avis donnent raison. Les 39 autres donnent raison."),
    (OPINIONS_EN, "25 of the 64 opinions were for the member, the other 39 employees left us ill."),
    (OPINIONS_EN, "25 of the 64 were for the member. The other 39 were for the member."),
    # So many of ten did what nobody told, or did not.
    (LIST, "Sur 130 salariés, 54 se sont inscrits. 4 salariés sur 10 ont démissionné."),
    (LIST, "Sur 130 salariés, 54 se sont inscrits. 42 % des salariés ont démissionné."),
    (LIST, "Sur 130 salariés, 54 se sont inscrits. 4 sur 10 ne se sont pas inscrits."),
    (LIST_EN, "Of the 130 employees, 54 have signed up. 4 in 10 employees resigned."),
    (LIST_EN, "Of the 130 employees, 54 have signed up. 42% of employees resigned."),
    # One of what, every so many.
    (CALLS, "167 tentatives arrêtées : une panne tous les 13 appels."),
    (CALLS, "167 tentatives arrêtées : une tous les 13 appels perdus."),
    (CALLS_EN, "167 attempts stopped: one outage every 13 calls."),
    (CALLS_EN, "167 attempts stopped: one death in 13 calls."),
    # Since when something else is.
    (SINCE, "L'atelier de reliure forme des gens : il faut 30 ans pour apprendre, depuis 1996."),
    (SINCE, "L'atelier de reliure est ouvert depuis 1996 ; ses machines ont 30 ans."),
    (SINCE, "Ça fait trente ans que l'atelier de reliure est fermé."),
    (SINCE, "Ça fait trente ans que l'atelier de reliure n'est pas ouvert."),
    (SINCE_EN, "The bindery trains people: it takes 30 years to learn, since 1996."),
    (SINCE_EN, "The bindery, open since 1996, has machines that are 30 years old."),
    (SINCE_EN, "The bindery has been losing money for thirty years."),
    (_TWICE, "Cela fait 30 ans que l'atelier occupe un hangar."),
    (_TWICE_EN, "The workshop has had a hangar for 30 years."),
    # A month has no year.
    (_MACHINE, "La machine tourne depuis 8 mois sans panne."),
    (_MACHINE_EN, "The machine has been running for 8 months."),
    # Two days, and what they are not of.
    (_BUS, "Du 3 au 17 mars : remboursé sous 15 jours."),
    (_BUS, "Du 3 au 17 mars, 14 jours de panne."),
    (_BUS_EN, "From 3 to 17 March: refunded within 15 days."),
    (_BUS_EN, "From 3 to 17 March, 14 days of outage."),
    # Products, sums and changes of something else.
    (CABINS, "Neuf cabines, 260 euros par cabine de perte : 2 340 euros d'amende en tout."),
    (CABINS_EN, "Nine cabins at 260 euros each: fines of 2,340 euros in all."),
    (COURSE, "3 heures par semaine, 12 semaines : 36 heures d'attente en tout."),
    (COURSE_EN, "3 hours a week for 12 weeks: 36 hours of waiting in all."),
    (BREAD, f"{_TRAY} À 620 repas par jour, ça fait 27 kilos de sel."),
    (BREAD, f"{_TRAY} À 620 repas par jour, ça fait 27 kilos volés."),
    (BREAD_EN, f"{_TRAY_EN} At 620 meals a day, that's 27 kilos of salt."),
    (CREW, "Cinq personnes licenciées : trois soudeurs, deux grutiers."),
    (CREW, "Trois soudeurs et deux grutiers, soit 5 personnes licenciées."),
    (_CREW_EN, "26 people sacked: 14 welders and 12 crane drivers."),
    (_CREW_EN, "14 welders and 12 crane drivers, so 26 jobs lost."),
    (BREAD, "44 grammes de sel en moins dans nos plats."),
    (BREAD, "44 grammes de sel de moins sur chaque plateau."),
    (BREAD, "44 grammes de moins sur chaque plateau, plus d'un tiers des salariés malades."),
    (BREAD_EN, "44 grams of salt less on each tray."),
    (BREAD_EN, "44 grams less on each tray, more than a third of staff ill."),
    (_DELAY, "De 40 à 28 jours : 12 jours de congés perdus."),
    (_DELAY_EN, "From 40 to 28 days: 12 days of holiday lost."),
]

OF_THE_SAME = [
    (_HOURS, "L'accueil ouvre 150 minutes."),
    (_HOURS_EN, "The desk is open for 150 minutes."),
    (_PLANT, "L'usine, créée en 2019, a déménagé en 2024, cinq ans plus tard."),
    (_PLANT_EN, "Founded in 2019, the plant moved in 2024, five years later."),
    (_GLAD, "61 % des clients sont contents, donc 39 % ne le sont pas."),
    (_GLAD_EN, "61% of customers are content, the other 39% are not."),
    (LIST, "Sur 130 salariés, 54 se sont inscrits. 4 sur 10 se sont inscrits."),
    (LIST_EN, "Of the 130 employees, 54 have signed up. 4 in 10 signed up."),
    (CALLS, "167 tentatives arrêtées : une tentative tous les 13 appels."),
    (CALLS_EN, "167 attempts stopped: one attempt in 13 calls."),
    (BREAD, f"{_TRAY} À 620 repas par jour, ça fait 27 kilos qui ne partent plus au rebut."),
    (BREAD_EN, f"{_TRAY_EN} At 620 meals a day, that's 27 kilos that no longer go in the bin."),
    (_BUS, "Le bus roule du 3 au 17 mars : 14 jours."),
    (_BUS_EN, "The bus runs from 3 to 17 March, for two weeks."),
    (_DELAY, "De 40 à 28 jours : 12 jours de délai gagnés."),
    (_DELAY_EN, "From 40 to 28 days: 12 days saved."),
]


@pytest.mark.parametrize(("source", "text"), OF_ANOTHER)
def test_what_is_told_of_something_else_is_found(source: str, text: str) -> None:
    assert unknown(text, source)


@pytest.mark.parametrize(("source", "text"), OF_THE_SAME)
def test_what_is_told_of_the_same_is_known(source: str, text: str) -> None:
    assert not unknown(text, source)


@pytest.mark.parametrize(
    "piece",
    [
        "de 22 h à 22 h 05, cinq minutes plus tard, ",
        "du 3 au 17 mars 14 jours ",
        "2019, 2024, cinq ans ",
        "61 % et donc 39 % autres ",
        "a a a a a a ",
    ],
)
def test_a_flood_is_read_in_no_time(piece: str) -> None:
    assert seconds_for(piece * 300, _BUS + EARLY + _PLANT + _GLAD + piece * 1_000) < 6
