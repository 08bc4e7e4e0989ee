"""A figure told the wrong way up is found; one told as given, or of another thing, passes."""

import time

import pytest

from guardrails.facts.turned import turned

EN = (
    "Water prices rose by 12% in 2025. Leaks fell by 30%, and repairs by 8%. Energy use: down 4%. "
    "Sales grew by 15% while returns dropped by 15%."
)
FR = (
    "Le prix de l’eau a augmenté de 12 % en 2025. Les fuites ont baissé de 30 %. La consommation"
    " a reculé de 4 %. Les ventes progressent de 15 % tandis que les retours reculent de 15 %."
)


def found(text: str, given: str) -> list[str]:
    return [text[one.start : one.end] for one in turned(text, (given,))]


@pytest.mark.parametrize(
    ("given", "text", "word"),
    [
        (EN, "Water prices fell by 12% in 2025.", "fell"),
        (EN, "I work here, and water prices dropped by 12%!", "dropped"),
        (EN, "Leaks rose by 30%.", "rose"),
        (EN, "A 30% increase in leaks.", "increase"),
        (FR, "Le prix de l’eau a baissé de 12 % en 2025.", "baissé"),
        (FR, "Baisse de 12 % du prix de l’eau.", "Baisse"),
        (FR, "Je suis fier que les fuites aient augmenté de 30 %.", "augmenté"),
        (FR, "Une hausse de 30 % des fuites.", "hausse"),
    ],
)
def test_the_contrary_is_found(given: str, text: str, word: str) -> None:
    assert found(text, given) == [word]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (EN, "Water prices rose by 12% in 2025."),
        (EN, "A 12% increase in water prices."),
        (EN, "Leaks fell by 30%."),
        (EN, "Fewer leaks: a drop of 30%."),
        (EN, "Sales grew by 15%, returns fell by 15%."),
        (EN, "Leaks did not rise by 30%."),
        (EN, "Savings on what we lose grew by 30%."),
        (EN, "Fewer than 30% of leaks rose."),
        (EN, "It rose by 30%."),
        (FR, "Le prix de l’eau a augmenté de 12 %."),
        (FR, "Les fuites ont reculé de 30 %."),
        (FR, "30 % de fuites en moins."),
        (FR, "Les ventes augmentent de 15 %, les retours baissent de 15 %."),
        (FR, "Les fuites n’ont pas augmenté de 30 %."),
        (FR, "La part des rues sans fuite a augmenté de 30 rues."),
        (FR, "Elles ont augmenté de 30 %."),
        ("Prices fell by 12%, then rose by 12%.", "Prices rose by 12%."),
        ("Les prix ont augmenté de 12 % puis baissé de 12 %.", "Les prix ont baissé de 12 %."),
        ("Prices are 12% higher.", "Prices rose by 12%."),
        ("The cut saved 12% of the water.", "Water use fell by 12%."),
    ],
)
def test_what_was_given_so_and_what_is_of_another_thing_passes(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize("flood", ["prices rose by 12% ", "12 rose ", "baisse 12, ", "rose "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    list(turned(flood * 4_000, (EN, flood * 4_000)))
    assert time.thread_time() - began < 2
