"""Angles: what a content has to say, crossed with the ways of saying it.

Each sentence that can carry a post gives one angle per form that suits it. They are ordered
for one person: what their profile types like to say first, and a sentence nobody has used yet
before a second way of telling one.
"""

import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from domain.content import ContentItem
from domain.language import Language
from domain.people import Ambassador, ProfileMix
from domain.review import Span
from personalizer.carriers import Carrier, carriers_of
from personalizer.form_likings import ANYBODY, liking
from personalizer.forms import telling_form
from personalizer.headings import heading_above, headings_of, naming_parts
from personalizer.offline.likeness import hand_of
from personalizer.passages import Passage, passages_of
from personalizer.screening import subjects_in, touches
from personalizer.tongue import words
from personalizer.writing import Angle, Form

_OF_A_NOTE: Final = (Form.LESSON, Form.QUOTATION, Form.QUESTION)
# From these chances on that readers are glad of it, a sentence comes before those below them:
# what an author likes to say chooses among its equals.
_LEVELS: Final = (0.45, 0.33, 0.23, 0.15)
# What goes into a post with difficulty, or into one of a form its author likes less, had better be
# worth it.
_EASE_COUNTS, _LIKING_COUNTS = 0.3, 0.5
# Whoever asks first tells what the content is about.
_POINT: Final = -1
# A second way of telling a sentence is worth as much as the first of one so many levels below.
_AGAIN: Final = 3
# What is worth nothing comes when all else is taken, and then what is only named.
_UNWORTHY, _NAMED = 40, 80
# A shorter content is told once its sentences are.
_LONG: Final = 300
_OF_SUBJECT: Final = (
    Form.LESSON,
    Form.QUESTION,
    Form.BEHIND_THE_SCENES,
    Form.QUOTATION,
    Form.HOW_TO,
    Form.THANKS,
)
_NAMING: Final = (Form.LESSON, Form.QUESTION)
# A content of so many words that gives fewer angles names its parts in these forms as well.
_VERY_LONG, _FEW_ANGLES = 500, 24
_AGAIN_WHOLE: Final = (":again", ":once more")
_NAMING_AGAIN: Final = (Form.QUESTION, Form.BEHIND_THE_SCENES, Form.HOW_TO)
# A passage one spread nearer to somebody's hand is worth e times as much to them.
_LIKENESS_COUNTS: Final = 1.5
_ENOUGH_PASSAGES: Final = 3

# Its level and its rank there (the lowest first), where it stands, and the angle itself.
_Ranked = tuple[int, float, int, Angle]


def angles_of(
    content: ContentItem, ambassador: Ambassador, language: Language
) -> tuple[Angle, ...]:
    """Return what this content can say in this person's mouth, the best first.

    The same content and person give the same angles in the same order; a short content gives
    few. An angle keeps its key for everybody.
    """
    mix = ambassador.profile or ANYBODY
    found = carriers_of(content)
    if not found:
        return _bare(content, ambassador, mix)
    is_foreign = content.language is not language
    ranked = list(_of_passages(found, content, ambassador, is_foreign=is_foreign))
    if not is_foreign:
        ranked += _naming(content, ambassador, mix)
        ranked += _of_subject(content, ambassador, mix)
        ranked += _topped_up(ranked, content, ambassador, mix)
    ranked.sort(key=lambda one: (one[3].of_whole, *one[:3], one[3].key))
    return tuple(angle for *_, angle in ranked)


def _of_passages(
    found: Sequence[Carrier], content: ContentItem, ambassador: Ambassador, *, is_foreign: bool
) -> Iterator[_Ranked]:
    """Yield the angles that stand on a sentence each."""
    mix = ambassador.profile or ANYBODY
    topics = {word for topic in ambassador.topics for word in words(topic)}
    likings = _likings([one.passage for one in found], ambassador, content.language)
    liked = {form: liking(mix, form) for form in Form}
    # Nobody cites what is said about themselves or by them, or speaks of what they never do.
    is_own = is_foreign or ambassador.name in content.authors
    refused = subjects_in((*ambassador.never, ambassador.name or ""))
    for one in found:
        if one.is_of_author and is_own:
            continue
        if refused is None or refused.search(one.passage.text) is None:
            fit = likings[one.passage.span.start] * one.fit(topics, foreign=is_foreign)
            # What somebody cares for may come before what the content is about.
            comes_first = one.is_point or (one.is_worthy and bool(topics & one.said))
            yield from _in_its_forms(one, liked, fit, comes_first=comes_first)


