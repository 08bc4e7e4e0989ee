from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.personas import personas
from domain.language import Language
from personalizer.card import card_of
from personalizer.stylometry.crowd import crowd_of
from personalizer.stylometry.standing import rows_of
from personalizer.voice import voice_fit
from tests.builders import ambassador
from tests.personalizer.articles import FRENCH_POSTS, TU_POSTS

BOTH = pytest.mark.parametrize("language", list(Language))
FR, EN = Language.FRENCH, Language.ENGLISH
LONG_POSTS = (
    (
        "Une explication possible serait la forme du trou : un bord fin siffle, un bord "
        "épais souffle, et la différence s’entend à trente mètres.\n\nJe n’ai pas encore "
        "de preuve, mais la mesure continue, nuit après nuit, avec le même "
        "capteur.\n\nAvez-vous déjà suivi une fuite ainsi ?"
    ),
    (
        "Une moyenne efface ce que l’on cherche : sur une nuit entière, une voiture qui "
        "passe suffit à relever la moyenne, alors que le minimum ne bouge pas.\n\nC’est "
        "une idée ancienne, que les sismologues emploient depuis longtemps.\n\nQuelle "
        "mesure choisissez-vous ?"
    ),
    (
        "Deux capteurs, une fuite, un décalage : sur le papier, la position tombe juste ; "
        "sur la chaussée, l’écart vient du plan, qui annonçait un autre tuyau.\n\nJe garde "
        "cet exemple pour les formations.\n\nComment notez-vous qu’un plan a été vérifié ?"
    ),
    (
        "Le sable mouillé retire du signal ce que le même sable, sec, laisse passer ; je "
        "le savais par les livres, et je l’ai vérifié samedi avec un seau.\n\nCe qui m’a "
        "surprise, c’est la vitesse du changement.\n\nAvez-vous une colonne « pluie » dans "
        "vos relevés ?"
    ),
)
ALIKE = (
    "Un vieux plan trompe plus qu’une horloge : le tuyau annoncé n’est pas celui que l’on trouve, "
    "et la position glisse d’un mètre ou deux.\n\nJe note maintenant la date de chaque plan, avant "
    "la mesure.\n\nQui vérifie les vôtres ?"
)
UNLIKE = "🔥 Trop fort !!! #Wow #Team 😍😍"


def test_a_card_says_what_the_posts_show() -> None:
    card = card_of(FRENCH_POSTS, FR)
    assert card is not None
    assert card.posts == 3
    assert card.emojis[0] == "🔧"
    assert (card.emoji_share, card.hashtag_share, card.hashtags) == (1.0, 1.0, 1)
    assert card.exclamation_share == 1.0
    assert card.question_share == 0.0
    assert card.line_breaks == 0
    assert card.says_tu is None


@pytest.mark.parametrize(
    ("posts", "says_tu"), [(TU_POSTS, True), (LONG_POSTS, False), (FRENCH_POSTS, None)]
)
def test_a_card_knows_tu_from_vous(posts: tuple[str, ...], *, says_tu: bool | None) -> None:
    card = card_of(posts, FR)
    assert card is not None
    assert card.says_tu is says_tu


def test_a_card_knows_i_from_we() -> None:
    mine = card_of(LONG_POSTS, FR)
    ours = card_of(("Nous avons ouvert.", "Notre équipe lit.", "Nous lisons nos notes."), FR)
    assert mine is not None
    assert ours is not None
    assert (mine.says_we, ours.says_we) == (False, True)


def test_openings_are_kept_by_their_end() -> None:
    card = card_of(("Vraiment ? Oui.", "🔧 Enfin !", "Trois choses :\nune, deux."), FR)
    assert card is not None
    assert card.openings == ("?", "!", ":")


def test_two_posts_are_no_voice() -> None:
    assert card_of(LONG_POSTS[:2], FR) is None
    assert voice_fit("Un texte.", ambassador(posts=tuple(LONG_POSTS[:2])), FR) is None


def test_posts_in_the_other_language_do_not_count() -> None:
    english = ("This is the one that we have here.", "It is what you see.", "They are in the hall.")
    assert card_of(english, FR) is None
    assert card_of(english, EN) is not None


