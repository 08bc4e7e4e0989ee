"""A count whose noun stands before it is of that noun; a count of its own is not."""

import time

import pytest

from guardrails.facts.deeds import done_by_others
from guardrails.facts.moved import moved

FR = "Le réseau compte 386 sites, dont 212 sont équipés."
EN = "The network has 386 sites, 212 of them with sensors."
LAMPS_FR = "Le jour, 60 lampes sont allumées ; la nuit, 20 restent allumées."
LAMPS_EN = "During the day 60 lamps are on; at night 20 stay on."


def found(text: str, source: str) -> list[str]:
    spans = (*moved(text, [source]), *done_by_others(text, [source]))
    return [text[one.start : one.end] for one in spans]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FR, "212 sites sur 386 sont équipés."),
        (FR, "212 sites ont leurs capteurs."),
        ("L'école a 386 élèves, dont déjà 212 formés.", "212 élèves formés"),
        ("386 élèves ; parmi eux, 212 formés.", "212 élèves formés"),
        (LAMPS_FR, "La nuit 20 lampes brillent, 60 le jour."),
        (EN, "212 sites have sensors, of 386."),
        ("There are 386 sites, of which 212 have sensors.", "212 sites have sensors."),
        ("At the firm, 212 of the 386 sites have sensors.", "212 sites have sensors."),
        (LAMPS_EN, "At night 20 lamps shine, and 60 by day."),
        ("Elle a envoyé 300 invitations ; 120 personnes sont là.", "300 personnes invitées"),
        ("They sent 300 invitations. 120 people came.", "300 people were invited."),
    ],
)
def test_what_was_counted_before_is_counted(source: str, text: str) -> None:
    assert not found(text, source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (FR, "386 sites sont équipés."),
        ("La halle a 62 salariés, et une armoire de 340 boîtiers.", "340 salariés"),
        ("Hall 2 has 62 people, and 340 boxes on its shelves.", "340 people"),
        ("There are 386 sites. 212 of them were equipped.", "386 sites were equipped"),
        ("They sent 300 invitations to the ball. 120 people came.", "300 people danced."),
        ("Elle a envoyé 300 invitations au bal. 120 personnes ont dansé.", "300 personnes au bal"),
    ],
)
def test_what_has_its_own_is_not(source: str, text: str) -> None:
    assert found(text, source)


@pytest.mark.parametrize("flood", ["12 sites ", "dont 12 ", "12 of them ", "12 people invited. "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    begun = time.thread_time()
    found(flood * 3_000, flood * 3_000)
    assert time.thread_time() - begun < 2
