"""What one offline draft may be made of, gathered once from its brief."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final, Self

from domain.content import ContentItem
from domain.drafts import DraftRequest
from domain.language import Language
from domain.ports import LengthMeasure
from domain.review import Span
from domain.voice import VoiceCard
from personalizer.answers import answered
from personalizer.card import card_for, readable
from personalizer.carriers import carriers, stays_behind, stretch_of
from personalizer.citing import Claim
from personalizer.forms import telling_form
from personalizer.headings import headings_of
from personalizer.instructions import Wish, wishes_in
from personalizer.offline.likeness import hand_of
from personalizer.offline.limits import ROOM_TO_SAY, most
from personalizer.offline.memories import memories
from personalizer.offline.note_sentences import note_sentences
from personalizer.offline.own_phrases import NO_PHRASES, OwnPhrases, own_phrases
from personalizer.offline.phrases import Phrases, phrases
from personalizer.offline.titles import short_title_of, title_of
from personalizer.offline.typography import as_inside_marks, typeset
from personalizer.passages import Passage, passages_of
from personalizer.screening import guarded, names_what_is_guarded, subjects_in, touches
from personalizer.tongue import is_in
from personalizer.traits import Trait
from personalizer.writing import Brief, Form

if TYPE_CHECKING:
    from personalizer.offline.hand import Hand

_THIN = 2
_TU: Final = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t(?=['’]))\b", re.IGNORECASE)
_VOUS: Final = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Everything a draft may say.

    `focus` carries the draft: a sentence, or the heading of a part; `headings` are those of the
    content. `first` is the sentence told first, the one before it where it leans on that, and
    `follow` those that are told behind, so that none hangs; `answer` is what the content says
    behind a question. `others` may be quoted beside it. `may_be_told` is False when another form
    of the same sentence has the right to tell it outside quotation marks. `is_thin` says that
    next to nothing stands beside what carries the draft. `memories` are sentences of the
    author's own posts, `own_phrases` what they often say. `length_on` counts a text.
    """

    brief: Brief
    phrases: Phrases
    employer: str
    kind: str
    title: str | None
    short_title: str | None
    focus: Passage | None
    headings: tuple[Passage, ...]
    first: Passage | None
    follow: tuple[Passage, ...]
    answer: Claim | None
    others: tuple[Passage, ...]
    notes: tuple[str, ...]
    has_foreign_notes: bool
    may_be_told: bool
    is_thin: bool
    may_tag: bool = True
    card: VoiceCard | None = None
    hand: "Hand | None" = None
    memories: tuple[str, ...] = ()
    own_phrases: OwnPhrases = NO_PHRASES
    length_on: LengthMeasure

    def counted(self, text: str) -> int:
        """Return the length of a text as the platform of the draft counts it."""
        return self.length_on(self.request.platform, text)

    @property
    def request(self) -> DraftRequest:
        """The request the draft answers."""
        return self.brief.request

    @property
    def content(self) -> ContentItem:
        """The content the draft speaks about."""
        return self.request.content

    @property
    def language(self) -> Language:
        """The language of the draft."""
        return self.request.language

    @property
    def wishes(self) -> frozenset[Wish]:
        """What of the draft its author asked to be otherwise."""
        return wishes_in(self.request.wishes)

    @property
    def is_wished_shorter(self) -> bool:
        """Whether the author asked for a shorter draft."""
        return Wish.SHORTER in self.wishes

    @property
    def is_foreign(self) -> bool:
        """Whether the content is in the other language."""
        return self.content.language is not self.language

    @property
    def is_employers_own(self) -> bool:
        """Whether the author's employer published the content: it stands on a site of theirs."""
        organization = self.brief.organization
        return organization.owns(self.content.url) and self.employer in organization.names

    def is_named_in(self, text: str) -> bool:
        """Tell whether a text says what the content is called, if anything, or who speaks in it."""
        speaker = self.focus.speaker if self.focus is not None else None
        said = self.names
        return not said or any(one in text for one in (*said, *filter(None, [speaker])))

    @property
    def names(self) -> tuple[str, ...]:
        """What the content may be called, as it stands between the marks of a draft."""
        titles = (self.title, self.short_title)
        said = (typeset(one, self.content.language) for one in titles if one is not None)
        return tuple(as_inside_marks(one, self.language) for one in said)

    @property
    def says_tu(self) -> bool:
        """Whether the author says "tu" to their readers."""
        if self.language is not Language.FRENCH or self.wishes & {Wish.TU, Wish.VOUS}:
            return Wish.TU in self.wishes and self.language is Language.FRENCH
        return self.card is not None and bool(self.card.says_tu)

    @property
    def line_breaks(self) -> float | None:
        """How many line breaks its author's posts have, None where nothing shows it."""
        own = readable(self.request.ambassador.posts, self.language)
        shown = median(post.strip().count("\n") for post in own) if own else None
        return shown if self.card is None else self.card.line_breaks

    @property
    def is_in_lines(self) -> bool:
        """Whether the draft stands in more than one line, as its author's posts do."""
        return self.line_breaks is None or self.line_breaks > 0

    def addresses(self, phrase: str) -> bool:
        """Tell whether a phrase speaks to the reader as the author does."""
        return not (_VOUS if self.says_tu else _TU).search(phrase)

    @property
    def names_a_part(self) -> bool:
        """Whether a heading carries it, of which nothing is told."""
        return self.focus is not None and Trait.HEADING in self.focus.traits

    def is_in_part(self, passage: Passage) -> bool:
        """Tell whether a passage stands under the heading that carries the draft."""
        if self.focus is None or not self.names_a_part:
            return False
        begins = self.focus.span.end
        above = [one for one in self.headings if begins <= one.span.start < passage.span.start]
        return begins <= passage.span.start and not above

    @property
    def asks(self) -> bool:
        """Whether the sentence that carries it is a question."""
        return self.focus is not None and Trait.QUESTION in self.focus.traits

    @property
    def leaves_answer(self) -> bool:
        """Whether it is a question that the content does not answer at once: its author has to."""
        return self.asks and self.answer is None

    @property
    def form(self) -> str:
        """The slot its phrases come from: the angle's form, or that of a job advertisement."""
        is_job = self.kind in {"annonce", "job ad"}
        closes_as_job = self.brief.angle.form in {
            Form.BEHIND_THE_SCENES,
            Form.LESSON,
            Form.QUESTION,
        }
        return "job" if is_job and closes_as_job else str(self.brief.angle.form)


