"""A share of another deed, a rest that does something, and a difference that goes the other way."""

import time

import pytest

from tests.guardrails.facts.test_worked_out_unshown import COURSE, COURSE_EN, LIST, LIST_EN
from tests.guardrails.facts.working_out import unknown

_GLAD = "61 % des clients sont contents."
_GLAD_EN = "61% of customers are happy."
_VISITORS = "64 visiteurs sont venus, 25 d'entre eux ont dit oui."
_VISITORS_EN = "64 visitors came, 25 of them agreed."
_RETURNED = "61 % des objets ont été rendus."
_RETURNED_EN = "61% of the objects have been returned."
_MONTHS = "40 plaintes en mars, 25 plaintes en avril."
_MONTHS_EN = "40 complaints in March, 25 complaints in April."
_YEARS = "Nous avons compté 40 plaintes en 2023 et 25 plaintes en 2024."
_YEARS_EN = "We counted 40 complaints in 2023 and 25 complaints in 2024."
_RATE = "Le taux est passé de 61 % à 49 %."
_RATE_EN = "The rate went from 61% to 49%."
_TRIP = "Le trajet est passé de 60 minutes à 20 minutes."
_TRIP_EN = "The trip went from 60 minutes to 20 minutes."
_MOVED = "La conférence est repoussée de 14 h à 14 h 30."
_MOVED_EN = "The talk is moved from 2 pm to 2.30 pm."
_DENIED = "Sur 130 salariés, 54 ne se sont pas inscrits."
_DENIED_EN = "Of the 130 employees, 54 have not signed up."

FOUND = [
    (LIST, "42 % des salariés ne se sont pas inscrits."),
    (LIST, "42 % des salariés n'ont jamais été inscrits."),
    (LIST, "42 % des salariés refusent d'être inscrits."),
    (LIST, "42 % des salariés inscrits ont démissionné."),
    (LIST, "42 % des salariés ont démissionné sans être inscrits."),
    (LIST, "58 % des salariés se sont inscrits."),
    (_DENIED, "42 % des salariés se sont inscrits."),
    (LIST, "130 salariés. 42 % des salariés inscrits ont démissionné."),
    (LIST_EN, "130 employees. 42% of employees who signed up have resigned."),
    (LIST_EN, "42% of employees did not sign up."),
    (LIST_EN, "42% of employees never signed up."),
    (LIST_EN, "42% of employees refused to sign up."),
    (LIST_EN, "42% of employees resigned after they signed up."),
    (LIST_EN, "42% of employees resigned without having signed up."),
    (_DENIED_EN, "42% of employees have signed up."),
    (LIST, "Sur 130 salariés, 54 se sont inscrits. 4 salaires sur 10."),
    (_GLAD, "61 % des clients sont contents. Les 39 % restants ne sont pas clients."),
    (_GLAD, "61 % des clients sont contents. Les 39 % restants attendent encore."),
    (_VISITORS, "25 des 64 visiteurs ont dit oui. Les 39 autres attendent."),
    (_GLAD_EN, "61% of customers are happy. The other 39% left."),
    (_GLAD_EN, "61% of customers are happy. The other 39% went."),
    (_GLAD_EN, "61% of customers are happy. The remaining 39% are not customers."),
    (_GLAD_EN, "61% of customers are happy. The remaining 39% aren't customers."),
    (_GLAD_EN, "61% of customers are happy. The other 39% are still waiting."),
    (_VISITORS_EN, "25 of the 64 visitors agreed, the other 39 left."),
    (_MONTHS, "40 plaintes en mars, 25 plaintes en avril : 15 plaintes de plus."),
    (_MONTHS, "40 plaintes en mars, 25 plaintes en avril, soit 60 % de plaintes de plus."),
    (_MONTHS_EN, "40 complaints in March, 25 complaints in April: 15 more complaints."),
    (_MONTHS_EN, "40 complaints in March, 25 complaints in April, or 60% more complaints."),
    (_YEARS, "40 plaintes en 2023, 25 plaintes en 2024 : 15 plaintes de plus."),
    (_YEARS_EN, "25 complaints in 2024, 40 complaints in 2023: 15 more complaints."),
    (_RATE, "Le taux est à 49 % contre 61 % : 12 points de plus."),
    (_RATE_EN, "The rate is 49%, down from 61%: 12 points up."),
    (_RATE_EN, "The rate is 49% against 61%: 12 points more."),
    (_TRIP, "Passé de 60 minutes à 20 minutes : 40 minutes de plus sur le trajet."),
    (_TRIP_EN, "From 60 minutes to 20 minutes: 40 minutes more on the trip."),
    (COURSE, "3 heures par semaine pendant 12 semaines : 36 heures par semaine en tout."),
    (COURSE_EN, "3 hours a week for 12 weeks: 36 hours a week in all."),
    (_MOVED, "La conférence dure 30 minutes de retard."),
    (_MOVED_EN, "The talk lasts 30 minutes late."),
]

