"""A deed told where it was denied is found, and the contrary; what is not the same passes."""

import time

import pytest

from guardrails.facts.contradicted import contradicted

EN = (
    "The trial did not succeed. No customer left. The north plant was not closed. The team has "
    "tested 40 pumps. Nobody else did. We don't sell the data. The pumps failed to start."
)
FR = (
    "L’essai n’a pas réussi. Aucun client n’est parti. L’usine du nord n’a pas été fermée. "
    "L’équipe a testé 40 pompes. Nous ne vendons pas les données. Les pompes n’ont pas démarré."
)


def found(text: str, given: str) -> list[str]:
    return [text[one.start : one.end] for one in contradicted(text, (given,))]


@pytest.mark.parametrize(
    ("given", "text", "word"),
    [
        (EN, "The trial succeeded.", "succeeded"),
        (EN, "I work at Tessonde, where the trial succeeded!", "succeeded"),
        (EN, "The trial was a success.", "success"),
        (EN, "30% of customers left.", "left"),
        (EN, "The north plant was closed.", "closed"),
        (EN, "The team has not tested the pumps.", "tested"),
        (EN, "The pumps started.", "started"),
        ("The trial succeeded.", "The trial did not succeed.", "succeed"),
        ("The trial succeeded.", "The trial failed.", "failed"),
        ("The trial failed.", "The trial succeeded.", "succeeded"),
        (FR, "L’essai a réussi.", "réussi"),
        (FR, "Chez nous, je suis heureux que l’essai ait réussi.", "réussi"),
        (FR, "L’essai est un succès.", "succès"),
        (FR, "30 % des clients sont partis.", "partis"),
        (FR, "L’usine du nord a été fermée.", "fermée"),
        (FR, "L’équipe n’a pas testé les pompes.", "testé"),
        (FR, "Les pompes ont démarré.", "démarré"),
        ("L’essai a réussi.", "L’essai n’a pas réussi.", "réussi"),
        ("L’essai a réussi.", "L’essai a échoué.", "échoué"),
        ("L’essai a échoué.", "L’essai a réussi.", "réussi"),
    ],
)
def test_the_contrary_is_found(given: str, text: str, word: str) -> None:
    assert found(text, given) == [word]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (EN, "The trial did not succeed."),
        (EN, "The trial failed, and I am glad we say so."),
        (EN, "No customer left."),
        (EN, "Did the trial succeed? No."),
        (EN, "“The trial succeeded”, one might have said."),
        (EN, "If the trial had succeeded, we would know less."),
        (EN, "The south plant closed."),
        (EN, "I left early."),
        (EN, "The trial did not only succeed."),
        (EN, "The trial is not the point."),
        (EN, "I have not tested it."),
        ("At first the trial did not succeed. Then it succeeded.", "The trial succeeded."),
        ("The trial would not succeed without her.", "The trial succeeded."),
        ("The trial did not just succeed.", "The trial succeeded."),
        ("The plant is no longer closed.", "The plant was closed."),
        ("The team tested 40 pumps.", "The team did not test the hoses in Lyon."),
        (FR, "L’essai n’a pas réussi."),
        (FR, "L’essai a échoué, et je suis content qu’on le dise."),
        (FR, "Aucun client n’est parti."),
        (FR, "L’essai a-t-il réussi ? Non."),
        (FR, "« L’essai a réussi », aurait-on pu dire."),
        (FR, "Si l’essai avait réussi, on en saurait moins."),
        (FR, "L’usine du sud a fermé."),
        (FR, "Je suis parti tôt."),
        (FR, "L’essai n’a pas seulement réussi."),
        (FR, "Je n’ai pas testé."),
        ("D’abord, l’essai n’a pas réussi. Puis il a réussi.", "L’essai a réussi."),
        ("L’essai n’aurait pas réussi sans elle.", "L’essai a réussi."),
        ("L’usine n’est plus fermée.", "L’usine a été fermée."),
        ("L’équipe a testé 40 pompes.", "L’équipe n’a pas testé les tuyaux à Lyon."),
    ],
)
def test_what_is_not_the_contrary_passes(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            "Il compare les équipes\nsans désigner personne, parce que les noms ne sont pas notés.",
            "Les noms ne sont pas notés.",
        ),
        (
            "It compares teams without naming one,\nsince names were not noted.",
            "names were not noted",
        ),
        (
            "On a noté les noms. Sans doute les noms n’ont\npas été notés ailleurs.",
            "Les noms n’ont pas été notés ailleurs.",
        ),
        ("Sans lui, les noms n’auraient pas été notés.", "Les noms n’ont pas été notés."),
        ("If he had not come, the names had not been noted.", "The names had not been noted."),
    ],
)
def test_what_the_source_says_is_not_its_contrary(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize(
    ("given", "text", "word"),
    [
        # Word for word, and without the words that deny it.
        ("None of the customers left.", "The customers left.", "left"),
        ("Le relevé\nn’a pas été\npublié par l’équipe.", "Le relevé a été publié.", "publié"),
        (
            "Without a doubt the team worked. The names were noted.",
            "Names were not noted.",
            "noted",
        ),
    ],
)
def test_a_part_of_the_source_may_be_its_contrary(given: str, text: str, word: str) -> None:
    assert found(text, given) == [word]


@pytest.mark.parametrize(
    "flood",
    [
        "the trial did not succeed ",
        "n'a pas ",
        "aucun a a ",
        "no a ",
        "not ever ",
        "«",
        "a.b ",
        "? ",
    ],
)
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    list(contradicted(flood * 4_000, (EN, flood * 4_000)))
    assert time.thread_time() - began < 2