@dataclass(frozen=True, slots=True)
class _Usable:
    """The sentences and headings of a content that its author may tell or quote."""

    brief: Brief
    sentences: tuple[Passage, ...]
    headings: tuple[Passage, ...]

    @classmethod
    def of(cls, brief: Brief, without: frozenset[str]) -> Self:
        content, is_usable = brief.request.content, _usable(brief, without)
        told, headings = passages_of(content.text), headings_of(content.text, content.language)
        return cls(brief, tuple(filter(is_usable, told)), tuple(filter(is_usable, headings)))

    @property
    def focus(self) -> Passage | None:
        """What carries the draft."""
        told = (*self.sentences, *self.headings)
        return next((one for one in told if one.span == self.brief.angle.focus), None)

    def beside(self, focus: Passage | None, carrying: Container[Span]) -> tuple[Passage, ...]:
        """Return what may be quoted beside it, of the places that carry something."""
        text = self.brief.request.content.text
        return tuple(
            one
            for one in self.sentences
            if one.span in carrying and one is not focus and not stays_behind(one, text)
        )


def gathered(
    brief: Brief, length_on: LengthMeasure, *, without: frozenset[str] = frozenset()
) -> Material:
    """Gather the material of a brief, leaving out sentences that were objected to."""
    request, content, usable = brief.request, brief.request.content, _Usable.of(brief, without)
    focus, carrying = usable.focus, {one.span for one in carriers(content)}
    stretch = _told_together(focus, request, usable.sentences)
    own = [note for note in note_sentences(request) if note not in without]
    notes = tuple(note for note in own if is_in(note, request.language))
    known = phrases(request.language)
    person = request.ambassador
    hand = hand_of(person, request.language, least=1)
    return Material(
        brief=brief,
        phrases=known,
        employer=brief.employer,
        kind=_kind(content, known),
        title=_allowed(title_of(content), brief, without),
        short_title=_allowed(short_title_of(content), brief, without),
        focus=focus,
        headings=usable.headings,
        first=next(iter(stretch), None),
        follow=stretch[1:],
        answer=_answer(focus, content, usable.sentences),
        others=usable.beside(focus, carrying),
        notes=notes,
        has_foreign_notes=bool(own) and not notes,
        may_be_told=focus is not None and telling_form(focus) is brief.angle.form,
        is_thin=len(carrying) <= _THIN,
        card=brief.card or card_for(request.ambassador, request.language),
        hand=hand,
        memories=() if notes or hand is None else memories(person, request.language, hand),
        own_phrases=own_phrases(person, request.language),
        length_on=length_on,
    )


def _allowed(title: str | None, brief: Brief, without: frozenset[str]) -> str | None:
    """Return a title unless it names what the company or the author does not speak about."""
    is_refused = title is not None and (
        title in without
        or names_what_is_guarded(title, brief.organization)
        or touches(title, brief.request.ambassador.never)
    )
    return None if is_refused else title


def _usable(brief: Brief, without: frozenset[str]) -> Callable[[Passage], bool]:
    """Return what tells whether a passage may be used, its lists read once for all of them."""
    # Nobody cites what is said about themselves either.
    person = brief.request.ambassador
    refused = subjects_in((*guarded(brief.organization), *person.never, person.name or ""))

    def is_usable(passage: Passage) -> bool:
        is_refused = refused is not None and refused.search(passage.text) is not None
        return not is_refused and passage.text not in without

    return is_usable


def _kind(content: ContentItem, known: Phrases) -> str:
    return next(name for name, words in known.kinds.items() if words.search(content.title))


def _answer(focus: Passage | None, content: ContentItem, usable: Sequence[Passage]) -> Claim | None:
    asks = focus is not None and Trait.QUESTION in focus.traits
    return answered(focus, content.text, usable, content.language) if focus and asks else None


def _told_together(
    focus: Passage | None, request: DraftRequest, usable: Sequence[Passage]
) -> tuple[Passage, ...]:
    """Return the sentences to tell: what goes with the focus where there is room and all may."""
    alone = () if focus is None else (focus,)
    if focus is None or most(request.platform) < ROOM_TO_SAY:
        return alone
    stretch = stretch_of(focus, request.content)
    return stretch.sentences if stretch and {*stretch.sentences} <= {*usable} else alone
