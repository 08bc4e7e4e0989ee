"""What a sentence tells by half carries no draft while another one stands."""

import pytest

from personalizer.half_told import half_told


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("De septembre à décembre 2025, son équipe a comparé deux méthodes.", "whose"),
        ("Her unit is the wasted lid.", "whose"),
        ("In May, their drivers went back to paper.", "whose"),
        ("The test hall in Roanne has therefore published its readings.", "follows"),
        ("The software is then allowed to grow old until a rewrite is needed.", "follows"),
        ("Le hall d’essais de Roanne publie donc le sien, jour par jour.", "follows"),
        ("Colours changed as well.", "too"),
        ("Les délais ont baissé aussi.", "too"),
        ("Last night, the court closed the protest.", "dated"),
        ("Il y a deux semaines, la mairie a annoncé un essai.", "dated"),
        ("Last weekend saw thousands of civic hackers.", "dated"),
        ("They recently released a map.", "dated"),
        ("Over the last few months, the demand has been explosive.", "dated"),
        ("Over the past year, the team doubled.", "dated"),
        ("Le week-end dernier, la vanne a cédé.", "dated"),
        ("L’an dernier, la régie a ouvert un atelier.", "dated"),
        ("Ces derniers mois, la demande a doublé.", "dated"),
        ("La régie a récemment ouvert un atelier.", "dated"),
        ("The new valve lasts three times as many hours.", "than what"),
        ("L’atelier répare trois fois plus de capteurs.", "than what"),
    ],
)
def test_what_is_told_by_half_is_found(sentence: str, name: str) -> None:
    assert name in half_told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "La mairie et son équipe ont comparé deux méthodes.",
        "The crew kept its own vans.",
        "When the valve closes, the wave is then sent back.",
        "A call comes first, then a work sample.",
        "L’alternant et son tuteur écrivent trois lignes, puis échangent le carnet.",
        "Each release is tested twice as many times as the one before.",
        "L’atelier répare trois fois plus de capteurs qu’en 2023.",
        "The report of May 2024 counts 19 failures.",
        "Il y a deux ateliers à Roanne.",
        "Night crews work as well as day crews.",
        "The last few metres of the pipe are new.",
        "Le dernier mois de 2023 a été froid.",
        "The past year of a pump is in its log.",
        "Alors que le marché recule, Tessonde recrute 40 personnes.",
        "Dès lors qu’une fuite dure, elle coûte.",
        "Thus far, 40 people have joined.",
        "Sonia répare les capteurs.",
    ],
)
def test_what_tells_all_it_has_to_is_left(sentence: str) -> None:
    assert not half_told(sentence)
