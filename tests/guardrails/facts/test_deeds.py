"""What some did told of others, and what is told rightly."""

import time

import pytest

from domain.misuses import Misuse
from guardrails.facts.deeds import done_by_others
from guardrails.facts.misuses import Facts

FR = (
    "L’enquête a interrogé 386 salariés ; 212 ont répondu. Ensuite, 12 équipes ont testé l’outil,"
    " et 5 d’entre elles l’ont adopté. Les 12 mécaniciens ont réparé 74 vélos."
)
EN = "We asked 386 employees; 212 answered. Later 46 were trained. 12 mechanics repaired 74 bikes."


def found(text: str, given: str) -> list[str]:
    return [text[one.start : one.end] for one in done_by_others(text, (given,))]


@pytest.mark.parametrize(
    ("given", "text", "words"),
    [
        (FR, "386 salariés ont répondu à l’enquête.", "386 salariés ont répondu"),
        (FR, "212 vélos ont été réparés.", "212 vélos ont été réparés"),
        (EN, "386 employees answered.", "386 employees answered"),
        (EN, "All 386 have answered.", "386 have answered"),
        (EN, "386 people were trained.", "386 people were trained"),
    ],
)
def test_what_others_did_is_found(given: str, text: str, words: str) -> None:
    assert found(text, given) == [words]
    assert Misuse.MOVED in {one.misuse for one in Facts().misuses(text, (given,))}


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (FR, "212 salariés ont répondu, sur 386."),
        (FR, "212 salariés sur 386 ont répondu."),
        (FR, "Sur les 386 ont répondu 212 personnes."),
        (FR, "74 vélos ont été réparés par 12 mécaniciens."),
        (FR, "386 salariés ont été interrogés."),
        (FR, "386 salariés ont reçu un courriel."),
        (FR, "400 salariés ont répondu."),
        (EN, "212 of the 386 answered."),
        (EN, "74 bikes were repaired."),
        (EN, "46 people have been trained."),
        (
            "They earned 3 million. Elsewhere 12 shops earned less, of $127.4 billion in all.",
            "$127.4 billion was earned.",
        ),
        ("386 salariés.", "386 salariés ont répondu."),
    ],
)
def test_what_they_did_themselves_and_what_nobody_told_passes(given: str, text: str) -> None:
    assert not found(text, given)


@pytest.mark.parametrize("flood", ["12 ", "12 a b ont fini ", "12 ended; ", "12 ont "])
def test_a_flood_is_read_in_no_time(flood: str) -> None:
    began = time.thread_time()
    list(done_by_others(flood * 4_000, (FR, flood * 4_000)))
    assert time.thread_time() - began < 2
