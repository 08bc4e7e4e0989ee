"""The author's own posts nearest to a content and a form: how they speak of such things.

Nearness is BM25 (Robertson and Walker, 1994) over the author's posts alone, so a word that
stands in all of them says nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from domain.content import ContentItem
from domain.language import Language
from domain.segmentation import sentences
from personalizer.tongue import FUNCTION_WORDS, is_in, words
from personalizer.traits import Trait, has_any
from personalizer.writing import Form

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75
_SAME_FORM = 1.5
_SHOWS = {
    Form.FIGURE: frozenset({Trait.FIGURE}),
    Form.QUOTATION: frozenset({Trait.QUOTATION}),
    Form.QUESTION: frozenset({Trait.QUESTION}),
    Form.HOW_TO: frozenset({Trait.STEP}),
    Form.BEHIND_THE_SCENES: frozenset({Trait.SCENE}),
    Form.DISAGREEMENT: frozenset({Trait.OBJECTION, Trait.CONTRAST}),
    Form.LESSON: frozenset({Trait.REASON, Trait.CONTRAST}),
}
_THANKS = re.compile(r"\b(?:merci|remerci\w+|thanks?|thank-you|grateful)\b", re.IGNORECASE)


def exemplars(
    posts: Sequence[str],
    content: ContentItem,
    language: Language,
    *,
    form: Form | None = None,
    most: int = 4,
) -> tuple[str, ...]:
    """Return up to `most` posts in that language, the nearest first; ties keep their order.

    A post that has the form asked for is worth more than one as near in topic that has not.
    """
    readable = [post for post in posts if post.strip() and is_in(post, language)]
    query = _query(f"{content.title} {' '.join(content.tags)} {content.text}")
    bags = [Counter(_telling(post)) for post in readable]
    scores = [
        (1 + _relevance(query, bag, bags)) * (_SAME_FORM if has_form(post, form) else 1)
        for post, bag in zip(readable, bags, strict=True)
    ]
    order = sorted(range(len(readable)), key=lambda at: (-scores[at], at))
    return tuple(readable[at] for at in order[:most])


def has_form(post: str, form: Form | None) -> bool:
    """Tell whether a sentence of a post has what makes a form; without a form, none has."""
    if form is Form.THANKS:
        return _THANKS.search(post) is not None
    wanted = _SHOWS.get(form, frozenset()) if form is not None else frozenset()
    return bool(wanted) and any(has_any(one, wanted) for one in sentences(post))


@lru_cache(maxsize=64)
def _query(text: str) -> frozenset[str]:
    """Return the words of a content, kept for everybody who is asked of it."""
    return frozenset(_telling(text))


def _telling(text: str) -> list[str]:
    stops = FUNCTION_WORDS[Language.FRENCH] | FUNCTION_WORDS[Language.ENGLISH]
    return [word for word in words(text) if len(word) > 1 and word not in stops]


def _relevance(query: frozenset[str], bag: Counter[str], bags: Sequence[Counter[str]]) -> float:
    average = sum(each.total() for each in bags) / len(bags) or 1.0
    norm = _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * bag.total() / average)
    score = 0.0
    for word in sorted(query & bag.keys()):
        holders = sum(word in each for each in bags)
        rarity = math.log(1 + (len(bags) - holders + 0.5) / (holders + 0.5))
        score += rarity * bag[word] * (_SATURATION + 1) / (bag[word] + norm)
    return score
