"""Quotations are words of the source, whatever marks they stand in."""

import pytest

from tests.guardrails.checks.test_grounding import untraced

_SAID = "Un retour d'équipe : nous avons gagné du temps, et l'atelier ne s'arrête plus la nuit."
_MARKS = ["«{}»", "« {} »", "“{}”", '"{}"', "„{}“", "„{}”", "‹{}›", "<<{}>>", "‘{}’", "'{}'"]


@pytest.mark.parametrize("marks", _MARKS)
@pytest.mark.parametrize(
    "said", ["Nous avons perdu du temps", "L’atelier ne s’arrête pas le matin"]
)
def test_a_false_quotation_is_one_in_every_pair_of_marks(marks: str, said: str) -> None:
    told = said.replace("’", "'") if marks == "'{}'" else said
    quoted = marks.format(told)
    assert untraced(f"Je retiens : {quoted}.", _SAID) == [quoted]


@pytest.mark.parametrize("marks", _MARKS)
@pytest.mark.parametrize(
    "said", ["nous avons gagné du temps", "l’atelier ne s’arrête plus la nuit"]
)
def test_a_true_quotation_passes_in_every_pair_of_marks(marks: str, said: str) -> None:
    told = said.replace("’", "'") if marks == "'{}'" else said
    assert untraced(f"Je retiens : {marks.format(told)}.", _SAID) == []


@pytest.mark.parametrize(
    "text",
    [
        "L'atelier d'à côté n'a plus d'arrêts, et l'équipe s'en réjouit d'ailleurs.",
        "L‘atelier d’à côté n’a plus d’arrêts, et l’équipe s’en réjouit d’ailleurs.",
        "It's the teams' time, and the workshops' nights aren't what they were.",
        "’Tis the season of our teams’ visits, and 'tis the end of the others' waiting.",
        "Rock 'n' roll in the '90s, and the workshop's quiet nights since.",
        "Since '95 our users come back, and the teams' goal is the same.",
        "Les 6' de retard et les 3'' de marge n'y changent rien, c'est l'atelier.",
    ],
)
def test_apostrophes_quote_nobody(text: str) -> None:
    assert not [piece for piece in untraced(text, _SAID) if piece[0] in "'‘’"]


def test_what_is_left_out_of_a_quotation_leaves_its_order() -> None:
    assert untraced("« nous avons gagné […] ne s’arrête plus »", _SAID) == []
    turned = "« l’atelier ne s’arrête plus […] nous avons gagné »"
    assert untraced(turned, _SAID) == [turned]


def test_single_marks_around_a_link_hide_no_quotation() -> None:
    text = "L'avis d'un 'voisin \"nous avons perdu tout notre temps\" https://a.example/b x' là."
    assert '"nous avons perdu tout notre temps"' in untraced(text, _SAID)
