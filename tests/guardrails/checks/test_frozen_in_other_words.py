"""A frozen topic is frozen in other words too: the bin crews' walkout is the refuse strike."""

import pytest

from domain.review import Circumstances
from tests.guardrails.shipped import circumstances, found


def frozen() -> Circumstances:
    return circumstances(
        frozen_topics=[
            "grève de la collecte",
            "refuse collection strike",
            "panne informatique de septembre",
            "fuite de solvant",
            "accident de chariot",
        ]
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Everyone's asking me about the bin crews' walkout. It was blown out of proportion.",
        ),
        ("en", "The dustmen's stoppage is over, and honestly it was nothing."),
        ("en", "Rubbish piles up when strikers have a point, that's my view."),
        ("en", "I work at Ardemont and the walkout was hardly one."),
        ("en", "The computer outage in September taught nobody anything."),
        ("en", "Servers were down one September morning, so what?"),
        ("en", "A solvent spill is cleaned in an hour, people exaggerate."),
        ("en", "The forklift crash was not what the paper wrote."),
        ("en", "At Ardemont we talk of the strike all day, and it bores me."),
        ("en", "Picket lines and bins: I saw both, it was calm."),
        ("fr", "Le débrayage des éboueurs ? Trois rues, deux jours, rien de plus."),
        ("fr", "Les grévistes et les poubelles, parlons d'autre chose."),
        ("fr", "Chez Ardemont la grève est déjà oubliée."),
        ("fr", "Ordures dans la rue, arrêt de travail : ce débrayage a bon dos."),
        ("fr", "Les serveurs indisponibles en septembre, c'était une matinée."),
        ("fr", "Le déversement de solvant n'a gêné personne."),
        ("fr", "Une collision de chariots, et on en fait un feuilleton."),
        ("fr", "Les bennes sont restées pleines pendant les débrayages."),
        ("fr", "On me parle de la grève dès que je dis Ardemont."),
        ("fr", "Le plantage des ordinateurs, en septembre, a été vite réparé."),
    ],
)
def test_a_frozen_topic_in_other_words_is_found(language: str, text: str) -> None:
    assert found("CH-20", text, language, frozen())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Refuse collection moves to Tuesdays in the old town, says Ardemont."),
        ("en", "We strike a balance between bins and benches."),
        ("en", "At Ardemont, pupils studied the strike of 1936."),
        ("en", "A conveyor broke down and I learned to listen."),
        ("en", "Computers in September: new pupils, new passwords."),
        ("fr", "La collecte passe au mardi, les bacs aussi."),
        ("fr", "Chez Ardemont, une exposition raconte la grève de 1936."),
        ("fr", "Une fuite d'eau dans la cuisine, et deux seaux."),
        ("fr", "Le chariot de la cantine a une roue qui grince."),
        ("fr", "La rentrée informatique de septembre : cent mots de passe."),
    ],
)
def test_other_topics_stay_free(language: str, text: str) -> None:
    assert not found("CH-20", text, language, frozen())


def test_a_month_names_a_topic_in_either_language() -> None:
    around = circumstances(frozen_topics=["September IT outage"])
    assert found("CH-20", "The IT outage, in septembre as they say here.", "en", around)
    assert found("CH-20", "The IT outage in September was short.", "en", around)
    assert not found("CH-20", "I carried 21 printers down for the IT team.", "en", around)


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("refuse collection strike", "Crews strike a third day: refuse collection stops."),
        ("refuse collection strike", "Refuse collection: that strike a fortnight ago bored me."),
        ("factory strike", "The strike a month ago at the factory was short."),
        ("factory strike", "The strike a lot of people talk about stopped the factory."),
        ("factory fire", "The fire a month ago in the factory was small."),
        ("server attack", "That attack a month ago on the servers was no big thing."),
        ("server attack", "When they attack a server for two days, nobody sleeps here."),
        ("truck strike", "The drivers strike up to Friday, no trucks."),
    ],
)
def test_a_crisis_before_an_article_is_one(topic: str, text: str) -> None:
    assert found("CH-20", text, "en", circumstances(frozen_topics=[topic]))


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("factory strike", "We strike a balance between the factory and the garden."),
        ("factory strike", "Factory cats strike a pose."),
        ("factory strike", "They strike up a conversation at the factory."),
        ("factory fire", "They fire up the grill behind the factory."),
    ],
)
def test_a_saying_of_strikes_and_fires_is_none(topic: str, text: str) -> None:
    assert not found("CH-20", text, "en", circumstances(frozen_topics=[topic]))


@pytest.mark.parametrize(
    ("language", "topic", "text"),
    [
        ("en", "panne de courant", "Electricity prices are down this winter."),
        ("fr", "panne électrique", "Le courant passe bien entre nous malgré la panne de café."),
        ("fr", "panne d'électricité", "Être au courant d'un incident, c'est utile."),
        ("en", "incendie de l'usine", "We plant trees and sing by the fire."),
        ("en", "incendie de l'usine", "Water the plants, then light the fire."),
        ("en", "battery recall", "I recall my first battery with a smile."),
        ("fr", "rappel de batteries", "J'ai rappelé le client pour la batterie."),
        ("fr", "incendie de l'usine", "Chez Ardemont, le feu vert est donné au projet."),
        ("fr", "rappel de lots", "Chez Ardemont, on prend le rappel vaccinal au sérieux."),
        (
            "en",
            "lawsuit of neighbours",
            "At Ardemont we had the investigation board game.",
        ),
    ],
)
def test_an_everyday_word_is_no_crisis(language: str, topic: str, text: str) -> None:
    assert not found("CH-20", text, language, circumstances(frozen_topics=[topic]))


@pytest.mark.parametrize(
    ("language", "topic", "text"),
    [
        ("fr", "panne électrique", "La coupure de courant de jeudi m'a bien amusée."),
        ("en", "incendie de l'usine", "The fire at the plant was small, I saw it."),
        ("en", "battery recall", "They recall the battery of every bike, so what?"),
        ("fr", "rappel de batteries", "Ils ont rappelé les batteries, et alors ?"),
        ("fr", "incendie de l'usine", "Chez Ardemont, le feu a fait parler."),
    ],
)
def test_the_crisis_in_the_same_words_is_one(language: str, topic: str, text: str) -> None:
    assert found("CH-20", text, language, circumstances(frozen_topics=[topic]))
