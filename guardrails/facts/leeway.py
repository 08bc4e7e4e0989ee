"""What somebody who writes for themselves is only asked about, and a machine may not write.

A machine was given the source and the notes, and knows nothing else. Whoever was there knows
what people keep saying, and may call many "half": their words stay theirs unless they give
them to somebody, or tell otherwise what the source tells.
"""

import re
from dataclasses import dataclass
from typing import Final, Self

from domain.review import Circumstances, Span
from guardrails.checks.patterns import Matcher
from guardrails.facts.bases import roots
from guardrails.facts.dates import Moment
from guardrails.facts.evidence import Evidence, stated
from guardrails.facts.figures import Figure
from guardrails.facts.names import names
from guardrails.facts.own_day import is_of_own_day
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.quotations import Quotation, quotations
from guardrails.facts.speakers import is_said_by_somebody
from guardrails.reading import Reading, fold_term
from guardrails.wordings import any_name

_MACHINE_SHARE: Final = 0.5
"""From so much unchanged draft on, a text is the machine's, as `own_words` has it."""
_NEARLY: Final = 0.5
_A_SAYING: Final = 4
"""Words: fewer between marks are a term."""
_LASTING: Final = frozenset("second minute hour day week month year decade".split())
_MINE: Final = re.compile(r"\b(?:j'|je |mon |ma |mes |moi\b|i |i'|my |me\b|mine\b)")
_OURS: Final = re.compile(r"\b(?:nous|notre|nos|we|our|ours|us)\b")
# What is sold or announced is somebody's promise, and nobody's life: it must stand in the notes.
_OFFERED: Final = re.compile(
    r"\b(?:garanti\w*|livraisons?|livre en|rembours\w+|produits?|logiciels?|batteries?|autonomie"
    r"|vaccins?|traitements?|medicaments?|pannes?|appareils?|entreprises?|societes?|inaugur\w+"
    r"|portes ouvertes|ouverture|aura lieu|auront lieu|au lieu de"
    r"|guarantee\w*|warrant(?:y|ies)|deliver(?:y|ies)|refund\w*|products?|software|battery"
    r"|vaccines?|treatments?|drugs?|outages?|devices?|compan(?:y|ies)|firms?|opening"
    r"|doors open|takes? place|will be held|instead of)\b"
)
_INVITING: Final = roots(
    "ask demandez demande voir voyez see talk parlez meet rencontrez call appelez come venez elle"
    " elles she you vous"
)
_DENYING: Final = re.compile(
    r"n't\b|\b(?:ne|n'|pas|plus|jamais|aucune?|rien|sans|not|no|never|nothing|nobody|without)\b"
)
_AN: Final = re.compile(r"\b(?:an?|une?) $", re.IGNORECASE)
_CONTENT: Final = re.compile(r"[^\W\d_]{4,}")


def is_their_own(circumstances: Circumstances) -> bool:
    """Tell whether a text is its author's, as far as anybody said."""
    return (circumstances.draft_share or 0.0) < _MACHINE_SHARE


def quotes_nobody(
    reading: Reading,
    quotation: Quotation,
    unsaid: frozenset[str],
    grounds: Evidence,
    published: Evidence | None,
) -> bool:
    """Tell whether words between marks are neither somebody's nor nearly those of the source.

    Words that hold a name or a figure tell more than people keep saying, unless a sign says with
    them what a sentence of what was given tells.
    """
    is_sign = _is_sign(quotation, grounds)
    if _tells_facts(quotation, unsaid, grounds, is_sign=is_sign):
        return False
    if published is not None and _is_nearly(published, quotation, is_sign=is_sign):
        return False
    return not is_said_by_somebody(reading, quotation, unsaid)


