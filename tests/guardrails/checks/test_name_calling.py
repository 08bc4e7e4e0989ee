"""Names called to people, and the same words of oneself, of a thing or of a book."""

import pytest

from tests.guardrails.shipped import found

FOUND = [
    ("en", "An idiot I was to believe the idiots in accounting."),
    ("en", "I was surrounded by idiots."),
    ("en", "I was told those in sales are idiots."),
    ("en", "I feel that our users are idiots."),
    ("en", "I was wrong about those idiots."),
    ("en", "I am fed up with you bunch of idiots."),
    ("en", "The morons on the night shift lost the pallets again."),
    ("en", "Our idiots in accounting did it again."),
    ("en", "That moron from the loading bay called."),
    ("en", "Those people with an accent should go home."),
    ("en", "The morons on the night shift, the ones with an accent, should go home."),
    ("en", "The IQ of my dog, minus the dog."),
    ("fr", "Je suis entouré d'imbéciles."),
    ("fr", "J'étais furieux contre ces imbéciles de la compta."),
    ("fr", "Quel imbécile j'ai été de croire ces imbéciles de la compta."),
    ("fr", "Je suis sûr que ces clients sont des abrutis."),
    ("fr", "Je me sens cerné par ces crétins."),
    ("fr", "Les abrutis de l'équipe de nuit ont encore perdu les palettes."),
    ("fr", "Cet abruti du quai a rappelé."),
    ("fr", "Les gens avec un accent devraient rentrer chez eux."),
    ("fr", "Ceux qui ont un accent, qu'ils rentrent chez eux."),
    ("fr", "La cliente du jour a le QI du chien en moins."),
    ("fr", "Des cas sociaux comme ça, au parking."),
]
PASSES = [
    ("en", "I was a complete idiot that day."),
    ("en", "I felt like an absolute idiot in front of the class."),
    ("en", "We were the idiots who pressed the button."),
    ("en", "It made me feel like a fool."),
    ("en", "I was such an idiot, and kind of a coward too."),
    ("en", "What an idiot I was."),
    ("en", "People with an accent are welcome at the counter."),
    ("en", "I read The Idiot by Dostoevsky on the night train."),
    ("en", "Our handbook is an idiot's guide to casting, idiot-proof."),
    ("en", "The clowns of the hospital came on Tuesday."),
    ("en", "The thieves who took our cables were caught."),
    ("en", "Nobody should call them the morons of the night shift."),
    ("fr", "J'étais vraiment un imbécile ce jour-là."),
    ("fr", "Je me sens un peu idiot, une espèce d'andouille."),
    ("fr", "On était une bande d'idiots heureux."),
    ("fr", "Je suis la reine des andouilles."),
    ("fr", "Les gens avec un accent ont bien ri."),
    ("fr", "Les clowns de l'hôpital sont passés mardi."),
    ("fr", "Il nous manquait un test idiot, et une question idiote."),
    ("fr", "Je pose des questions idiotes et on me répond."),
    ("fr", "Ces blagues idiotes nous tiennent éveillés."),
    ("fr", "Le chien de la cliente a plus de flair que moi."),
]


@pytest.mark.parametrize(("language", "text"), FOUND)
def test_a_name_called_to_people_is_found(language: str, text: str) -> None:
    assert found("CH-15", f"Hier. {text}", language)


@pytest.mark.parametrize(("language", "text"), PASSES)
def test_one_called_to_oneself_or_a_thing_passes(language: str, text: str) -> None:
    assert not found("CH-15", f"Hier. {text}", language)
