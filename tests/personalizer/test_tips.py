from dataclasses import replace
from itertools import product

import pytest

from domain.drafts import VoiceFit
from domain.language import Bilingual, Language
from domain.review import CharterRef, Finding, Severity, Span, Verdict
from domain.voice import VoiceCard
from personalizer.tips import tip

CHARTER = CharterRef("default", "1", "0" * 64)
QUIET = Verdict(findings=(), charter=CHARTER)
FAR = VoiceFit(0.1, (Bilingual("des mots plus longs que les vôtres", "longer words than yours"),))
NEAR = VoiceFit(0.9, ())
PLAIN = "Le réglage prend 12 minutes.\n\nhttps://ardemont.example"


def warned(message: Bilingual, *, at_words: bool = True) -> Verdict:
    finding = Finding(
        rule="CH-07",
        check="substance",
        severity=Severity.WARN,
        message=message,
        span=Span(0, 5) if at_words else None,
    )
    return Verdict(findings=(finding,), charter=CHARTER)


@pytest.mark.parametrize("fit", [FAR, NEAR])
def test_one_draft_in_three_is_told_of_its_mark_and_the_others_of_something_else(
    fit: VoiceFit,
) -> None:
    text = f"{PLAIN}\n[à compléter : un mot]"
    said = [tip(QUIET, fit, text, turn=turn) for turn in range(9)]
    assert [one is not None and "crochets" in one.fr for one in said] == [True, False, False] * 3
    assert [one is not None and "bracketed" in one.en for one in said] == [True, False, False] * 3


def test_steps_that_weigh_the_same_take_turns() -> None:
    two = replace(FAR, features=(*FAR.features, Bilingual("sans virgule", "without commas")))
    assert len({tip(QUIET, two, PLAIN, turn=turn) for turn in range(12)}) == 2
    assert len({tip(QUIET, NEAR, PLAIN, turn=turn) for turn in range(12)}) == 3
    assert len({tip(QUIET, NEAR, "Un fait sans rien.", turn=turn) for turn in range(12)}) == 4


@pytest.mark.parametrize("turn", range(12))
def test_a_draft_that_asks_is_not_told_to_ask(turn: int) -> None:
    asks = "Et chez vous ?\n\nNous avons fini."
    advice = tip(QUIET, NEAR, asks, replace(CARD, closings=("?",)), turn=turn)
    assert advice is not None
    assert "par une question" not in advice.fr
    assert "with a question" not in advice.en


def test_then_what_the_charter_remarks() -> None:
    advice = tip(warned(Bilingual("Trop vague.", "Too vague.")), FAR, PLAIN)
    assert advice is not None
    assert "Trop vague." in advice.fr
    assert "Too vague." in advice.en


def test_then_the_voice() -> None:
    advice = tip(QUIET, FAR, PLAIN)
    assert advice is not None
    assert "mots plus longs" in advice.fr
    assert "longer words" in advice.en


def test_a_draft_near_its_author_gets_a_tip_on_its_text() -> None:
    plain = tip(QUIET, NEAR, PLAIN)
    asking = tip(QUIET, NEAR, "Un fait.\n\nEt chez vous ?")
    heavy = tip(QUIET, NEAR, "Un fait long. " * 20)
    assert None not in {plain, asking, heavy}
    assert len({plain, asking, heavy}) == 3


def test_a_text_of_nothing_but_a_link_has_no_tip() -> None:
    assert tip(QUIET, None, "https://ardemont.example #Atelier") is None


def test_a_tip_is_short_and_never_a_score() -> None:
    texts = (PLAIN, "Un fait.\n\nEt chez vous ?", "Un fait long. " * 20, "[à compléter : x]")
    for turn, text in product(range(20), texts):
        for fit in (NEAR, FAR, None):
            advice = tip(QUIET, fit, text, turn=turn)
            assert advice is not None
            assert max(len(advice.fr), len(advice.en)) <= 120
            assert not any(character.isdigit() for character in advice.fr + advice.en)


CARD = VoiceCard(
    language=Language.FRENCH,
    posts=3,
    sentence_words=11.6,
    characters=400,
    line_breaks=2,
    closings=("?", "."),
)


def test_a_mark_is_filled_with_a_sentence_of_the_authors_own_length() -> None:
    advice = tip(QUIET, NEAR, "[à compléter : un mot]", CARD)
    assert advice is not None
    assert "12 mots" in advice.fr
    assert "12 words" in advice.en


