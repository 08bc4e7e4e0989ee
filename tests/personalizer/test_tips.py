from dataclasses import replace

import pytest

from domain.drafts import VoiceFit
from domain.language import Bilingual, Language
from domain.review import CharterRef, Finding, Severity, Verdict
from domain.voice import VoiceCard
from personalizer.tips import tip

CHARTER = CharterRef("default", "1", "0" * 64)
QUIET = Verdict(findings=(), charter=CHARTER)
FAR = VoiceFit(0.1, (Bilingual("des mots plus longs que les vôtres", "longer words than yours"),))
NEAR = VoiceFit(0.9, ())
PLAIN = "Le réglage prend 12 minutes.\n\nhttps://ardemont.example"


def warned(message: Bilingual) -> Verdict:
    finding = Finding(rule="CH-07", check="substance", severity=Severity.WARN, message=message)
    return Verdict(findings=(finding,), charter=CHARTER)


def test_a_placeholder_comes_before_everything() -> None:
    advice = tip(warned(Bilingual("Trop vague.", "Too vague.")), FAR, "[à compléter : un mot]")
    assert advice is not None
    assert "crochets" in advice.fr
    assert "bracketed" in advice.en


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
    for text in (PLAIN, "Un fait.\n\nEt chez vous ?", "Un fait long. " * 20, "[à compléter : x]"):
        for fit in (NEAR, FAR, None):
            advice = tip(QUIET, fit, text)
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


def test_a_draft_that_ends_like_its_author_is_not_reminded() -> None:
    assert tip(QUIET, NEAR, PLAIN, replace(CARD, closings=(".",))) == tip(QUIET, NEAR, PLAIN)
