"""Sentences of a content that a draft tells or quotes, and with what beginning."""

import pytest

from domain.language import Language
from personalizer.citing import Claim, cited, told
from personalizer.clauses import has_finite_verb
from personalizer.orders import is_french_order
from personalizer.passages import Passage, passages_of
from personalizer.speakers import spoken_in

FR, EN = Language.FRENCH, Language.ENGLISH


def only(text: str) -> Passage:
    (passage,) = passages_of(text)
    return passage


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (FR, "Le réglage prend 12 minutes.", "le réglage prend 12 minutes"),
        (FR, "À Nantes, une équipe a réparé 74 vélos.", "à Nantes, une équipe a réparé 74 vélos"),
        (
            FR,
            "Quand la pompe est arrêtée, il faut noter la pression.",
            "quand la pompe est arrêtée, il faut noter la pression",
        ),
        (
            FR,
            "Le problème de la pompe, c’est le bruit qu’elle fait la nuit.",
            "le problème de la pompe, c’est le bruit qu’elle fait la nuit",
        ),
        (
            FR,
            "À la fin de la série, il est utile de relire le relevé.",
            "à la fin de la série, il est utile de relire le relevé",
        ),
        (
            FR,
            "La nouvelle vanne est devenue facile à utiliser ; sa notice est écrite en français.",
            "la nouvelle vanne est devenue facile à utiliser",
        ),
        (FR, "Il faut choisir une seule machine.", "il faut choisir une seule machine"),
        (
            FR,
            "Les méthodes de rendu (ce qui va nous servir) sont très proches du papier.",
            "les méthodes de rendu sont très proches du papier",
        ),
        (
            FR,
            "Les méthodes de rendu (deux sur trois) sont très proches du papier.",
            "les méthodes de rendu (deux sur trois) sont très proches du papier",
        ),
        (
            FR,
            "Fermer une vanne en deux secondes, c’est envoyer un mur d’eau contre une porte.",
            "fermer une vanne en deux secondes, c’est envoyer un mur d’eau contre une porte",
        ),
        (
            FR,
            "Seize fiches décrivent les attentes par métier dans le hall.",
            "seize fiches décrivent les attentes par métier dans le hall",
        ),
        (
            FR,
            "Typiquement, il faut savoir comprendre un message du capteur.",
            "typiquement, il faut savoir comprendre un message du capteur",
        ),
        (
            EN,
            "With the spring, the valve of the second hall is open.",
            "with the spring, the valve of the second hall is open",
        ),
        (
            EN,
            "All the crews are glad of the second hall.",
            "all the crews are glad of the second hall",
        ),
        (EN, "The set-up takes 12 minutes.", "the set-up takes 12 minutes"),
        (
            EN,
            "If you change the unit, everybody is lost.",
            "if you change the unit, everybody is lost",
        ),
        (
            FR,
            "Samedi 17 mai, une équipe a réparé 74 vélos.",
            "samedi 17 mai, une équipe a réparé 74 vélos",
        ),
        (FR, "Avril 2025 a été calme au dépôt.", "avril 2025 a été calme au dépôt"),
        (EN, "Total losses were small that year.", "total losses were small that year"),
        (EN, "Forty crews were asked about it.", "forty crews were asked about it"),
        (EN, "Maintenance is done at night.", "maintenance is done at night"),
        (EN, "Quietly, the valve was closed.", "quietly, the valve was closed"),
        (EN, "We kept the sheets of our first year.", "they kept the sheets of their first year"),
        (FR, "Nous avons gardé les feuilles de 2019.", "ils ont gardé les feuilles de 2019"),
    ],
)
def test_a_plain_sentence_goes_on_behind_its_source(
    language: Language, sentence: str, expected: str
) -> None:
    claim = told(only(sentence), sentence, language)
    assert claim is not None
    assert claim.text == expected
    assert claim.runs_on


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (FR, "Je pensais que le réglage serait long."),
        (FR, "Mon équipe a écrit la liste des gestes."),
        (FR, "Nous gardons les feuilles de 2019 pour comparer."),
        (FR, "Installez le capteur au pied de la machine."),
        (FR, "Le relevé de la nuit ne suffit pas, il faut celui du matin."),
        (FR, "Le réglage est un jeu pour les apprentis, c’est bien connu."),
        (FR, "La nouvelle vanne est devenue facile à utiliser ; elle ne l’est pas en hiver."),
        (FR, "Clément a réglé le capteur au pied de la machine."),
        (FR, "Conserver les relevés en silos, afin de pouvoir comparer plus simplement le reste."),
        (FR, "Xavier a réglé le capteur au pied de la machine."),
        (FR, "Avril a réglé le capteur au pied de la machine."),
        (FR, "Une aide au répit, sous condition de revenus : 203 dossiers acceptés sur 251."),
        (FR, "Si le boîtier est gris, ne le démontez pas avant le relevé."),
        (FR, "Quand la pompe est arrêtée, notez la pression de la vanne."),
        (EN, "If the box is grey, do not remove it before the reading is done."),
        (FR, "Deuxième étape : la pompe est arrêtée et le relevé est noté."),
        (FR, "Alexandre, c’est celui qui a réglé le capteur."),
        (EN, "Close the valve of the second hall before it is too late."),
        (FR, "Pourquoi le réglage dure-t-il si longtemps ?"),
        (FR, "Le réglage a changé de nom !"),
        (FR, "Le « réglage minute » a changé la semaine."),
        (EN, "I thought that setting up would take long."),
        (EN, "My team wrote the list of moves."),
        (EN, "Why does the set-up take so long?"),
        (EN, "The set-up has a new name!"),
        (EN, "The “minute set-up” changed the week."),
    ],
)
def test_what_would_become_the_authors_own_voice_is_not_told(
    language: Language, sentence: str
) -> None:
    assert told(only(sentence), sentence, language) is None


