"""Whoever speaks in a text may be called an employee anywhere in a sentence of theirs."""

import pytest

from tests.guardrails.shipped import found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mon avis de salarié d'Ardemont : l'indemnité est maigre."),
        ("fr", "Moi qui bosse à Ardemont, je trouve l'indemnité maigre."),
        ("fr", "Une soudeuse d'Ardemont vous parle : le four chauffe trop."),
        ("fr", "Un soudeur d'Ardemont vous écrit."),
        ("fr", "Ici une soudeuse d'Ardemont, et je vous raconte."),
        ("fr", "Parole de salariée d'Ardemont : l'indemnité est maigre."),
        ("fr", "Le point de vue d'une salariée d'Ardemont : je trouve l'indemnité maigre."),
        ("fr", "Je vous le dis en salarié d'Ardemont : l'indemnité est maigre."),
        ("fr", "Employée par Ardemont, je trouve l'indemnité maigre."),
        ("fr", "C'est un salarié d'Ardemont qui vous parle : l'indemnité est maigre."),
        ("fr", "Petit avis d'ouvrière d'Ardemont sur l'indemnité."),
        ("fr", "Moi qui travaille pour Ardemont depuis six ans, je la trouve maigre."),
        ("en", "As someone employed by Ardemont, I think the allowance is thin."),
        ("en", "Two cents from an Ardemont employee: the allowance is thin."),
        ("en", "Speaking as staff at Ardemont, the allowance is thin."),
        ("en", "My opinion as an employee of Ardemont: the allowance is thin."),
        ("en", "An Ardemont welder speaking: the allowance is thin."),
        ("en", "A word from an Ardemont welder: the allowance is thin."),
        ("en", "Employed by Ardemont, I find the allowance thin."),
        ("en", "I say this as an Ardemont employee: the allowance is thin."),
        ("en", "Take it from an Ardemont welder: the allowance is thin."),
        ("en", "We Ardemont employees find the allowance thin."),
        ("en", "Those of us who work at Ardemont find the allowance thin."),
    ],
)
def test_the_author_is_called_an_employee(language: str, text: str) -> None:
    assert found("CH-01", text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un salarié d'Ardemont m'a expliqué le fonctionnement de la vanne."),
        ("fr", "L'avis d'un salarié d'Ardemont m'a convaincu."),
        ("fr", "Une soudeuse d'Ardemont parle dans cette vidéo."),
        ("fr", "Mon voisin qui bosse à Ardemont trouve l'indemnité maigre."),
        ("fr", "Lui qui bosse à Ardemont, il trouve l'indemnité maigre."),
        ("fr", "Mon avis d'ancien salarié d'Ardemont : l'indemnité est maigre."),
        ("fr", "Moi qui bossais à Ardemont, je trouve l'indemnité maigre."),
        ("fr", "Moi qui n'ai jamais bossé à Ardemont, je la trouve maigre."),
        ("fr", "Mon avis de client d'Ardemont : la vanne tient."),
        ("fr", "Mon avis sur un salarié d'Ardemont : aimable."),
        ("fr", "Le témoignage d'une salariée d'Ardemont : elle raconte ses nuits."),
        ("fr", "Une technicienne d'Ardemont vous conseille en magasin."),
        ("en", "An Ardemont employee helped me choose my valve."),
        ("en", "As someone who once worked at Ardemont, I find the allowance thin."),
        ("en", "As someone formerly employed by Ardemont, I find the allowance thin."),
        ("en", "As someone not employed by Ardemont, I find the valve good."),
        ("en", "A letter from an Ardemont employee made my day."),
        ("en", "Great advice from an Ardemont employee at the fair."),
        ("en", "An Ardemont welder speaks in this video."),
        ("en", "Speaking as a customer of Ardemont, the valve lasts."),
        ("en", "My brother, employed by Ardemont, finds the allowance thin."),
        ("en", "Two cents from a former Ardemont employee: the allowance is thin."),
        ("en", "He is employed by Ardemont and I am not."),
    ],
)
def test_somebody_else_is_called_one(language: str, text: str) -> None:
    assert found("CH-01", text, language)
