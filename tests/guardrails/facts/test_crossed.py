"""Two figures in each other's place, and two made one; what is told rightly passes."""

import time

import pytest

from guardrails.facts.crossed import crossed
from guardrails.facts.equated import equated
from guardrails.facts.misuses import Facts

FR = (
    "Le salon ouvre mercredi. Il reste 50 heures, et le montage en demande 36. Cinq personnes"
    " déchargent 23 caisses. Une milliseconde vaut 60 cm sur de la fonte. Les capteurs se recalent"
    " à 0,4 ms chaque nuit. L’atelier a réparé 74 vélos. En tout, 131 personnes ont aidé. La ligne"
    " s’est arrêtée 83 fois. Cela représente quinze heures. On a cherché pendant deux heures."
)
EN = (
    "The fair opens on Wednesday. There are 50 hours left, and building it takes 36. Five people"
    " unload 23 boxes. One millisecond is worth 60 cm on cast iron. The sensors set their clock to"
    " 0.4 ms each night. The workshop repaired 74 bikes. In all, 131 people helped. The line"
    " stopped 83 times. That amounts to fifteen hours. We searched for two hours."
)


def exchanged(text: str, source: str) -> list[str]:
    return [text[one.start : one.end] for one in crossed(text, (source,))]


def made_one(text: str, source: str) -> list[str]:
    return [text[one.start : one.end] for one in equated(text, (source,))]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (FR, "Il restait 36 h et le montage en demande 50.", "36 h et le montage en demande 50"),
        (FR, "Restent 36 heures. Le montage en demande 50.", "36 heures. Le montage en demande 50"),
        (FR, "On a réparé 131 vélos ; 74 personnes ont aidé.", "131 vélos ; 74"),
        (EN, "With 36 hours left, building it takes 50.", "36 hours left, building it takes 50"),
        (EN, "131 bikes were repaired: 74 people helped.", "131 bikes were repaired: 74"),
    ],
)
def test_two_figures_in_each_others_place_are_found(source: str, text: str, found: str) -> None:
    assert exchanged(text, source) == [found]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FR, "Il restait 50 heures et le montage en demandait 36."),
        (FR, "Le montage demande 36 heures, il en reste 50."),
        (FR, "36 heures de montage, 50 devant soi."),
        (FR, "74 vélos sont prêts, merci aux 131."),
        (FR, "Le montage prend 36 heures. Cinq personnes, 23 caisses."),
        (EN, "Building takes 36 hours and 50 are left."),
        (EN, "23 boxes and 74 bikes later, the fair is open."),
    ],
)
def test_figures_in_their_own_place_pass(source: str, text: str) -> None:
    assert not exchanged(text, source)


CLIPS = "A printed clip costs 60 pence, a moulded one 9 pence."
ASKED = "Tessonde a interrogé ses 386 salariés en juin ; 212 ont répondu."


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (CLIPS, "A printed clip costs 9 pence, a moulded one 60.", ["9 pence, a moulded one 60"]),
        (CLIPS, "Printed, a clip is 60 pence; moulded, it is 9 pence.", []),
        (CLIPS, "60 pence printed and 9 pence moulded.", []),
        (ASKED, "212 salariés sur 386 ont répondu.", []),
        (ASKED, "212 of 386 answered.", []),
    ],
)
def test_a_unit_beside_both_tells_neither_and_a_part_belongs_to_its_whole(
    source: str, text: str, found: list[str]
) -> None:
    assert exchanged(text, source) == found


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        (FR, "Sur de la fonte, 0,4 ms correspond à 60 cm.", "0,4 ms correspond à 60 cm"),
        (FR, "Ils ont 0,4 ms, soit 60 cm.", "0,4 ms, soit 60 cm"),
        (FR, "74 vélos réparés par 131 salariés.", "74 vélos réparés par 131"),
        (
            FR,
            "Arrêtée 83 fois. Cela représente deux heures.",
            "83 fois. Cela représente deux heures",
        ),
        (EN, "On cast iron, 0.4 ms equals 60 cm.", "0.4 ms equals 60 cm"),
        (EN, "74 bikes repaired by 131 people.", "74 bikes repaired by 131"),
        (EN, "Stopped 83 times. It amounts to two hours.", "83 times. It amounts to two hours"),
    ],
)
def test_two_figures_made_one_are_found(source: str, text: str, found: str) -> None:
    assert made_one(text, source) == [found]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FR, "Une milliseconde correspond à 60 cm."),
        (FR, "83 arrêts, soit quinze heures."),
        (FR, "Ils visent 0,4 ms par nuit, et 60 cm se mesurent."),
        (FR, "74 vélos, et 131 personnes par ailleurs."),
        (FR, "Il reste 50 heures, soit 14 de plus que prévu."),
        (EN, "One millisecond equals 60 cm."),
        (EN, "It stopped 83 times, which amounts to fifteen hours."),
        (EN, "74 bikes by 2030."),
    ],
)
def test_what_a_sentence_has_together_or_nobody_told_passes(source: str, text: str) -> None:
    assert not made_one(text, source)


def test_the_product_looks_for_both() -> None:
    for text in (
        "Il restait 36 heures et le montage en demandait 50.",
        "0,4 ms correspond à 60 cm.",
    ):
        assert list(Facts().misuses(text, (FR,)))


@pytest.mark.parametrize("flood", ["12 ", "12 soit 13 ", "12 heures, 13 caisses. ", "soit = par "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    text, given = flood * 2_000, (FR, flood * 2_000)
    began = time.process_time()
    list(crossed(text, given))
    list(equated(text, given))
    assert time.process_time() - began < 3
