"""What is not yet announced, or kept to oneself, weighs the same in both languages; no coffee."""

import pytest

from tests.guardrails.shipped import found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ce n’est pas encore annoncé, mais le site de Lorient ferme en juin."),
        ("fr", "La vente n’a pas encore été annoncée."),
        ("fr", "L’annonce n’est pas encore faite, mais le site de Lorient ferme en juin."),
        ("en", "It is not announced yet, but the Lorient site closes in June."),
        ("en", "The sale has not been announced yet."),
        ("fr", "Le site ferme en juin, gardez-le pour vous."),
        ("en", "The site closes in June, keep it to yourselves."),
    ],
)
def test_what_is_not_for_everybody_is_found(language: str, text: str) -> None:
    assert found("CH-08", text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Gardez la monnaie pour vous."),
        ("fr", "Le programme n’est pas encore affiché."),
        ("en", "Keep your hands to yourselves near the press."),
        ("en", "The programme is not printed yet."),
    ],
)
def test_what_only_sounds_so_passes(language: str, text: str) -> None:
    assert not found("CH-08", text, language)


@pytest.mark.parametrize(
    ("text", "is_drink"),
    [
        ("Passez boire un café sur notre stand au salon.", False),
        ("Venez boire un thé avec l’équipe.", False),
        ("Passez boire un verre sur notre stand.", True),
        ("Venez boire une bière à la brasserie.", True),
    ],
)
def test_a_coffee_is_no_drink_that_is_regulated(text: str, is_drink: bool) -> None:  # noqa: FBT001 - a case
    assert bool(found("CH-24", text)) is is_drink
