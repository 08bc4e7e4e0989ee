"""What a content is about, by its own title and summary: whoever asks first is to tell that."""

import math
from collections.abc import Sequence
from typing import Final

from domain.content import ContentItem
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
    said, about = " ".join(one.text for one in sentences), _about(content)
    little = FUNCTION_WORDS[content.language]
    stems = stems_of(said, little)
    covered = sum(weight for stem, weight in about.items() if stem in stems)
    share = covered / (sum(about.values()) or 1.0)
    early = passages_of(content.text)[:_EARLY]
    counts = any(letter.isdigit() for letter in DATE.sub(" ", said))
    return _WHOLE * share + _FIRST * (sentences[0] in early) + _FIGURE * counts


def _about(content: ContentItem) -> dict[str, float]:
    """Return how the words of title and summary begin, each with what it says.

    A word that stands in every sentence tells none of them from the others.
    """
    little = FUNCTION_WORDS[content.language]
    told = [stems_of(one.text, little) for one in passages_of(content.text)]
    named = stems_of(f"{content.title} {content.summary or ''}", little)
    return {stem: math.log1p(len(told) / (1 + sum(stem in one for one in told))) for stem in named}