@pytest.mark.parametrize(("closing", "said"), [("?", "question"), ("!", "exclamation")])
def test_somebody_who_ends_otherwise_is_reminded_of_it(closing: str, said: str) -> None:
    advice = tip(QUIET, NEAR, PLAIN, replace(CARD, closings=(closing,)))
    assert advice is not None
    assert said in advice.fr
    assert said in advice.en


@pytest.mark.parametrize(("closing", "said"), [("?", "Et chez vous ?"), ("!", "Bravo !")])
def test_a_draft_that_asks_before_its_end_needs_no_other_question(closing: str, said: str) -> None:
    text = f"{said} Le réglage prend 12 minutes."
    quoting = "Le réglage prend 12 minutes. «\u00a0Et chez vous ? Bravo !\u00a0», dit l’article."
    card = replace(CARD, closings=(closing,))
    assert tip(QUIET, NEAR, text, card) == tip(QUIET, NEAR, text)
    assert tip(QUIET, NEAR, quoting, card) != tip(QUIET, NEAR, quoting)


def test_a_draft_that_ends_like_its_author_is_not_reminded() -> None:
    assert tip(QUIET, NEAR, PLAIN, replace(CARD, closings=(".",))) == tip(QUIET, NEAR, PLAIN)


def test_a_mark_is_told_by_what_it_asks_for() -> None:
    advice = tip(QUIET, NEAR, "[à compléter\u00a0: votre conseil de débutant] [à compléter : b]")
    assert advice is not None
    assert "«\u00a0votre conseil de débutant\u00a0»" in advice.fr
    assert "“votre conseil de débutant”" in advice.en


@pytest.mark.parametrize(
    ("mark", "asked"),
    [
        (
            "[à compléter\u00a0: racontez un cas vécu (votre ton\u00a0: Ça brille, on refait.)]",
            "racontez un cas vécu",
        ),
        (
            "[to complete: describe one case (as you write: Both go in the log.)]",
            "describe one case",
        ),
        (
            "[à compléter\u00a0: quel lien avec l’article\u00a0? (votre ton\u00a0: Ça me va.)]",
            "quel lien avec l’article\u00a0?",
        ),
    ],
)
def test_a_mark_is_not_told_by_the_sentence_it_reminds_of(mark: str, asked: str) -> None:
    advice = tip(QUIET, NEAR, mark, CARD)
    assert advice is not None
    assert f"«\u00a0{asked}\u00a0»" in advice.fr
    assert f"“{asked}”" in advice.en


def test_a_question_about_pictures_is_no_writing_tip_while_there_is_one() -> None:
    pictures = warned(Bilingual("Vos images ?", "Your images?"), at_words=False)
    ends_otherwise = replace(CARD, closings=("?",))
    assert tip(pictures, FAR, PLAIN) == tip(QUIET, FAR, PLAIN)
    assert tip(pictures, NEAR, PLAIN, ends_otherwise) == tip(QUIET, NEAR, PLAIN, ends_otherwise)
    last = tip(pictures, NEAR, PLAIN, replace(CARD, closings=(".",)))
    assert last is not None
    assert "Vos images ?" in last.fr


LONG = "Le réglage d’une presse " + "prend du temps, " * 6 + "et personne ne le savait."


def test_a_sentence_far_longer_than_the_authors_is_pointed_at() -> None:
    advice = tip(QUIET, NEAR, f"Un fait. {LONG}", CARD)
    assert advice is not None
    assert "Le réglage d’une presse…" in advice.fr
    assert "yours have 12" in advice.en


@pytest.mark.parametrize(
    "text",
    [f"« {LONG} »", f"Je le dis ainsi : {LONG}", "Le réglage prend douze minutes, et voilà tout."],
)
def test_a_long_quotation_and_a_sentence_like_theirs_are_left_alone(text: str) -> None:
    advice = tip(QUIET, NEAR, text, CARD)
    assert advice is not None
    assert "Coupez en deux" not in advice.fr


@pytest.mark.parametrize("turn", range(6))
def test_nobody_is_told_to_cut_a_mark_in_two(turn: int) -> None:
    mark = "[to complete: " + "your notes in English, in your own tone, " * 5 + "one day]"
    advice = tip(QUIET, NEAR, f"{PLAIN}\n{mark}", replace(CARD, sentence_words=6.0), turn=turn)
    assert advice is not None
    assert "in two" not in advice.en
    assert "Coupez" not in advice.fr
