"""Which form a model is asked for: never one that the content cannot carry."""

import time
from dataclasses import replace

import pytest

from domain.language import Language
from domain.people import ProfileMix, ProfileType
from domain.review import Span
from personalizer.carried_forms import Carrying, carried, form_carried
from personalizer.writing import Angle, Form
from tests.builders import ambassador, draft_request, item
from tests.personalizer.model_writing import TEXT, brief, told, writer

FR, EN = Language.FRENCH, Language.ENGLISH


def told_as(form: Form, sentence: str, language: Language, *, text: str | None = None) -> Form:
    """Return the form a sentence is told in to whom an angle of this form was given."""
    whole = text or sentence
    content = item(text=whole, digest=whole, language=language)
    start = whole.index(sentence)
    focus = Span(start, start + len(sentence))
    return form_carried(Angle(f"{form}:{start}", form, focus), content)


CARRIED = [
    (Form.QUOTATION, FR, "« Un message perdu coûte deux messages », rappelle Sofiane Ghermaoui."),
    (Form.QUOTATION, EN, "“A label made with a shovel is a fact,” says Priya Nandakeshvar."),
    (Form.THANKS, FR, "Adèle Rimbourg, responsable de la formation, ouvre deux parcours par an."),
    (Form.THANKS, EN, "The cook, Lucienne Arrigo, cut the slices in two for the school."),
    (Form.BEHIND_THE_SCENES, FR, "Nous avons supprimé quatorze réglages de l’écran."),
    (Form.BEHIND_THE_SCENES, FR, "L’équipe de nuit a déplacé les 32 caisses en une semaine."),
    (Form.BEHIND_THE_SCENES, EN, "We rewrote the map so that a keyboard reaches every alarm."),
    (Form.BEHIND_THE_SCENES, EN, "The crews dug at all of the places on the list."),
    (Form.FIGURE, FR, "Les capteurs Murmène se recalent à 0,4 ms chaque nuit."),
    (Form.FIGURE, EN, "The crew confirmed 91 leaks on the estates."),
    (Form.HOW_TO, FR, "D’abord, laver le cadre à l’eau tiède, sans jet."),
    (Form.HOW_TO, EN, "First, stop the job and make the place safe."),
    (Form.QUESTION, FR, "Le bail commercial dure neuf ans."),
    (Form.LESSON, EN, "The lease of a shop lasts nine years."),
]
NOT_CARRIED = [
    (Form.QUOTATION, FR, "Le bail commercial dure neuf ans au moins."),
    (Form.QUOTATION, EN, "With whole networks hidden from it, the score dropped to 84%."),
    (Form.QUOTATION, FR, "Le champ « adresse de facturation » est devenu facultatif."),
    (Form.THANKS, FR, "La ligne de Roanne s’est arrêtée 83 fois en 2025."),
    (Form.THANKS, EN, "The line in Roanne stopped 83 times in 2025."),
    (Form.BEHIND_THE_SCENES, FR, "La loi impose un préavis de trente jours à nos équipes."),
    (Form.BEHIND_THE_SCENES, FR, "L’article L. 145-4 du code de commerce vise la semaine civile."),
    (Form.BEHIND_THE_SCENES, EN, "The Employment Act gives every team 28 days of leave."),
    (Form.BEHIND_THE_SCENES, EN, "The court held that the staff of the shop had to be told."),
    (Form.BEHIND_THE_SCENES, FR, "Paiement à 30 jours, puis à 45 jours fin de mois."),
    (Form.BEHIND_THE_SCENES, EN, "Teams: 14 in 2022, 19 in 2023, 27 in 2024 and 31 in 2025."),
    (Form.BEHIND_THE_SCENES, FR, "Équipes : 14 en 2022, 19 en 2023, 27 en 2024."),
    (Form.BEHIND_THE_SCENES, EN, "If we write a comment above a module, everybody reads it."),
    (Form.FIGURE, FR, "Le bail commercial se renouvelle par écrit."),
    (Form.HOW_TO, EN, "The solver handles networks of up to 90,000 pipes on a screen."),
]


@pytest.mark.parametrize(("form", "language", "sentence"), CARRIED)
def test_a_form_that_the_sentence_carries_stays(
    form: Form, language: Language, sentence: str
) -> None:
    assert told_as(form, sentence, language) is form


