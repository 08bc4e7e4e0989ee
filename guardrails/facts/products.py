"""Products of a rate and a count: "9 cabines, 260 € par cabine, 2 340 € en tout".

The text shows both, each of which was given, and says of what the rate is one: of what the count
counts ("par cabine", "260 € chacune"), of the time that it lasts ("2 heures par semaine, 12
semaines"), or it says itself what is multiplied ("à 620 repas par jour, ça fait 27 kilos").
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from guardrails.facts.bases import Base, roots
from guardrails.facts.counted import stem
from guardrails.facts.differences import SUM
from guardrails.facts.figures import Figure
from guardrails.facts.hedges import is_true
from guardrails.facts.sight import Sight, quantities
from guardrails.facts.standing import comes_to, lead_of
from guardrails.facts.told_changes import told_changes
from guardrails.facts.units import UNITS

_PER: Final = re.compile(
    r"(?: [^\W\d_]+){0,3}? (?:par|a|an|per|(?:sur |pour |for |on |in )?(?:chaque|each|every)|l')"
    r"[ -]?(?P<of>[^\W\d_]{2,})"
)
_EACH: Final = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:chacune?|each|apiece|piece|l'unite|l'une?)(?![^\W\d_])"
)
_TIMES: Final = re.compile(
    r"(?:\b(?:a|pour|avec|fois|sur|at|for|with|times|over|x)|[x×*]) ?(?:nos |les |our |the )?$"
)
_LONGEST_TIMES: Final = 16
_EACH_OF_NONE: Final = frozenset({"an", "la", "le", "les"})
_THAT_MAKES: Final = re.compile(r"(?: [^\W\d_]+){1,4},? ?")
# "Ça fait 27 kilos qui ne partent plus à la poubelle": what is saved goes nowhere.
_NO_LONGER: Final = re.compile(
    r" (?:qui (?:ne |n')(?:\w+ ){1,3}?plus\b|(?:that|which) (?:no longer|don't|do not|never)\b)"
)
_CLOSE: Final = Fraction(15, 1_000)


def is_product(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is told as what a shown rate and a shown count come to, and is."""
    text = sight.passage.text
    if not (comes_to(text, figure) or SUM.search(sight.around(figure))):
        return False
    near = sight.neighbours(figure)
    return any(
        _comes_to(figure, rate, count)
        and not _is_of_as_long(figure, rate, text)
        and _is_so_much_of_each(figure, rate, count, near, text)
        and _is_given(rate, sight)
        and _is_given(count, sight)
        and _says_no_more(figure, (rate, count), sight)
        for rate, count in permutations(near, 2)
        if rate.start != count.start
    )


def _is_of_as_long(figure: Figure, rate: Base, text: str) -> bool:
    """Tell whether it is told per what the rate is: 3 hours a week are no "36 a week"."""
    own, told = _PER.match(text, rate.end), _PER.match(text, figure.end)
    return own is not None and told is not None and stem(own["of"]) == stem(told["of"])


def is_quotient(figure: Figure, sight: Sight) -> bool:
    """Tell whether it is what a shown figure comes to for each of another: "3 200 par jour"."""
    told = _PER.match(sight.passage.text, figure.end)
    if told is None or told["of"] in _EACH_OF_NONE:
        return False
    of, unit = stem(told["of"]), UNITS.get(told["of"], "")
    near = [one for one in sight.neighbours(figure) if _is_given(one, sight)]
    return any(
        many.value
        and (of in many.nouns or (unit != "" and unit == many.unit))
        and whole.unit == figure.unit
        and (not figure.nouns or not figure.nouns.isdisjoint(whole.nouns | {of}))
        and any(_rounds(figure, value, whole.value / many.value) for value in figure.values)
        and _says_no_more(figure, (whole, many), sight, told["of"])
        for whole, many in permutations(near, 2)
        if whole.start != many.start
    )


def _says_no_more(figure: Figure, shown: Sequence[Base], sight: Sight, per: str = "") -> bool:
    """Tell whether its clause tells of what the two do where they were given, and of no fine."""
    told = {one.quantity for one in shown}
    given = (one for bases in sight.texts for one in bases if one.quantity in told)
    changes = (one for part in sight.grounds.parts for one in part.view(told_changes))
    changed = (one.words for one in changes if (one.size, one.now.unit) in told)
    words = frozenset[str]().union(*(one.words for one in given), *changed)
    is_aside = _NO_LONGER.match(sight.passage.text, figure.end) is not None
    aside = sight.words_behind(figure) if is_aside else frozenset[str]()
    return sight.says_no_more(figure, words, roots(per) | aside)


def _comes_to(figure: Figure, rate: Base, count: Base) -> bool:
    values = quantities(figure, figure.unit, rate.unit, is_stated=False)
    return any(_rounds(figure, value, rate.value * count.value) for value in values)


def _rounds(figure: Figure, said: Fraction, true: Fraction) -> bool:
    """Tell whether it is so much, rounded at its last digit that is no nought."""
    if said == true or is_true(figure.hedge, said, true):
        return True
    off = abs(true - said)
    return off <= _last_place(said) / 2 and off <= _CLOSE * true


def _last_place(said: Fraction) -> Fraction:
    if said.denominator > 1:
        return Fraction(1, said.denominator)
    digits = str(said.numerator)
    return Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))


def _is_so_much_of_each(
    figure: Figure, rate: Base, count: Base, near: Sequence[Base], text: str
) -> bool:
    told = _PER.match(text, rate.end)
    if told and (stem(told["of"]) in count.nouns or UNITS.get(told["of"]) == count.unit != ""):
        return True
    if count.unit or not count.nouns:
        return False
    is_of_each = _EACH.match(text, rate.end) is not None
    if is_of_each and count.sentence == rate.sentence:
        between = (min(count.end, rate.end), max(count.start, rate.start))
        return not any(one.nouns and between[0] <= one.start < between[1] for one in near)
    is_of_things = told is not None and told["of"] not in UNITS
    return (is_of_things or is_of_each) and _is_told_to_multiply(figure, count, text)


def _is_told_to_multiply(figure: Figure, count: Base, text: str) -> bool:
    """Tell whether the count stands right before as what is multiplied by."""
    before = text[max(0, count.start - _LONGEST_TIMES) : count.start]
    end = figure.start - len(lead_of(text, figure))
    return (
        count.end <= end
        and _TIMES.search(before) is not None
        and _THAT_MAKES.fullmatch(text, count.end, end) is not None
    )


def _is_given(base: Base, sight: Sight) -> bool:
    """Tell whether it stands in what was given, or is the size of a change that does."""
    if any(one.quantity == base.quantity for bases in sight.texts for one in bases):
        return True
    changes = (one for part in sight.grounds.parts for one in part.view(told_changes))
    return any((one.size, one.now.unit) == base.quantity for one in changes)
