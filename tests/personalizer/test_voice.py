import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from personalizer.card import card_of
from personalizer.letters import distances, profile
from personalizer.voice import voice_fit
from tests.personalizer.articles import FRENCH_POSTS, TU_POSTS

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
    assert voice_fit("Un texte.", LONG_POSTS[:2], FR) is None


def test_posts_in_the_other_language_do_not_count() -> None:
    english = ("This is the one that we have here.", "It is what you see.", "They are in the hall.")
    assert card_of(english, FR) is None
    assert card_of(english, EN) is not None


def test_a_text_like_the_authors_stands_nearer_than_one_unlike() -> None:
    near = voice_fit(ALIKE, LONG_POSTS, FR)
    far = voice_fit(UNLIKE, LONG_POSTS, FR)
    assert near is not None
    assert far is not None
    assert near.score > far.score
    assert far.score < 0.2


def test_the_two_features_most_off_are_named_in_both_languages() -> None:
    fit = voice_fit(UNLIKE, LONG_POSTS, FR)
    assert fit is not None
    assert len(fit.features) == 2
    assert all(feature.fr and feature.en for feature in fit.features)
    assert fit.features[0].fr == "le texte est plus court que vos posts"


def test_a_text_of_the_authors_habits_has_no_feature_to_name() -> None:
    fit = voice_fit(LONG_POSTS[0], LONG_POSTS, FR)
    assert fit is not None
    assert fit.score > 0.5
    assert fit.features == ()


@given(text=st.text(max_size=200), posts=st.lists(st.text(max_size=80), max_size=6))
def test_a_score_is_a_share_whatever_the_texts(text: str, posts: list[str]) -> None:
    for language in Language:
        fit = voice_fit(text, posts, language)
        assert fit is None or 0 < fit.score < 1


def test_runs_of_letters_put_like_beside_like() -> None:
    posts = [profile(post) for post in LONG_POSTS]
    near, away = distances(profile(ALIKE), posts)
    far, _ = distances(profile(UNLIKE), posts)
    assert near < far
    assert all(0 <= one <= 1 for one in away)


def test_the_distance_to_the_others_leaves_the_post_out() -> None:
    posts = [profile(post) for post in LONG_POSTS]
    _, away = distances(posts[0], posts)
    alone, _ = distances(posts[0], posts[1:])
    assert away[0] == pytest.approx(alone)
