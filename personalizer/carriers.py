"""What each sentence of a content can carry, and how well: worked out once for all who ask.

A sentence stands on its own and says something, or it carries nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Self

from domain.content import ContentItem
from personalizer.answers import answered
from personalizer.antecedents import takes_up
from personalizer.citing import LONGEST_QUOTATION, cited, told
from personalizer.clauses import has_finite_verb
from personalizer.companions import Standing, Stretch, stretches
from personalizer.first_person import is_its_authors, speaks_of_self
from personalizer.forms import forms_of, telling_form
from personalizer.half_told import half_told
from personalizer.hanging import hanging
from personalizer.offline.titles import short_title_of
from personalizer.passages import Passage, passages_of
from personalizer.premises import is_premise
from personalizer.tongue import FUNCTION_WORDS, words
from personalizer.traits import Trait
from personalizer.unnamed import is_unnamed
from personalizer.worth.judge import worths
from personalizer.worth.point import with_point
from personalizer.writing import Form

# The shorter a quotation, the better it goes into a post; a very long one comes when all are taken.
_QUOTED_WORTH: Final = ((12, 0.8), (15, 0.6), (18, 0.1), (LONGEST_QUOTATION, 0.02))
# "It has several commands": what made it worth telling may be what was cut off.
_CUT_WORTH: Final = 0.02
_LONG_TITLE_WORTH: Final = 0.3
# Whoever writes "we" is seldom named: what a text says of its subject comes before.
_OF_AUTHORS_WORTH: Final = 0.5
_POINTS_AWAY: Final = re.compile(
    r"\b(?:these|those|this|them|cette|ces|ce|cet|d['’]entre eux)\b", re.IGNORECASE
)
# "Why a charter?" needs no verb to ask something.
_ASKS: Final = re.compile(
    r"(?:pourquoi|comment|quel(?:le)?s?|combien|faut-il|why|how|which|who"
    r"|(?:is|are|does|do|can|could|should|would|will)(?! you\b| your\b))\b",
    re.IGNORECASE,
)
_TELLING_LETTERS: Final = 5
_LEAST_TELLING: Final = 3
_QUOTED_BESIDE: Final = 18
_A_FIGURE: Final = re.compile(r"(?<![\w.,])\d[\d.,]*")
_FIGURES_COUNT: Final = 2
_SAYING_LITTLE: Final = frozenset(
    """
    chose choses vraiment simple simples simplement facile facilement important importante possible
    exemple exemples maintenant savoir croire pouvoir vouloir falloir parler passer penser prendre
    autant encore presque manière façon plein partie parties voilà effet raison moment aller venir
    mettre rendre mieux super petite petit grande grand belle thing things really simply easily
    important possible example examples maybe better great think going getting making doing
    something anything everything nothing someone anyone everyone little could would should around
    always never sometimes right enough stuff pretty
    """.split()
)
# Readers are glad of one in twenty of those that the judge gives less.
_WORTHY: Final = 0.1


@dataclass(frozen=True, slots=True)
class Carrier:
    """A passage that can carry a post, and what it is worth, whoever asks.

    `worth` is how likely its readers are glad of it (0 to 1); `said` are its words; `ways` are
    its forms, each with how easily it goes into one and how well it carries it. `stretch` are
    the sentences that are told together where it carries a draft; one that stands in somebody
    else's `is_beside` it. `is_point` says that it tells best what the content is about.
    """

    passage: Passage
    worth: float
    said: frozenset[str]
    ways: tuple[tuple[Form, float, float], ...]
    is_quoted_short: bool
    stretch: Stretch | None = None
    is_beside: bool = False
    is_point: bool = False

    @classmethod
    def of(
        cls, passage: Passage, content: ContentItem, worth: float, stretch: Stretch | None
    ) -> Self:
        """Weigh a passage of a content that the judge has seen; `worth` is that of it alone."""
        ways = (
            (form, _ease(passage, content, form), strength) for form, strength in forms_of(passage)
        )
        if stretch is not None and worth == 0:
            # Between marks it would stand without what it hangs on.
            ways = (one for one in ways if one[0] is telling_form(passage))
        short = cited(passage, content.language, most_words=_QUOTED_BESIDE)
        said = frozenset(words(passage.text))
        whole = worth if stretch is None else max(worth, stretch.worth)
        whole = with_point(whole, stretch.sentences if stretch else (passage,), content)
        is_short = short is not None
        return cls(passage, whole, said, tuple(ways), is_short, stretch)

    def told_beside(self) -> Self:
        """Return it as one that another draft tells: whoever else stands on it quotes it."""
        telling = telling_form(self.passage)
        quoting = tuple(one for one in self.ways if one[0] is not telling)
        return replace(self, ways=quoting, is_beside=True)

    @property
    def sentences(self) -> tuple[Passage, ...]:
        """All that is told where it carries a draft."""
        return self.stretch.sentences if self.stretch is not None else (self.passage,)

    @property
    def is_of_author(self) -> bool:
        """Whether it says "I" of the author of its content, who has to stand beside it."""
        return self.passage.speaker is None and is_of_self(self.passage)

    @property
    def is_tellable(self) -> bool:
        """Whether anybody is glad of it: a question without an answer and what hangs are not."""
        return self.worth > 0

    @property
    def is_worthy(self) -> bool:
        """Whether it is worth telling as long as a better one is not taken."""
        return self.worth >= _WORTHY and not self.is_beside

    def fit(self, topics: set[str], *, foreign: bool) -> float:
        """Return how well it suits somebody with these topics, who may read it abroad."""
        passage = self.passage
        wanted = 1.5 if topics & self.said else 1.0
        # What cannot be translated can still be cited: figures and names read in any language.
        reads = 1.0 if not foreign or passage.traits & {Trait.FIGURE, Trait.PERSON} else 0.6
        # Read elsewhere, an exclamation is somebody else's cheer.
        calm = 0.5 if passage.text.endswith("!") else 1.0
        return wanted * reads * calm


def carriers(content: ContentItem) -> tuple[Passage, ...]:
    """Return the passages of a content that stand on their own and say something."""
    return tuple(
        passage
        for passage in passages_of(content.text)
        if not passage.leans and says_enough(passage, content)
    )


def carriers_of(content: ContentItem) -> tuple[Carrier, ...]:
    """Return the same with what each is worth."""
    return _carriers(_Read(content))


class _Read:
    """A content that stands in a cache by what is read of it: told once for all who ask."""

    def __init__(self, content: ContentItem) -> None:
        self.content = content
        shown = (content.text, content.title, content.summary, tuple(content.tags))
        self._read = (*shown, content.language, content.authors)

    def __hash__(self) -> int:
        return hash(self._read)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Read) and self._read == other._read


@lru_cache(maxsize=64)
def _carriers(read: _Read) -> tuple[Carrier, ...]:
    content, passages = read.content, carriers(read.content)
    judged = dict(zip(passages, worths(content, passages), strict=True))
    alone = {one: 0.0 if hangs(one, content) else worth for one, worth in judged.items()}
    point = _point(content, alone)
    together = stretches(Standing(content=content, judged=judged, alone=alone, point=point))
    of_carrier = {one.carrier: one for one in together}
    beside = {one for stretch in together for one in stretch.beside}
    found = (Carrier.of(one, content, worth, of_carrier.get(one)) for one, worth in alone.items())
    return tuple(
        one.told_beside() if one.passage in beside else replace(one, is_point=one.passage is point)
        for one in found
    )


def _point(content: ContentItem, alone: Mapping[Passage, float]) -> Passage | None:
    """Return the sentence that tells best what a content is about."""
    worthy = [one for one in alone if told(one, content.text, content.language) is not None]
    return max(worthy, key=lambda one: with_point(alone[one], (one,), content, 2), default=None)


def hangs(passage: Passage, content: ContentItem) -> bool:
    """Tell whether nobody is glad of a passage alone: it names nothing, asks, or is no news."""
    text = content.text
    asks = Trait.QUESTION in passage.traits and not _is_answered(passage, content)
    points = hanging(passage, text) or takes_up(passage.text, text[: passage.span.start])
    points = points or half_told(passage.text)
    return asks or bool(points) or is_unnamed(passage, text) or is_premise(passage, text)


def stretch_of(passage: Passage, content: ContentItem) -> Stretch | None:
    """Return the sentences that are told together where a passage carries a draft."""
    found = (one.stretch for one in carriers_of(content) if one.passage.span == passage.span)
    return next(found, None)


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
    return Trait.QUOTATION not in passage.traits and speaks_of_self(passage.text)


def stays_behind(passage: Passage, text: str) -> bool:
    """Tell whether a passage says nothing beside another one: nobody knows of whom, or of what."""
    return is_of_self(passage) or points_away(passage) or is_unnamed(passage, text)


def telling_words(passage: Passage, content: ContentItem) -> int:
    """Return how many words of a passage say something; those of the subject count three times.

    A figure says something too, the first two of them.
    """
    telling = {word for word in words(passage.text) if len(word) >= _TELLING_LETTERS}
    telling -= FUNCTION_WORDS[content.language] | _SAYING_LITTLE
    subject = set(words(f"{content.title} {' '.join(content.tags)}"))
    figures = len(_A_FIGURE.findall(passage.text))
    return len(telling) + 2 * len(telling & subject) + min(figures, _FIGURES_COUNT)


def _ease(passage: Passage, content: ContentItem, form: Form) -> float:
    """Return how easily a passage goes into somebody else's post in a form, from 0 to 1."""
    claim = told(passage, content.text, content.language) if form is telling_form(passage) else None
    if claim is not None and (not claim.of_one or is_its_authors(passage, content)):
        return _OF_AUTHORS_WORTH if claim.of_authors else 1.0
    for words_quoted, worth in _QUOTED_WORTH:
        citation = cited(passage, content.language, most_words=words_quoted)
        if citation is not None:
            easy = worth * _room_beside_title(content) * (_CUT_WORTH if citation.is_cut else 1.0)
            is_personal = citation.speaker is None and speaks_of_self(citation.words)
            return 0.0 if is_personal else easy
    return 0.0


def _is_answered(question: Passage, content: ContentItem) -> bool:
    """Tell whether a question need not hang in the air: what stands behind it may be told."""
    text = content.text
    return answered(question, text, passages_of(text), content.language) is not None


def _room_beside_title(content: ContentItem) -> float:
    """Return what a quotation is worth beside a title; next to a long one, one of them goes."""
    return 1.0 if short_title_of(content) is not None else _LONG_TITLE_WORTH
