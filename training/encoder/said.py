"""How often each language says each word, and what the two languages have in common there."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

import Stemmer

from training.encoder.corpus import ENGLISH, FRENCH, Corpus
from training.encoder.tokenizer import normalizer

LANGUAGES: Final = (FRENCH, ENGLISH)
# A source says its words in this many texts; more would make documentation the only vocabulary.
_PAIRS: Final = 20_000
_DOCUMENTS: Final = 5_000
_LETTERS: Final = 1_500
_WORD: Final = re.compile(r"[^\W_]+")
_STEMMED: Final = 3

Row = TypeVar("Row")


class Said:
    """Counts words as the tokenizer writes them: folded, compounds and elisions cut."""

    def __init__(self, corpus: Corpus, *, seed: int) -> None:
        self.counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        chance = random.Random(seed)  # noqa: S311 - a sample, no secret
        for pairs in corpus.pairs.values():
            for pair in sampled(pairs, _PAIRS, chance):
                self._count(pair)
        for (_, language), documents in corpus.documents.items():
            counts = self.counts[LANGUAGES.index(language)]
            for one in sampled(documents, _DOCUMENTS, chance):
                counts.update(words_in(f"{one.title} {one.body[:_LETTERS]}"))
        self._totals = [max(1, counts.total()) for counts in self.counts]
        self._stemmers = (Stemmer.Stemmer("french"), Stemmer.Stemmer("english"))

    def _count(self, texts: Iterable[str]) -> None:
        for text, counts in zip(texts, self.counts, strict=True):
            counts.update(words_in(text))

    def words(self, least: int) -> list[str]:
        """Return what either language says at least so often, the most frequent first."""
        total = self.counts[0] + self.counts[1]
        known = [(-times, word) for word, times in total.items() if times >= least]
        return [word for _, word in sorted(known)]

    def knows(self, word: str) -> bool:
        """Tell whether either language says a word at all."""
        return any(word in counts for counts in self.counts)

    def share(self, word: str) -> float:
        """Return a word's share of all words, in the language that says it more."""
        return max(self._shares(word))

    def is_english(self, word: str) -> bool:
        """Tell whether English says a word more than French does."""
        french, english = self._shares(word)
        return english > french

    def stem(self, word: str) -> str:
        """Return what the inflections of a word have in common, in the language that says it."""
        if len(word) < _STEMMED or not word.isalpha():
            return word
        return str(self._stemmers[self.is_english(word)].stemWord(word))

    def _shares(self, word: str) -> tuple[float, float]:
        french, english = self.counts
        return french[word] / self._totals[0], english[word] / self._totals[1]


def words_in(text: str) -> list[str]:
    """Return the words of a text as the tokenizer writes them."""
    return _WORD.findall(_NORMALIZER.normalize_str(text))


_NORMALIZER: Final = normalizer()


def sampled(rows: Sequence[Row], most: int, chance: random.Random) -> Sequence[Row]:
    """Return the rows, or so many of them by chance."""
    return rows if len(rows) <= most else chance.sample(rows, most)
