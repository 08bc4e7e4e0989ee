"""Which words the models know the meaning of: those met in training, and frequent ones."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from guardrails.learned.tokens import tokens
from guardrails.reading import fold
from training.scoring.matrices import Meanings

_KNOWN = Path(__file__).parents[2] / "guardrails" / "lexicon" / "known_words.txt"
MOST_WORDS = 16_000


def vocabulary(meanings: Meanings, texts: Iterable[str], most: int = MOST_WORDS) -> Sequence[str]:
    """Return the words of some texts, then the known words that the encoder tells least about.

    A word of one piece is one the encoder knows well; it comes before a word of several.
    """
    met = sorted({one.word for text in texts for one in tokens(_bare(text)) if one.is_word})
    known = [_bare(word) for word in _KNOWN.read_text(encoding="utf-8").split()]
    others = sorted(set(known) - set(met), key=lambda word: (meanings.pieces(word), word))
    return (met + others)[:most]


def _bare(text: str) -> str:
    return fold(text, accents=False).text
