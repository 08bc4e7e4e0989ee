"""Words and pieces of words for both languages.

Case and accents are folded, compounds and elisions are cut (l’équipe: l, ’, equipe), a hashtag in
capitals is cut at them (#TransitionÉcologique: transition, ecologique), and a word nobody has seen
is spelled in pieces.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_lowercase, digits
from typing import Final

from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import WordPiece

UNKNOWN: Final = "[UNK]"
INSIDE: Final = "##"
_ALPHABET: Final = ascii_lowercase + digits
_ALWAYS: Final = tuple(mark + letter for letter in _ALPHABET for mark in ("", INSIDE))
# Letters of a piece at most, and words a letter must stand in to be one at all.
_LONGEST: Final = 7
_LETTER_OF: Final = 20
# One pass over the text: most of what encoding costs is cutting text into pieces.
_CAPITALS_AND_SYMBOLS: Final = r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|\p{So}"


def learn_tokenizer(words: Sequence[str], whole: Sequence[str], pieces: int) -> Tokenizer:
    """Return a tokenizer that keeps some words whole and spells the others in so many pieces.

    The pieces are learned from every word once, however often it is said: what is spelled is what
    is seldom said. The trainers of the library are not used: they break ties by chance, and the
    same corpus must give the same encoder.
    """
    return _tokenizer(dict.fromkeys([UNKNOWN, *_learned(words, pieces), *whole]))


def _learned(words: Sequence[str], count: int) -> list[str]:
    """Return letters, then what spares most of them: pieces by the letters they stand for."""
    met = Counter(part for word in words for part in _parts(word))
    letters = [part for part, times in met.items() if _size(part) == 1 and times >= _LETTER_OF]
    spared = [(-times * (_size(part) - 1), part) for part, times in met.items() if _size(part) > 1]
    return [*sorted({*letters, *_ALWAYS}), *(part for _, part in sorted(spared)[:count])]


def _parts(word: str) -> Iterator[str]:
    for start in range(len(word)):
        mark = INSIDE if start else ""
        for end in range(start + 1, min(len(word), start + _LONGEST) + 1):
            yield mark + word[start:end]


def _size(part: str) -> int:
    return len(part.removeprefix(INSIDE))


def pieces_of(tokenizer: Tokenizer) -> list[str]:
    """Return every word and piece in the order of its number."""
    vocabulary = tokenizer.get_vocab()
    return sorted(vocabulary, key=vocabulary.__getitem__)


def speaks(piece: str) -> bool:
    """Tell whether a piece has any letter or digit; what has none says nothing."""
    return piece != UNKNOWN and any(letter.isalnum() for letter in piece)


def normalizer() -> normalizers.Normalizer:
    """Return what folds a text before it is cut."""
    return normalizers.Sequence(
        [
            normalizers.Replace(Regex(_CAPITALS_AND_SYMBOLS), " "),
            normalizers.BertNormalizer(
                clean_text=True, handle_chinese_chars=True, strip_accents=True, lowercase=True
            ),
            normalizers.Replace("œ", "oe"),
        ]
    )


def _tokenizer(pieces: dict[str, None]) -> Tokenizer:
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token=UNKNOWN))
    tokenizer.normalizer = normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer
