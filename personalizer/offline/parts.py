"""The parts of one draft, each in every wording its material allows, the chosen one first."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from domain.placeholders import placeholder
from personalizer.citing import LONGEST_COPY, Citation, Claim, cited, told
from personalizer.clauses import word_count
from personalizer.offline.blocks import Block, Field
from personalizer.offline.fields import agenda_fields
from personalizer.offline.layouts import Part
from personalizer.offline.material import Material
from personalizer.offline.nuggets import speaker_of
from personalizer.offline.tags import hashtags
from personalizer.offline.telling import citation_of, claim_of, form_of, has_one_author, others
from personalizer.offline.topics import term_of
from personalizer.offline.typography import typeset
from personalizer.offline.wording import Wording
from personalizer.traits import Trait
from personalizer.writing import Form

_LEAST_ASIDE = 5
_WORDINGS = 8
# A wording of so many words takes its time; still longer ones are no better.
_UNHURRIED = 7
# What one mark may ask for: more is a questionnaire.
_MOST_HINTS = 4
_SELDOM = 0.2
_ONE_NOUN = 2
_LEAST_TERMS, _MOST_TERMS = 2, 3
# More words between marks are a quotation.
_FEW_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Words the parts of a draft; `quote_words` bounds the quotation that carries it.

    `aside_words` bounds the quotation beside it, `notes` how many sentences of notes go in.
    A title is a quotation too: where there is no room for it, `says_title` is False.
    `asks_more` leaves one mark more to fill and says the rest in more words, so that a quotation
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
        found = list(islice(self.wordings(part), _WORDINGS))
        # Beside a long quotation the rest had better take its time.
        return sorted(found, key=_time_taken, reverse=True) if self.asks_more else found

    def wordings(self, part: Part) -> Iterator[Block]:
        """Yield every wording of a part in the order of preference; none if it has no matter."""
        writers: Mapping[Part, Callable[[], Iterator[Block]]] = {
            Part.HOOK: self._hooks,
            Part.CONTEXT: self._context,
            Part.CLAIM: self._claims,
            Part.WOVEN: self._woven,
            Part.FOLLOW: self._follow,
            Part.ASIDE: self._asides,
            Part.AGENDA: self._agenda,
            Part.DISCLOSURE: lambda: self.wording.blocks("disclosure"),
            Part.OWN: self._own,
            Part.OPENING: lambda: self.wording.blocks("opening", self._address),
            Part.CLOSING: self._closings,
            Part.LINK: self._links,
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
    def material(self) -> Material:
        """What the draft is made of."""
        return self.wording.material

    @property
    def names_subjects(self) -> bool:
        """Tell whether the draft can say what it is about in more than a bare noun."""
        topic = self.wording.standing.get("topic")
        return topic is not None and word_count(topic.text) > _ONE_NOUN

    def _context(self) -> Iterator[Block]:
        # A sentence that is told says itself what it is about.
        is_quoted = self.claim is None and self.citation is not None
        if is_quoted and not self.material.is_foreign:
            yield from self.wording.blocks("subject")

    def _hooks(self) -> Iterator[Block]:
        focus, form = self.material.focus, self._form
        if form == Form.THANKS and not (focus and speaker_of(focus.text)):
            form = Form.QUOTATION
        return self.wording.blocks("hook", form, said=self._said)

    def _claims(self) -> Iterator[Block]:
        claim = self.claim
        if claim is None:
            return self._quotations()
        if claim.of_authors:
            slot = "claim_of_team" if has_one_author(self.material) else "claim_of_authors"
        else:
            slot = "claim" if claim.runs_on else "claim_apart"
        return self.wording.claiming(slot, claim=claim)

    def _woven(self) -> Iterator[Block]:
        claim = self.claim
        return iter(()) if claim is None else self.wording.claiming("woven_claim", claim=claim)

    def _follow(self) -> Iterator[Block]:
        follow, claim = self.material.follow, self.claim
        if follow is None or claim is None or claim.of_authors:
            return
        after = told(
            replace(follow, leans=False), self.material.content.text, self.material.language
        )
        is_short = word_count(f"{claim.text} {follow.text}") <= LONGEST_COPY
        if after is not None and not after.of_authors and is_short:
            said = typeset(follow.text, self.material.content.language)
            yield Block.own(said if said[-1] in ".!?…»”)" else f"{said}.")

    def _quotations(self) -> Iterator[Block]:
        material = self.material
        citation = self.citation
        if citation is None:
            return self._frames()
        if material.is_foreign:
            return self.wording.citing("foreign", "quote", citation=citation)
        if material.names_a_part:
            return self.wording.citing("heading", citation=citation)
        if citation.speaker is not None:
            return self.wording.citing("spoken", citation=citation)
        return self.wording.citing("asked" if material.asks else "quote", citation=citation)

    def _frames(self) -> Iterator[Block]:
        blocks = self.wording.blocks
        if self.material.is_foreign:
            bare, titled = blocks("foreign", "bare"), blocks("foreign", "frame")
            return chain(titled, bare) if self.says_title else bare
        # Without a link, the title stands in its place at the end.
        says_title = self.says_title and self.material.content.url is not None
        return chain(blocks("subject"), blocks("without_link") if says_title else ())

    def _asides(self) -> Iterator[Block]:
        if self.material.is_foreign or self.aside_words < _LEAST_ASIDE:
            return iter(())
        for passage in others(self.material, self.wording.dice):
            citation = cited(passage, self.material.content.language, most_words=self.aside_words)
            if citation is not None and Trait.QUESTION not in passage.traits:
                slot = "aside_of_part" if self.material.is_in_part(passage) else "aside"
                return self.wording.citing(slot, citation=citation)
        return iter(())

    def _agenda(self) -> Iterator[Block]:
        terms = [] if self.material.is_foreign else self._subjects()
        if len(terms) >= _LEAST_TERMS:
            yield from self.wording.blocks("agenda", fields=agenda_fields(terms, self.material))

    def _subjects(self) -> list[str]:
        """Return what else the content speaks of: its headings first, then terms."""
        dice, material = self.wording.dice, self.material
        said = material.focus.text if material.focus else ""
        names = [one.text for one in material.headings if word_count(one.text) <= _FEW_WORDS]
        first = dice.pick("subjects", range(len(names))) if names else 0
        whole = material.content.text.casefold()
        terms = (term_of(other.text, material.content.language) for other in others(material, dice))
        # What is named once may be no term at all.
        known = [term for term in terms if term and whole.count(term.casefold()) > 1]
        found = dict.fromkeys([*names[first:], *names[:first], *known])
        return [one for one in found if one not in said][:_MOST_TERMS]

    def _own(self) -> Iterator[Block]:
        material = self.material
        if material.notes and self.notes:
            yield from self._notes(" ".join(material.notes[: self.notes]))
            return
        form = "notes" if material.has_foreign_notes else self._form
        hints = [block.text for block in self.wording.blocks("placeholder", form, said=self._said)]
        reminder = self._reminder()
        for at in range(len(hints)):
            asked = self._some(hints, at, self._hints_asked - len(reminder))
            yield Block.own(self._mark([*reminder, *asked]))

    @property
    def _hints_asked(self) -> int:
        """How many things a mark asks for: where others' words carry the draft, its author's."""
        if self.asks_more:
            return _MOST_HINTS
        return 3 if self._rests_on_a_quotation else 2

    def _some(self, hints: Sequence[str], at: int, count: int) -> list[str]:
        """Return some hints, one first; what follows it is the draft's own draw."""
        drawn, rest = [hints[at]], [*hints[at + 1 :], *hints[:at]]
        while rest and len(drawn) < count:
            drawn.append(self.wording.dice.pick(f"hint {len(drawn)}", rest))
            rest.remove(drawn[-1])
        return drawn

    def _mark(self, hints: Sequence[str]) -> str:
        language = self.material.language
        return placeholder(typeset("; ".join(hints), language), language)

    def _notes(self, said: str) -> Iterator[Block]:
        """Yield the notes; beside a quotation that outweighs them, a mark asks for more."""
        if self.asks_more:
            hint = next(iter(self.wording.blocks("placeholder", self._form, said=self._said)))
            yield Block.own(f"{said} {self._mark([hint.text])}")
        yield Block.own(said)

    def _reminder(self) -> list[str]:
        """Return the hint that names an old line of the author's, if there is one to name."""
        memories = self.material.memories
        if not memories:
            return []
        line = memories[self.wording.dice.turn % len(memories)]
        fields = {"line": Field(f"{line}…")}
        return [
            block.text for block in self.wording.blocks("placeholder", "memory", fields=fields)
        ][:1]

    @property
    def _rests_on_a_quotation(self) -> bool:
        """Tell whether others' words carry the draft, which then asks for more of its author's."""
        return self.claim is None and self.citation is not None and not self.material.is_foreign

    @property
    def _said(self) -> str:
        """The words of the source that the draft tells or quotes."""
        claim, citation = self.claim, self.citation
        if claim is not None:
            return claim.text
        return citation.words if citation is not None else ""

    @property
    def _form(self) -> str:
        return form_of(self.material, self._said)

    def _closings(self) -> Iterator[Block]:
        if not self._often_asks:
            return self.wording.blocks("signoff")
        return self.wording.blocks("closing", self._address, self._form, said=self._said)

    @property
    def _often_asks(self) -> bool:
        card = self.material.card
        return card is None or card.question_share >= _SELDOM or self.material.content.url is None

    @property
    def _address(self) -> str:
        return "tu" if self.material.says_tu else "vous"

    def _links(self) -> Iterator[Block]:
        if self.material.content.url:
            return self.wording.blocks("link")
        return self.wording.blocks("without_link") if self.says_title else iter(())

    def _tags(self) -> Iterator[Block]:
        tags = " ".join(hashtags(self.material))
        if tags:
            yield Block.own(tags)


def _time_taken(block: Block) -> int:
    return min(word_count(block.text), _UNHURRIED)
