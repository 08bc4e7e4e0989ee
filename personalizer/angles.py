"""Angles: what a content has to say, crossed with the ways of saying it.

Each sentence that can carry a post gives one angle per form that suits it. They are ordered
for one person: what their profile types like to say first, and a sentence nobody has used yet
before a second way of telling one.
"""

import math
import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from domain.content import ContentItem
from domain.language import Language
from domain.people import Ambassador, ProfileMix
from domain.review import Span
from personalizer.citing import LONGEST_QUOTATION, cited, told
from personalizer.clauses import has_finite_verb
from personalizer.form_likings import ANYBODY, liking
from personalizer.headings import heading_above, headings_of, naming_parts
from personalizer.offline.likeness import hand_of
from personalizer.passages import Passage, passages_of
from personalizer.screening import touches
from personalizer.tongue import FUNCTION_WORDS, words
from personalizer.traits import Trait
from personalizer.writing import Angle, Form

# How well a trait of a sentence carries a form: one number per pair, 0 where it does not.
_CARRIES: Final[Mapping[Form, Mapping[Trait, float]]] = MappingProxyType(
    {
        Form.FIGURE: {Trait.FIGURE: 1.0},
        Form.QUOTATION: {Trait.QUOTATION: 1.0, Trait.PERSON: 0.6, Trait.CONTRAST: 0.3},
        Form.QUESTION: {Trait.QUESTION: 1.0, Trait.CONTRAST: 0.5, Trait.FIGURE: 0.2},
        Form.HOW_TO: {Trait.STEP: 1.0, Trait.REASON: 0.3},
        Form.BEHIND_THE_SCENES: {Trait.SCENE: 0.8, Trait.PERSON: 0.5, Trait.DATE: 0.5},
        Form.THANKS: {Trait.PERSON: 1.0, Trait.QUOTATION: 0.3},
        Form.DISAGREEMENT: {Trait.OBJECTION: 0.9},
        Form.LESSON: {Trait.REASON: 0.8, Trait.CONTRAST: 0.7, Trait.FIGURE: 0.2},
    }
)
# The last two are what many people who ask for one content come to.
_ANY_SENTENCE: Final = {
    Form.LESSON: 0.25,
    Form.QUOTATION: 0.25,
    Form.QUESTION: 0.15,
    Form.HOW_TO: 0.03,
    Form.BEHIND_THE_SCENES: 0.02,
}
# Nobody does what somebody else did on a day.
_NO_WAY: Final = {Trait.DATE, Trait.PERSON, Trait.QUOTATION}
_OF_NO_DAY: Final = frozenset({Form.HOW_TO})
_OF_A_NOTE: Final = (Form.LESSON, Form.QUOTATION, Form.QUESTION)
_AGAIN: Final = 0.35
# A part of a content that is only named comes when its sentences are taken.
_NAMED_WORTH: Final = 0.01
# A shorter content is told once its sentences are.
_LONG: Final = 300
_SUBJECT_WORTH: Final = 0.001
_OF_SUBJECT: Final = (
    Form.LESSON,
    Form.QUESTION,
    Form.BEHIND_THE_SCENES,
    Form.QUOTATION,
    Form.HOW_TO,
    Form.THANKS,
)
_NAMING: Final = (Form.LESSON, Form.QUESTION)
# The shorter the quotation, the better it goes into a post.
# A very long one only names its subject, once all others are taken.
_QUOTED_WORTH: Final = ((12, 0.8), (15, 0.6), (18, 0.1), (LONGEST_QUOTATION, 0.02))
_SPEAKS_OF_SELF: Final = re.compile(r"\b(?:(?i:je|j|me|moi|mon|ma|mes|my|myself)|I)\b")
_POINTS_AWAY: Final = re.compile(
    r"\b(?:these|those|this|them|cette|ces|ce|cet|d['’]entre eux)\b", re.IGNORECASE
)
# "Why a charter?" needs no verb to ask something.
_ASKS: Final = re.compile(
    r"(?:pourquoi|comment|quel(?:le)?s?|combien|faut-il|why|how|which|who"
    r"|(?:is|are|does|do|can|could|should|would|will)(?! you\b| your\b))\b",
    re.IGNORECASE,
)
_AWAY_WORTH: Final = 0.5
_TELLING_LETTERS: Final = 5
_ENOUGH_TELLING: Final = 7
_LEAST_TELLING: Final = 3
_QUOTED_BESIDE: Final = 18
_SAYING_LITTLE: Final = frozenset(
    """
    chose choses vraiment simple simples simplement facile facilement important importante possible
    exemple exemples maintenant savoir croire pouvoir vouloir falloir parler passer penser prendre
    autant encore presque manière façon plein partie parties voilà effet raison moment aller venir
    mettre rendre mieux super petite petit grande grand belle thing things really simply easily
    important possible example examples maybe better great think going getting making doing
    something anything everything nothing someone anyone everyone little could would should
    around always never sometimes right enough stuff pretty
    """.split()
)
_COMFORTABLE: Final = range(9, 25)
# A passage one spread nearer to somebody's hand is worth e times as much to them.
_LIKENESS_COUNTS: Final = 1.5
_ENOUGH_PASSAGES: Final = 3


