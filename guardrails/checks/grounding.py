"""Grounding: every figure, date, name and quotation of a draft stands in its source or notes.

Without a source and without notes nothing can be traced: then a figure that measures something, or
counts what the author or the company has, is only asked about, once, unless the text says where it
comes from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Repair, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.facts.amounts import amounts, states_amount
from guardrails.facts.authorities import cited_from_nowhere
from guardrails.facts.common import COMMON_CODES, COMMON_NAMES, TOOL_NAMES
from guardrails.facts.evidence import Evidence, bare_words, stated
from guardrails.facts.figures import Figure
from guardrails.facts.gathering import gathered, kept_texts, published
from guardrails.facts.initials import initials
from guardrails.facts.interjections import is_exclaimed
from guardrails.facts.leeway import Leeway, is_their_own, quotes_nobody
from guardrails.facts.links import unstated
from guardrails.facts.listed import THINGS, Lists
from guardrails.facts.matching import (
    states_figure,
    states_moment,
    states_name,
    states_quotation,
)
from guardrails.facts.misuses import contrary, exchanged, told_of_another
from guardrails.facts.names import names
from guardrails.facts.own_name import is_the_authors
from guardrails.facts.passage import Passage, kept
from guardrails.facts.proposed import only_one
from guardrails.facts.quotations import Quotation, quotations
from guardrails.facts.results import untold
from guardrails.facts.seasons import states_when, whens
from guardrails.facts.singles import is_one
from guardrails.facts.speakers import gives_words, is_said_by_my_people
from guardrails.facts.told_of_facts import (
    AMOUNT,
    AUTHORITY,
    CONTRARY,
    DATE,
    EFFECT,
    FIGURE,
    MOVED,
    NAME,
    QUOTATION,
    SWAPPED,
    TOO_MANY,
    UNSOURCED,
    how_to_mend,
)
from guardrails.facts.unsourced import first_unsourced
from guardrails.facts.worked_out import WorkedOut
from guardrails.reading import Reading, fold_term
from guardrails.wordings import any_name, occurrences

# More is a table, not a post; each figure is looked up, and a check stays quick.
_MOST_NUMBERS = 300
_MOST_SHOWN = 3
"""To so many findings what stands nearest is looked up: more would be read by nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounding:
    """Report each figure, date, name and quotation that source and notes do not have.

    `common_names` are capitalised words that name nobody. `quotation_words` is how many words
    make a quotation; fewer between marks are a term, unless they are given to somebody.
    """

    kind: ClassVar[str] = "grounding"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str = "CH-21"
    severity: Severity = Severity.BLOCK
    unsourced: Severity = Severity.WARN
    quotation_words: int = 4
    common_names: tuple[str, ...] = COMMON_NAMES

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per fact that cannot be traced."""
        given = kept_texts(circumstances)
        for at, finding in enumerate(self._found(reading, circumstances)):
            shown = given if at < _MOST_SHOWN else ()
            yield finding if finding.suggestion else _advised(finding, reading, shown)

    def _found(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        if len(reading.view(Passage.reading).digits) > _MOST_NUMBERS:
            yield self._finding(TOO_MANY, None)
            return
        if circumstances.source is None and not circumstances.notes:
            yield from self._ask_once(reading, circumstances.organization)
            return
        grounds = gathered(circumstances)
        text = kept(reading)
        said: list[Span] = []
        for quotation in quotations(text, at_least=1):
            if not self._is_quotation(reading, quotation, circumstances):
                continue
            said.append(Span(quotation.start, quotation.end))
            if not states_quotation(grounds, quotation):
                is_loose = self._is_loose(reading, quotation, circumstances, grounds)
                yield self._weighed(QUOTATION, said[-1], is_loose=is_loose)
        # One place is objected to once, by what says most of it.
        for looked in (
            self._untraced(reading, text, circumstances, grounds),
            self._misused(text, grounds),
        ):
            found = [one for one in looked if not any(_overlaps(one.span, span) for span in said)]
            yield from found
            said += (one.span for one in found if one.span is not None)

    def _untraced(
        self, reading: Reading, text: str, circumstances: Circumstances, grounds: Evidence
    ) -> Iterator[Finding]:
        passage, span = reading.view(Passage.reading), reading.bare.span
        facts = stated(passage)
        lists = Lists(text)
        worked_out = WorkedOut(passage, grounds, circumstances.now.date())
        leeway = Leeway.of(reading, circumstances, grounds)
        for figure in facts.figures:
            place = span(figure.start, figure.end)
            is_told = _counts_list(figure, place, lists, grounds) or states_figure(grounds, figure)
            is_told = is_told and not _is_one(figure, reading, circumstances, grounds)
            if not is_told and not worked_out.follows(figure):
                is_loose = leeway.is_for_figure(figure, place)
                suggestion = only_one(grounds, figure, text, place)
                yield self._weighed(FIGURE, place, suggestion, is_loose=is_loose)
        for code, start, end in facts.codes:
            if code not in COMMON_CODES and not grounds.says(bare_words(code)):
                yield self._finding(FIGURE, span(start, end))
        for moment in facts.moments:
            if not states_moment(grounds, moment):
                place = span(moment.start, moment.end)
                is_loose = leeway.is_for_moment(moment, place)
                yield self._weighed(DATE, place, is_loose=is_loose)
        if not is_their_own(circumstances):
            yield from self._untold(reading, grounds)
        idle = [span(start, end) for start, end in unstated(reading.bare.text)]
        idle += [span(figure.start, figure.end) for figure in facts.figures]
        idle += [span(moment.start, moment.end) for moment in facts.moments]
        ours = list(_ours(reading, circumstances.organization))
        for name in self._unnamed(text, circumstances, grounds):
            place = name.span or Span(0, 0)
            is_ours = any(one.start <= place.start < place.end <= one.end for one in ours)
            if not is_ours and not any(_overlaps(place, other) for other in idle):
                yield name

    def _unnamed(
        self, text: str, circumstances: Circumstances, grounds: Evidence
    ) -> Iterator[Finding]:
        """Yield the names that nothing given has, but for the author's own."""
        company, is_mine = self._company(circumstances), is_their_own(circumstances)
        for name in names(text, but=grounds.vocabulary):
            if states_name(grounds, name, company):
                continue
            is_own = is_mine and is_the_authors(text, name)
            # Somebody who is known by another name is asked who that is.
            if not is_own or circumstances.author:
                is_loose = is_own or (is_mine and is_exclaimed(text, name))
                yield self._weighed(NAME, Span(name.start, name.end), is_loose=is_loose)

    def _untold(self, reading: Reading, grounds: Evidence) -> Iterator[Finding]:
        """Yield amounts without a number and times that a machine was not told of."""
        passage = reading.view(Passage.reading)
        for amount in amounts(passage):
            if not states_amount(grounds, amount):
                yield self._finding(AMOUNT, reading.bare.span(amount.start, amount.end))
        for when in whens(passage):
            if not states_when(grounds, when):
                yield self._finding(DATE, reading.bare.span(when.start, when.end))
        for moment in () if grounds.weekdays else stated(passage).moments:
            if moment.weekday is not None:
                yield self._finding(DATE, reading.bare.span(moment.start, moment.end))

    def _misused(self, text: str, grounds: Evidence) -> Iterator[Finding]:
        """Yield what is told of something else, and, as a question, what nobody told.

        Whoever writes may know an effect or a study that the source does not tell; a model that
        was given the source cannot, and `domain.ports.FactChecker` stops it there.
        """
        given = grounds.originals
        yield from (self._finding(SWAPPED, span) for span in exchanged(text, given))
        of_another = told_of_another(text, given, grounds)
        yield from (self._finding(MOVED, span) for span in of_another)
        yield from (self._finding(CONTRARY, span) for span in contrary(text, given))
        asked = chain(
            ((AUTHORITY, span) for span in cited_from_nowhere(text, given)),
            ((EFFECT, span) for span in untold(text, given)),
        )
        for message, span in asked:
            yield replace(self._finding(message, span), severity=self.unsourced)

    def _ask_once(self, reading: Reading, organization: Organization) -> Iterator[Finding]:
        if span := first_unsourced(reading, organization):
            yield replace(self._finding(UNSOURCED, span), severity=self.unsourced)

    def _is_quotation(
        self, reading: Reading, quotation: Quotation, circumstances: Circumstances
    ) -> bool:
        if quotation.word_count >= self.quotation_words:
            return True
        return gives_words(reading, quotation, self._company(circumstances))

    def _is_loose(
        self,
        reading: Reading,
        quotation: Quotation,
        circumstances: Circumstances,
        grounds: Evidence,
    ) -> bool:
        is_short, unsaid = quotation.word_count < self.quotation_words, self._company(circumstances)
        if is_short and is_said_by_my_people(reading, quotation, unsaid):
            return True
        if not is_their_own(circumstances):
            return False
        known = published(circumstances.source) if circumstances.source else None
        return quotes_nobody(reading, quotation, unsaid, grounds, known)

    def _company(self, circumstances: Circumstances) -> frozenset[str]:
        organization = circumstances.organization
        author = circumstances.author or ""
        # A first name alone is how people sign.
        own = (*organization.names, *organization.products, author, *author.split())
        # What colleagues call it by, unless it says so itself, a machine cannot know.
        tools = TOOL_NAMES if is_their_own(circumstances) else ()
        own += initials(organization.names) if is_their_own(circumstances) else ()
        return _phrases(self.common_names) | _phrases((*own, *tools))

    def _weighed(
        self, message: Bilingual, span: Span, suggestion: str | None = None, *, is_loose: bool
    ) -> Finding:
        finding = self._finding(message, span, suggestion)
        return replace(finding, severity=self.unsourced) if is_loose else finding

    def _finding(
        self, message: Bilingual, span: Span | None, suggestion: str | None = None
    ) -> Finding:
        return Finding(
            rule=self.clause,
            check=self.kind,
            severity=self.severity,
            message=message,
            span=span,
            suggestion=suggestion,
            repair=Repair.REPLACE,
        )


