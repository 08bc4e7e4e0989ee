"""What a model may not tell: another language, an avoided subject, a change or a result."""

import pytest

from domain.language import Language
from personalizer.defect_words import Defect
from tests.personalizer.replies import EN, FR, SOURCE, defect, in_english

LONG_FR = (
    f"{FR} L’écran est posé au pied de la presse. Il guide la personne pas à pas. La première"
    " équipe l’a reçu en mars, les deux autres en juin. Une feuille reste au mur pour les pannes."
)


@pytest.mark.parametrize(
    "text",
    [
        "Je travaille chez Ardemont, et le. Setup now takes 12 minutes instead of 40.",
        f"{FR} Les équipes ont suivi la formation.\n\n🇬🇧 {EN}",
        f"{FR}\n\nThe screen at the foot of the machine guides the operator, and they follow it.",
    ],
)
def test_a_part_in_the_other_language_is_no_post(text: str) -> None:
    assert defect(text) in {Defect.MIXED, Defect.LANGUAGE}


def test_an_english_post_with_a_french_part_is_no_post() -> None:
    text = f"{EN}\n\nL’écran guide la personne, et elle le suit pas à pas."
    assert in_english(text) in {Defect.MIXED, Defect.LANGUAGE}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            Language.FRENCH,
            "La pantalla está en el pie de cada máquina y la persona la usa en el taller.",
        ),
        (
            Language.FRENCH,
            "Je travaille chez Ardemont. Lo schermo è in officina e si regola con calma.",
        ),
        (
            Language.FRENCH,
            "A tela fica ao pé de cada máquina. É a equipe de Nantes que a usa, e não se perde.",
        ),
        (
            Language.ENGLISH,
            "In der Werkstatt steht an der Maschine ein Bildschirm, und so was will man in Nantes.",
        ),
        (Language.ENGLISH, "In de werkplaats is er een scherm, en we do so at Nantes."),
    ],
)
def test_a_third_language_is_no_post(language: Language, text: str) -> None:
    assert defect(text, language) in {Defect.LANGUAGE, Defect.MIXED}


def test_one_word_of_another_language_said_twice_is_no_other_language() -> None:
    told = "1) Screens per press.\n2) Screens expected per day of work."
    assert in_english(f"{EN}\n\n{told}") is None


@pytest.mark.parametrize(
    ("never", "text"),
    [
        ("formation", f"{FR} Trois équipes ont suivi la formation."),
        ("formation", f"{FR} #Formations"),
        ("La Presse", f"{FR} Ils règlent la presse plus tôt."),
        ("chiffre d’affaires", f"{FR} Le chiffre d'affaires suit."),
    ],
)
def test_what_its_author_never_speaks_of_is_no_post(never: str, text: str) -> None:
    assert defect(text) is None
    assert defect(text, never=(never,)) is Defect.NEVER


def test_a_link_is_nobodys_words() -> None:
    text = f"{FR}\n\nhttps://ardemont.example/engagements/ecran"
    assert defect(text, never=("engagement",)) is None


@pytest.mark.parametrize("never", ["format", "min", "", "  ", "équipe de nuit"])
def test_a_part_of_a_word_is_not_the_subject(never: str) -> None:
    assert defect(f"{FR} La formation est courte.", never=(never,)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Je travaille chez Ardemont. Le réglage prend 40 minutes au lieu de 12.", True),
        ("Je travaille chez Ardemont. Le réglage est passé de 12 minutes à 40.", True),
        ("Je travaille chez Ardemont. Le débit est monté de 87 à 118 m³.", True),
        ("Je travaille chez Ardemont. Le réglage est passé de 40 minutes à 12.", False),
        ("Je travaille chez Ardemont. C’est 12 minutes contre 40 avant.", False),
        ("Je travaille chez Ardemont. 40 minutes hier, 12 minutes désormais.", False),
        ("Je travaille chez Ardemont. Le site est passé de 3 à 5 presses.", False),
    ],
)
def test_a_change_told_backwards_is_no_post(text: str, *, found: bool) -> None:
    assert (defect(text, material=(SOURCE,)) is Defect.SWAPPED) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I work at Ardemont. Setting one up takes 40 minutes instead of 12.", True),
        ("I work at Ardemont. The setting went from 12 minutes to 40.", True),
        ("I work at Ardemont. The setting fell from 40 minutes to 12.", False),
    ],
)
def test_a_change_told_backwards_in_english_is_no_post(text: str, *, found: bool) -> None:
    source = "Setting one up now takes 12 minutes instead of 40."
    told = defect(text, Language.ENGLISH, material=(source,))
    assert (told is Defect.SWAPPED) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{FR} Les pannes ont disparu et les clients sont livrés plus tôt.", True),
        ("Je travaille chez Ardemont. 12 minutes, ce qui divise par trois les rebuts.", True),
        (f"{FR} Les équipes gagnent du temps.", True),
        (f"{FR} Les rebuts ont doublé d’intérêt.", False),
        (f"{FR} Les pannes ont-elles disparu chez vous ?", False),
        (f"{FR} « Les pannes ont disparu », dit la notice.", False),
        (f"{FR} L’écran est au pied de la machine.", False),
    ],
)
def test_a_result_that_nothing_tells_is_no_post(text: str, *, found: bool) -> None:
    assert (defect(text, material=(SOURCE,)) is Defect.RESULT) is found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("The stops have all disappeared since May.", False),
        ("Fourteen stops were removed.", False),
        ("The screen is beside the press.", True),
    ],
)
def test_a_result_told_in_other_words_is_told(source: str, *, found: bool) -> None:
    text = f"{EN} The stops have disappeared."
    told = defect(text, Language.ENGLISH, material=(source,))
    assert (told is Defect.RESULT) is found


def test_the_question_itself_is_no_post_whoever_asked_it() -> None:
    asked = "Écris le post en français. Sa forme : un chiffre, et ce qu’il veut dire."
    assert defect(f"{asked} {FR}", told=("Tu prépares un brouillon.", asked)) is Defect.INSTRUCTIONS
    assert defect(FR, told=(f"{asked}\n{FR}",), material=(FR,)) is None


def test_a_word_before_a_note_is_no_piece_of_the_instructions_that_fence_it() -> None:
    note = "J’ai réglé la presse neuve sur 40 pièces sans aide."
    said = f"{FR} Ce temps se note. {note}"
    assert defect(said, told=(f"Le matériau : <note>{note}</note>",), material=(FR, note)) is None
