"""Steps that nobody gave; a step told in other words, and what is no step, pass."""

import time

import pytest

from domain.misuses import Misuse
from guardrails.facts.misuses import Facts
from guardrails.facts.steps import steps_of_its_own

FR = (
    "D’abord, laver le vélo à l’eau tiède, sans jet, pour ne pas chasser la graisse des roulements."
    " Ensuite, mesurer la chaîne : au-delà de 0,75 % d’usure, on la change. Puis vérifier les"
    " patins et le câble de frein arrière. Enfin, gonfler à 4,5 bars et noter le kilométrage dans"
    " le cahier. Le contrôle prend 35 minutes par vélo."
)
EN = (
    "A near miss is reported on one page. First, stop the job and make the place safe. Then write"
    " down what was seen, not who did it. Next, take one photograph with something for scale."
    " Finally, hand the page to the shift lead. People fill in what fits on a clipboard."
)
BIKE = "Le contrôle d’un vélo prend 35 minutes.\n1. Laver à l’eau tiède, sans jet.\n"
PAGE = "A near miss is reported on one page.\n- Stop the job and make the place safe.\n"


def found(text: str, *given: str) -> list[str]:
    return [text[one.start : one.end] for one in steps_of_its_own(text, given)]


@pytest.mark.parametrize(
    ("given", "text", "step"),
    [
        (FR, f"{BIKE}2. Installer des pneus cloutés.\n", "Installer des pneus cloutés."),
        (FR, f"{BIKE}2️⃣ Huiler la selle et la potence\n", "Huiler la selle et la potence"),
        (FR, "Un vélo :\n✅ laver à l’eau tiède\n✅ Penser à s’assurer", "Penser à s’assurer"),
        (EN, f"{PAGE}- Call the hotline and file it.", "Call the hotline and file it."),
        (EN, f"{PAGE}- Update your CV", "Update your CV"),
        (
            FR,
            "D’abord, laver le vélo à l’eau tiède. Ensuite, huilez la selle et la potence.",
            "Ensuite, huilez la selle et la potence.",
        ),
        (
            EN,
            "First, stop the job and make the place safe. Then schedule a debrief with HR.",
            "Then schedule a debrief with HR.",
        ),
    ],
)  # fmt: skip
def test_a_step_that_nothing_given_tells_is_found(given: str, text: str, step: str) -> None:
    assert found(text, given) == [step]
    assert Misuse.STEP in {one.misuse for one in Facts().misuses(text, (given,))}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            FR,
            f"{BIKE}2. Mesurer la chaîne, changer celle qui est usée.\n3. Gonfler.",
        ),
        (FR, f"{BIKE}2. Contrôler l’usure de la chaîne.\n3. Regarder les freins et leur câble."),
        (FR, f"{BIKE}2. À vous.\n3. [à compléter : votre réglage préféré de la potence]"),
        (FR, f"{BIKE}– Bonne route"),
        (FR, f"{BIKE}→ https://tessonde.example/guide/huile-selle-potence #Selle #Potence"),
        (FR, "Le vélo à l’eau tiède, puis la chaîne.\n– Maël Kerdoncuff, sincères salutations"),
        (FR, f"{BIKE}2. La selle et la potence attendent le printemps.\n"),
        (FR, "D’abord, l’eau tiède du vélo. Ensuite, la selle attend le printemps."),
        (FR, "Le contrôle du vélo prend 35 minutes. Ensuite, huilez la selle et la potence."),
        (FR, "The bike.\n1. Wash it with lukewarm water.\n2. Measure how worn the chain is."),
        (EN, f"{PAGE}- Note what was seen.\n- Take a picture, with something for scale."),
        (EN, f"{PAGE}- Easy.\n- “Schedule a debrief with human resources.”"),
    ],
)
def test_steps_in_other_words_and_what_is_no_step_pass(given: str, text: str) -> None:
    assert not found(text, given)


def test_what_a_note_tells_may_be_a_step() -> None:
    text = f"{BIKE}2. Installer des pneus cloutés.\n"
    assert not found(text, FR, "Moi j’installe toujours des pneus cloutés.")


@pytest.mark.parametrize("flood", ["1. a\n", "- huile selle potence\n", "ensuite, a. ", "1️⃣ "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    list(steps_of_its_own(flood * 4_000, (FR, flood * 4_000)))
    assert time.thread_time() - began < 3
