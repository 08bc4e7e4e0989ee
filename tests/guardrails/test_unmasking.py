"""Figures for letters: found where they mask a word, left alone where they are a code."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.drafts import Draft
from domain.language import Language
from guardrails.reading import Reading
from guardrails.unmasking import unmasked, words_with_signs
from tests.guardrails.shipped import found

INSULTS = """
Mon chef est un c0nnard.
Quelle bande de c0nn4rds, ces clients.
Mon directeur est un cr3tin.
Quel encul3, ce directeur.
My boss is an 1diot.
These clients are m0r0ns.
The customers are b@stards.
What an a$$hole, this manager.
She is a b1tch.
"""
CODE_NAMES = """
Le projet C0balt avance.
Project C0b4lt is moving.
#C0balt is moving.
Le projet 0rion avance.
See c0balt.example.org/roadmap for more.
c 0 b a l t, c0-balt: le projet C0balt.
"""
CODES = """
Nous parlons de H2O, de CO2, de B2B, de 5G, de la COP30 et du format A4.
La pièce C0BA17 et l'adresse 0xC0BA17 sont en stock.
The part COB417, size 40x30, and the PC-3000 are in stock 24h/24.
Windows 11, Python3, MP3, ISO27001, RFC2119, Boeing 747-400.
Écrivez à jean@exemple.example, coûte 10$US ou 5$.
Le code postal est 69003, le vol AF1380, la salle B104.
"""


def texts(said: str) -> list[str]:
    return said.strip().splitlines()


@pytest.mark.parametrize("text", texts(INSULTS))
def test_a_masked_insult_is_found(text: str) -> None:
    assert found("CH-15", text)


@pytest.mark.parametrize("text", texts(CODE_NAMES))
def test_a_masked_code_name_is_found(text: str) -> None:
    assert found("CH-08", text)


@pytest.mark.parametrize("text", texts(CODES))
def test_codes_and_formulas_are_nothing(text: str) -> None:
    assert not found("CH-15", text)
    assert not found("CH-08", text)


def test_a_place_is_told_once_and_where_it_stands() -> None:
    text = "🎉 Cobalt, puis C0balt."
    assert found("CH-08", text) == ["Cobalt", "C0balt"]


@given(st.text(max_size=200))
def test_every_offset_stays(text: str) -> None:
    for one in unmasked(Reading(Draft(text, Language.FRENCH))):
        assert len(one.text) == len(text)


@given(st.text(alphabet=st.sampled_from("ab0149@$_é²٣ .-\n"), max_size=60) | st.text(max_size=40))
@example("c0b4lt@x_1 éa0 a²0 ٣3a a-0b")
def test_words_with_signs_are_found_as_if_looked_for_at_every_place(text: str) -> None:
    slow = re.finditer(r"(?<![\w@$])(?=[^\W0-9]*+[@$0-9])[\w@$]++", text)
    assert list(words_with_signs(text)) == [word.span() for word in slow]
