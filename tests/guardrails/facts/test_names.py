import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.facts.names import names


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Je travaille chez Ardemont, à Lyon.", ["Ardemont", "Lyon"]),
        ("Marseille ouvre. Nantes suit.", ["Marseille", "Nantes"]),
        ("Beaucoup d'équipes. Imaginez Claire Dubois !", ["Claire Dubois"]),
        ("Directrice Claire Dubois", ["Claire Dubois"]),
        ("M. Boulanger et Mme Keller", ["Boulanger", "Keller"]),
        ("chez Orange", ["Orange"]),
        ("L'Institut Vauquelin de Saint-Étienne", ["Vauquelin", "Saint-Étienne"]),
        ("Jean-Marc et Grace Hopper", ["Jean-Marc", "Grace Hopper"]),
        ("We met Helen Marsh in Sheffield.", ["Helen Marsh", "Sheffield"]),
        ("— Novacier, l'an dernier", ["Novacier"]),
    ],
)
def test_names_are_found_at_any_place_of_a_sentence(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rendez-vous demain. Heureusement, on sait faire.",
        "Implémentons ensemble. Cartographier, puis mesurer.",
        "Supply Chain et Intelligence Artificielle",
        "Three Things We Learned About Maintenance",
        "Fieldwork starts. Teams hesitate.",
        "BONNE NOUVELLE POUR LES ÉQUIPES",
        "Will you come? May we?",
        "None of the 19 reports was late. Neither was ours. Nobody asked.",
        "🚀 Bravo ! « Merci. » • Bilan",
        "la 2FA, FY24, A320",
        "",
    ],
)
def test_common_words_with_a_capital_are_none(text: str) -> None:
    assert found(text) == []


@given(text=st.text(max_size=200))
def test_names_stand_inside_the_text_and_apart(text: str) -> None:
    last = 0
    for one in names(text):
        assert last <= one.start < one.end <= len(text)
        assert one.words
        assert one.whole[: len(one.words)] == one.words
        last = one.end
