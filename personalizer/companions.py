"""Sentences of a content that are told together: one leans on the other, or goes on with it.

Who is told of one of them is told of both, so that nobody else has to be: each sentence goes with
one other at most. What nobody could tell alone is free to go with another one; what could carry a
post of its own goes only where a content has sentences to spare.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from domain.content import ContentItem
from domain.language import Language
from personalizer.antecedents import takes_up
from personalizer.chaff import leans
from personalizer.citing import Claim, told
from personalizer.half_told import half_told
from personalizer.hanging import hanging
from personalizer.passages import Passage, passages_of
from personalizer.tongue import FUNCTION_WORDS, words
from personalizer.traits import Trait
from personalizer.unnamed import is_unnamed
from personalizer.worth.news import is_practical

# So many sentences stay free before one that could carry a post is told beside another one.
_FREE: Final = 20
# More would be the content itself.
_MOST: Final = 3
_LONGEST: Final = 55
_TELLING_LETTERS: Final = 4
_STEM: Final = 5
# A second sentence brings so many telling words of its own, or a figure.
_ADDED: Final = 2
# "And", "so" and "then" say no more than that a sentence stands behind another one.
_TIED: Final = re.compile(
    r"(?:and|so|then|et|donc|puis|alors)(?: then| puis| alors)? (?!that\b|as\b|far\b|much\b|que\b)",
    re.IGNORECASE,
)
# "This autumn" points at no sentence.
_THIS_TIME: Final = re.compile(
    r"\b(?:this|ce|cet|cette) (?:year|week|month|spring|summer|autumn|fall|winter|morning|evening"
    r"|année|semaine|mois|printemps|été|automne|hiver|matin|soir)\b",
    re.IGNORECASE,
)
# "The improvement is", "In May the lorries came": of which, was said.
_THE: Final = re.compile(
    r"(?:(?:in|on|at|since|en|depuis|à|au) [^,]{1,30}?,? )?(?:the|le|la|les|l['’]) ?[\w-]{3,}"
    r"(?! (?:of|in|on|at|for|that|who|which|whose|de|du|des|à|au|aux|en|qui|que|dont)\b| d['’])"
    r"(?=[ ,])",
    re.IGNORECASE,
)
# What is said behind one of these is said against the sentence before.
_AGAINST: Final = re.compile(
    r"(?:but|however,|yet|still,|instead(?! of\b),?|mais|cependant,|toutefois,|pourtant,"
    r"|en revanche,) ",
    re.IGNORECASE,
)
_ANSWERS: Final = re.compile(
    r"(?:toutefois|mais|cependant|pourtant|en revanche|néanmoins|malheureusement|or"
    r"|however|but|yet|unfortunately|still|instead|by contrast)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences in their order; `carrier` is the one that carries the draft.

    `worth` is how likely its readers are glad of them together, from 0 to 1.
    """

    sentences: tuple[Passage, ...]
    carrier: Passage
    worth: float

    @property
    def beside(self) -> tuple[Passage, ...]:
        """The sentences told beside the one that carries the draft."""
        return tuple(one for one in self.sentences if one is not self.carrier)


