"""The author's own posts nearest in words to a content: how they speak of such things.

Nearness is BM25 (Robertson and Walker, 1994) over the author's posts alone, so a word that
stands in all of them says nothing.
"""

import math
from collections import Counter
from collections.abc import Sequence

from domain.content import ContentItem
from domain.language import Language
from personalizer.tongue import FUNCTION_WORDS, is_in, words

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75


def exemplars(
    posts: Sequence[str], content: ContentItem, language: Language, *, most: int = 4
) -> tuple[str, ...]:
    """Return up to `most` posts in that language, the nearest first; ties keep their order."""
    readable = [post for post in posts if post.strip() and is_in(post, language)]
    query = set(_telling(f"{content.title} {' '.join(content.tags)} {content.text}"))
    bags = [Counter(_telling(post)) for post in readable]
    scores = [_relevance(query, bag, bags) for bag in bags]
    order = sorted(range(len(readable)), key=lambda at: (-scores[at], at))
    return tuple(readable[at] for at in order[:most])


def _telling(text: str) -> list[str]:
    stops = FUNCTION_WORDS[Language.FRENCH] | FUNCTION_WORDS[Language.ENGLISH]
    return [word for word in words(text) if len(word) > 1 and word not in stops]


def _relevance(query: set[str], bag: Counter[str], bags: Sequence[Counter[str]]) -> float:
    average = sum(each.total() for each in bags) / len(bags) or 1.0
    norm = _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * bag.total() / average)
    score = 0.0
    for word in sorted(query & bag.keys()):
        holders = sum(word in each for each in bags)
        rarity = math.log(1 + (len(bags) - holders + 0.5) / (holders + 0.5))
        score += rarity * bag[word] * (_SATURATION + 1) / (bag[word] + norm)
    return score
