"""One way to address a reader: "tu" and "vous" to the same people are told to the model, once."""

import time
from dataclasses import replace

import pytest

from domain.errors import ModelUnavailable
from domain.language import Language
from personalizer.addressing import mixed_address
from personalizer.defect_words import Defect
from personalizer.offline.typography import typeset
from tests.personalizer.model_writing import TEXT, brief, told, words, writer
from tests.personalizer.replies import flaws
from tests.personalizer.test_prompts import own_card

MIXED = f"{TEXT} Tu connais ces presses. Et chez vous, combien de temps prend ton réglage ?"
KEPT = f"{TEXT} Tu connais ces presses. Et chez toi, combien de temps prend ton réglage ?"


@pytest.mark.parametrize(
    ("text", "says_tu", "found"),
    [
        ("Tu verses. Et chez vous, ça prend combien ?", True, ["vous"]),
        ("Tu verses. Et chez vous, ça prend combien ?", False, ["Tu verses"]),
        ("Tu verses, tu attends. Et vos équipes ?", None, ["vos équipes"]),
        ("T’as vu ? Votre atelier change.", True, ["Votre atelier"]),
        ("C’est ton geste. Et le vôtre ?", True, ["vôtre"]),
        ("Regardez vos cadres : ils te suivent, ta clef aussi.", False, ["ta clef"]),
    ],
)
def test_the_words_of_the_other_way_are_found(
    text: str, *, says_tu: bool | None, found: list[str]
) -> None:
    assert list(mixed_address(text, says_tu=says_tu)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Tu verses, tu attends. Et chez toi ?",
        "Vous versez, vous attendez. Et chez vous ?",
        "Tu verses. Le ton change à midi, d’un ton plus bas.",
        "Vous versez. Le même ton, ce ton-là, au ton près.",
        "Tu verses. Le rendez-vous est à midi.",
        "Tu verses. « Vous arrivez tard », note Ada Roy.",
        "Vous versez. [à compléter\u00a0: ton souvenir de nuit]",
        "Vous versez. Lire https://ardemont.example/toi-aussi #TonAtelier",
        "Merci aux 32 collègues. Vos prénoms sont au mur, tu les lis en entrant.",
        "Vous versez. A-t-il attendu ? Va-t-on voir ?",
        "",
    ],
)
@pytest.mark.parametrize("says_tu", [True, False, None])
def test_what_is_no_mixture_is_left_alone(text: str, *, says_tu: bool | None) -> None:
    assert not list(mixed_address(text, says_tu=says_tu))


def test_an_english_text_addresses_everybody_alike() -> None:
    english = "I work at Ardemont. Setting up takes 12 minutes. Tes and vos are French words."
    assert not [one for one in flaws(english, language=Language.ENGLISH) if one.words == "vos are"]


@pytest.mark.anyio
async def test_a_model_is_told_of_it_once_with_the_words() -> None:
    model_writer, model = writer(MIXED, KEPT)
    card = replace(own_card(Language.FRENCH), never=(), says_tu=True)
    written = await model_writer.write(brief(card=card))
    assert words(written) == typeset(KEPT, Language.FRENCH)
    assert "<passage_of_draft>vous</passage_of_draft>" in told(model, 1)


@pytest.mark.anyio
@pytest.mark.parametrize("then", [MIXED, "Sorry, I cannot help.", ModelUnavailable("away")])
async def test_a_text_that_keeps_it_is_kept_too(then: object) -> None:
    model_writer, _ = writer(MIXED, then, ModelUnavailable("away"))
    assert words(await model_writer.write(brief())) == typeset(MIXED, Language.FRENCH)


def test_it_is_the_last_thing_said_of_a_text_beside_a_hollow_question() -> None:
    assert [one.defect for one in flaws(f"{MIXED} Et vous, qu’en pensez-vous ?")] == [
        Defect.ADDRESS,
        Defect.ADDRESS,
        Defect.HOLLOW,
    ]


@pytest.mark.parametrize("piece", ["tu vous ", "« ", "[à compléter : ", "rendez-vous ", "ton "])
def test_a_long_hostile_text_is_read_in_no_time(piece: str) -> None:
    begun = time.perf_counter()
    list(mixed_address("Tu verses, vous aussi. " + piece * 20_000, says_tu=True))
    assert time.perf_counter() - begun < 3


def test_of_a_draw_nobody_can_say_which_is_wrong() -> None:
    text = "T’as vu le nouveau quai ? Venez, vous verrez."
    assert list(mixed_address(text, says_tu=None)) == []
    assert list(mixed_address(text, says_tu=True)) != []