def angles_of(
    content: ContentItem, ambassador: Ambassador, language: Language
) -> tuple[Angle, ...]:
    """Return what this content can say in this person's mouth, the best first.

    The same content and person give the same angles in the same order; a short content gives
    few. An angle keeps its key for everybody.
    """
    mix = ambassador.profile or ANYBODY
    topics = {word for topic in ambassador.topics for word in words(topic)}
    foreign = content.language is not language
    ranked: list[tuple[float, int, Angle]] = []
    passages = carriers(content)
    if not passages:
        return _bare(content, ambassador, mix)
    likings = _likings(passages, ambassador, content.language)
    for passage in passages:
        # Nobody cites what is said about themselves, or speaks of what they never speak about.
        if touches(passage.text, (*ambassador.never, ambassador.name or "")):
            continue
        fit = likings[passage.span.start] * _worth(passage, content, topics, foreign=foreign)
        forms = [
            (fit * _ease(passage, content, form) * liking(mix, form) * strength, form)
            for form, strength in forms_of(passage)
        ]
        forms = [(score, form) for score, form in forms if score > 0]
        forms.sort(key=lambda scored: (-scored[0], scored[1]))
        for times, (score, form) in enumerate(forms):
            key = f"{form}:{passage.span.start}"
            angle = Angle(key, form, passage.span)
            ranked.append((-score * _AGAIN**times, passage.span.start, angle))
    if not foreign:
        ranked += _naming(content, ambassador, mix)
        ranked += _of_subject(content, ambassador, mix)
    ranked.sort(key=lambda one: (one[2].of_whole, one[0], one[1], one[2].key))
    return tuple(angle for _, _, angle in ranked)


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


def _naming(
    content: ContentItem, ambassador: Ambassador, mix: ProfileMix
) -> Iterator[tuple[float, int, Angle]]:
    """Yield the angles that name a part of a content by its heading, twice if it can be quoted."""
    quotable = _quotable_parts(content)
    for heading in naming_parts(content):
        if not touches(heading.text, (*ambassador.never, ambassador.name or "")):
            for form in _NAMING if heading in quotable else _NAMING[:1]:
                angle = Angle(f"{form}:{heading.span.start}", form, heading.span)
                yield -_NAMED_WORTH * liking(mix, form), heading.span.start, angle


def _of_subject(
    content: ContentItem, ambassador: Ambassador, mix: ProfileMix
) -> Iterator[tuple[float, int, Angle]]:
    """Yield the angles that name a long content, whatever of it they quote: the last resort."""
    is_long = len(content.text.split()) >= _LONG
    if is_long and not touches(content.title, (*ambassador.never, ambassador.name or "")):
        for form in _OF_SUBJECT:
            whole = Angle(f"{form}:whole", form, Span(0, len(content.text)), of_whole=True)
            yield -_SUBJECT_WORTH * liking(mix, form), 0, whole


def _quotable_parts(content: ContentItem) -> set[Passage | None]:
    headings = headings_of(content.text, content.language)
    short = [one for one in carriers(content) if _is_quoted_short(one, content.language)]
    return {heading_above(one, headings) for one in short}


