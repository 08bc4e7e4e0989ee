"""Whether a fact of a draft stands in the evidence, in whatever form it was written."""

import re
from fractions import Fraction

from guardrails.facts.counted import stem
from guardrails.facts.dates import Day, Moment
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import SMALL, Figure
from guardrails.facts.hedges import is_true
from guardrails.facts.lasting import lasting
from guardrails.facts.multiples import multiples
from guardrails.facts.names import Name
from guardrails.facts.occurrences import happened
from guardrails.facts.persons import ANYBODY
from guardrails.facts.quotations import Quotation
from guardrails.facts.ratios import states_ratio, states_share
from guardrails.facts.relatives import relatives
from guardrails.facts.units import PERCENT, POINT, TIMES, told_otherwise
from guardrails.lexicon import other_names
from guardrails.reading import fold

_MINUTES = 60
_HALF_DAY = 12 * _MINUTES
_DAYS = 31
_PAIR = 2
# More words in capitals are no name, and trying every way to cut them would take long.
_LONGEST_NAME = 12
# Things a post counts on its own account: "trois idées", "two questions".
_DISCOURSE = frozenset(
    map(
        stem,
        "choses idees conseils enseignements lecons raisons points questions etapes mots phrases"
        " reflexes cles pistes facons exemples astuces criteres constats messages chiffres"
        " remarques verites erreurs sujets temps moments lignes posts articles lectures"
        " things ideas tips takeaways lessons reasons steps words sentences ways examples tricks"
        " insights numbers truths mistakes topics times lines reads facts people collegues"
        " colleagues".split(),
    )
)
_GAP = re.compile(r"\[[^\]]*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.")
_WORD = re.compile(r"\w+")


def states_figure(evidence: Evidence, figure: Figure) -> bool:
    """Tell whether the evidence gives this figure: its value, its unit, its scale."""
    if figure.out_of is not None:
        return states_ratio(evidence, figure, figure.out_of)
    if figure.label in evidence.facts.labelled:
        return bool(figure.values & evidence.facts.labelled[figure.label])
    if figure.is_small:
        return _states_small(evidence, figure)
    if _is_figurative(figure) and figure.unit not in evidence.facts.written:
        return True
    same = (other for value in figure.values for other in evidence.figures.get(value, ()))
    alike = [other for other in same if _counts_alike(figure, other)]
    if alike:
        return any(_is_told_by(figure, other, evidence) for other in alike)
    return (
        _states_time(evidence, figure)
        or _states_otherwise(evidence, figure)
        or _states_about(evidence, figure)
        or (figure.unit == PERCENT and states_share(evidence, {v / 100 for v in figure.values}))
        or _states_multiple(evidence, figure)
        or (not figure.unit and happened(evidence.originals, figure.values, figure.nouns))
    )


def states_moment(evidence: Evidence, moment: Moment) -> bool:
    """Tell whether the evidence gives this date or time, as far as it is told."""
    if moment.period is not None:
        return _states_period(evidence, moment.period)
    if moment.minute is not None:
        return any(
            _states_clock(evidence, moment, minute % (2 * _HALF_DAY))
            for minute in (moment.minute, moment.minute + _HALF_DAY)[: 1 + moment.is_of_half_day]
        )
    if moment.weekday is not None:
        return not evidence.weekdays or moment.weekday in evidence.weekdays
    return all(any(_states_day(evidence, day) for day in days) for days in moment.told)


def _states_clock(evidence: Evidence, moment: Moment, minute: int) -> bool:
    """Tell whether the evidence gives this time of day, as a time or as a number of hours."""
    # "6.30" is an hour for whoever writes "6.30 a.m.".
    written = minute // _MINUTES + Fraction(minute % _MINUTES, 100)
    is_clock = any(_is_at(other, minute) for other in evidence.moments)
    is_written = any(one.is_open for one in evidence.figures.get(written, ()))
    is_told = any(
        one.unit == "hour" and not (moment.is_at and one.lasts)
        for one in evidence.figures.get(Fraction(minute, _MINUTES), ())
    )
    return is_clock or is_told or is_written


def _is_at(moment: Moment, minute: int) -> bool:
    if moment.minute is None:
        return False
    return (moment.minute - minute) % (_HALF_DAY if moment.is_of_half_day else 2 * _HALF_DAY) == 0


def states_name(evidence: Evidence, name: Name, company: frozenset[str]) -> bool:
    """Tell whether the evidence has this name, or it is made of whole names it has."""
    ways = (words for words in {name.words, name.whole} if len(words) <= _LONGEST_NAME)
    return any(_is_made_of(evidence, words, company) for words in ways)


def states_quotation(evidence: Evidence, quotation: Quotation) -> bool:
    """Tell whether these are words of the evidence in their order, but for gaps marked as such."""
    pieces = (_phrase(piece) for piece in _GAP.split(quotation.text))
    return evidence.says_in_order([piece for piece in pieces if piece])


def is_of_discourse(figure: Figure) -> bool:
    """Tell whether it counts what a post counts on its own account: "trois idées"."""
    return not figure.nouns.isdisjoint(_DISCOURSE)


def _counts_alike(figure: Figure, other: Figure) -> bool:
    if other.out_of is not None:
        return not figure.unit
    return figure.unit == other.unit or figure.is_open


def _is_told_by(figure: Figure, other: Figure, evidence: Evidence) -> bool:
    """Tell whether neither is told by another time: 40 a year are not 40 a month.

    What is told by no time is told by one that the evidence tells something by.
    """
    if not figure.per or other.per == figure.per:
        return True
    told = evidence.spans if figure.is_within else evidence.rates
    return not other.per and figure.per in told


