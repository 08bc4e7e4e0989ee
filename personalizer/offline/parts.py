"""The parts of one draft, each in every wording its material allows, the chosen one first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from personalizer.citing import Citation, Claim, cited
from personalizer.clauses import word_count
from personalizer.companions import Continuation
from personalizer.offline.asking import Asking
from personalizer.offline.blocks import Block
from personalizer.offline.ending import closings, goodbyes, greetings, links
from personalizer.offline.hints import some_hints
from personalizer.offline.layouts import Part
from personalizer.offline.material import Material
from personalizer.offline.noting import Noting
from personalizer.offline.stating import continuations, statements, woven
from personalizer.offline.tags import hashtags
from personalizer.offline.telling import (
    beside,
    citation_of,
    claim_of,
    continuations_of,
    form_of,
)
from personalizer.offline.wording import Wording
from personalizer.traits import Trait

# What a draft never goes without.
NEEDED = frozenset(
    {
        Part.DISCLOSURE,
        Part.WOVEN,
        Part.SIGNED,
        Part.INTRO,
        Part.PRESENTED,
        Part.CLAIM,
        Part.TITLED,
        Part.LINK,
    }
)
_LEAST_ASIDE = 5
_WORDINGS = 8
# A wording of so many words takes its time; still longer ones are no better.
_UNHURRIED = 9
# What one mark may ask for: more is a questionnaire.
_MOST_HINTS = 3
_HINTS_BESIDE_A_QUOTATION = 2
_HINTS_BESIDE_NOTES = 2
_JOB = "job"
_ANY = "any"
_PRESENTED = "presented"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Words the parts of a draft; `quote_words` bounds the quotation that carries it.

    `aside_words` bounds the quotation beside it, `notes` how many sentences of notes go in.
    A title is a quotation too: where there is no room for it, `says_title` is False, and only one
    that is as short as a name stands before the link.
    `asks_more` leaves more to fill and says the rest in more words, so that a quotation
    weighs less in the whole.
    """

    wording: Wording
    quote_words: int
    aside_words: int
    notes: int
    says_title: bool = True
    asks_more: bool = False

    def choices(self, part: Part) -> Sequence[Block]:
        """Return the first wordings of a part; they are worked out once for every order."""
        bounds = (self.quote_words, self.aside_words, self.notes, self.says_title, self.asks_more)
        return self.wording.once((part, *bounds), lambda: self._first_wordings(part))

    def _first_wordings(self, part: Part) -> list[Block]:
        found = list(islice(self._in_their_words(part), _WORDINGS * (1 + self.asks_more)))
        # Beside a long quotation the rest had better take its time.
        return sorted(found, key=_time_taken, reverse=True)[:_WORDINGS] if self.asks_more else found

    def _in_their_words(self, part: Part) -> Iterator[Block]:
        """Yield the wordings without a word its author never writes.

        What has to be said, and their own notes, are said in any; a mark to fill speaks to them.
        """
        if part is Part.OWN and not self.material.notes:
            return self.wordings(part)
        fitting = (one for one in self.wordings(part) if not self.wording.avoids(one))
        first = next(fitting, None)
        if first is not None:
            return chain((first,), fitting)
        return self.wordings(part) if part in NEEDED | {Part.NOTE, Part.OWN} else iter(())

    def wordings(self, part: Part) -> Iterator[Block]:
        """Yield every wording of a part in the order of preference; none if it has no matter."""
        writers: Mapping[Part, Callable[[], Iterator[Block]]] = {
            Part.GREETING: lambda: greetings(self.material),
            Part.INTRO: self.intros,
            Part.PRESENTED: self._presented,
            Part.CLAIM: self._behind_the_title,
            Part.TITLED: self._titled,
            Part.FOLLOW: self._follow,
            Part.ASIDE: self._asides,
            Part.WOVEN: lambda: woven(self),
            Part.DISCLOSURE: self.disclosures,
            Part.SIGNED: lambda: self._employed("signed"),
            Part.NOTE: lambda: self._noting().opening(),
            Part.OWN: self._own,
            Part.CLOSING: lambda: closings(
                self.wording, self._form, is_told=self.claim is not None
            ),
            Part.LINK: lambda: links(
                self.wording, names_title=self.names_title, says_title=self.says_title
            ),
            Part.GOODBYE: lambda: goodbyes(self.material),
            Part.TAGS: self._tags,
        }
        return writers[part]()

    @property
    def citation(self) -> Citation | None:
        """The quotation that carries the draft when nothing is told."""
        return citation_of(self.material, self.wording.dice, most_words=self.quote_words)

    @property
    def claim(self) -> Claim | None:
        """The sentence the draft tells outside quotation marks, if it may."""
        return claim_of(self.material)

    @property
    def continuations(self) -> tuple[Continuation, ...]:
        """What is told behind that sentence."""
        return continuations_of(self.material)

    @property
    def material(self) -> Material:
        """What the draft is made of."""
        return self.wording.material

    @property
    def tells(self) -> bool:
        """Whether the draft tells or quotes something of its content."""
        return self.claim is not None or self.citation is not None

    @property
    def names_title(self) -> bool:
        """Tell whether the draft says what the content is called before it tells of it."""
        material = self.material
        return self.says_title and material.title is not None and not material.is_foreign

    def intros(self) -> Iterator[Block]:
        """Yield how the content is presented by its title."""
        if self.material.is_foreign and self.says_title and self.citation is not None:
            return self.wording.blocks("foreign", "frame")
        return self.wording.blocks("intro", self._kind) if self.names_title else iter(())

    def _presented(self) -> Iterator[Block]:
        if self.names_title:
            return self._employed(_PRESENTED)
        return self.disclosures()

    def disclosures(self) -> Iterator[Block]:
        """Yield who speaks, and that a content is passed on where nothing else says so."""
        if self.tells or self.names_title or self.material.is_foreign:
            return self._employed("disclosure")
        return self.wording.blocks("presented", "untitled")

    @property
    def _kind(self) -> str:
        return _JOB if self.material.form == _JOB else _ANY

    def _employed(self, slot: str) -> Iterator[Block]:
        """Yield how the employer is named: before all as who published the content, if they did."""
        if slot == _PRESENTED and self._kind == _JOB:
            return self.wording.blocks(slot, _JOB)
        any_way = self.wording.blocks(slot, _ANY)
        # Behind a note, "this text" would be what its author noted.
        follows_notes = slot != _PRESENTED and bool(self.material.notes and self.notes)
        if not self.material.is_employers_own or follows_notes:
            return any_way
        ways = [self.wording.blocks(slot, "own"), any_way]
        # Drafts of one request differ in this as well.
        ways = ways[::-1] if self.wording.dice.turn % 2 else ways
        return chain.from_iterable(zip(*ways, strict=False))

    def _behind_the_title(self) -> Iterator[Block]:
        return statements(self, "said+there" if self.names_title else "said")

    def _titled(self) -> Iterator[Block]:
        if self.names_title and not self.tells:
            return self.intros()
        return statements(self, "titled" if self.names_title else "said")

    def _follow(self) -> Iterator[Block]:
        return continuations(self, self.continuations)

    def _asides(self) -> Iterator[Block]:
        if not self.tells or self.material.is_foreign or self.aside_words < _LEAST_ASIDE:
            return iter(())
        if self.continuations:
            return iter(())  # the next sentence is told
        for passage in beside(self.material, self.wording.dice):
            citation = cited(passage, self.material.content.language, most_words=self.aside_words)
            is_whole = citation is not None and not citation.is_cut
            if passage.speaker is not None:
                continue  # whose it is stands nowhere beside it
            if citation is not None and is_whole and Trait.QUESTION not in passage.traits:
                slot = "aside_of_part" if self.material.is_in_part(passage) else "aside"
                return self.wording.citing(slot, citation=citation)
        return iter(())

    def _own(self) -> Iterator[Block]:
        material = self.material
        if material.notes and self.notes:
            yield from self._noting().behind()
            return
        form = "notes" if material.has_foreign_notes else self._form
        blocks = list(self.wording.blocks("placeholder", form, said=self._said))
        leaves_answer = material.leaves_answer and self.citation is not None
        asking = Asking(self.wording, self._hints_asked)
        yield from asking.marks(blocks, leaves_answer=leaves_answer)

    @property
    def _hints_asked(self) -> int:
        """How many things a mark lets choose: one, and more where others' words outweigh it."""
        if self.asks_more:
            return _MOST_HINTS
        return _HINTS_BESIDE_A_QUOTATION if self._rests_on_a_quotation else 1

    def _noting(self) -> Noting:
        """Return who words the notes; beside a quotation that outweighs them, a mark asks more."""
        hints: list[str] = []
        if self.asks_more:
            found = [block.text for block in self.wording.blocks("placeholder", "beside_notes")]
            hints = some_hints(found, 0, _HINTS_BESIDE_NOTES, self.wording)
        return Noting(self.wording, self.material.notes[: self.notes], hints)

    @property
    def _rests_on_a_quotation(self) -> bool:
        """Tell whether others' words carry the draft, which then asks for more of its author's."""
        return self.claim is None and self.citation is not None and not self.material.is_foreign

    @property
    def _said(self) -> str:
        """The words of the source that the draft tells or quotes."""
        claim, citation = self.claim, self.citation
        if claim is not None:
            return ". ".join([claim.text, *(one.claim.text for one in self.continuations)])
        return citation.words if citation is not None else ""

    @property
    def _form(self) -> str:
        return form_of(self.material, self._said)

    def _tags(self) -> Iterator[Block]:
        tags = " ".join(hashtags(self.material))
        if tags:
            yield Block.own(tags)


def _time_taken(block: Block) -> int:
    return min(word_count(block.text), _UNHURRIED)
