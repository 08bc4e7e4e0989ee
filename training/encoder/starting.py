"""Where each piece of a word starts: what the teacher says of it, and a direction of its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import Stemmer
from tokenizers import Tokenizer

from training.encoder.corpus import Corpus

# Smooth inverse frequency (Arora, Liang and Ma, A Simple but Tough-to-Beat Baseline for Sentence
# Embeddings, 2017): a piece this frequent counts half.
_FREQUENT: Final = 1e-3
_UNTAUGHT: Final = 0.05
# The part of a direction that inflections of one word share.
_SHARED: Final = 0.8
_SHORTEST: Final = 3
_SELDOM: Final = 2
# Pairs of a source that say how often it says a word.
_ENOUGH: Final = 8_000

Table = npt.NDArray[np.float32]


def rarity(corpus: Corpus, tokenizer: Tokenizer) -> Table:
    """Return how much each piece of a word counts, from 0 to 1, by how rare it is."""
    counts: Counter[int] = Counter()
    for texts in _texts(corpus):
        for read in tokenizer.encode_batch_fast(texts, add_special_tokens=False):
            counts.update(read.ids)
    times = np.array([counts[place] + 1 for place in range(tokenizer.get_vocab_size())], float)
    return (_FREQUENT / (_FREQUENT + times / times.sum())).astype(np.float32)


def taught(
    tokenizer: Tokenizer, rare: Table, words: Mapping[str, Table], *, dimension: int, seed: int
) -> Table:
    """Return the part that meaning is learned in: the teacher's vector where it knows the word."""
    table = _UNTAUGHT * scattered(rare, dimension=dimension, seed=seed)
    for word, vector in words.items():
        place = tokenizer.token_to_id(word)
        table[place] = vector * rare[place]
    return table


def scattered(rare: Table, *, dimension: int, seed: int) -> Table:
    """Return a direction of its own for every piece, as far from the others as chance has it."""
    chance = np.random.default_rng(seed)
    table = chance.standard_normal((len(rare), dimension)) / dimension**0.5
    return (table * rare[:, None]).astype(np.float32)


def gathered(rare: Table, stems: Sequence[int], *, dimension: int, seed: int) -> Table:
    """Return directions that words of one stem share, but for a part that stays each one's own."""
    own = scattered(rare, dimension=dimension, seed=seed)
    of_stems = scattered(np.ones_like(rare), dimension=dimension, seed=seed + 1)
    shared = of_stems[np.array(stems)] * rare[:, None]
    return ((1 - _SHARED**2) ** 0.5 * own + _SHARED * shared).astype(np.float32)


def beside(meaning: Table, own: Table, *, counts: float) -> Table:
    """Put both parts into one row; `counts` is the mean length of meaning, the other's being 1."""
    lengths = [np.linalg.norm(part, axis=1).mean() for part in (meaning, own)]
    return np.concatenate([meaning * counts * lengths[1] / lengths[0], own], axis=1)


def stems_of(tokenizer: Tokenizer, said: "Said") -> list[int]:
    """Return the number of each piece's stem; a part of a word is a stem of its own."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(said.stem(piece), len(numbers)) for piece in pieces_of(tokenizer)]


def pieces_of(tokenizer: Tokenizer) -> list[str]:
    """Return every piece in the order of its number."""
    vocabulary = tokenizer.get_vocab()
    return sorted(vocabulary, key=vocabulary.__getitem__)


def is_word(piece: str) -> bool:
    """Tell whether a piece is a whole word of some length."""
    return piece.isalpha() and len(piece) >= _SHORTEST


class Said:
    """How often each language says each word, as the tokenizer writes it."""

    def __init__(self, corpus: Corpus, tokenizer: Tokenizer) -> None:
        self._counts = (Counter[str](), Counter[str]())
        self._stemmers = (Stemmer.Stemmer("french"), Stemmer.Stemmer("english"))
        for pairs in corpus.pairs.values():
            for side, counts in enumerate(self._counts):
                text = " ".join(pair[side] for pair in pairs[:_ENOUGH])
                counts.update(tokenizer.normalizer.normalize_str(text).replace("’", " ").split())

    def is_english(self, word: str) -> bool:
        """Tell whether English says a word at all often, and more often than French."""
        french, english = (counts[word] for counts in self._counts)
        return english >= _SELDOM and english > french

    def stem(self, piece: str) -> str:
        """Return the stem of a whole word; a part of one stays itself."""
        if not is_word(piece):
            return piece
        return str(self._stemmers[self.is_english(piece)].stemWord(piece))


def _texts(corpus: Corpus) -> list[list[str]]:
    pairs = [[text for pair in rows for text in pair] for rows in corpus.pairs.values()]
    documents = [
        [text[:1_500] for one in rows for text in one] for rows in corpus.documents.values()
    ]
    return pairs + documents
