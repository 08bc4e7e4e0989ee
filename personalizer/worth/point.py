"""What a content is about, by its own title and summary: whoever asks first is to tell that."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from domain.content import ContentItem
from domain.language import Language
from personalizer.figures import DATE
from personalizer.passages import Passage, passages_of
from personalizer.tongue import FUNCTION_WORDS
from personalizer.worth.features import stems_of

# What a sentence that says all that title and summary do is worth more, in log odds.
_WHOLE: Final = 2.0
# What the text says first, and in figures, is its news.
_FIRST: Final = 0.3
_EARLY: Final = 3
_FIGURE: Final = 0.2


def with_point(
    worth: float, sentences: Sequence[Passage], content: ContentItem, times: float = 1
) -> float:
    """Return what sentences are worth together, from 0 to 1, once it counts what they tell.

    `times` is how much it counts.
    """
    if worth <= 0:
        return worth
    odds = math.log(worth / (1 - worth)) + times * point_odds(sentences, content)
    return 1 / (1 + math.exp(-odds))


def point_odds(sentences: Sequence[Passage], content: ContentItem) -> float:
    """Return what speaks for sentences that tell what the content is about, in log odds."""
    said, about = " ".join(one.text for one in sentences), _about_of(content)
    little = FUNCTION_WORDS[content.language]
    stems = stems_of(said, little)
    covered = sum(weight for stem, weight in about.items() if stem in stems)
    share = covered / (sum(about.values()) or 1.0)
    early = passages_of(content.text)[:_EARLY]
    counts = _has_digit(said) and _has_digit(DATE.sub(" ", said))
    return _WHOLE * share + _FIRST * (sentences[0] in early) + _FIGURE * counts


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _about_of(content: ContentItem) -> Mapping[str, float]:
    named = f"{content.title} {content.summary or ''}"
    return _about(named, content.text, content.language)


# Asked for each sentence of a content: every one of them is read once.
@lru_cache(maxsize=64)
def _about(titles: str, text: str, language: Language) -> Mapping[str, float]:
    """Return how the words of title and summary begin, each with what it says.

    A word that stands in every sentence tells none of them from the others.
    """
    little = FUNCTION_WORDS[language]
    told = [stems_of(one.text, little) for one in passages_of(text)]
    weights = {
        stem: math.log1p(len(told) / (1 + sum(stem in one for one in told)))
        for stem in stems_of(titles, little)
    }
    return MappingProxyType(weights)
