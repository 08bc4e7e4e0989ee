"""Praise of what the company makes, without its name, where the source that it tells of has it."""

import pytest

from tests.guardrails.shipped import circumstances, found

SOURCES = {
    "fr": (
        "La mise à jour de novembre d'Ardemont ajoute des sous-titres d'ambiance. À l'écran, une"
        " flèche, un mot et une distance indiquent d'où vient un bruit. L'option est dans le menu."
    ),
    "en": (
        "The November update from Ardemont adds ambient captions. On the screen an arrow, a word"
        " and a distance show where a noise comes from. The option is in the sound menu."
    ),
}
TOLD = {
    "fr": "Sous-titres d'ambiance : une flèche, un mot, une distance, l'option est dans le menu.",
    "en": "Ambient captions: an arrow, a word and a distance on the screen, option in the menu.",
}


@pytest.mark.parametrize(
    ("language", "praise"),
    [
        ("fr", "Franchement, bravo, foncez."),
        ("fr", "Essayez, vous verrez."),
        ("fr", "Je vous le recommande."),
        ("fr", "À tester ce soir."),
        ("fr", "Une pépite."),
        ("fr", "J'adore."),
        ("fr", "Ne ratez pas ça."),
        ("fr", "C'est bluffant."),
        ("fr", "Mon coup de cœur du mois."),
        ("fr", "Ça vaut vraiment le détour."),
        ("en", "Honestly, go for it."),
        ("en", "Give it a try tonight."),
        ("en", "I highly recommend it."),
        ("en", "I love how simple it is, I love it."),
        ("en", "Do yourself a favour."),
        ("en", "Don't miss it."),
        ("en", "Brilliant."),
        ("en", "Worth every minute."),
        ("en", "Hats off."),
        ("en", "I'm hooked. Check it out."),
    ],
)
def test_praise_of_the_company_s_own_says_who_praises(language: str, praise: str) -> None:
    around = circumstances(source=SOURCES[language])
    assert found("CH-01", f"{TOLD[language]} {praise}", language, around)
    told = {"fr": "Je travaille chez Ardemont.", "en": "I work at Ardemont."}[language]
    assert not found("CH-01", f"{told} {TOLD[language]} {praise}", language, around)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", f"{TOLD['fr']} Et chez vous, comment faites-vous ?"),
        ("fr", "Foncez voir la mer en novembre, une merveille."),
        ("fr", f"{TOLD['fr']} Je ne recommande rien à personne."),
        ("fr", "Bluffante, la lumière de ce matin sur le canal."),
        ("fr", f"{TOLD['fr']} « Essayez », disait ma grand-mère."),
        ("en", f"{TOLD['en']} How do you do that where you are?"),
        ("en", "Go for it: swim in November, I love it."),
        ("en", f"{TOLD['en']} I don't recommend anything to anybody."),
        ("en", "Brilliant, the light on the canal this morning."),
        ("en", f"{TOLD['en']} “Give it a try”, my grandmother used to say."),
    ],
)
def test_no_praise_and_praise_of_something_else_need_no_more(language: str, text: str) -> None:
    assert not found("CH-01", text, language, circumstances(source=SOURCES[language]))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La mise à jour des Veilleurs est là."),
        ("fr", "Je joue aux Veilleurs le soir."),
        ("en", "A new evening with our Wardens."),
    ],
)
def test_a_name_keeps_its_name_with_another_article(language: str, text: str) -> None:
    around = circumstances(products=["Les Veilleurs", "The Wardens"])
    assert found("CH-01", text, language, around)
    assert not found("CH-01", text.lower(), language, around)
