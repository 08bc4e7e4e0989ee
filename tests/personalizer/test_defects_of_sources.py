"""What a model's text takes from its source and puts elsewhere, and what it takes from nowhere."""

import pytest

from domain.language import Language
from personalizer.defect_words import Defect
from tests.personalizer.replies import EN, FR, defect

LINK_FR = "https://www.ardemont.example/fr/journal/ecran"
LINK_EN = "https://www.ardemont.example/en/journal/screen"
SOURCE_FR = (
    "Le réglage prend désormais 12 minutes au lieu de 40. Mireille dirige les 62 personnes de"
    " l’atelier, et l’armoire garde 340 boîtiers. Depuis février 2026, six opérateurs suppriment"
    " un écran par mois ; le premier, en juin 2025, a demandé 1 600 essais à 9 personnes."
)
SOURCE_EN = (
    "Setting up a press now takes 12 minutes instead of 40. Mireille leads the 62 people of the"
    " workshop, and the cupboard holds 340 boxes. Since February 2026 operators remove a screen"
    " a month; the first, in June 2025, took 1,600 trials by 9 people. The firm itself has grown by"
    " now to 190 sites."
)


def told(text: str) -> Defect | None:
    return defect(f"{FR} {text}", material=(SOURCE_FR, LINK_FR))


def told_in_english(text: str) -> Defect | None:
    return defect(f"{EN} {text}", Language.ENGLISH, material=(SOURCE_EN, LINK_EN))


@pytest.mark.parametrize(
    "text",
    [
        "Mireille dirige 340 personnes.",
        "Les 62 boîtiers attendent dans l’armoire.",
        "Il a fallu 62 essais.",
        "Depuis juin 2026, un écran s’en va chaque mois.",
        "Le premier est parti en février 2025.",
    ],
)
def test_a_figure_or_a_date_of_something_else_is_no_post(text: str) -> None:
    assert told(text) is Defect.MOVED


@pytest.mark.parametrize(
    "text",
    [
        "Mireille leads 340 people.",
        "The 62 boxes wait in the cupboard.",
        "It took 190 trials.",
        "It ran at 1,600 sites.",
        "Since June 2026 a screen goes every month.",
        "The first went in February 2025.",
    ],
)
def test_a_figure_or_a_date_of_something_else_is_no_english_post(text: str) -> None:
    assert told_in_english(text) is Defect.MOVED


@pytest.mark.parametrize(
    "text",
    [
        "Mireille dirige 62 personnes.",
        "À l’atelier, 62 salariés travaillent avec Mireille.",
        "L’armoire et ses 340 boîtiers restent ouverts.",
        "Il a fallu 1 600 essais, à 9 personnes.",
        "Neuf personnes ont fait 1\u202f600 essais.",
        "Depuis février 2026, un écran s’en va chaque mois.",
        "Le premier est parti en juin 2025.",
        "12 minutes de réglage, ce n’est pas 40 minutes.",
        "Les 12 minutes d’un réglage se voient à l’atelier.",
    ],
)
def test_a_figure_of_the_same_thing_in_other_words_may_be_told(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Mireille leads 62 people.",
        "In the workshop 62 colleagues work with Mireille.",
        "The cupboard and its 340 boxes stay open.",
        "It took 1600 trials. There are 190 places.",
        "Since February 2026 a screen goes every month.",
        "The first went in June 2025.",
        "12 minutes of setting are not 40 minutes.",
        "The 12 minutes of a setting show in the workshop.",
    ],
)
def test_a_figure_of_the_same_thing_in_other_english_words_may_be_told(text: str) -> None:
    assert told_in_english(text) is None


@pytest.mark.parametrize(
    "link",
    [
        "https://bit.ly/3xArdemont",
        "https://www.ardemont.example/fr/journal",
        "https://ardemont.com/fr/journal/ecran",
        "www.ardemont.example",
        "https://www.ardemont.example/fr/journal/ecran-tactile",
    ],
)
def test_a_link_that_nobody_gave_is_no_post(link: str) -> None:
    assert told(f"\n\n{link}") is Defect.LINK
    assert told_in_english(f"\n\n{link}") is Defect.LINK