def _is_figurative(figure: Figure) -> bool:
    """Tell whether it may be a manner of speaking: "deux fois", "trois points"."""
    return figure.unit in {POINT, TIMES} and figure.is_spelled and max(figure.values) < SMALL


def _states_small(evidence: Evidence, figure: Figure) -> bool:
    if max(figure.values) <= 1:
        return True
    known = [
        evidence.facts.counted[noun] for noun in figure.nouns if noun in evidence.facts.counted
    ]
    if known:
        is_counted = any(figure.values & values for values in known)
        return is_counted or _is_a_group_of(evidence, figure)
    if any(value in evidence.figures for value in figure.values):
        return True
    if not figure.nouns:
        return figure.is_spelled and not figure.is_of_before
    is_own_count = is_of_discourse(figure) or not figure.nouns.isdisjoint(evidence.stems)
    return is_own_count or max(figure.values) <= _PAIR


def _is_a_group_of(evidence: Evidence, figure: Figure) -> bool:
    """Tell whether so many people are a group of the evidence: "six people", of "a team of six"."""
    if figure.nouns.isdisjoint(ANYBODY):
        return False
    same = (one for value in figure.values for one in evidence.figures.get(value, ()))
    return any(one.is_group for one in same)


def _states_multiple(evidence: Evidence, figure: Figure) -> bool:
    """Tell whether the evidence says "doubled" in another way."""
    is_said = figure.unit == TIMES and figure.is_in_words
    return is_said and not figure.values.isdisjoint(evidence.view(multiples))


def _states_time(evidence: Evidence, figure: Figure) -> bool:
    if figure.unit in {"hour", "minute"}:
        in_minutes = _MINUTES if figure.unit == "hour" else 1
        minutes = {value * in_minutes for value in figure.values}
        return any(moment.minute in minutes for moment in evidence.moments)
    if figure.unit:
        return False
    return any(
        year in figure.values or (not figure.nouns and number in figure.values)
        for year, _, number in evidence.days
    )


def _states_otherwise(evidence: Evidence, figure: Figure) -> bool:
    """Tell whether the evidence gives the same quantity in another unit."""
    return any(
        other.unit == unit
        for mine in figure.values
        for value, unit in told_otherwise(mine, figure.unit)
        for other in evidence.figures.get(value, ())
    )


def _states_about(evidence: Evidence, figure: Figure) -> bool:
    if not figure.hedge:
        return False
    return _is_near_a_clock(evidence, figure) or any(
        _counts_alike(figure, other)
        and is_true(figure.hedge, mine, value)
        and _significant(mine) < _significant(value)
        for value, others in evidence.figures.items()
        for other in others
        for mine in figure.values
    )


def _is_near_a_clock(evidence: Evidence, figure: Figure) -> bool:
    """Tell whether it rounds how long something was told to last: "dure 1 h 45"."""
    if figure.unit != "hour":
        return False
    told = evidence.view(lasting)
    return any(is_true(figure.hedge, mine, one) for one in told for mine in figure.values)


def _significant(value: Fraction) -> int:
    """Count the figures of a number that say something: 1 for 40, 3 for 39.6."""
    return len(f"{float(value):.6f}".replace(".", "").strip("0"))


def _states_day(evidence: Evidence, told: Day) -> bool:
    year, month, day = told
    days = evidence.days
    if any(_agrees(told, other) for other in days):
        return True
    has_year = any(year == other[0] for other in days) or Fraction(year) in evidence.figures
    if not month:
        return has_year
    return bool(year) and has_year and any(_agrees((0, month, day), other) for other in days)


def _agrees(told: Day, other: Day) -> bool:
    return all(mine in (0, theirs) for mine, theirs in zip(told, other, strict=True))


def _states_period(evidence: Evidence, period: tuple[str, int, int]) -> bool:
    kind, number, year = period
    others = [moment.period for moment in evidence.moments if moment.period is not None]
    has_year = not year or _states_day(evidence, (year, 0, 0))
    return (kind, number, year) in others or any(
        (kind, number) == other[:2] and (other[2] == 0 or not year) and has_year for other in others
    )


def _is_made_of(evidence: Evidence, words: tuple[str, ...], company: frozenset[str]) -> bool:
    phrase = " ".join(words)
    if phrase in company or evidence.says(phrase):
        return True
    if any(evidence.says(other) for other in other_names(phrase)):
        return True
    if len(words) > 1 and any(_shortens(words, full) for full in evidence.full_names):
        return True
    if len(words) == 1 and not evidence.vocabulary.isdisjoint(relatives(phrase)):
        return True
    return any(
        _is_whole_name(evidence, " ".join(words[:cut]), company)
        and _is_made_of_whole_names(evidence, words[cut:], company)
        for cut in range(1, len(words))
    )


def _shortens(words: tuple[str, ...], full_name: str) -> bool:
    """Tell whether a name leaves out what stands in the middle of a full one."""
    full = full_name.split()
    return (
        len(full) > len(words)
        and (full[0], full[-1]) == (words[0], words[-1])
        and all(word in full for word in words)
    )


def _is_made_of_whole_names(
    evidence: Evidence, words: tuple[str, ...], company: frozenset[str]
) -> bool:
    phrase = " ".join(words)
    return _is_whole_name(evidence, phrase, company) or any(
        _is_whole_name(evidence, " ".join(words[:cut]), company)
        and _is_made_of_whole_names(evidence, words[cut:], company)
        for cut in range(1, len(words))
    )


def _is_whole_name(evidence: Evidence, phrase: str, company: frozenset[str]) -> bool:
    names = {phrase, *other_names(phrase)}
    return bool(names & company or names & evidence.full_names)


def _phrase(text: str) -> str:
    return " ".join(_WORD.findall(fold(text, accents=False).text))
