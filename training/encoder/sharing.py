"""Which words share one vector: inflections, translations, and words too seldom said to matter.

A vector costs a thousand bytes and a word a few, so many more words are known whole than there are
vectors. Two seldom words that share one stand in one text and its rival once in a thousand times,
and those that mean nearly the same may share what they mean; spelled in pieces, each would be
mistaken for whatever shares its pieces.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import sparse
from tokenizers import Tokenizer

from training.encoder.kindred import Vectors, kindred, summed
from training.encoder.recipe import Recipe
from training.encoder.said import Said
from training.encoder.tokenizer import INSIDE, pieces_of, speaks
from training.encoder.translation import Translations

# Two words that are each other's likeliest translation, and this likely (the mean of both ways),
# share one vector, unless they are so frequent that grammar is what they say.
_ONE: Final = 0.35
_GRAMMAR: Final = 2e-3
_FAINT: Final = 0.03
# A piece of a word is as frequent as its share of the words that are spelled, of all there are.
_SPELLED: Final = 0.05
SILENT: Final = 0

Places = npt.NDArray[np.intp]
Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sharing:
    """The row of each word and piece, in the tokenizer's order, and how frequent each row is.

    Row 0 is what has no letter. Seldom words share `kindred` rows by what they mean, `mixed` ones
    by chance.
    """

    rows: Mapping[str, int]
    shares: Shares
    kindred: slice
    mixed: slice

    @property
    def size(self) -> int:
        """Return how many rows there are."""
        return len(self.shares)

    @property
    def mapping(self) -> npt.NDArray[np.int64]:
        """Return the row of each number of the tokenizer."""
        return np.array(list(self.rows.values()), dtype=np.int64)


def shared(
    tokenizer: Tokenizer,
    said: Said,
    found: Translations,
    meant: Mapping[str, Vectors],
    recipe: Recipe,
) -> Sharing:
    """Give every word and piece its row: own ones to the most frequent, shared ones to the others.

    `meant` is what the words mean of which it is known.
    """
    pieces = pieces_of(tokenizer)
    words = [piece for piece in pieces if speaks(piece) and said.knows(piece)]
    spelled = [piece for piece in pieces if speaks(piece) and not said.knows(piece)]
    groups, shares = _groups(words, said, found)
    together = recipe.kindred + recipe.mixed
    own = max(0, min(recipe.rows - 1 - together - len(spelled), len(shares)))
    vectors = summed(groups, [meant.get(word) for word in words], [said.share(w) for w in words])
    places = _places(shares, vectors, own, recipe)
    known = dict(zip(words, places[groups].tolist(), strict=True))
    first = 1 + own + together
    known |= {piece: first + place for place, piece in enumerate(spelled)}
    rows = {piece: known.get(piece, SILENT) for piece in pieces}
    frequency = np.zeros(first + len(spelled))
    np.maximum.at(frequency, places, shares)
    frequency[first:] = _SPELLED * _spelling(spelled, said)
    cut = 1 + own + recipe.kindred
    return Sharing(rows, frequency, slice(1 + own, cut), slice(cut, first))


def alike(ours: Places, theirs: Places, times: Shares, size: int) -> sparse.csr_matrix:
    """Return how much each two rows mean each other: the mean of both ways, little said is less.

    `ours` and `theirs` are the rows of the words that stood for each other `times`; -1 is no row.
    """
    kept = (ours >= 0) & (theirs >= 0)
    met = sparse.csr_matrix((times[kept], (ours[kept], theirs[kept])), shape=(size, size)).tocoo()
    french, english = (np.asarray(met.sum(axis=axis)).ravel() for axis in (1, 0))
    both = met.data / np.sqrt(french[met.row] * english[met.col]) * met.data / (1 + met.data)
    clear = (both > _FAINT) & (met.row != met.col)
    one_way = sparse.csr_matrix((both[clear], (met.row[clear], met.col[clear])), shape=(size, size))
    return one_way.maximum(one_way.T)


def _groups(words: Sequence[str], said: Said, found: Translations) -> tuple[Places, Shares]:
    """Return the group of each word, one stem or one meaning, and each group's share."""
    stems: dict[str, int] = {}
    of_word = {word: stems.setdefault(said.stem(word), len(stems)) for word in words}
    shares = np.zeros(len(stems))
    for word, stem in of_word.items():
        shares[stem] += said.share(word)
    ours, theirs = (
        np.array([of_word.get(word, -1) for word in side], dtype=np.intp)
        for side in (found.french, found.english)
    )
    meant = alike(ours, theirs, found.times, len(stems))
    joined = _joined(meant, shares)
    groups = joined[np.array(list(of_word.values()))]
    return groups, np.bincount(joined, weights=shares).astype(np.float64)


def _joined(meant: sparse.csr_matrix, shares: Shares) -> Places:
    """Return the group of each stem: those that are each other's likeliest translation are one."""
    first = np.asarray(meant.argmax(axis=1)).ravel()
    likely = meant.max(axis=1).toarray().ravel()
    mutual = (first[first] == np.arange(len(first))) & (likely >= _ONE)
    mutual &= shares + shares[first] < _GRAMMAR
    leader = np.where(mutual, np.minimum(first, np.arange(len(first))), np.arange(len(first)))
    return np.unique(leader, return_inverse=True)[1].astype(np.intp)


def _places(shares: Shares, vectors: Vectors, own: int, recipe: Recipe) -> Places:
    """Return the row of each group: its own, one of its kindred, one by chance."""
    order = np.argsort(-shares, kind="stable")
    places = np.empty(len(shares), dtype=np.intp)
    places[order[:own]] = 1 + np.arange(own)
    others = order[own:]
    means = vectors[others].any(axis=1)
    alike, strangers = others[means], others[~means]
    places[alike] = (
        1 + own + kindred(vectors[alike], shares[alike] ** 0.5, recipe.kindred, seed=recipe.seed)
    )
    by_chance = np.random.default_rng(recipe.seed).permutation(len(strangers)) % recipe.mixed
    places[strangers] = 1 + own + recipe.kindred + by_chance
    return places


def _spelling(spelled: Sequence[str], said: Said) -> Shares:
    """Return the share of all different words that a piece is part of."""
    inside = [piece.removeprefix(INSIDE) for piece in spelled]
    counts = dict.fromkeys(inside, 0)
    words = said.words(1)
    for word in words:
        for part in _parts(word) & counts.keys():
            counts[part] += 1
    return np.array([counts[part] / len(words) for part in inside])


def _parts(word: str) -> set[str]:
    places = range(len(word) + 1)
    return {word[start:end] for start in places for end in places[start + 1 :]}
