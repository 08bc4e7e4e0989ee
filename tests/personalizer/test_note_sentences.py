"""The notes of an author as a draft says them: with their capitals, unless they write without."""

import pytest

from domain.language import Language
from personalizer.offline.note_sentences import note_sentences
from tests.builders import ambassador, draft_request

LOW = ("on a changé la vanne hier. deux heures de travail.\n\nça tient.",)
CAPITALS = ("On a changé la vanne hier. Deux heures de travail.",)


def said(note: str, posts: tuple[str, ...] = (), language: Language = Language.FRENCH) -> list[str]:
    request = draft_request(notes=(note,), ambassador=ambassador(posts=posts), language=language)
    return note_sentences(request)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("la vanne tient. pas sûr que ça dure", "La vanne tient. Pas sûr que ça dure."),
        ("la vanne, le joint, etc. tiennent", "La vanne, le joint, etc. tiennent."),
        ("le joint, p. ex. celui du bas, tient", "Le joint, p. ex. celui du bas, tient."),
        ("env. dix litres par jour", "Env. dix litres par jour."),
        ("moins de fuites = moins de nuits", "Moins de fuites = moins de nuits."),
        ("il a dit non… puis oui", "Il a dit non… Puis oui."),
        ("iPhone en main, j'ai filmé. iPad aussi", "iPhone en main, j’ai filmé. iPad aussi."),
        ("https://acme.example/banc", "https://acme.example/banc"),
        ("super équipe 🎉", "Super équipe 🎉"),
        ("quelle équipe #banc", "Quelle équipe #banc"),
        ("moins 30 %", "Moins 30\u00a0%."),
        ("la vanne (la neuve)", "La vanne (la neuve)"),
    ],
)
def test_a_sentence_of_a_note_begins_with_a_capital(note: str, expected: str) -> None:
    assert said(note) == [expected]
    assert said(note, CAPITALS) == [expected]


def test_who_writes_in_lower_case_keeps_it() -> None:
    assert said("la vanne tient. pas sûr que ça dure", LOW) == [
        "la vanne tient. pas sûr que ça dure."
    ]


def test_english_notes_are_told_the_same_way() -> None:
    note = "did a week on the pumps. honestly the green tags work, e.g. on the night shift"
    expected = "Did a week on the pumps. Honestly the green tags work, e.g. on the night shift."
    assert said(note, (), Language.ENGLISH) == [expected]
