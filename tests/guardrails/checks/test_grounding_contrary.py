"""CH-21 objects to a text that says the contrary of its source, in both languages alike."""

import pytest

from domain.misuses import Misuse
from guardrails.facts.misuses import Facts
from tests.guardrails.shipped import circumstances, found

FR = (
    "Le prix de l’eau a augmenté de 12 % en 2025. Les fuites ont baissé de 30 %. L’essai n’a pas"
    " réussi. Aucun client n’est parti."
)
EN = (
    "Water prices rose by 12% in 2025. Leaks fell by 30%. The trial did not succeed. No customer"
    " left."
)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Le prix de l’eau a baissé de 12 % en 2025.", "baissé"),
        ("en", "Water prices fell by 12% in 2025.", "fell"),
        ("fr", "L’essai a réussi.", "réussi"),
        ("en", "The trial succeeded.", "succeeded"),
        ("fr", "30 % des clients sont partis.", "partis"),
        ("en", "30% of customers left.", "left"),
        ("fr", "Les fuites ont été divisées par deux.", "divisées par deux"),
        ("en", "Leaks were halved.", "halved"),
    ],
)
def test_the_contrary_is_objected_to(language: str, text: str, words: str) -> None:
    around = circumstances(source=FR if language == "fr" else EN)
    assert found("CH-21", text, language, around) == [words]


def test_a_model_is_told_so() -> None:
    (misused,) = Facts().misuses("Leaks rose by 30%.", (EN,))
    assert (misused.misuse, misused.given) == (Misuse.CONTRARY, "Leaks fell by 30%.")


@pytest.mark.parametrize(("language", "text"), [("fr", FR), ("en", EN)])
def test_the_source_itself_passes(language: str, text: str) -> None:
    assert found("CH-21", text, language, circumstances(source=text)) == []
