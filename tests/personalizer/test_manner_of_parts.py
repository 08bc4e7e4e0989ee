"""Small things that a reader stumbles over: an elision, two marks in a row, whose text it is."""

import re

import pytest

from domain.language import Language
from personalizer.citing import of_before
from personalizer.offline.hints import mark
from tests.builders import organization
from tests.personalizer.articles import article, brief, colleagues
from tests.personalizer.test_offline_writer import draft

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hélène Kerbrat", "d’Hélène Kerbrat"),
        ("Henri Vaurigal", "d’Henri Vaurigal"),
        ("Hortense", "d’Hortense"),
        ("Habib Ferrand", "de Habib Ferrand"),
        ("Hugonnard", "de Hugonnard"),
        ("Hans Meier", "de Hans Meier"),
        ("Claire", "de Claire"),
    ],
)
def test_a_first_name_with_a_mute_h_is_elided_before(name: str, expected: str) -> None:
    assert of_before(name, FR) == expected
    assert of_before(name, EN) == f"of {name}"


@pytest.mark.parametrize("language", list(Language))
def test_a_question_within_a_mark_keeps_no_mark_before_a_semicolon(language: Language) -> None:
    said = mark(["pourquoi ici ?", "votre critère", "et quand ?"], language)
    assert not re.search(r"[?!]\s*;", said)
    assert said.rstrip("]").endswith("?")


@pytest.mark.parametrize("language", list(Language))
def test_behind_a_note_no_disclosure_says_that_this_text_is_the_employers(
    language: Language,
) -> None:
    company = organization()
    content = article(language, url=f"https://www.{company.domains[0]}/method")
    note = {
        FR: "La liste des gestes, c’est mon idée, et je l’ai testée sur trois presses.",
        EN: "The list of moves was my idea, and I tried it on three presses.",
    }[language]
    whose = re.compile(
        r"(?:texte|publication|[Tt]his \w+ comes|[Cc]et \w+ vient|Signé|Source|Published|Signed)"
        r"[^.\n]{0,25}Ardemont"
    )
    for turn, person in enumerate(colleagues(12)):
        text = draft(brief(content, person, notes=(note,), variant=turn % 3))
        at = text.find(note[2:30])
        assert at >= 0
        behind = text[at + len(note) - 2 :].split("\n")[0]
        assert not whose.search(behind), text
