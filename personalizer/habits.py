"""What can be counted in the way somebody writes: each habit, and how to speak of it.

A habit is measured on one text at a time, so that an author has a spread and not an average.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from domain.language import Bilingual
from domain.segmentation import sentences

LINK: Final = re.compile(r"(?:https?://|www\.)\S+")
HASHTAG: Final = re.compile(r"(?<![\w&])#\w*[^\W\d_]\w*")
EMOJI: Final = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|(?:[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55]"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*\u200d?)+"
)
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Said:
    """A text, and what several habits are measured on, each worked out once."""

    text: str

    @cached_property
    def prose(self) -> str:
        """The text without its links and hashtags."""
        return prose(self.text)

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of its prose."""
        return sentences(self.prose)

    @cached_property
    def words(self) -> list[str]:
        """The words of its prose, figures included."""
        return _WORD.findall(self.prose)


@dataclass(frozen=True, slots=True)
class Habit:
    """One countable habit, by its name; `least_spread` is the difference nobody would notice.

    `more` and `less` say that a text has more, or less, of it than its author's posts.
    """

    name: str
    measure: Callable[[Said], float]
    least_spread: float
    more: Bilingual
    less: Bilingual


def measured(text: str) -> list[float]:
    """Return how much a text has of each habit, in the order of `HABITS`."""
    said = Said(text)
    return [habit.measure(said) for habit in HABITS]


def prose(text: str) -> str:
    """Return a text without its links and hashtags."""
    return HASHTAG.sub("", LINK.sub("", text))


def word_count(text: str) -> int:
    """Return the number of words of a text, figures included."""
    return len(_WORD.findall(text))


def _sentence_words(said: Said) -> float:
    counts = [count for one in said.sentences if (count := word_count(one))]
    return sum(counts) / len(counts) if counts else 0.0


def _length(said: Said) -> float:
    return math.log2(1 + len(said.prose.strip()))


def _sentences_ending(mark: str) -> Callable[[Said], float]:
    def share(said: Said) -> float:
        ends = [one.rstrip('»”" \u00a0\u202f)').endswith(mark) for one in said.sentences]
        return sum(ends) / len(ends) if ends else 0.0

    return share


def _per_hundred_words(pattern: str) -> Callable[[Said], float]:
    compiled = re.compile(pattern, re.IGNORECASE)

    def rate(said: Said) -> float:
        return 100 * len(compiled.findall(said.prose)) / max(20, len(said.words))

    return rate


def _word_length(said: Said) -> float:
    return sum(map(len, said.words)) / len(said.words) if said.words else 0.0


def _emoji(said: Said) -> float:
    return math.log2(1 + len(EMOJI.findall(said.text)))


def _hashtags(said: Said) -> float:
    return math.log2(1 + len(HASHTAG.findall(said.text)))


HABITS: Final[tuple[Habit, ...]] = (
    Habit(
        "sentence",
        _sentence_words,
        2.5,
        Bilingual("les phrases sont plus longues que les vôtres", "sentences longer than yours"),
        Bilingual("les phrases sont plus courtes que les vôtres", "sentences shorter than yours"),
    ),
    Habit(
        "length",
        _length,
        0.4,
        Bilingual("le texte est plus long que vos posts", "the text is longer than your posts"),
        Bilingual("le texte est plus court que vos posts", "the text is shorter than your posts"),
    ),
    Habit(
        "questions",
        _sentences_ending("?"),
        0.12,
        Bilingual("plus de questions que dans vos posts", "more questions than in your posts"),
        Bilingual("moins de questions que dans vos posts", "fewer questions than in your posts"),
    ),
    Habit(
        "exclamations",
        _sentences_ending("!"),
        0.12,
        Bilingual("plus d’exclamations que chez vous", "more exclamations than you use"),
        Bilingual("moins d’exclamations que chez vous", "fewer exclamations than you use"),
    ),
    Habit(
        "emoji",
        _emoji,
        0.6,
        Bilingual("plus d’emoji que dans vos posts", "more emoji than in your posts"),
        Bilingual("moins d’emoji que dans vos posts", "fewer emoji than in your posts"),
    ),
    Habit(
        "hashtags",
        _hashtags,
        0.6,
        Bilingual("plus de mots-dièse que vous n’en mettez", "more hashtags than you use"),
        Bilingual("moins de mots-dièse que vous n’en mettez", "fewer hashtags than you use"),
    ),
    Habit(
        "lines",
        _per_hundred_words(r"\n+"),
        2.0,
        Bilingual("plus de retours à la ligne que chez vous", "more line breaks than you use"),
        Bilingual("moins de retours à la ligne que chez vous", "fewer line breaks than you use"),
    ),
    Habit(
        "i",
        _per_hundred_words(r"\b(?:je|j|I)\b"),
        1.5,
        Bilingual("plus de « je » que dans vos posts", "more “I” than in your posts"),
        Bilingual("moins de « je » que dans vos posts", "less “I” than in your posts"),
    ),
    Habit(
        "we",
        _per_hundred_words(r"\b(?:nous|notre|nos|we|our|us)\b"),
        1.5,
        Bilingual("plus de « nous » que dans vos posts", "more “we” than in your posts"),
        Bilingual("moins de « nous » que dans vos posts", "less “we” than in your posts"),
    ),
    Habit(
        "tu",
        _per_hundred_words(r"\b(?:tu|toi|te|ton|ta|tes)\b"),
        1.5,
        Bilingual("plus de tutoiement que chez vous", "more informal “tu” than you use"),
        Bilingual("moins de tutoiement que chez vous", "less informal “tu” than you use"),
    ),
    Habit(
        "vous",
        _per_hundred_words(r"\b(?:vous|votre|vos|you|your)\b"),
        1.5,
        Bilingual("vous y parlez plus souvent au lecteur", "it addresses the reader more often"),
        Bilingual("vous y parlez moins au lecteur", "it addresses the reader less often"),
    ),
    Habit(
        "commas",
        _per_hundred_words(r","),
        2.0,
        Bilingual("plus de virgules que chez vous", "more commas than you use"),
        Bilingual("moins de virgules que chez vous", "fewer commas than you use"),
    ),
    Habit(
        "dashes",
        _per_hundred_words(r"…|\.\.\.| [–—-] "),
        1.0,
        Bilingual("plus de tirets et de points de suspension", "more dashes and ellipses"),
        Bilingual("moins de tirets et de points de suspension", "fewer dashes and ellipses"),
    ),
    Habit(
        "letters",
        _word_length,
        0.3,
        Bilingual("des mots plus longs que les vôtres", "longer words than yours"),
        Bilingual("des mots plus courts que les vôtres", "shorter words than yours"),
    ),
)
