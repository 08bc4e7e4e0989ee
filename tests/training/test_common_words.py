"""Words are common where many sources use them, and the lists that ship are such words."""

import pytest

from domain.language import Language
from guardrails.learned.tokens import tokens
from guardrails.lexicon import common_words
from training.common_words import KEPT, ranked


def test_a_word_of_every_source_is_commoner_than_one_that_fills_a_manual() -> None:
    manual = {"server": 90, "12": 10}
    others = [{"team": 20, word: 80} for word in ("law", "ski", "tax")]
    assert ranked([manual, *others]) == ["team", "server", "law", "ski", "tax"]


@pytest.mark.parametrize("language", Language)
def test_the_list_of_a_language_holds_its_words_once_as_checks_cut_them(language: Language) -> None:
    words = common_words(language)
    assert len(words) == len(set(words)) == KEPT
    assert [one.word for one in tokens(" ".join(words))] == words
    assert {"fr": "equipe", "en": "team"}[language] in words[:1_000]