@pytest.mark.parametrize("first", ["Summer Street", "Emily", "Boston", "Mark"])
def test_a_name_keeps_its_capital_in_english(first: str) -> None:
    claim = told(only(f"{first} was closed for a week in March."), "", EN)
    assert claim is not None
    assert claim.text.startswith(first)


def test_a_first_word_nobody_can_place_keeps_its_capital_in_english() -> None:
    sentence = "Apprentices are given half of the sheets."
    assert told(only(sentence), sentence, EN) == Claim(sentence[:-1], runs_on=False)
    seen = f"{sentence} The sheets are kept by apprentices."
    assert told(only(sentence), seen, EN) == Claim(
        "apprentices are given half of the sheets", runs_on=True
    )


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("May 21 is the day of parks for every child.", "May"),
        ("March is over for every child now.", "march"),
    ],
)
def test_a_month_before_its_day_keeps_its_capital(sentence: str, first: str) -> None:
    claim = told(only(sentence), "They march on. It may rain.", Language.ENGLISH)
    assert claim is not None
    assert claim.text.startswith(first)


def test_a_name_at_the_beginning_stays_a_name() -> None:
    sentence = "Lyon a repris la méthode en septembre."
    assert told(only(sentence), f"{sentence} Le site de Lyon compte 28 personnes.", FR) == Claim(
        "Lyon a repris la méthode en septembre", runs_on=True
    )


def test_a_speech_is_quoted_with_its_speaker() -> None:
    passage = only("« La liste tient sur une page », explique Claire Besson, responsable qualité.")
    citation = cited(passage, FR)
    assert citation is not None
    assert (citation.words, citation.speaker) == ("La liste tient sur une page", "Claire Besson")
    assert (citation.ended, citation.unended) == (
        "La liste tient sur une page.",
        "La liste tient sur une page",
    )


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (FR, "Une méthode pas forcément très lisible mais qui est robuste.", False),
        (FR, "La personne qui voit le défaut arrête la ligne.", True),
        (FR, "Il faut que la ligne soit arrêtée par les équipes.", True),
        (FR, "Tu souhaites remplacer la pompe de la ligne.", True),
        (FR, "Une base de données pour le client.", False),
        (EN, "70 who want to be on the list.", False),
        (EN, "People who write code learn a lot.", True),
        (EN, "The need for transparency: understanding a process.", False),
        (EN, "Ada Lovelace, to get feedback on the repository.", False),
        (EN, "The teams need a plan.", True),
    ],
)
def test_a_noun_with_its_description_is_no_sentence_and_hangs_on_none(
    language: Language, sentence: str, *, expected: bool
) -> None:
    assert has_finite_verb(sentence, language) is expected


@pytest.mark.parametrize(
    "name", ["Helen Astbury-Cole", "Anne-Marie Le Goff", "Jean-Luc Fabre", "Dora Whitlock"]
)
def test_who_is_quoted_keeps_a_name_of_several_parts(name: str) -> None:
    spoken = spoken_in(f"“The review is where the money goes,” says {name}, Senior Associate.")
    assert spoken is not None
    assert spoken.speaker == name


@pytest.mark.parametrize(
    ("sentence", "orders"),
    [
        ("Quand vous avez noté la pression, vous pouvez arrêter la pompe", False),
        ("Vous ne le démontez pas vous-même, chez vous ou au dépôt", False),
        ("La pompe tourne assez vite", False),
        ("Si le boîtier est gris, ne le démontez pas", True),
        ("Démontez le boîtier", True),
    ],
)
def test_a_french_form_in_ez_without_its_subject_is_an_order(
    sentence: str, *, orders: bool
) -> None:
    assert is_french_order(sentence) is orders


def test_a_name_that_an_address_writes_small_keeps_its_capital() -> None:
    source = "Oriel is a purchasing program for kitchens. Write to help@oriel.example for more."
    (passage, *_) = passages_of(source)
    claim = told(passage, source, EN)
    assert claim is None or claim.text.startswith("Oriel")


def test_no_quotation_is_cut_before_the_word_a_determiner_waits_for() -> None:
    said = (
        "Une formation de deux jours est prévue les 20 et 21 mars au local du quai ; Odile en"
        " assurera une partie, ce qui la fait rire, parce qu’elle n’a pas enseigné depuis 1998."
    )
    citation = cited(only(said), FR)
    assert citation is not None
    assert not citation.words.endswith(" ce")
