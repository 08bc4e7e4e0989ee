"""A draft names its content by its title, and closes on no question about nothing."""

import re
from dataclasses import replace

import pytest

from domain.language import Language
from guardrails.platform_rules import length_on
from personalizer.offline.dice import dice_for
from personalizer.offline.engine import first_draft
from personalizer.offline.layouts import Part
from personalizer.offline.parts import Parts
from personalizer.offline.revising import begun
from personalizer.offline.seams import is_joinable
from personalizer.offline.typography import as_inside_marks, typeset
from personalizer.offline.wording import Wording
from personalizer.passages import passages_of
from personalizer.writing import Brief
from tests.builders import ambassador, item
from tests.personalizer.articles import allocated, article, brief, colleagues

BOTH = pytest.mark.parametrize("language", list(Language))
LONG = {
    Language.FRENCH: "Comment nous avons réglé la presse du fond en douze minutes",
    Language.ENGLISH: "How the workshop learned to set up its oldest press in twelve minutes",
}
NOTE = {
    Language.FRENCH: "J’ai tenu la liste des gestes pendant dix jours, la nuit surtout.",
    Language.ENGLISH: "I kept the list of moves for ten days, mostly at night.",
}
ASKING = {
    Language.FRENCH: tuple(
        f"Le sas de la salle {one} s’ouvre mal le matin et personne ne sait pourquoi. "
        "Qu’en pensez-vous ?"
        for one in ("basse", "haute", "verte")
    ),
    Language.ENGLISH: tuple(
        f"The door of the {one} room opens badly in the morning and nobody knows why. "
        "What would you do?"
        for one in ("low", "high", "green")
    ),
}


@BOTH
@pytest.mark.parametrize("has_note", [True, False])
def test_a_content_without_a_short_name_is_called_by_its_title(
    language: Language, *, has_note: bool
) -> None:
    content = article(language, title=LONG[language])
    title = as_inside_marks(typeset(LONG[language], language), language)
    for one in allocated(content, colleagues(12), language):
        asked = one if not has_note else _noted(one, language)
        assert title in first_draft(asked, length_on)


def _noted(asked: Brief, language: Language) -> Brief:
    return replace(asked, request=replace(asked.request, notes=(NOTE[language],)))


@BOTH
def test_behind_a_note_nobody_is_asked_what_they_think(language: Language) -> None:
    person = ambassador(posts=ASKING[language], languages=(language,))
    asked = allocated(article(language), [person] * 8, language)
    texts = [first_draft(one, length_on) for one in asked]
    noted = [first_draft(_noted(one, language), length_on) for one in asked]
    assert any(_closes(text) for text in texts)
    assert not any(_closes(text) for text in noted)


def _closes(text: str) -> bool:
    return re.search(r"\?(?=\s*\S*https?:|[^\n»”\]]*\n*[^\n]*https?://)", text) is not None


@pytest.mark.parametrize(
    ("note", "language", "joins"),
    [
        ("Fait les relevés tout le printemps.", Language.FRENCH, False),
        ("Les relevés ont pris tout le printemps.", Language.FRENCH, True),
        ("Was one of the seven.", Language.ENGLISH, False),
        ("We were seven.", Language.ENGLISH, True),
    ],
)
def test_a_note_that_does_not_say_who_did_it_stands_alone(
    note: str, language: Language, *, joins: bool
) -> None:
    assert is_joinable(note, language) is joins


def test_an_hour_is_no_colon_that_keeps_a_sentence_from_being_told() -> None:
    text = "Seventy-one work first shift, 39 work second (3:00 to 11:30 p.m.), and eight do both."
    content = item(title="Our shifts", text=text, language=Language.ENGLISH)
    (asked,) = allocated(content, colleagues(1), Language.ENGLISH)
    assert "39 work second" in first_draft(asked, length_on)


HIRING = {
    Language.FRENCH: "Nous ouvrons 18 postes dans 12 de nos agences entre juin et septembre.",
    Language.ENGLISH: "We are hiring three coil operators and one tech for second shift.",
}


@BOTH
@pytest.mark.parametrize("site", ["ardemont.example", "elsewhere.example"])
def test_what_a_company_does_is_said_of_no_author_of_its_own_site(
    language: Language, site: str
) -> None:
    content = item(
        title="Douze minutes pour régler une presse",
        text=HIRING[language],
        language=language,
        url=f"https://{site}/a",
    )
    texts = [first_draft(one, length_on) for one in allocated(content, colleagues(4), language)]
    told = " ".join(texts)
    is_own = site == "ardemont.example"
    assert bool(re.search("[Cc]oll(?:ègues|eagues) ", told)) is is_own, told
    assert bool(re.search("aut(?:eurs|hors) ", told)) is not is_own, told


WE = {
    Language.FRENCH: "Nous avons changé les horaires de la ligne 14 le 23 juin.",
    Language.ENGLISH: "We changed the timetable of line 14 on 23 June.",
}
OTHERS = {
    Language.FRENCH: "La ligne 14 est arrêtée depuis le mois de mai à la gare.",
    Language.ENGLISH: "Line 14 was stopped in May at the station of the town.",
}


@BOTH
@pytest.mark.parametrize("is_theirs", [True, False])
def test_colleagues_who_go_on_are_named_once(language: Language, *, is_theirs: bool) -> None:
    first = WE[language] if is_theirs else OTHERS[language]
    text = f"{first} {WE[language].replace('14', '18')}"
    content = item(title="Bus", text=text, language=language, url="https://ardemont.example/a")
    one = brief(content, colleagues(1)[0])
    told, behind = passages_of(text)
    material = replace(
        begun(one, length_on), focus=told, first=told, follow=(behind,), may_be_told=True
    )
    wording = Wording.of(material, dice_for(one))
    parts = Parts(wording=wording, quote_words=25, aside_words=0, notes=0)
    going_on = [block.text for block in parts.choices(Part.FOLLOW)]
    # Two short sentences may follow one another as the text has them.
    said = [one for one in going_on if re.match(r"Ils|Les mêmes|Les coll|They|The same|.*oll", one)]
    assert said
    assert all(("Ardemont" in one) is not is_theirs for one in said), said