@pytest.mark.parametrize(("form", "language", "sentence"), NOT_CARRIED)
def test_a_form_that_it_does_not_carry_gives_way_to_one_it_does(
    form: Form, language: Language, sentence: str
) -> None:
    told_in = told_as(form, sentence, language)
    assert told_in is not form
    assert told_as(told_in, sentence, language) is told_in


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "Le tri prend une matinée. « C’est long mais utile », explique Nora Belkacem."),
        (EN, "Sorting takes a morning. “It is long but useful,” says Nora Belkacem."),
    ],
)
def test_words_spoken_beside_a_sentence_may_be_quoted_and_those_of_elsewhere_may_not(
    language: Language, text: str
) -> None:
    sentence, _, spoken = text.partition(". ")
    apart = f"{sentence}.\n\n{spoken}"
    assert told_as(Form.QUOTATION, f"{sentence}.", language, text=text) is Form.QUOTATION
    assert told_as(Form.QUOTATION, f"{sentence}.", language, text=apart) is not Form.QUOTATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (FR, "La règle ? « Qui voit le défaut arrête la ligne. En 2025, elle s’est arrêtée. »"),
        (EN, "The rule? “Whoever sees the fault stops the line. Last year the line stopped.”"),
    ],
)
def test_a_sentence_inside_of_somebodys_words_may_be_quoted(language: Language, text: str) -> None:
    inside = text.rstrip(" »”").rpartition(". ")[0].rpartition("? ")[2][2:] + "."
    assert told_as(Form.QUOTATION, inside, language, text=text) is Form.QUOTATION


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(ProfileType.EXPERT, Form.FIGURE), (ProfileType.REPORTER, Form.BEHIND_THE_SCENES)],
)
def test_what_its_author_likes_best_comes_in_its_place(kind: ProfileType, expected: Form) -> None:
    text = "L’équipe de l’atelier a monté 340 boîtiers pendant la journée."
    angle = Angle("quotation:0", Form.QUOTATION, Span(0, len(text)))
    content = item(text=text, digest=text)
    assert form_carried(angle, content, ProfileMix.only(kind)) is expected


def test_nobody_is_given_a_reservation_who_was_given_something_else() -> None:
    text = "La méthode est trop lente pour les grands réseaux de la région."
    assert told_as(Form.DISAGREEMENT, text, FR) is Form.DISAGREEMENT
    assert told_as(Form.QUOTATION, text, FR) is Form.LESSON


@pytest.mark.parametrize(
    ("form", "text", "stays"),
    [
        (Form.QUOTATION, "Le bail dure neuf ans. Le loyer se révise au bout de trois ans.", False),
        (Form.QUOTATION, "Le bail dure. « On signe vite, on relit peu », note Ada Roy.", True),
        (Form.HOW_TO, "D’abord, lire le bail. Ensuite, dresser un état. Le loyer suit.", True),
        (Form.HOW_TO, "Le bail dure neuf ans. Le loyer se révise tous les trois ans.", False),
    ],
)
def test_of_a_whole_content_all_of_it_is_looked_at(form: Form, text: str, *, stays: bool) -> None:
    angle = Angle(f"{form}:whole", form, Span(0, len(text)), of_whole=True)
    told_in = form_carried(angle, item(text=text, digest=text))
    assert (told_in is form) is stays


def test_an_angle_keeps_its_key_and_its_place() -> None:
    given = brief(angle=Angle("how_to:97", Form.HOW_TO, Span(97, 150)))
    changed = carried(given)
    assert changed.angle == replace(given.angle, form=changed.angle.form)
    assert changed.angle.form is not Form.HOW_TO
    assert carried(changed) is changed


@pytest.mark.anyio
async def test_a_model_is_asked_for_what_the_content_carries_first_and_again() -> None:
    model_writer, model = writer(TEXT, f"{TEXT} Sur les trois lignes.")
    asker = Carrying(model_writer)
    request = draft_request(ambassador=ambassador(posts=()))
    given = brief(request, angle=Angle("thanks:97", Form.THANKS, Span(97, 150)))
    await asker.write(given)
    await asker.revise(given, TEXT, ())
    for call in (0, 1):
        assert "un merci à celles" not in told(model, call)


@pytest.mark.parametrize("piece", ["we ", "article ", "« ", "Anne Roy, ", "12 ", "loi, "])
def test_a_long_hostile_text_is_looked_at_in_no_time(piece: str) -> None:
    text = "Le bail commercial dure neuf ans au moins. " + piece * 20_000
    begun = time.perf_counter()
    for form in Form:
        form_carried(Angle(f"{form}:0", form, Span(0, 42)), item(text=text, digest=piece + form))
    assert time.perf_counter() - begun < 8
