import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.drafts import Draft
from domain.language import Language
from guardrails.claims import Claims, Place, links
from guardrails.reading import Reading
from guardrails.wordings import Wordings

WORD = Wordings(fr=("garanti", "leader"), en=("guaranteed",))


def claims(text: str) -> Claims:
    return Claims(Reading(Draft(text, Language.FRENCH)))


def made(text: str) -> int:
    return len(list(claims(text).made(WORD)))


@pytest.mark.parametrize(
    "text",
    [
        "Résultat garanti.",
        "Ce n'est pas un slogan, c'est garanti.",
        "Non seulement garanti, mais rapide.",
        "Sans aucun doute le leader.",
        "Nous sommes « leader » du marché.",
        "Not only fast but guaranteed.",
    ],
)
def test_what_the_author_says_is_claimed(text: str) -> None:
    assert made(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ce n'est pas garanti.",
        "Rien n'est garanti.",
        "It is not guaranteed.",
        "It isn't guaranteed.",
        "Plutôt que d'écrire « garanti », montrons-le.",
        "Évitez le mot « garanti ».",
        "Un critique écrit : « vous n'êtes pas garanti par magie ».",
        "A critic wrote: “nothing of it is guaranteed, believe me”.",
        "Garanti ? Non.",
        "[à compléter : un résultat garanti]",
    ],
)
def test_what_is_denied_quoted_or_left_open_is_not_claimed(text: str) -> None:
    assert made(text) == 0


def test_the_words_of_a_link_are_not_its_senders_unless_it_may_give_something_away() -> None:
    text = "La suite : https://acme.example/blog/resultat-garanti"
    assert made(text) == 0
    assert len(list(claims(text).made(WORD, in_addresses=True))) == 1
    assert made(f"Résultat garanti. {text}") == 1


def test_a_phrase_with_another_meaning_is_left_out() -> None:
    other = Wordings(fr=("leader d'équipe",))
    text = "Notre leader d'équipe, et le leader du marché."
    assert len(list(claims(text).made(WORD, unless=other))) == 1


@pytest.mark.parametrize(
    ("text", "is_proven"),
    [
        ("Leader selon le baromètre.", True),
        ("Leader. Le classement : https://ardemont.example/rang", True),
        ("Leader : [lien]", True),
        ("Ranked leader according to the survey.", True),
        ("Leader selon nous.", False),
        ("Leader. Un mot de plus. Puis : [lien]", False),
        ("[lien] Bonjour à tous. Leader.", False),
    ],
)
def test_a_proof_stands_in_the_same_sentence_or_the_next(text: str, is_proven: bool) -> None:  # noqa: FBT001 - a column of the table
    asked = claims(text)
    (place,) = asked.places(WORD)
    assert asked.is_proven(place) is is_proven


def test_links_are_addresses_and_marks_where_one_is_to_be_put() -> None:
    text = "voir https://a.example/x et www.b.example ou [page de statut] mais pas [moi]"
    assert list(links(text)) == ["https://a.example/x", "www.b.example", "[page de statut]"]


@given(text=st.text(alphabet="ab. \n«»\"'é…!", max_size=60), start=st.integers(0, 60))
def test_a_sentence_holds_the_place_asked_about(text: str, start: int) -> None:
    bare = Reading(Draft(text, Language.FRENCH)).bare.text
    assume(start < len(bare))
    place = Place(start, start + 1)
    around = claims(text).around(place)
    assert 0 <= around.start <= place.start < place.end <= around.end <= len(bare)


def test_a_text_without_sentences_has_places_all_the_same() -> None:
    assert claims("   ").around(Place(0, 1)) == Place(0, 1)
