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
from tests.personalizer.articles import FRENCH_POSTS, allocated, article, colleagues

FR = Language.FRENCH
EN = Language.ENGLISH
POSTS = {
    FR: (
        "Le sas sent la résine chaude dès six heures. Demain Claire Besson passe nous voir.",
        "On compte les boîtiers à la main. Ils tombent par lots de douze dans un bac qui déborde.",
        "La balance ment le lundi. En 2019 elle ne mentait pas. Laquelle avez-vous gardée ?",
    ),
    EN: (
        "The lock smells of hot resin. Tomorrow Claire Benson comes to see all of us at work.",
        "We count housings by hand. They fall in lots of twelve into a bin that overflows.",
        "The scales lie on Mondays. In 2019 they did not lie. Which ones did you keep?",
    ),
}
SHOWN = {
    FR: {"Le sas sent la résine chaude dès six heures.", "La balance ment le lundi."},
    EN: {"The lock smells of hot resin.", "The scales lie on Mondays."},
}


@pytest.mark.parametrize("language", [FR, EN])
def test_an_old_sentence_is_shown_whole_without_names_or_figures(language: Language) -> None:
    person = ambassador(
        posts=POSTS[language], never=("boîtiers", "housings"), languages=(language,)
    )
    hand = hand_of(person, language)
    assert hand is not None
    assert {*memories(person, language, hand)} <= SHOWN[language]
    assert memories(person, language, hand)


LONG = {
    FR: (
        "La vieille balance est dans le couloir, parce que la neuve ne tient pas sur la table.",
        "Quand la presse chauffe, personne ne reste devant elle plus de quelques minutes de suite.",
    ),
    EN: (
        "The old scales are in the corridor, because the new ones do not fit on the table.",
        "When the press is hot, nobody stays in front of it for more than a few minutes in a row.",
    ),
}
CLAUSE = {
    FR: ("La vieille balance est dans le couloir",),
    EN: ("The old scales are in the corridor",),
}


@pytest.mark.parametrize("language", [FR, EN])
def test_of_long_sentences_only_what_says_something_by_itself_is_shown(language: Language) -> None:
    person = ambassador(posts=LONG[language], languages=(language,))
    hand = hand_of(person, language, least=1)
    assert hand is not None
    assert memories(person, language, hand) == CLAUSE[language]


@pytest.mark.parametrize("language", [FR, EN])
def test_old_sentences_stand_in_marks_to_fill_and_nowhere_else(language: Language) -> None:
    person = ambassador(posts=POSTS[language], languages=(language,))
    (asked,) = allocated(article(language), [person], language)
    text = first_draft(asked, length_on)
    hand = hand_of(person, language)
    assert hand is not None
    ((start, end),) = placeholder_bounds(text)
    mark = text[start:end]
    shown = memories(person, language, hand)[0]
    assert mark.endswith(f": {shown})]")
    assert re.match(r"\[[^:]+: \w[^.;(]+ \([a-zà-ÿ][^.;(]+\Z", mark.removesuffix(f": {shown})]"))
    assert shown not in text.replace(mark, "")


@pytest.mark.parametrize("language", [FR, EN])
def test_a_mark_is_one_request(language: Language) -> None:
    for one in allocated(article(language), colleagues(8), language):
        for start, end in placeholder_bounds(text := first_draft(one, length_on)):
            assert not re.search(r"[;()«“]", text[start:end]), text[start:end]


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
