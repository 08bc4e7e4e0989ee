"""No number and no piece of an address stays in a cache of what words are."""

import asyncio

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.platforms import Platform
from guardrails.charter import load_charter
from guardrails.guard import Guard
from guardrails.word_cache import of_words
from tests.caches import kept_texts
from tests.guardrails.shipped import circumstances

SECRETS = ("fr7630006000011234567890189", "zabrowskinoff@exemple", "zabrowskinoffquentinoullevi")


def test_words_are_looked_up_once_and_numbers_each_time() -> None:
    asked: list[str] = []

    @of_words(2)
    def read(word: str, *, is_first: bool) -> int | None:
        asked.append(word)
        return len(word) if is_first else None

    for word in ("cheval", "a@b", "4x4", "cheval", "a@b", "4x4", "x" * 25, "x" * 25):
        assert read(word, is_first=True) == len(word)
    assert asked == ["cheval", "a@b", "4x4", "a@b", "4x4", "x" * 25, "x" * 25]
    assert read("cheval", is_first=False) is None
    read("third", is_first=True)
    read("third", is_first=True)
    assert asked[-2:] == ["third", "third"], "no more than so many are kept"


@pytest.mark.parametrize("language", list(Language))
def test_no_number_and_no_address_stays_in_a_cache_of_the_guard(language: Language) -> None:
    text = {
        Language.FRENCH: "Je travaille chez Ardemont. Compte FR7630006000011234567890189, écrire à"
        " zabrowskinoff@exemple-perso.fr, Zabrowskinoffquentinoullevi de Vierzon le sait.",
        Language.ENGLISH: "I work at Ardemont. Account FR7630006000011234567890189, write to"
        " zabrowskinoff@exemple-perso.fr; Zabrowskinoffquentinoullevi of Vierzon knows.",
    }[language]
    guard = Guard.of(load_charter(), key=b"caches")
    draft = Draft(text, language, Platform.LINKEDIN)
    assert asyncio.run(guard.review(draft, circumstances())).findings
    kept = [one.casefold() for one in kept_texts()]
    assert not [one for one in kept if any(secret in one for secret in SECRETS)]
