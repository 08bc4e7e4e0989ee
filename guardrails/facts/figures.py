"""Figures: numbers with what they count, read so that two ways of writing one are equal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from guardrails.facts.counted import (
    NEXT_WORDS,
    is_group_before,
    nouns_at,
    nouns_behind_a_name,
    nouns_of,
    numbered,
    tells_deed,
)
from guardrails.facts.fractions import Part, parts
from guardrails.facts.hedges import Hedge, hedge_before
from guardrails.facts.idioms import A_GREAT_ONE, take_idioms
from guardrails.facts.numerals import NUMBER_WORDS, Number, numbers
from guardrails.facts.ordering import orders
from guardrails.facts.passage import Passage
from guardrails.facts.rates import is_weekly, told_by
from guardrails.facts.ratio_forms import POSSIBLE_RATIO, RATIO, is_ratio
from guardrails.facts.units import TIMES, measure, unit_after_an_adjective

SMALL = 10
_ROUND = frozenset(map(Fraction, (10, 100, 1_000, 10_000)))
_FARTHEST = 60
_ONE_OF = re.compile(r"(?:one of (?:the|our|its)|une? des) \d")
_THREAD = re.compile(r"(?:^|\n|\()\d+/\d+(?:$|\n|\)| )")
# "Pour douze heures" is how long, and no time of the day.
_LASTS = re.compile(
    r"(?<![\w'])(?:pour|pendant|durant|en|dans|apres|dure|durent|prend|prennent|toutes les|for"
    r"|within|during|in|lasts?|takes?|took|lasted|every|another) $"
)
_EN = re.compile(r"(?<![\w'])(?:[nmts]')?en (?:[^\W\d_]+(?:'[^\W\d_]+)? ){1,3}$")
_SENTENCE_ENDS = re.compile(r"[.!?\n]")
_SAME_UNIT = re.compile(
    r",? ?(?:-|a|to|et|and|ou|or|puis|then|au lieu de|instead of|contre|against|versus|vs"
    r"|plutot que|rather than|(?:up |down )?(?:from|to)|(?:hier|avant|before)|->|→)"
    r" ?(?:a |to |en |pres de |about |environ )?"
)
_SMALLER = {"hour": "minute", "minute": "second"}
_AND = re.compile(r" (?:et |and )?")
_RANGE = re.compile(r" ?(?:-|a|to|ou|or|->|→) ?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit ("" for none) and the stems of the words it counts.

    `label` is the stem of what it numbers: "épisode 14", "line 4"; "" for most.
    `values` are all it may mean, scaled ("3 M" is 3,000,000). `out_of` is the whole of a ratio
    ("four in ten": 10), `is_in_words` a part or multiple without a number ("half", "doubled"),
    `hedge` that it is rounded ("about 40").
    `per` is the time it is told by, "month" for "40 € a month", and with `is_within` for "40 in a
    month". `is_of_before` says that what it counts was named before ("Seven came by bus"), `lasts`
    that it is how long something takes ("pour douze heures"), `names_both` that a ratio says what
    its part and whole count ("2 postes sur 3 sites"), `is_group` that people are so many together
    ("a team of six"), `is_one_of` that it is one of so many. Offsets are of the bare folded text.
    """

    values: frozenset[Fraction]
    unit: str
    nouns: frozenset[str]
    start: int
    end: int
    is_spelled: bool = False
    hedge: Hedge = Hedge.NONE
    out_of: Fraction | None = None
    label: str = ""
    per: str = ""
    is_within: bool = False
    is_in_words: bool = False
    is_of_before: bool = False
    lasts: bool = False
    names_both: bool = False
    is_group: bool = False
    is_one_of: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether it stands without saying what it counts: "le chiffre : 18"."""
        return not self.unit and not self.nouns and self.out_of is None

    @property
    def is_small(self) -> bool:
        """Tell whether it is a small whole number without a unit, as texts use for anything."""
        return (
            not self.unit
            and self.out_of is None
            and all(value.denominator == 1 and value.numerator < SMALL for value in self.values)
        )


def figures(passage: Passage, taken: bytearray) -> tuple[Figure, ...]:
    """Return the figures of a text outside of `taken`, where dates, links and codes stand."""
    return tuple(_ranged(passage.text, list(_figures(passage, taken, with_parts=False))))


def possible_figures(passage: Passage, taken: bytearray) -> tuple[Figure, ...]:
    """Return the figures of a text in every reading that it allows.

    The numbers of a ratio stand on their own as well ("two lines in nine workshops"), and a
    number without a unit may have that of its neighbour ("10 à 15 %", "12 minutes here, 40 there"),
    or count what it counts ("cinq nuits… ils en font deux"), or what stands behind a name ("six
    Pélican shops").
    """
    found = [_by_name(passage, one) for one in _figures(passage, taken, with_parts=True)]
    shared, carried = [*_compound(passage.text, found), *_weekly(passage.text, found)], ""
    for one, other in pairwise(found):
        between = passage.text[one.end : other.start]
        carried = one.unit or (carried if one.is_open else "")
        if other.is_open and (one.nouns or one.unit) and _en(passage.text, one, other):
            shared.append(replace(other, unit=one.unit, nouns=one.nouns))
        elif one.is_open and other.unit and _SAME_UNIT.fullmatch(between):
            shared.append(replace(one, unit=other.unit))
        elif other.is_open and carried and not _SENTENCE_ENDS.search(between):
            shared.append(replace(other, unit=carried))
        else:
            carried = ""
    return (*found, *shared)


def _compound(text: str, found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield what two figures are together: "1 minute 48 seconds" is 1.8 minutes."""
    for one, other in pairwise(found):
        is_same = one.unit in _SMALLER and (other.unit == _SMALLER[one.unit] or other.is_open)
        if is_same and _AND.fullmatch(text, one.end, other.start):
            whole = frozenset(a + b / 60 for a in one.values for b in other.values if b < 60)  # noqa: PLR2004 - of an hour, of a minute
            if whole:
                yield replace(one, values=whole, end=other.end)


def _weekly(text: str, found: Sequence[Figure]) -> Iterator[Figure]:
    weekly = (one for one in found if not one.per and is_weekly(text, one.start, one.end, one.unit))
    return (replace(one, per="week") for one in weekly)


def _by_name(passage: Passage, figure: Figure) -> Figure:
    """Let a figure count as well what stands behind the name of whose they are."""
    if figure.unit or figure.out_of is not None or figure.is_in_words:
        return figure
    nouns = nouns_behind_a_name(passage, figure.end)
    return replace(figure, nouns=figure.nouns | nouns) if nouns else figure


def _ranged(text: str, found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield figures, the first of a range with the unit of its last: "entre 21 et 24 °C"."""
    for one, other in zip(found, (*found[1:], None), strict=False):
        is_first = other is not None and one.is_open and bool(other.unit)
        if other is not None and is_first and _is_range(text, one, other):
            yield replace(one, unit=other.unit)
        else:
            yield one


def _is_range(text: str, one: Figure, other: Figure) -> bool:
    between = text[one.end : other.start]
    if _RANGE.fullmatch(between):
        return True
    lead = text[max(0, one.start - len("between ")) : one.start]
    return between in {" et ", " and "} and lead.endswith(("entre ", "between "))


def _en(text: str, one: Figure, other: Figure) -> bool:
    """Tell whether a number counts the thing before it by "en": "Cinq nuits. Ils en font deux"."""
    return _EN.search(text, max(one.end, other.start - _FARTHEST), other.start) is not None


def _figures(passage: Passage, taken: bytearray, *, with_parts: bool) -> Iterator[Figure]:
    text = passage.text
    take_idioms(text, taken)
    for part in passage.view(_every_part):
        if not any(taken[part.start : part.end]):
            taken[part.start : part.end] = b"\1" * (part.end - part.start)
            yield _in_words(text, part)
    free = [one for one in passage.view(_every_number) if not any(taken[one.start : one.end])]
    position = done = 0
    while position < len(free):
        number, follower = free[position], free[position + 1 : position + 2]
        if number.start < done:  # "cent" of "pour cent"
            position += 1
            continue
        told_as = POSSIBLE_RATIO if with_parts else RATIO
        if follower and is_ratio(passage, number, follower[0], told_as):
            if not _THREAD.match(text, max(0, number.start - 1)):
                yield _ratio(text, number, follower[0])
            if with_parts:
                yield from _parts(_figure_of(passage, number), _figure_of(passage, follower[0]))
            position += 2
            continue
        position += 1
        is_a_count = not number.is_article or (with_parts and A_GREAT_ONE.match(text, number.end))
        if is_a_count and not orders(text, number):
            figure = _figure_of(passage, number)
            done = figure.end
            yield figure


def is_round(whole: Fraction) -> bool:
    """Tell whether so much out of this whole is a rate, and there need be no such whole."""
    return whole in _ROUND or whole < SMALL


def _parts(part: Figure, whole: Figure) -> Iterator[Figure]:
    """Yield what a ratio counts: "1,000 parts out of 12,500" are 12,500 parts as well.

    Out of five, of ten or of a hundred is a rate, and there need be no hundred of anything.
    """
    is_rate = is_round(max(whole.values))
    told = replace(whole, nouns=part.nouns) if whole.is_open and not is_rate else whole
    return (one for one in (part, told) if not one.is_open)


# A text is read in two ways, which have all of this in common.


def _every_part(passage: Passage) -> tuple[Part, ...]:
    return tuple(parts(passage))


def _every_number(passage: Passage) -> tuple[Number, ...]:
    found = numbers(passage.text, passage.digits, has_words=passage.may_hold(NUMBER_WORDS))
    return tuple(sorted(found, key=lambda one: one.start))


def _figures_read(_: Passage) -> dict[int, Figure]:
    return {}


def _figure_of(passage: Passage, number: Number) -> Figure:
    read = passage.view(_figures_read)
    if number.start not in read:
        read[number.start] = _figure(passage, number)
    return read[number.start]


def _figure(passage: Passage, number: Number) -> Figure:
    text = passage.text
    found = measure(passage, number.start, number.end)
    words = NEXT_WORDS.match(text, found.end)
    nouns = frozenset[str]() if found.unit else nouns_of(words)
    unit, end = found.unit, found.end
    if not unit and (far := unit_after_an_adjective(words)):
        unit, end, nouns = *far, frozenset()
    per, is_within = told_by(text, end) if unit or nouns else ("", False)
    return Figure(
        values=found.applied_to(number.values),
        unit=unit,
        nouns=nouns,
        start=found.start,
        end=end,
        is_spelled=number.is_spelled,
        hedge=hedge_before(text, found.start),
        label="" if unit or nouns else numbered(text, found.start),
        per=per,
        is_within=is_within,
        is_of_before=tells_deed(words),
        lasts=_LASTS.search(text, found.start - 12, found.start) is not None,
        is_group=is_group_before(text, found.start),
    )


def _ratio(text: str, part: Number, whole: Number) -> Figure:
    return Figure(
        values=part.values,
        unit="",
        nouns=frozenset(),
        start=part.start,
        end=whole.end,
        is_spelled=part.is_spelled,
        hedge=hedge_before(text, part.start),
        out_of=max(whole.values),
        is_one_of=_ONE_OF.match(text, part.start) is not None,
        names_both=bool(nouns_at(text, part.end) and nouns_at(text, whole.end)),
    )


def _in_words(text: str, part: Part) -> Figure:
    return Figure(
        values=frozenset({Fraction(part.value.numerator)}),
        unit=TIMES if part.is_multiple else "",
        nouns=frozenset(),
        start=part.start,
        end=part.end,
        hedge=hedge_before(text, part.start),
        out_of=None if part.is_multiple else Fraction(part.value.denominator),
        is_in_words=True,
    )
