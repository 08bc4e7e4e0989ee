"""Who speaks in an interview, and what a draft makes of what they say."""

import re
from dataclasses import replace

import pytest

from domain.language import Language
from personalizer.citing import cited, told
from personalizer.passages import passages_of
from personalizer.turns import NOBODY, speaker_at, turns_of
from tests.personalizer.articles import allocated, article, colleagues
from tests.personalizer.test_offline_writer import draft

FRENCH = """\
Publié le 3 mars. La buanderie de Brissol a un an. Nous avons parlé à Odile Marchal, qui la dirige, et au Dr Hugo Lenoir.

Rappelez-nous le principe ?

Odile Marchal : C’est simple. Le linge de quatre étages descend par un monte-charge neuf et revient plié avant midi.

Nous avons formé douze agents en deux semaines.

Vous n’y arrivez pas toujours.

Dr H. L. : Non, pas le lundi. Le monte-charge tombe en panne une fois par mois depuis la rentrée.

Et la suite ?

O. M. : Une seconde machine arrive en mai. Le budget de la buanderie est voté jusqu’en décembre prochain.

La buanderie ouvre ses portes le 4 avril à tous les habitants du quartier.

Photo : l’équipe de la buanderie devant le monte-charge.
"""  # noqa: E501 - published texts have such lines

ENGLISH = """\
The laundry at Elmford has been open for a year. We sat down with Sister Ada Merrow, who runs it, and Tom Garth, its engineer.

What is it?

Ada: A room with nine machines. We open at six and the last load leaves the building at four.

The linen of four floors comes down in a new lift every morning.

What has gone wrong?

Tom: The lift. It stops about once a month because the door sensor gets wet.

From the ward's side

Four wards said that clean sheets now reach them before lunch on most days.
"""  # noqa: E501 - published texts have such lines


def speakers(text: str, *pieces: str) -> list[str | None]:
    return [speaker_at(text, text.index(piece)) for piece in pieces]


def test_an_answer_is_its_speakers_by_name_initials_or_first_name() -> None:
    said = speakers(FRENCH, "Le linge", "Nous avons formé", "Le monte-charge tombe", "Le budget")
    assert said == ["Odile Marchal", "Odile Marchal", "Hugo Lenoir", "Odile Marchal"]
    said = speakers(ENGLISH, "We open", "The linen of four", "It stops")
    assert said == ["Ada Merrow", "Ada Merrow", "Tom Garth"]


def test_a_question_and_what_follows_the_last_answer_are_nobodys() -> None:
    said = speakers(FRENCH, "Rappelez", "Vous n’y arrivez", "Et la suite", "La buanderie ouvre")
    assert said == [NOBODY] * 4
    assert speakers(ENGLISH, "What is it", "What has gone") == [NOBODY] * 2


def test_what_the_text_tells_itself_is_its_own() -> None:
    assert speakers(FRENCH, "La buanderie de Brissol", "Photo") == [None, None]
    assert speakers(ENGLISH, "The laundry at", "Four wards said") == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Étape 1 : ouvrez la vanne.\n\nÉtape 2 : notez la pression.\n\nExemple : 4 bars.",
        "Key Dates: 3 May.\n\nOpening Hours: 9 to 5.\n\nA sentence of the text itself.",
        "Note : le relevé est mensuel.\n\nÀ savoir : il est gratuit.",
        "",
    ],
)
def test_what_only_has_colons_is_no_interview(text: str) -> None:
    assert turns_of(text) == ()


@pytest.mark.parametrize(
    ("text", "language", "name", "words"),
    [
        (FRENCH, Language.FRENCH, "Odile Marchal", "le linge de quatre étages"),
        (ENGLISH, Language.ENGLISH, "Ada Merrow", "they open at six"),
        (ENGLISH, Language.ENGLISH, "Tom Garth", "it stops about once a month"),
    ],
)
def test_what_somebody_says_is_told_and_quoted_under_their_name(
    text: str, language: Language, name: str, words: str
) -> None:
    theirs = [one for one in passages_of(text) if one.speaker == name]
    claims = [told(one, text, language) for one in theirs]
    assert any(one and one.speaker == name and one.text.startswith(words) for one in claims)
    assert all(one is None or not one.of_authors for one in claims)
    assert {one.speaker for each in theirs if (one := cited(each, language))} == {name}


def test_what_is_nobodys_carries_nothing() -> None:
    said = " ".join(one.text for one in (*passages_of(FRENCH), *passages_of(ENGLISH)))
    assert "Vous n’y arrivez" not in said
    assert "ouvre ses portes" not in said


@pytest.mark.parametrize(
    ("language", "text"), [(Language.FRENCH, FRENCH), (Language.ENGLISH, ENGLISH)]
)
def test_a_draft_on_an_interview_says_who_speaks(language: Language, text: str) -> None:
    content = replace(article(language), text=text)
    names = {"Odile Marchal", "Hugo Lenoir", "Ada Merrow", "Tom Garth"}
    for one in allocated(content, colleagues(4), language):
        span = one.angle.focus
        speaker = speaker_at(text, span.start)
        written = draft(one)
        assert not re.search(r"[A-Z]\. [A-Z]\. ?:", written)
        if speaker:
            assert not re.search(r"authors?\b|auteurs?\b", written)
            assert speaker in written, written
            assert speaker in names


def test_initials_without_points_are_whose_name_the_text_says() -> None:
    text = ENGLISH_INITIALS
    said = {one.text: one.speaker for one in passages_of(text)}
    assert said["Every valve of the valley is opened once a month."] == "Ada Merrow"
    assert "Which valve do you open at night?" not in said
    nobodys = text.replace("Ada Merrow", "the plumber")
    assert all(one.speaker != "Ada Merrow" for one in passages_of(nobodys))


ENGLISH_INITIALS = """\
Ada Merrow joined the water board in May after ten years in the valley.

TG: How many valves are there in the valley?

AM: Every valve of the valley is opened once a month.

TG: Which valve do you open at night?

AM: The crew of the night opens the valve of the mill.
"""
