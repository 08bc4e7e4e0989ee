"""Addresses and numbers written so that they are overlooked."""

import time

import pytest

from guardrails.identifiers.mail import mail_addresses
from guardrails.identifiers.phone import phone_numbers


@pytest.mark.parametrize(
    "text",
    [
        "j e a n @ a r d e m o n t . f r",
        "jean. dupont@ ardemont .fr",
        "jean.dupont@ ardemont.fr",
        "write to j . d o e @ a c m e . c o m please",
    ],
)
def test_an_address_with_spaces_in_it_is_one(text: str) -> None:
    assert list(mail_addresses(text))


@pytest.mark.parametrize(
    "text",
    ["merci @sophie. de rien", "a b c @ la maison . fr oui", "y @ 5"],
)
def test_other_uses_of_the_sign_are_none(text: str) -> None:
    assert list(mail_addresses(text)) == []


@pytest.mark.parametrize(
    "text", ["o6 12 34 56 78", "06 12 34 56 7o", "o612345678", "06.l2.34.56.78"]
)
def test_a_letter_that_looks_like_a_figure_hides_no_number(text: str) -> None:
    assert list(phone_numbers(text))


@pytest.mark.parametrize("text", ["o 6 a 12 h", "il a 12 34 56", "lot o6 12", "oo ol lo ll oo"])
def test_letters_among_words_are_no_number(text: str) -> None:
    assert list(phone_numbers(text)) == []


@pytest.mark.parametrize("unit", ["a @ ", "@ a . ", "a b c d ", "o6 12 ", "0 1", "a@ b .c ", "@"])
def test_a_hostile_text_takes_linear_time(unit: str) -> None:
    began = time.process_time()
    list(mail_addresses(unit * 10_000))
    list(phone_numbers(unit * 10_000))
    assert time.process_time() - began < 3