def _advised(finding: Finding, reading: Reading, given: Sequence[str]) -> Finding:
    """Return a finding that says how it is repaired, where nothing stands to put in its place."""
    words = reading.slice(reading.sentence_at(finding.span.start)) if finding.span else ""
    told = how_to_mend(words, given, reading.language)
    return replace(finding, suggestion=told, repair=Repair.ADVISE)


def _ours(reading: Reading, organization: Organization) -> Iterator[Span]:
    """Yield where a name of the company stands whole: "Énergies" and "Causse" name it together."""
    own = any_name((*organization.names, *organization.products))
    return (reading.bare.span(*place) for place in occurrences(own, reading.bare.text))


@lru_cache(maxsize=64)
def _phrases(terms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(bare_words(fold_term(term)) for term in terms)


def _counts_list(figure: Figure, place: Span, lists: Lists, grounds: Evidence) -> bool:
    """Tell whether it counts the items of a list, and no things that were counted otherwise."""
    if not figure.is_small or figure.values.isdisjoint(lists.counted_at(place, figure.nouns)):
        return False
    counted = grounds.facts.counted
    known = [counted[noun] for noun in figure.nouns & THINGS if noun in counted]
    return not known or any(not figure.values.isdisjoint(values) for values in known)


def _is_one(
    figure: Figure, reading: Reading, circumstances: Circumstances, grounds: Evidence
) -> bool:
    """Tell whether a machine counts several of what the source has one of."""
    source = circumstances.source
    if source is None or is_their_own(circumstances):
        return False
    return is_one(published(source), reading.bare.text, figure, grounds.vocabulary)


def _overlaps(one: Span | None, other: Span) -> bool:
    return one is not None and one.start < other.end and other.start < one.end