@pytest.mark.parametrize(
    "end", ["", ".", "/", "\n\n#atelier"], ids=["alone", "a full stop", "a stroke", "hashtags"]
)
def test_the_given_link_may_stand_in_a_post(end: str) -> None:
    assert told(f"\n\n{LINK_FR}{end}") is None
    assert told_in_english(f"\n\n{LINK_EN}{end}") is None
    assert told("\n\nardemont.example, le journal de l’atelier.") is None


@pytest.mark.parametrize("text", ["Это очень интересно.", "这条 生产线很好.", "هذا مثير للاهتمام."])
def test_words_in_another_alphabet_are_no_post(text: str) -> None:
    assert told(text) is Defect.MIXED
    assert told_in_english(text) is Defect.MIXED


def test_a_letter_of_another_alphabet_or_a_name_of_the_source_may_stand() -> None:
    assert told("La résistance passe de 3 Ω à 5 µm près.") is None
    material = (f"{SOURCE_FR} L’outil s’appelle Искра.",)
    assert defect(f"{FR} L’outil Искра reste au pied de la presse.", material=material) is None


@pytest.mark.parametrize(
    "text",
    [
        "Selon une étude, les opérateurs préfèrent cela.",
        "D’après le ministère du Travail, les réglages sont longs partout.",
        "Les experts recommandent cette méthode.",
        "Depuis, les défauts sont presque, ou plutôt ont pratiquement disparu.",
        "Aucun défaut n’a échappé à l’atelier depuis.",
        "Cela a changé la vie de toute l’équipe.",
        "Cet écran révolutionne l’atelier.",
        "La cadence a doublé.",
    ],
)
def test_an_authority_or_an_effect_from_nowhere_is_no_post(text: str) -> None:
    assert told(text) in {Defect.RESULT, Defect.MOVED}


@pytest.mark.parametrize(
    "text",
    [
        "According to a study, operators prefer this.",
        "The Ministry of Labour recommends this method.",
        "Experts recommend it.",
        "Long settings are now a thing of the past.",
        "No setting has been missed since.",
        "It changed the life of the whole team.",
        "This screen revolutionises the workshop.",
        "The pace has doubled.",
        "Settings have been cut by more than half.",
    ],
)
def test_an_authority_or_an_effect_from_nowhere_is_no_english_post(text: str) -> None:
    assert told_in_english(text) is Defect.RESULT


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (Language.FRENCH, "Selon l’étude, cela dépend.", "L’étude de Nantes le dit."),
        (Language.FRENCH, "Les experts recommandent d’attendre.", "Trois experts ont attendu."),
        (Language.FRENCH, "Selon la saison, cela dépend.", "Rien."),
        (Language.FRENCH, "L’expert montre le geste.", "Une experte est venue."),
        (Language.FRENCH, "La cadence a doublé.", "La cadence est deux fois plus haute."),
        (Language.FRENCH, "Depuis, rien n’a bougé à l’atelier.", "Rien."),
        (Language.ENGLISH, "According to the survey, it depends.", "A survey of ours says so."),
        (Language.ENGLISH, "The pace has doubled.", "It is twice what it was."),
        (Language.ENGLISH, "Nobody has moved the screen since.", "Nothing."),
        (Language.ENGLISH, "An expert came by.", "Nothing."),
    ],
)
def test_what_the_source_tells_may_be_told(language: Language, text: str, source: str) -> None:
    post = f"{FR if language is Language.FRENCH else EN} {text}"
    assert defect(post, language, material=(source, FR, EN)) is None


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (Language.FRENCH, "(Version adaptée au ton de l’auteur, sans emoji.)"),
        (Language.ENGLISH, "(Adapted to the author’s tone, no emoji.)"),
    ],
)
def test_a_note_behind_the_post_is_no_post(language: Language, note: str) -> None:
    post = FR if language is Language.FRENCH else EN
    assert defect(f"{post}\n\n{note}", language) in {Defect.WRAPPED, Defect.TALK}