def _in_its_forms(
    one: Carrier, liked: Mapping[Form, float], fit: float, *, comes_first: bool
) -> Iterator[_Ranked]:
    """Yield one angle for each form a passage can take, each further one levels below."""
    most = max(liked.values())
    forms = sorted(
        (_level(one, suits), -fit * suits * liked[form] * strength, form)
        for form, ease, strength in one.ways
        if (suits := ease**_EASE_COUNTS * (liked[form] / most) ** _LIKING_COUNTS) > 0
    )
    span = one.passage.span
    for times, (level, score, form) in enumerate(forms):
        is_told = form is telling_form(one.passage)
        rank = _POINT if comes_first and is_told else level + _AGAIN * times
        yield rank, score, span.start, Angle(f"{form}:{span.start}", form, span)


def _level(one: Carrier, suits: float) -> int:
    """Return how many of the levels a passage stays below, in a form that suits it so well."""
    if not one.is_worthy:
        return _UNWORTHY
    return sum(one.worth * suits < level for level in _LEVELS)


def _bare(content: ContentItem, ambassador: Ambassador, mix: ProfileMix) -> tuple[Angle, ...]:
    """Return the angles of a content that says too little to be told: its subject, and a mark.

    A note of two lines is still worth sharing; what it lacks is for its author to fill.
    """
    whole = f"{content.title} {content.text}"
    first = next((one.span for one in passages_of(content.text) if not one.leans), None)
    if first is None or touches(whole, (*ambassador.never, ambassador.name or "")):
        return ()
    forms = sorted(_OF_A_NOTE, key=lambda form: (-liking(mix, form), form))
    return tuple(Angle(f"{form}:{first.start}", form, first) for form in forms)


def _naming(content: ContentItem, ambassador: Ambassador, mix: ProfileMix) -> Iterator[_Ranked]:
    """Yield the angles that name a part of a content by its heading, twice if it can be quoted."""
    quotable = _quotable_parts(content)
    for heading in naming_parts(content):
        if not touches(heading.text, (*ambassador.never, ambassador.name or "")):
            for form in _NAMING if heading in quotable else _NAMING[:1]:
                yield _of_part(heading, form, mix)


def _of_part(heading: Passage, form: Form, mix: ProfileMix) -> _Ranked:
    start = heading.span.start
    return _NAMED, -liking(mix, form), start, Angle(f"{form}:{start}", form, heading.span)


def _of_subject(
    content: ContentItem, ambassador: Ambassador, mix: ProfileMix, *, again: str = ""
) -> Iterator[_Ranked]:
    """Yield the angles that name a long content, whatever of it they quote: the last resort."""
    is_long = len(content.text.split()) >= _LONG
    if is_long and not touches(content.title, (*ambassador.never, ambassador.name or "")):
        for form in _OF_SUBJECT:
            key, span = f"{form}:whole{again}", Span(0, len(content.text))
            yield _NAMED, -liking(mix, form), 0, Angle(key, form, span, of_whole=True)


def _topped_up(
    ranked: Sequence[_Ranked], content: ContentItem, ambassador: Ambassador, mix: ProfileMix
) -> list[_Ranked]:
    """Return more angles of a long content that gives few: its parts and all of it, named again.

    A tutorial has an hour's reading between pieces of code, and hardly a sentence to tell.
    """
    known = {one[3].key for one in ranked}
    never = (*ambassador.never, ambassador.name or "")
    parts = [
        _of_part(heading, form, mix)
        for form in _NAMING_AGAIN
        for heading in naming_parts(content)
        if not touches(heading.text, never)
    ]
    wholes = (_of_subject(content, ambassador, mix, again=again) for again in _AGAIN_WHOLE)
    more = [*parts, *chain.from_iterable(wholes)]
    is_long = len(content.text.split()) >= _VERY_LONG
    missing = max(0, _FEW_ANGLES - len(ranked)) if is_long else 0
    return [one for one in more if one[3].key not in known][:missing]


def _quotable_parts(content: ContentItem) -> set[Passage | None]:
    headings = headings_of(content.text, content.language)
    short = [one.passage for one in carriers_of(content) if one.is_quoted_short]
    return {heading_above(one, headings) for one in short}


def _likings(
    passages: Sequence[Passage], ambassador: Ambassador, language: Language
) -> dict[int, float]:
    """Return how much more a person would tell each passage than others, by where it starts."""
    hand = hand_of(ambassador, language)
    if hand is None or len(passages) < _ENOUGH_PASSAGES:
        return {one.span.start: 1.0 for one in passages}
    leanings = [hand.likeness(one.text) for one in passages]
    middle, spread = statistics.fmean(leanings), statistics.pstdev(leanings) or 1.0
    return {
        one.span.start: math.exp(_LIKENESS_COUNTS * (leaning - middle) / spread)
        for one, leaning in zip(passages, leanings, strict=True)
    }
