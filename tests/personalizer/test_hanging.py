"""A sentence that points at what only the text before it names waits for one that does not."""

import pytest

from personalizer.hanging import hanging
from personalizer.misgivings import misgivings
from personalizer.passages import Passage, passages_of

_BEFORE = "The crew of Leeds has built a platform for the group. La régie a un planning. "


def _in_text(sentence: str) -> tuple[Passage, str]:
    text = f"{'A pump hums at night in the valley of Leeds. ' * 10}{_BEFORE}{sentence}"
    return next(one for one in passages_of(text) if one.text == sentence), text


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Visitors from three valleys have signed up for such a tour of this platform.", "pointed"),
        ("Les équipes de nuit sont venues toutes les semaines depuis ce planning.", "pointed"),
        ("Les équipes règlent la pression de nouveau, sans arrêter la pompe.", "again"),
        ("Les équipes ont choisi une pompe et celle-ci tourne la nuit.", "again"),
        ("The crew chose a quiet pump and this time nobody complained.", "again"),
        ("Avec la deuxième commande, la pompe tourne sans bruit la nuit.", "in a row"),
        ("Going down the second road forces a crew to think about noise.", "in a row"),
        ("Of these, ninety led to nothing at all in the valley.", "of them"),
        ("All 46 shared a valve from one batch of the winter.", "of them"),
        ("La pression est lue dans la classe Boulon de la régie.", "code"),
        ("The pressure comes from the component valveReader of the crew.", "code"),
        ("Dans notre cas, la pompe tourne moins vite que la nuit.", "our case"),
        ("Other crews fit neatly into the plan of the winter.", "of them"),
        ("Eleven found the first lesson of the winter too long.", "of them"),
        ("In our case, the pump runs at night in the valley.", "our case"),
        ("Naturally, they did the whole interview in a van.", "of nobody"),
        ("We usually hit it after the crew has stopped the pump.", "of nobody"),
    ],
)
def test_what_hangs_is_named(sentence: str, cue: str) -> None:
    passage, text = _in_text(sentence)
    assert cue in hanging(passage, text)
    assert misgivings(passage, text)["hangs"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The platform gives each crew a list, and this platform is free.",
        "La première année, la pompe a tourné sans une panne.",
        "The next week of the crew is planned on the last day.",
        "Les deuxièmes lundis du mois, la régie ouvre ses portes.",
        "La fonction publique compte des équipes de nuit dans la vallée.",
        "It is hard to hear a leak when a lorry passes.",
        "Visitors say they hear better at night than at noon.",
        "The first valve of the network was laid in 1931.",
    ],
)
def test_what_explains_itself_does_not_hang(sentence: str) -> None:
    passage, text = _in_text(sentence)
    assert not hanging(passage, text)
