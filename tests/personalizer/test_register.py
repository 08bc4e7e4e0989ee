"""Slang, asides and halves of sentences are their author's: they wait for plainer sentences."""

import pytest

from personalizer.misgivings import misgiving
from personalizer.passages import passages_of
from personalizer.register import has_aside, is_half, is_imagined, is_spoken, turns_to_reader


@pytest.mark.parametrize(
    "sentence",
    [
        "La pompe du nord fait un bruit vachement pénible la nuit.",
        "Régler la vanne à la main, c’est quand même plus simple.",
        "Un seul robinet peut péter la pression de toute la rue.",
        "The crew is gonna change all the valves by night.",
        "A bunch of visitors came to hear the pump at noon.",
    ],
)
def test_slang_is_spoken(sentence: str) -> None:
    assert is_spoken(sentence)
    assert not is_spoken("La pompe du nord fait un bruit pénible la nuit, et coûte 4,6 tonnes.")
    assert not is_spoken("The nickel valve cools the pump, and Ben has carried tons of sand.")


@pytest.mark.parametrize(
    "sentence",
    [
        "La régie (oui, la nôtre) règle les pompes de nuit.",
        "The board is (rightly) worried about the pump of the valley.",
        "La vanne (vous verrez pourquoi) reste ouverte la nuit.",
    ],
)
def test_what_is_said_aside_is_seen(sentence: str) -> None:
    assert has_aside(sentence)
    assert not has_aside("Le centre (CSTB) a lu le rapport (en deux mois).")


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("À vrai dire, la pompe du nord n’a jamais bien tourné.", turns_to_reader),
        ("To be honest, the pump of the north never ran well.", turns_to_reader),
        ("Sauf que la pompe du nord ne tourne pas la nuit.", is_half),
        ("Surtout lorsque la pompe du nord tourne la nuit.", is_half),
        ("Even better, the pump of the north runs at night.", is_half),
        ("Imaginons une pompe qui tourne sans bruit toute la nuit.", is_imagined),
        ("You might think the pump of the north runs at night.", is_imagined),
    ],
)
def test_what_waits_for_a_plain_sentence(sentence: str, cue: object) -> None:
    assert callable(cue)
    assert cue(sentence)
    plain = "La pompe du nord tourne la nuit. The pump of the north runs at night."
    assert not any(cue(one) for one in plain.split(". "))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("La pompe tourne sans bruit la nuit. Sauf que le capteur chante.", "La pompe"),
        ("La pompe tourne sans bruit la nuit.\n\nLe problème, c’est le capteur.", "La pompe"),
        ("The pump runs without noise at night. It turns out the sensor sings.", "The pump"),
    ],
)
def test_what_the_next_sentence_takes_back_waits(text: str, opening: str) -> None:
    passage = next(one for one in passages_of(text) if one.text.startswith(opening))
    assert misgiving(passage, text) - misgiving(passage, text[: passage.span.end]) == pytest.approx(
        1.2
    )


@pytest.mark.parametrize(
    "text",
    [
        "Le relevé comprend :\n\n- La pression de la vallée est notée chaque matin\n",
        "The list holds:\n\n- The pressure of the valley is read each morning\n",
    ],
)
def test_an_item_that_nothing_ends_waits(text: str) -> None:
    (item,) = passages_of(text)
    assert misgiving(item, text) >= 2