def test_a_text_like_the_authors_stands_nearer_than_one_unlike() -> None:
    near = voice_fit(ALIKE, ambassador(posts=tuple(LONG_POSTS)), FR)
    far = voice_fit(UNLIKE, ambassador(posts=tuple(LONG_POSTS)), FR)
    assert near is not None
    assert far is not None
    assert near.score > far.score
    assert far.score < 0.4


def test_the_two_features_most_off_are_named_in_both_languages() -> None:
    fit = voice_fit(UNLIKE, ambassador(posts=tuple(LONG_POSTS)), FR)
    assert fit is not None
    assert len(fit.features) == 2
    assert all(feature.fr and feature.en for feature in fit.features)
    assert fit.features[0].fr == "le texte est plus court que vos posts"


def test_a_text_of_the_authors_habits_has_no_feature_to_name() -> None:
    fit = voice_fit(LONG_POSTS[0], ambassador(posts=tuple(LONG_POSTS)), FR)
    assert fit is not None
    assert fit.score > 0.5
    assert fit.features == ()


@settings(deadline=None)
@given(text=st.text(max_size=200), posts=st.lists(st.text(max_size=80), max_size=6))
def test_a_score_is_a_share_whatever_the_texts(text: str, posts: list[str]) -> None:
    for language in Language:
        fit = voice_fit(text, ambassador(posts=tuple(posts)), language)
        assert fit is None or 0 <= fit.score <= 1


@BOTH
def test_the_authors_own_next_post_stands_above_everybody_elses(language: Language) -> None:
    own = [one.ambassador for one in personas() if language in one.ambassador.languages[:1]]
    right = 0
    for person in own:
        measured = replace(person, posts=person.posts[1:])
        scores = {
            each.name: fit.score
            for each in own
            if (fit := voice_fit(each.posts[0], measured, language)) is not None
        }
        right += max(scores, key=scores.__getitem__) == person.name
    assert right >= len(own) - 1


@BOTH
def test_an_author_who_is_in_the_crowd_is_not_set_beside_themselves(language: Language) -> None:
    person = next(one.ambassador for one in personas() if language in one.ambassador.languages[:1])
    crowd = crowd_of(language)
    own = rows_of([crowd.background.read(post) for post in person.posts])
    assert len(set(crowd.authors)) == len(set(crowd.beside(own).authors)) + 1


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"emoji_share": 1.0}, f"🔧 {ALIKE}"),
        ({"sentence_words": 6.0}, "Une vis. Un plan. Rien d’autre ce matin. Qui vérifie ? Moi."),
        ({"exclamation_share": 1.0}, ALIKE.replace("deux.", "deux !")),
        ({"hashtag_share": 1.0, "hashtags": 3}, f"{ALIKE}\n#Plan #Mesure #Terrain"),
        ({"says_tu": True}, ALIKE.replace("les vôtres", "les tiens, toi, de ton côté")),
    ],
)
def test_a_card_that_its_owner_changes_moves_the_score(change: dict[str, Any], text: str) -> None:
    measured = card_of(LONG_POSTS, FR)
    assert measured is not None
    person = ambassador(posts=LONG_POSTS)
    kept = replace(person, cards=(replace(measured, **change),))
    before, after = voice_fit(text, person, FR), voice_fit(text, kept, FR)
    assert before is not None
    assert after is not None
    assert after.score > before.score


def test_a_card_kept_as_it_was_measured_moves_nothing() -> None:
    measured = card_of(LONG_POSTS, FR)
    assert measured is not None
    person = ambassador(posts=LONG_POSTS)
    kept = replace(person, cards=(measured,))
    assert voice_fit(ALIKE, person, FR) == voice_fit(ALIKE, kept, FR)


@pytest.mark.parametrize(("word", "is_said"), [("horloge", True), ("horlog", False), ("", False)])
def test_a_word_its_owner_never_writes_is_named_first(word: str, *, is_said: bool) -> None:
    measured = card_of(LONG_POSTS, FR)
    assert measured is not None
    person = ambassador(posts=LONG_POSTS, cards=(replace(measured, never=(word,)),))
    fit = voice_fit(ALIKE, person, FR)
    assert fit is not None
    assert bool(fit.features and "jamais" in fit.features[0].fr) is is_said
