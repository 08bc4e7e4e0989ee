import pytest

from domain.language import Language
from personalizer.chaff import leans
from personalizer.citing import Claim, cited, told
from personalizer.clauses import has_finite_verb, word_count
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
        (
            FR,
            "Le relevé sert à comparer les équipes de l’atelier, parce que nul n’y est noté.",
            "Le relevé sert à comparer les équipes de l’atelier",
        ),
        (
            EN,
            "The record can help to compare the crews of the plant, because names are not written.",
            "The record can help to compare the crews of the plant",
        ),
        # a beginning that waits for its point is no quotation
        (FR, "Quand une série change à 20 heures dans le hall, l’équipe de nuit prévient.", None),
        (EN, "When a series changes at eight in the hall, the night crew warns everybody.", None),
        (FR, "Les machines de l’atelier principal du site de Nantes ont changé de place.", None),
        # nor is one that says nothing yet
        (FR, "On ne le savait peut-être pas encore bien, mais le hall de Nantes a fermé.", None),
        (
            EN,
            "We did what we always do here, which is to measure the pressure twice a day.",
            None,
        ),
    ],
)
def test_a_long_sentence_is_cut_only_behind_its_main_clause(
    language: Language, sentence: str, expected: str | None
) -> None:
    citation = cited(only(sentence), language, most_words=12)
    assert (citation.words if citation else None) == expected
    assert citation is None or citation.is_cut


def test_no_quotation_is_longer_than_asked() -> None:
    for most in (8, 12, 18, 25):
        for passage in passages_of(
            "Le relevé compte, dit la fiche, et chacun peut la corriger, parce que rien "
            "n’y est figé, même si personne ne le fait."
        ):
            citation = cited(passage, FR, most_words=most)
            assert citation is None or word_count(citation.words) <= most


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
    ("sentence", "expected"),
    [
        ("En effet, la pompe tourne.", True),
        ("Son rôle est de mesurer la pression.", True),
        ("Dans le cas d’un arrêt, selon la durée, cela peut suffire.", True),
        ("Quand la pompe de la ligne trois tourne encore", True),
        ("Quand la pompe tourne, la ligne trois attend.", False),
        ("La pompe de la ligne trois tourne la nuit.", False),
        ("When the pump is running at night.", True),
        ("When does the pump run at night?", False),
        ("The pump runs at night, because it is cheaper.", False),
        ("La pompe de la ligne trois tourne alors la nuit.", True),
        ("La pompe de la ligne trois tourne alors que personne ne la regarde.", False),
        ("L’intérêt principal est de mesurer la pression.", True),
        ("L’intérêt des pompes est de mesurer la pression.", False),
        ("Les deux derniers ne tournent pas la nuit.", True),
        ("The goal is to measure the pressure.", True),
        ("The goal of a pump is to move water.", False),
        ("You’re measuring the pressure, but nobody reads it.", True),
        ("You can measure the pressure without a pump.", False),
        ("The pump that the crews chose needs these two valves.", True),
        ("The pump that the crews chose needs two valves.", False),
        ("Now you can start the pump.", True),
        ("A few of us here start the pump by hand.", True),
        ("Pour mémoire, la pompe tourne la nuit.", True),
        ("La pompe tourne, et encore d’autres machines aussi.", True),
        ("La pompe de la ligne trois a cette nouveauté.", True),
        ("Whereas on the old line the pump runs at night.", True),
        ("The pump runs at night, as you already know.", True),
    ],
)
def test_what_points_at_what_was_left_out_leans(sentence: str, *, expected: bool) -> None:
    assert leans(sentence) is expected


LONG = {
    "The state will bring several teams of designers and developers to Leeds to write the list"
    " of rules for everybody who buys a press there.": (
        "The state will bring several teams of designers and developers to Leeds"
    ),
    "The developers wrote a list of every moving piece of the machine, and they sent it to"
    " each of the other plants by the end of the year.": (
        "The developers wrote a list of every moving piece of the machine"
    ),
    "The crew asked every one of the other plants to write a list of the parts and of"
    " the days on which they had changed them.": None,
    "The list of the machine will become one of the first documents of the company to share what"
    " each of the pieces was bought for.": None,
    "The developers of the company did not write the documents of the machine to share what"
    " each of the pieces was bought for.": None,
    "The new and rather long list is meant to show each of the other plants what the crew"
    " of the press had changed that year.": None,
}


@pytest.mark.parametrize("sentence", LONG)
def test_a_sentence_is_cut_before_a_purpose_and_never_before_what_is_asked(sentence: str) -> None:
    citation = cited(only(sentence), EN, most_words=18)
    assert (citation and citation.words) == LONG[sentence]


@pytest.mark.parametrize(
    "name", ["Helen Astbury-Cole", "Anne-Marie Le Goff", "Jean-Luc Fabre", "Dora Whitlock"]
)
def test_who_is_quoted_keeps_a_name_of_several_parts(name: str) -> None:
    spoken = spoken_in(f"“The review is where the money goes,” says {name}, Senior Associate.")
    assert spoken is not None
    assert spoken.speaker == name


@pytest.mark.parametrize(
    ("language", "sentence", "ends"),
    [
        (
            Language.FRENCH,
            "L’étage reste là, c’est un choix : un patient désorienté, on ne le change pas.",
            "un patient désorienté",
        ),
        (
            Language.ENGLISH,
            "The workshop needs two drivers, phone answerers and somebody who sorts old spoons.",
            "somebody",
        ),
    ],
)
def test_a_quotation_is_cut_before_no_verb_and_no_relative(
    language: Language, sentence: str, ends: str
) -> None:
    (passage,) = passages_of(sentence)
    cut = cited(passage, language, most_words=12)
    assert cut is None or not cut.words.rstrip(".").endswith(ends)


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