def _is_quoted_short(passage: Passage, language: Language) -> bool:
    return cited(passage, language, most_words=_QUOTED_BESIDE) is not None


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


def carriers(content: ContentItem) -> tuple[Passage, ...]:
    """Return the passages of a content that stand on their own and say something."""
    return tuple(
        passage
        for passage in passages_of(content.text)
        if not passage.leans and says_enough(passage, content)
    )


def says_enough(passage: Passage, content: ContentItem) -> bool:
    """Tell whether a passage has something to tell: "You never know" has not."""
    asks = Trait.QUESTION in passage.traits and bool(_ASKS.match(passage.text))
    is_sentence = asks or has_finite_verb(passage.text, content.language)
    return is_sentence and telling_words(passage, content) >= _LEAST_TELLING


def points_away(passage: Passage) -> bool:
    """Tell whether a passage says "this" or "these" of something that may stand before it."""
    return _POINTS_AWAY.search(passage.text) is not None


def is_of_self(passage: Passage) -> bool:
    """Tell whether somebody says something of themselves, and the passage does not name them."""
    return Trait.QUOTATION not in passage.traits and bool(_SPEAKS_OF_SELF.search(passage.text))


def forms_of(passage: Passage) -> Iterator[tuple[Form, float]]:
    """Yield each form a passage can carry, and how well (0 to 1)."""
    asks = Trait.QUESTION in passage.traits
    for form, traits in _CARRIES.items():
        if asks and form not in {Form.QUESTION, Form.QUOTATION}:
            continue
        fits = [strength for trait, strength in traits.items() if trait in passage.traits]
        is_no_way = form in _OF_NO_DAY and passage.traits & _NO_WAY
        strength = max([*fits, 0.0 if is_no_way else _ANY_SENTENCE.get(form, 0.0)])
        if strength > 0:
            yield form, strength


def _worth(passage: Passage, content: ContentItem, topics: set[str], *, foreign: bool) -> float:
    comfort = 1.0 if len(passage.text.split()) in _COMFORTABLE else 0.7
    wanted = 1.5 if topics & set(words(passage.text)) else 1.0
    # What cannot be translated can still be cited: figures and names read in any language.
    reads = 1.0 if not foreign or passage.traits & {Trait.FIGURE, Trait.PERSON} else 0.6
    # Read elsewhere, an exclamation is somebody else's cheer.
    calm = 0.5 if passage.text.endswith("!") else 1.0
    return comfort * wanted * reads * calm * _substance(passage, content)


def _substance(passage: Passage, content: ContentItem) -> float:
    """Return how much a passage says by itself, from 0 to 1."""
    away = _AWAY_WORTH if points_away(passage) else 1.0
    return away * min(1.0, telling_words(passage, content) / _ENOUGH_TELLING)


def telling_words(passage: Passage, content: ContentItem) -> int:
    """Return how many words of a passage say something; those of the subject count three times."""
    telling = {word for word in words(passage.text) if len(word) >= _TELLING_LETTERS}
    telling -= FUNCTION_WORDS[content.language] | _SAYING_LITTLE
    subject = set(words(f"{content.title} {' '.join(content.tags)}"))
    return len(telling) + 2 * len(telling & subject)


def telling_form(passage: Passage) -> Form:
    """Return the one form that may tell a passage outside quotation marks; all may quote it."""
    scored = sorted((-strength, form) for form, strength in forms_of(passage))
    return next(form for _, form in scored if form is not Form.QUOTATION)


def _ease(passage: Passage, content: ContentItem, form: Form) -> float:
    """Return how easily a passage goes into somebody else's post in a form, from 0 to 1."""
    is_told = form is telling_form(passage)
    if is_told and told(passage, content.text, content.language) is not None:
        return 1.0
    for words_quoted, worth in _QUOTED_WORTH:
        citation = cited(passage, content.language, most_words=words_quoted)
        if citation is not None:
            is_personal = citation.speaker is None and _SPEAKS_OF_SELF.search(citation.words)
            return 0.0 if is_personal else worth
    return 0.0
