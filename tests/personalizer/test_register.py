"""Slang, asides and halves of sentences are their author's: they wait for plainer sentences."""

import pytest

from domain.language import Language
from personalizer.citing import cited, told
from personalizer.misgivings import misgivings
from personalizer.passages import passages_of
from personalizer.register import (
    has_aside,
    is_half,
    is_imagined,
    is_spoken,
    sends_elsewhere,
    turns_to_reader,
    was_said_before,
)


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
        "(Deux équipes sur trois ont déjà un plan de nuit.)",
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
        ("Pour en savoir plus, la régie a publié le plan du nord.", sends_elsewhere),
        ("Future posts will tell how the pump of the north runs.", sends_elsewhere),
        ("Comme on l’a vu, la pompe du nord tourne la nuit.", was_said_before),
        ("As we have explained, the pump of the north runs at night.", was_said_before),
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
    assert misgivings(passage, text)["taken_back"]
    assert not misgivings(passage, text[: passage.span.end])["taken_back"]


@pytest.mark.parametrize(
    "text",
    [
        "Le relevé comprend :\n\n- La pression de la vallée est notée chaque matin\n",
        "The list holds:\n\n- The pressure of the valley is read each morning\n",
    ],
)
def test_an_item_that_nothing_ends_waits(text: str) -> None:
    (item,) = passages_of(text)
    assert misgivings(item, text)["unended"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.FRENCH, "Un robinet ouvert trop vite peut péter toute la ligne."),
        (Language.FRENCH, "La pompe du nord a pas tourné une seule nuit."),
        (Language.FRENCH, "La pompe du nord est vraiment plus lente que les autres."),
        (Language.FRENCH, "La régie (sisi, la nôtre) a fermé la vanne de la rue."),
        (Language.FRENCH, "Une pression trop forte fait monter la pression de la haute pression."),
        (Language.FRENCH, "La pompe du nord est en retard, explique-t-elle."),
        (Language.ENGLISH, "A bunch of crews close the valves of the street."),
        (Language.ENGLISH, "The board is (rightly) worried about the pump of the valley."),
        (Language.ENGLISH, "The pump of the north is late, Haverleigh said."),
        (Language.ENGLISH, "Pressure on a pipe is pressure that other pressure can hold."),
    ],
)
def test_what_its_author_alone_may_say_is_quoted_at_most(language: Language, sentence: str) -> None:
    (passage,) = passages_of(sentence)
    assert told(passage, sentence, language) is None
    assert cited(passage, language) is not None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.FRENCH, "La pompe du nord n’a pas tourné une seule nuit."),
        (Language.FRENCH, "La pompe est réglée en deux pas, sans rien démonter."),
        (Language.FRENCH, "Le bruit est moins fort que jamais et ne gêne personne."),
        (Language.FRENCH, "Deux équipes de la régie (nord et sud) ont fermé la vanne de la rue."),
        (Language.ENGLISH, "The pump of the north is late in the winter of every year."),
    ],
)
def test_what_reads_as_a_report_is_told(language: Language, sentence: str) -> None:
    (passage,) = passages_of(sentence)
    assert told(passage, sentence, language) is not None


def test_code_that_a_post_does_not_show_is_not_reported() -> None:
    sentence = "Le relevé est lu dans la classe VanneNord de la régie."
    source = f"{'La pompe du nord a tourné toute la nuit sans bruit. ' * 9}{sentence}"
    passage = passages_of(source)[-1]
    assert told(passage, source, Language.FRENCH) is None
