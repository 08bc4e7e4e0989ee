"""What a text with neither source nor notes is asked about: the first figure that tells something.

A share, a sum or a ratio measures something whoever tells it. So many patents or clients are told
of the author's own life ("J'ai cinq brevets") or of the company, and then may be as wrong.
"""

import re
from fractions import Fraction
from typing import Final

from domain.organization import Organization
from domain.review import Span
from guardrails.facts.counted import stem
from guardrails.facts.evidence import stated
from guardrails.facts.figures import Figure
from guardrails.facts.fractions import PART_WORDS
from guardrails.facts.listed import Lists
from guardrails.facts.matching import is_of_discourse
from guardrails.facts.numerals import NUMBER_WORDS
from guardrails.facts.passage import Passage
from guardrails.facts.units import CURRENCIES, PERCENT
from guardrails.reading import Reading, fold_term
from guardrails.wordings import any_name

# A source is somebody or something else: neither "selon moi" nor "study hard".
_CITES: Final = re.compile(
    r"https?://|www\.|\[\d{1,3}\]|\[[^\]\n]{0,40}\b(?:etude|rapport|source|study|report)\b"
    r"|\b(?:selon|d'apres|according to) (?!moi\b|nous\b|me\b|us\b|myself\b)|\bsources? ?:"
    r"|(?:\bl'|\b(?:une?|le|la|cette|ce|du|au) (?:[a-z]+ )?)"
    r"(?:etude|rapport|barometre|enquete|sondage|communique|fiche)\b"
    r"|\b(?:the|an?|this|that|its|their) (?:[a-z]+ )?"
    r"(?:study|report|survey|barometer|press release)\b"
)
# One of these stands in whatever cites: it is looked for where one does.
_CITING: Final = frozenset(
    "selon apres according source sources etude rapport barometre enquete sondage communique fiche"
    " study report survey barometer release".split()
)
_LINKING: Final = ("http", "www.", "[")
# Of their own life, people count kin, pets and what they read: nobody could check it.
_OWN_LIFE: Final = frozenset(
    map(
        stem,
        "enfants filles fils garcons soeurs freres neveux nieces cousins cousines chats chiens"
        " poules chevaux kids children daughters sons sisters brothers nephews cousins"
        " cats dogs hens horses grandchildren grandkids".split(),
    )
)
_READ: Final = re.compile(r"\b(?:j'ai |je |i |i've )(?:\w+ )?(?:lu|relu|lis|read)\b")
_MOST_OF_ONES_OWN: Final = 100
_BOOKS: Final = frozenset(map(stem, "livres romans books novels pages bd comics".split()))
_WE_HAVE: Final = re.compile(r"\b(?:j'|je |i |i'|nous |we |we')")
_OURS: Final = re.compile(r"\b(?:mes|nos|my|our) $")
_FEWEST: Final = 3
"""One and two are said of anything."""


def first_unsourced(reading: Reading, organization: Organization) -> Span | None:
    """Return where the first figure stands that somebody should be able to check, if any."""
    passage = reading.view(Passage.reading)
    if not (passage.digits or passage.may_hold(NUMBER_WORDS | PART_WORDS)):
        return None
    may_cite = passage.may_hold(_CITING) or any(one in passage.text for one in _LINKING)
    if may_cite and _CITES.search(passage.text):
        return None
    for figure in stated(passage).figures:
        place = reading.bare.span(figure.start, figure.end)
        if _measures(figure) or _counts(figure, place, reading, organization):
            return place
    return None


def _measures(figure: Figure) -> bool:
    is_share = figure.unit == PERCENT and Fraction(100) not in figure.values
    return is_share or figure.unit in CURRENCIES or figure.out_of is not None


def _counts(figure: Figure, place: Span, reading: Reading, organization: Organization) -> bool:
    """Tell whether it counts things of the author or of the company, and no list of the text."""
    if figure.unit or not figure.nouns or max(figure.values) < _FEWEST or is_of_discourse(figure):
        return False
    sentence = reading.sentence_at(place.start)
    said = fold_term(reading.text[sentence.start : sentence.end])
    if _is_of_own_life(figure, said):
        return False
    company = any_name((*organization.names, *organization.products))
    is_ours = _OURS.search(reading.bare.text, max(0, figure.start - 4), figure.start) is not None
    if not (is_ours or _WE_HAVE.search(said) or company.search(said)):
        return False
    return figure.values.isdisjoint(Lists(reading.text).counted_at(place, figure.nouns))


def _is_of_own_life(figure: Figure, said: str) -> bool:
    if max(figure.values) >= _MOST_OF_ONES_OWN:
        return False
    is_read = _READ.search(said) is not None and not figure.nouns.isdisjoint(_BOOKS)
    return is_read or not figure.nouns.isdisjoint(_OWN_LIFE)