@dataclass(frozen=True, slots=True)
class Leeway:
    """Which facts of a text are only asked about, though nothing that was given tells them.

    Of what people write themselves a vague half is one. Where they wrote no more than notes, so
    are how long something takes, an hour and a day of the week, and a small count of their own:
    their notes say what the post is about, not all they know of their life. What their notes tell
    otherwise, and what is said of the company, must stand in them.
    """

    reading: Reading
    grounds: Evidence
    company: Matcher
    is_own: bool
    has_source: bool

    @classmethod
    def of(cls, reading: Reading, circumstances: Circumstances, grounds: Evidence) -> Self:
        """Tell it of a text and what is known of it."""
        organization = circumstances.organization
        company = any_name((*organization.names, *organization.products))
        has_source = circumstances.source is not None
        return cls(reading, grounds, company, is_their_own(circumstances), has_source)

    def is_for_figure(self, figure: Figure, place: Span) -> bool:
        """Tell whether a figure may be the author's own."""
        if not self.is_own or is_vague(figure, self.grounds):
            return self.is_own
        sentence = self._sentence(place)
        is_life = figure.unit in _LASTING and figure.unit not in self.grounds.facts.written
        is_life = is_life or (figure.is_small and _MINE.search(sentence) is not None)
        is_life = is_life or self._is_a_digit(figure, place)
        return is_life and self._is_life(sentence) and not self._is_told(figure)

    def is_for_moment(self, moment: Moment, place: Span) -> bool:
        """Tell whether an hour or a day of the week may be the author's own."""
        is_time = moment.minute is not None or moment.weekday is not None
        sentence = self._sentence(place)
        is_told_apart = moment.is_spoken or (moment.minute is not None and is_of_own_day(sentence))
        return (
            self.is_own
            and is_time
            and self._is_life(sentence, is_told_apart=is_told_apart)
            and not any(
                (one.minute is None, one.weekday is None)
                == (moment.minute is None, moment.weekday is None)
                for one in self.grounds.moments
            )
        )

    def _is_a_digit(self, figure: Figure, place: Span) -> bool:
        """Tell whether it is the digit itself: "a 4 and something like an egg"."""
        before = self.reading.text[max(0, place.start - 4) : place.start]
        return figure.is_small and figure.is_open and _AN.search(before) is not None

    def _is_told(self, figure: Figure) -> bool:
        """Tell whether the notes count the same thing otherwise."""
        return not figure.nouns.isdisjoint(self.grounds.facts.counted)

    def _is_life(self, sentence: str, *, is_told_apart: bool = False) -> bool:
        """Tell whether a sentence is of the author's own life, which a source does not tell.

        A time said in words, or of the author's own day, is so beside a source as well.
        """
        is_ours = _OURS.search(sentence) is not None or self.company.search(sentence) is not None
        is_offered = _OFFERED.search(sentence) is not None
        is_of_source = self.has_source and not is_told_apart
        return not (is_of_source or is_ours or is_offered)

    def _sentence(self, place: Span) -> str:
        sentence = self.reading.sentence_at(place.start)
        return fold_term(self.reading.text[sentence.start : sentence.end])


def is_vague(figure: Figure, grounds: Evidence) -> bool:
    """Tell whether it is "half" or "a third" where nothing that was given tells a share."""
    return figure.is_in_words and figure.out_of is not None and not grounds.shares


def _tells_facts(
    quotation: Quotation, unsaid: frozenset[str], grounds: Evidence, *, is_sign: bool
) -> bool:
    figures = stated(Passage.of(quotation.text)).figures
    return any(not one.is_small for one in figures) or any(
        name.phrase not in unsaid and not (is_sign and grounds.says(name.phrase))
        for name in names(quotation.text)
    )


def _is_sign(quotation: Quotation, grounds: Evidence) -> bool:
    """Tell whether one sentence given tells all of it: "Ask Dominique, she likes drill bits"."""
    words = fold_term(quotation.text)
    said = roots(words) - _INVITING
    return bool(said) and any(
        said <= told and (is_denied or not _DENYING.search(words))
        for told, is_denied in grounds.view(_sentences)
    )


def _sentences(grounds: Evidence) -> tuple[tuple[frozenset[str], bool], ...]:
    """Return the roots of each sentence given, and whether it denies anything."""
    texts = (Passage.of(text).text for text in grounds.originals)
    sentences = (sentence for text in texts for sentence in SENTENCE_BREAK.split(text))
    return tuple((roots(one), _DENYING.search(one) is not None) for one in sentences)


def _quoted(published: Evidence) -> frozenset[str]:
    """Return the words that a source gives to somebody."""
    found = (one for text in published.originals for one in quotations(text, at_least=_A_SAYING))
    return frozenset(word for one in found for word in _CONTENT.findall(fold_term(one.text)))


def _is_nearly(published: Evidence, quotation: Quotation, *, is_sign: bool) -> bool:
    """Tell whether half of its words are the source's, of a sign those it gives to somebody."""
    words = _CONTENT.findall(fold_term(quotation.text))
    said = published.view(_quoted) if is_sign else published.vocabulary
    return bool(words) and sum(word in said for word in words) >= _NEARLY * len(words)