@dataclass(frozen=True, slots=True)
class Continuation:
    """What a second sentence says as it may be told; `answers` says that "but" stood before it."""

    claim: Claim
    answers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the sentences of a content stand that may carry a post.

    `judged` is what each is worth, whatever stands beside it, and `alone` the same without it:
    nothing if it hangs. `point` is what the content is about.
    """

    content: ContentItem
    judged: Mapping[Passage, float]
    alone: Mapping[Passage, float]
    point: Passage | None = None

    @property
    def spare(self) -> int:
        """How many sentences may be told beside others, so that enough stay free."""
        return max(0, sum(worth > 0 for worth in self.alone.values()) - _FREE)


def stretches(standing: Standing) -> tuple[Stretch, ...]:
    """Return the sentences of a content that go together.

    What goes on with its point is told with that, whatever it costs.
    """
    behind, spare = dict(_neighbours(standing.content)), standing.spare
    found, spent = list[Stretch](), set[Passage]()
    firsts = sorted(behind, key=lambda one: (one != standing.point, one.span.start))
    for first in firsts:
        told = [*_from(first, behind, standing, spent, spare)]
        carrier = _carrier(told, standing)
        if carrier is not None and len(told) > 1:
            spent |= {*told}
            spare -= sum(standing.alone.get(one, 0.0) > 0 for one in told if one is not carrier)
            worth = max(standing.judged.get(one, 0.0) for one in told)
            found.append(Stretch(tuple(told), carrier, worth))
    return tuple(found)


def _from(
    first: Passage,
    behind: Mapping[Passage, Passage],
    standing: Standing,
    spent: Container[Passage],
    spare: int,
) -> Iterator[Passage]:
    """Yield a sentence and those behind it that are to be told with it."""
    told: list[Passage] = []
    following: Passage | None = first
    while following is not None and following not in spent and len(told) < _MOST:
        if told and not _goes_on(told, following, standing, spare):
            return
        told.append(following)
        yield following
        following = behind.get(following)


def _carrier(told: Sequence[Passage], standing: Standing) -> Passage | None:
    """Return the sentence that carries a stretch; none where its first one hangs."""
    if not told or not _stands(told[0], standing):
        return None
    return next((one for one in told if one in standing.alone), None)


def _stands(first: Passage, standing: Standing) -> bool:
    """Tell whether a sentence needs none before it."""
    text = standing.content.text
    takes = hanging(first, text) or takes_up(first.text, text[: first.span.start])
    takes = takes or half_told(first.text)
    return not (first.leans or takes or is_unnamed(first, text) or standing.alone.get(first) == 0)


def _goes_on(told: Sequence[Passage], second: Passage, standing: Standing, spare: int) -> bool:
    """Tell whether a sentence may be told behind others: it adds to them, and takes from nobody."""
    content, worth = standing.content, standing.alone.get(second)
    first, language = told[-1], content.language
    if continued(second, content.text, language) is None or not _adds(first, second, language):
        return False
    if len(told) > 1:
        words_told = sum(len(one.text.split()) for one in (*told, second))
        return words_told <= _LONGEST and (second.leans or worth == 0)
    goes_on = goes_with(first, second, language)
    counts = any(letter.isdigit() for letter in second.text)
    if not worth:
        hangs = worth == 0 or leans(_THIS_TIME.sub("", second.text))
        return hangs or goes_on or counts or _is_known(second, content)
    is_of_point = first is standing.point and _is_about(second, content)
    return is_of_point or (spare > 0 and goes_on)


def _is_known(passage: Passage, content: ContentItem) -> bool:
    """Tell whether a sentence speaks of what title or summary name, or of "the improvement"."""
    return _THE.match(passage.text) is not None or _is_about(passage, content)


def _is_about(passage: Passage, content: ContentItem) -> bool:
    """Tell whether a sentence speaks of what title or summary name."""
    named = _telling(f"{content.title} {content.summary or ''}", content.language)
    return bool(_telling(passage.text, content.language) & named)


def _neighbours(content: ContentItem) -> Iterator[tuple[Passage, Passage]]:
    """Yield two sentences of one paragraph that stand one behind the other, both to be told."""
    text, language = content.text, content.language
    for first, second in pairwise(passages_of(text)):
        between = text[first.span.end : second.span.start]
        is_next = not between.strip(' \n"”»’)*_') and between.count("\n") <= 1
        is_of_one = first.speaker == second.speaker
        asks = Trait.QUESTION in first.traits | second.traits
        if is_next and is_of_one and not asks and told(first, text, language) is not None:
            yield first, second


@lru_cache(maxsize=4096)
def continued(passage: Passage, source: str, language: Language) -> Continuation | None:
    """Return what a sentence says behind the one before it, None if nobody may tell it."""
    if is_practical(passage.text):
        return None
    answer, tie = _AGAINST.match(passage.text), _TIED.match(passage.text)
    begins = next((one.end() for one in (answer, tie) if one is not None), 0)
    said = passage.text[begins:]
    bare = replace(passage, text=said[:1].upper() + said[1:], leans=False)
    claim = told(bare, source, language)
    return None if claim is None else Continuation(claim, answers=answer is not None)


def goes_with(first: Passage, second: Passage, language: Language) -> bool:
    """Tell whether a sentence answers the one before it or names the same, and adds to it."""
    shares = bool(_telling(first.text, language) & _telling(second.text, language))
    answers = _ANSWERS.match(second.text) is not None
    return (shares or answers) and _adds(first, second, language)


def _adds(first: Passage, second: Passage, language: Language) -> bool:
    more = _telling(second.text, language) - _telling(first.text, language)
    counts = any(letter.isdigit() for letter in second.text)
    return len(more) >= _ADDED or counts


def _telling(text: str, language: Language) -> set[str]:
    """Return how the words of a text begin that tell something."""
    little = FUNCTION_WORDS[language]
    found = {word for word in words(text) if len(word) >= _TELLING_LETTERS and word not in little}
    return {word[:_STEM] for word in found}