KNOWN = [
    (LIST, "42 % des salariés se sont inscrits."),
    (LIST, "58 % des salariés ne se sont pas inscrits."),
    (_DENIED, "42 % des salariés ne se sont pas inscrits."),
    (LIST_EN, "42% of employees have signed up."),
    (LIST_EN, "58% of employees did not sign up."),
    (LIST, "Sur 130 salariés, 54 se sont inscrits. 4 salariés sur 10."),
    (_GLAD, "61 % des clients sont contents. Les 39 % restants ne sont pas contents."),
    (_GLAD, "61 % des clients sont contents. Les 39 % restants ne le sont pas."),
    (_VISITORS, "25 des 64 visiteurs ont dit oui. Les 39 autres, non."),
    (_RETURNED, "61 % rendus, donc 39 % qui attendent."),
    (_GLAD_EN, "61% of customers are happy. The other 39% are not."),
    (_GLAD_EN, "61% of customers are happy. The other 39% of customers are not happy."),
    (_VISITORS_EN, "25 of the 64 visitors agreed. The other 39 did not."),
    (_RETURNED_EN, "61% went home. The other 39% are still waiting."),
    (_MONTHS, "40 plaintes en mars, 25 plaintes en avril : 15 plaintes de moins."),
    (_MONTHS, "25 plaintes en avril, 40 plaintes en mars : 15 plaintes de moins."),
    (_MONTHS_EN, "40 complaints in March, 25 complaints in April: 15 fewer complaints."),
    (_YEARS, "40 plaintes en 2023, 25 plaintes en 2024 : 15 plaintes de moins."),
    (_YEARS_EN, "25 complaints in 2024, 40 complaints in 2023: 15 fewer complaints."),
    (LIST, "58 % des salariés ne se sont pas encore inscrits."),
    (LIST_EN, "58% of employees have not signed up yet."),
    (_RATE, "Le taux est à 49 % contre 61 % : 12 points de moins."),
    (_RATE_EN, "The rate is 49%, down from 61%: 12 points down."),
    (_TRIP, "Passé de 60 minutes à 20 minutes : 40 minutes de moins sur le trajet."),
    (_TRIP_EN, "From 60 minutes to 20 minutes: 40 minutes less on the trip."),
    (COURSE, "3 heures par semaine pendant 12 semaines : 36 heures en tout."),
    (COURSE_EN, "3 hours a week for 12 weeks: 36 hours in all."),
    (_MOVED, "La conférence a 30 minutes de retard."),
    (_MOVED_EN, "The talk is 30 minutes late."),
]


@pytest.mark.parametrize(("source", "text"), FOUND)
def test_what_is_turned_is_found(source: str, text: str) -> None:
    assert unknown(text, source)


@pytest.mark.parametrize(("source", "text"), KNOWN)
def test_what_goes_the_same_way_is_known(source: str, text: str) -> None:
    assert not unknown(text, source)


@pytest.mark.parametrize(
    "piece",
    [
        "42 % des salariés ne se sont pas inscrits ",
        "61%, the other 39% are not left ",
        "40 plaintes en mars, 25 plaintes en avril : 15 de plus ",
    ],
)
def test_a_flood_is_read_in_no_time(piece: str) -> None:
    begun = time.thread_time()
    unknown(piece * 300, LIST + _GLAD + _MONTHS + piece * 300)
    assert time.thread_time() - begun < 6
