"""A draft with notes: said whole, brought in by words that are true of them, and asked no more."""

import re

import pytest

from domain.language import Language
from domain.placeholders import placeholder_bounds
from personalizer.angles import angles_of
from personalizer.writing import Angle
from tests.builders import ambassador
from tests.personalizer.articles import article, brief, colleagues
from tests.personalizer.test_offline_writer import draft

FR, EN = Language.FRENCH, Language.ENGLISH
BOTH = pytest.mark.parametrize("language", list(Language))
_SHORT = {
    FR: (
        "Panne ce matin sur la ligne. Une vis à changer.",
        "Visite des apprentis. Bonnes questions.",
    ),
    EN: ("The line stopped this morning. One screw to change.", "Apprentices came in. Good day."),
}
_TWO = {
    FR: (
        "Les presses, je les ai réglées seul pendant neuf ans sans jamais écrire un seul geste.",
        "Depuis la liste, mes mains ne sont plus les seules à savoir, et je dors mieux.",
    ),
    EN: (
        "I set up that press alone for nine years and never wrote down one single move.",
        "Since the list hangs there, my hands are not the only ones that know, and I sleep.",
    ),
}
_OF_SUBJECT = re.compile(
    r"\b(?:sur|à) ce sujet\b|\bon (?:this|that|the same) (?:subject|topic)\b", re.IGNORECASE
)


def _angle(language: Language, word: str) -> Angle:
    content = article(language)
    return next(
        one
        for one in angles_of(content, ambassador(), language)
        if word in content.text[one.focus.start : one.focus.end] and not one.of_whole
    )


@BOTH
def test_a_note_of_two_sentences_is_said_whole_by_whoever_writes_little(
    language: Language,
) -> None:
    for person in colleagues(12):
        short = ambassador(
            name=person.name, ambassador_id=person.ambassador_id, posts=_SHORT[language]
        )
        text = draft(brief(article(language), short, notes=(" ".join(_TWO[language]),)))
        assert all(one.rstrip(".").split()[-1] in text for one in _TWO[language])


@BOTH
def test_a_note_on_the_content_is_asked_for_no_tie_and_no_scene(language: Language) -> None:
    for person in colleagues(12):
        note = " ".join(_TWO[language])
        asked = brief(article(language), person, _angle(language, "12"), notes=(note,))
        assert list(placeholder_bounds(draft(asked))) == []


@pytest.mark.parametrize(
    ("language", "note", "told", "is_said"),
    [
        (FR, "j’ai tout fait pour que les rebuts baissent, je suis content.", "Une erreur", True),
        (FR, "j’ai tout fait pour que la presse tourne, je suis content.", "28", False),
        (EN, "my scrap was the worst of the hall, I am glad it fell.", "3.1%", True),
        (EN, "my press was the oldest of the hall, I am glad it runs.", "28", False),
    ],
)
def test_a_note_is_on_the_same_subject_only_where_it_is(
    language: Language, note: str, told: str, *, is_said: bool
) -> None:
    angle = _angle(language, told)
    texts = [draft(brief(article(language), one, angle, notes=(note,))) for one in colleagues(40)]
    assert any(_OF_SUBJECT.search(text) for text in texts) is is_said


def test_an_experience_is_no_piece_of_practical_advice() -> None:
    note = "pour la presse, j’ai gardé la même clé pendant neuf ans."
    texts = [draft(brief(article(FR), one, notes=(note,))) for one in colleagues(40)]
    assert not any("Côté pratique" in text for text in texts)
    advice = "pour la presse, une seule clé suffit et personne ne la cherche."
    said = [draft(brief(article(FR), one, notes=(advice,))) for one in colleagues(40)]
    assert any("Côté pratique" in text for text in said)


REMARKS = {
    Language.FRENCH: ("Fière de cette équipe.", "J’y étais, on a dormi quatre heures."),
    Language.ENGLISH: ("Best thing I have read this year.", "Sharing it with my parents."),
}


@pytest.mark.parametrize("language", list(Language))
def test_a_remark_on_the_content_is_not_asked_what_ties_it_to_it(language: Language) -> None:
    for note in REMARKS[language]:
        for person in colleagues(6):
            text = draft(brief(article(language), person, notes=(note,)))
            assert note in text
            assert "[" not in text, text


def test_what_somebody_lived_is_no_practical_advice() -> None:
    content = article(Language.FRENCH)
    note = "J’ai réglé cette presse trois fois cet hiver."
    texts = [draft(brief(content, one, notes=(note,))) for one in colleagues(24)]
    assert not any("Côté pratique" in text for text in texts)
