"""What the words beside an image say of the people in it, in both languages."""

import time

import pytest

from domain.content import Image, lack_alternative_text
from domain.image_words import says_people_agreed, shows_nobody


@pytest.mark.parametrize(
    ("rights", "is_so"),
    [
        ("© Tessonde, published with the agreement of the person shown", True),
        ("With the consent of everybody in it.", True),
        ("© Tessonde, publiée avec l’accord de la personne", True),
        ("Publié avec l’autorisation des personnes photographiées", True),
        ("Avec leur consentement écrit", True),
        ("CC BY", False),
        ("Used with the agreement of the photographer", False),
        ("With permission", False),
        ("Published without the agreement of the person", False),
        ("Avec l’accord du photographe", False),
        ("Avec l’accord de l’agence", False),
        ("Sans l’accord de la personne", False),
        ("Avec l’accord de la personne, en attente", False),
    ],
)
def test_rights_say_that_people_agreed(rights: str, *, is_so: bool) -> None:
    assert says_people_agreed(rights) is is_so


@pytest.mark.parametrize(
    ("alt", "is_so"),
    [
        ("Spectrogram of a leak in Roanne", True),
        ("A map of the network", True),
        ("Screenshot of the dashboard", True),
        ("A machine in a workshop", True),
        ("Spectrogramme d’une fuite à Roanne", True),
        ("Carte du réseau", True),
        ("Capture d’écran du tableau de bord", True),
        ("Une pompe ouverte sur l’établi", True),
        ("", False),
        ("A workshop", False),
        ("A machine with two technicians", False),
        ("A pump and Daniel", False),
        ("A map held by a woman", False),
        ("Un atelier", False),
        ("Une machine et deux techniciennes", False),
        ("La pompe de Daniel", False),
        ("Carte tenue par une collègue", False),
    ],
)
def test_an_alternative_text_tells_that_nobody_is_shown(alt: str, *, is_so: bool) -> None:
    assert shows_nobody(alt) is is_so


@pytest.mark.parametrize(("alt", "is_so"), [("", True), (" ", True), (None, True), ("Map", False)])
def test_an_image_without_words_lacks_them(alt: str | None, *, is_so: bool) -> None:
    assert lack_alternative_text([Image(url="v", alt="Map"), Image(url="u", alt=alt)]) is is_so


@pytest.mark.parametrize("flood", ["with agreement photo ", "a machine ", "with with ", "people "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    says_people_agreed(flood * 4_000)
    shows_nobody(flood * 4_000)
    assert time.thread_time() - began < 2
