"""Pieces of words for both languages, learned from the corpus.

Case and accents are folded, compounds and elisions are cut (l’équipe: l, ’, equipe), a hashtag in
capitals is cut at them (#TransitionÉcologique: transition, ecologique), and a word nobody has seen
is spelled in pieces.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece
from tokenizers.trainers import WordPieceTrainer

from training.encoder.corpus import Corpus

UNKNOWN: Final = "[UNK]"
# A source says its words in this many texts; more would make documentation the only vocabulary.
_PAIRS: Final = 30_000
_DOCUMENTS: Final = 6_000
_ALPHABET: Final = 200
# One pass over the text: most of what encoding costs is cutting text into pieces.
_CAPITALS_AND_SYMBOLS: Final = r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|\p{So}"

Row = TypeVar("Row")


def learn_tokenizer(corpus: Corpus, size: int, *, seed: int) -> Tokenizer:
    """Return a tokenizer of `size` pieces."""
    tokenizer = Tokenizer(WordPiece(unk_token=UNKNOWN))
    tokenizer.normalizer = _normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    trainer = WordPieceTrainer(
        vocab_size=size,
        special_tokens=[UNKNOWN],
        limit_alphabet=_ALPHABET,
        show_progress=False,
    )
    tokenizer.train_from_iterator(_texts(corpus, random.Random(seed)), trainer)  # noqa: S311 - a sample, no secret
    return tokenizer


def _normalizer() -> normalizers.Normalizer:
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_CAPITALS_AND_SYMBOLS), " "),
            normalizers.BertNormalizer(
                clean_text=True, handle_chinese_chars=True, strip_accents=True, lowercase=True
            ),
            normalizers.Replace("œ", "oe"),
        ]
    )


def _texts(corpus: Corpus, chance: random.Random) -> Iterator[str]:
    for pairs in corpus.pairs.values():
        for pair in _sample(pairs, _PAIRS, chance):
            yield from pair
    for documents in corpus.documents.values():
        for document in _sample(documents, _DOCUMENTS, chance):
            yield from document


def _sample(rows: Sequence[Row], most: int, chance: random.Random) -> Sequence[Row]:
    return rows if len(rows) <= most else chance.sample(rows, most)
