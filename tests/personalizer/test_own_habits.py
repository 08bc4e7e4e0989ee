"""What a draft takes from its author's posts, and what a source that says "tu" becomes."""

import re
from dataclasses import replace

import pytest

from benchmarks.drafts.kept import Made, kept
from domain.language import Language
from domain.people import ProfileMix, ProfileType
from domain.placeholders import placeholder_bounds
from guardrails.platform_rules import length_on
from personalizer.angles import angles_of
from personalizer.card import card_of
from personalizer.offline.engine import first_draft
from personalizer.offline.likeness import hand_of
from personalizer.offline.memories import memories
from personalizer.reported import as_impersonal
from personalizer.writing import Form
from tests.builders import ambassador, item
from tests.personalizer.articles import FRENCH_POSTS, allocated, article

FR = Language.FRENCH
POSTS = (
    "Le sas sent la résine chaude dès six heures. Demain Claire Besson passe nous voir.",
    "Les boîtiers tombent par lots de douze dans le bac. On les compte à la main.",
    "La pesée du matin demande une balance bien réglée. En 2019 elle ne l’était pas.",
)


def test_an_old_line_is_named_by_its_first_words_without_names_or_figures() -> None:
    person = ambassador(posts=POSTS, never=("boîtiers",))
    hand = hand_of(person, FR)
    assert hand is not None
    found = memories(person, article(FR), FR, hand)
    assert found
    for line in (one.line for one in found):
        assert len(line.split()) <= 8
        assert any(line in post for post in POSTS)
        assert not any(each in line for each in ("Besson", "2019", "boîtiers"))


def test_a_post_on_the_subject_is_one_to_think_of_and_another_only_sounds_like_its_author() -> None:
    near = "Le réglage de la presse tient sur une page. Les opérateurs corrigent la liste."
    far = "Le chat de ma voisine dort sur le radiateur. Il ronfle comme un vieux moteur."
    person = ambassador(posts=(near, far))
    hand = hand_of(person, FR, least=1)
    assert hand is not None
    found = memories(person, article(FR), FR, hand)
    assert {one.is_near for one in found if one.line in near} == {True}
    assert {one.is_near for one in found if one.line in far} == {False}


@pytest.mark.parametrize("posts", [POSTS, FRENCH_POSTS])
def test_how_a_draft_may_sound_is_said_behind_what_it_is_asked_for(posts: tuple[str, ...]) -> None:
    (asked,) = allocated(article(FR), [ambassador(posts=posts)], FR)
    text = first_draft(asked, length_on)
    ((start, end),) = placeholder_bounds(text)
    assert re.search(
        r"., [^;(]*(?:ton|façon|comme (?:dans )?votre post) \([^)]*…\)\]$", text[start:end]
    )


def test_old_lines_stand_in_marks_to_fill_and_nowhere_else() -> None:
    person = ambassador(posts=tuple(FRENCH_POSTS))
    (asked,) = allocated(article(FR), [person], FR)
    text = first_draft(asked, length_on)
    hand = hand_of(person, FR)
    assert hand is not None
    line = memories(person, article(FR), FR, hand)[0].line
    marks = [text[start:end] for start, end in placeholder_bounds(text)]
    assert any(f"({line}…)" in mark for mark in marks)
    for mark in marks:
        text = text.replace(mark, "")
    assert line not in text


def test_a_word_their_card_says_they_never_write_joins_nothing() -> None:
    measured = card_of(FRENCH_POSTS, FR)
    assert measured is not None
    words = ("selon", "lecture", "avis", "lire", "source", "extrait", "texte")
    for never in ((), words):
        card = replace(measured, never=never)
        person = ambassador(posts=tuple(FRENCH_POSTS), cards=(card,))
        texts = [first_draft(one, length_on) for one in allocated(article(FR), [person] * 6, FR)]
        said = [re.sub(r"«[^»]*»|\[[^]]*\]|https?://\S+", "", one).casefold() for one in texts]
        found = {word for word in words for one in said if re.search(rf"\b{word}\b", one)}
        assert bool(found) is not bool(never), found


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "Avec Vagrant, tu peux automatiser la tâche.",
            "Avec Vagrant, on peut automatiser la tâche.",
        ),
        ("Vagrant te permet d’entrer dans la machine.", "Vagrant permet d’entrer dans la machine."),
        ("Lorsque tu joues, tu gardes ton avance.", "Lorsqu’on joue, on garde son avance."),
        ("Tu voulais te monter une machine.", "On voulait se monter une machine."),
        # these resist
        ("Tu finis ton plat.", None),
        ("Tu retrouves le menu et configures la suite.", None),
        ("Il te le dira demain, et tu verras.", None),
        ("La machine tourne seule.", None),
    ],
)
def test_what_is_said_to_tu_is_told_of_anybody_or_left(said: str, told: str | None) -> None:
    assert as_impersonal(said, FR) == told


@pytest.mark.parametrize(
    ("language", "text", "objects"),
    [
        (FR, "La méthode a un inconvénient : elle demande deux personnes par poste.", True),
        (FR, "La méthode demande deux personnes par poste pendant la semaine.", False),
        (Language.ENGLISH, "The method has one drawback: it needs two people at each press.", True),
        (Language.ENGLISH, "The method needs two people at each press during the week.", False),
    ],
)
def test_only_an_objection_of_the_source_carries_a_disagreement(
    language: Language, text: str, *, objects: bool
) -> None:
    person = ambassador(profile=ProfileMix.only(ProfileType.EXPERT))
    forms = {one.form for one in angles_of(item(text=text, language=language), person, language)}
    assert (Form.DISAGREEMENT in forms) is objects


def test_what_was_made_is_not_made_again(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.drafts.kept._FOLDER", str(tmp_path))
    asked: list[int] = []

    def made(step: int) -> list[Made]:
        asked.append(step)
        return [Made(f"draft {step}", passes=True, written=1, sent_back=0, told=(), stands=())] * 2

    first = list(kept(FR, range(9), made, 3))
    again = list(kept(FR, range(9), made, 5))
    assert [len(first), len(again)] == [3, 5]
    assert asked == [0, 1, 2]
