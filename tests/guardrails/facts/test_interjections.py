"""A word that no list has and that opens a short exclamation may be no name."""

import time

import pytest

from guardrails.facts.interjections import is_exclaimed
from guardrails.facts.names import names


def exclaimed(text: str) -> list[str]:
    return [text[one.start : one.end] for one in names(text) if is_exclaimed(text, one)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On m'a demandé si ça m'embêtait... Boudiou, non. On est descendus.", "Boudiou"),
        ("Reet, listen. Moisture meter on the baler.", "Reet"),
        ("It rained all day.\nEyup, no!\nNobody minded.", "Eyup"),
        ("Il pleut encore. Tchequette, ben non ! On y va.", "Tchequette"),
    ],
)
def test_a_dialect_word_that_is_exclaimed_is_one(text: str, word: str) -> None:
    assert exclaimed(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Nouveau client : Veltora.",
        "Veltora.",
        "Veltora, merci !",
        "Brankovic, thanks a lot!",
        "Brankovic, tu es grande.",
        "Veltora, notre nouveau client, a signé hier.",
        "Veltora, enfin. Six mois que Veltora nous faisait attendre.",
        "On travaille avec Veltora !",
        "Thessaly Brankovic, enfin.",
        "Sophie, non.",
        "Veltora, à Rodez.",
        # A shout alone, capitals, and what is said of a company or of somebody.
        "Fan de chichourle ! Tchequette ! Il pleut encore.",
        "It rained all day.\nEyup!\nNobody minded.",
        "Veolia, quelle honte !",
        "Macron, quel menteur !",
        "Dupont, un voleur.",
        "Veltora, what a shame!",
        "Brankovic, a thief.",
        "Brankovic, no good.",
        "Veltora, non coupable.",
        "Tesla ! La pompe réduit le bruit.",
        "Tesla! The pump is quiet.",
        "ENGIE ! La pompe réduit le bruit.",
        "ENGIE, non. La pompe réduit le bruit.",
        "Nestlé… La pompe réduit le bruit.",
        "Nestlé... The pump is quiet.",
        "Londres, non.",
    ],
)
def test_a_name_is_none(text: str) -> None:
    assert exclaimed(text) == []


def test_a_flood_is_read_in_no_time() -> None:
    begun = time.thread_time()
    exclaimed("Reet, a a a a a a a a a a. " * 2_000)
    exclaimed(f"Reet, {'a' * 50_000}1")
    assert time.thread_time() - begun < 5
