"""Figures that others may be worked out from, and which two of them count the same thing.

Two counts that stand near each other need have nothing to do with each other ("40 apprentices, 28
lorries"). They count the same thing where their nouns do, or where the text itself sets one against
the other ("from 31% to 19%", "91, contre 58"); the one is a part of the other where it says so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from guardrails.facts.counted import NEXT_WORDS, stem
from guardrails.facts.dates import Moment
from guardrails.facts.evidence import Evidence, stated
from guardrails.facts.figures import Figure, possible_figures
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.persons import ANYBODY, PERSONS
from guardrails.facts.units import POINT, TIMES

_MOST: Final = 40
"""A text with more figures is a table; each is held against each."""
_CLAUSE_END: Final = re.compile(
    r"[.!?](?=\s)|[\n;:,()–—]|\b(?:et|and|mais|but|while|whereas|tandis que|alors que)\b"
)
_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3_600}
_A_MINUTE: Final = 60
_REACH: Final = 120
_LONGEST_LEAD: Final = 40
_FROM: Final = re.compile(r"(?<!\w)(?:de|from) $")
_TO_A_BARE_ONE: Final = re.compile(r"(?: [^\W\d_]+){1,3} (?:a|to) ")
_BEHIND: Final = re.compile(r" (?:of (?:them|these|those)|d'entre (?:eux|elles))\b")
# "What do 19 reports say? Seven were caused by…": without a noun, it counts what was counted last.
_ON_ITS_OWN: Final = re.compile(
    r" (?:se |s'|l'|les |y |en |nous |vous |leur )?(?:were|was|are|have|had|sont|ont|etaient"
    r"|avaient)\b"
)
# "64 avis. 25 donnent raison": what stands in -ent behind several is no noun, but what they do.
_DO: Final = re.compile(r" (?!(?:cent|pourcent|percent) )[a-z]{2,}ent (?![a-z]+s\b)")
_OPENING: Final = re.compile(r"(?:[.!?\n,;:] ?(?:et |mais |dont )?)$")
# "Sur 130 salariés, 54 se sont inscrits", "Of the 20 who finished, only 16 stayed".
_OUT_OF: Final = re.compile(
    r"(?:^|[.!?\n;:,(] ?)(?:sur|of|out of|parmi|among) (?:(?:les|nos|ces|the|our|these|those) )?$"
)
_LONGEST_OUT_OF: Final = 20
_TO_ITS_PART: Final = re.compile(r"[^.!?;:,()\n\d]{1,60}, (?:(?:seuls|only|just) )?")
# "1,150 objects, each with a photograph and a label": there are as many labels as objects.
_EACH: Final = re.compile(r"[^.!?;\n\d]{0,30}\b(?:each|every one|chacune?)\b([^.!?;:\n]{1,60})")
_WERE_ASKED: Final = re.compile(
    r" (?:(?:were|was|have been|had been|ont ete|avaient ete|etaient|sont) )?(?:asked|surveyed"
    r"|polled|interviewed|consulted|questioned|invited|interrogee?s|sondee?s|consultee?s|invitee?s)\b"
)
_BEFORE: Final = re.compile(
    r"\b(?:dont|parmi (?:eux|elles)|of which|of whom|among them),? (?:[^\W\d_]+ ){0,2}$"
)
_AGAINST: Final = re.compile(
    r"(?: ?(?:->|→) ?| (?:a|to) |[^.!?;\n\d]{0,40}\b(?:contre|against|compared (?:with|to)|versus"
    r"|vs|au lieu de|instead of|down from|up from) )(?:about |environ |pres de |just |some )?"
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
ROOT: Final = 4
_PLAIN: Final = frozenset(
    "les des une aux dans avec pour sont est etait etaient ont avait ete par sur que qui soit nous"
    " notre nos leur leurs ses cette ces donc ainsi presque environ pres dont tout tous toutes"
    " the our their its has had have was were been are that this these those with from than them"
    " for and all about nearly almost some just over under now only which whom who eux"
    " elles".split()
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIMES_TOLD: Final = frozenset(
    "now today yesterday last year years month months week weeks day days later earlier"
    " before after then since previous next spring summer autumn winter january february"
    " march april may june july august september october november december first second it"
    " they only came in desormais aujourd hui hier avant apres puis dernier derniere"
    " derniers dernieres tard tot an ans annee annees mois semaine semaines jour jours"
    " precedent precedente suivant suivante printemps ete automne hiver janvier fevrier mars"
    " avril mai juin juillet aout septembre octobre novembre decembre depuis maintenant"
    " auparavant ils elles il elle seulement autrefois exercice exercices".split()
)


class Base(NamedTuple):
    """A figure that another may be worked out from, and the sentence of its text it stands in.

    `whole` is the count that it is told as a part of: "5,145 of them". `against` is where the
    figure begins that the text sets it against. `words` are the roots of the words of its clause,
    `each` the stems of what every one of these has: "1,150 objects, each with a label".
    """

    value: Fraction
    unit: str
    nouns: frozenset[str]
    sentence: int
    start: int
    end: int
    words: frozenset[str] = frozenset()
    whole: Fraction | None = None
    against: int = -1
    each: frozenset[str] = frozenset()

    @property
    def quantity(self) -> tuple[Fraction, str]:
        """How much it is, of what unit."""
        return self.value, self.unit


def bases_of(passage: Passage) -> tuple[Base, ...]:
    """Return the figures of a text, in order; "3 min 10" is one of 190 seconds as well."""
    text = passage.text
    told = stated(passage, read=possible_figures)
    found = sorted(told.figures, key=lambda one: one.start)
    found = [one for one in found if one.unit != POINT and not one.is_in_words]
    ends = [match.start() for match in SENTENCE_BREAK.finditer(text)]
    bases = list[Base]()
    for last, one in pairwise([None, *found[:_MOST]]):
        if one is None:
            continue
        sentence = bisect_left(ends, one.start)
        bases += _durations(text, last, one, sentence)
        bases += _read(text, one, sentence, bases)
    bases += _lasting(text, told.moments, ends)
    return tuple(_set_against(text, sorted(bases, key=lambda one: one.start)))


def bases_given(grounds: Evidence) -> tuple[tuple[Base, ...], ...]:
    """Return the figures of each text that evidence was gathered from."""
    return tuple(bases_of(Passage.of(text)) for text in grounds.originals)


def are_set_against(one: Base, other: Base) -> bool:
    """Tell whether the text sets the one against the other: "from 31% to 19%"."""
    first, second = (one, other) if one.start <= other.start else (other, one)
    if second.against != first.start or one.unit != other.unit:
        return False
    return not (one.nouns and other.nouns and one.nouns.isdisjoint(other.nouns))


def count_the_same(one: Base, other: Base) -> bool:
    """Tell whether two figures are said of the same thing."""
    is_same = one.unit == other.unit and not one.nouns.isdisjoint(other.nouns)
    return is_same or are_set_against(one, other)


def count_unlike(one: Base, other: Base, text: str) -> bool:
    """Tell whether a text counts two things that are surely not of one kind: letters and people.

    What is surely a noun behind a number is one of several; an adjective or a verb may be of any.
    """
    kinds = [_kind(text, base) for base in (one, other)]
    is_part = one.whole == other.value
    are_people = all(kind & PERSONS for kind in kinds)
    return all(kinds) and not is_part and not are_people and kinds[0].isdisjoint(kinds[1])


def _kind(text: str, base: Base | Figure) -> frozenset[str]:
    """Return the stems of what a figure surely counts; who was asked is somebody."""
    if base.unit:
        return frozenset()
    if _WERE_ASKED.match(text, base.end):
        return ANYBODY
    words = NEXT_WORDS.match(text, base.end)
    several = [one for one in words.groups() if one and one[-1] in "sx"] if words else []
    return base.nouns & frozenset(map(stem, several)) | base.nouns & PERSONS


def roots(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a bare folded text that say something."""
    return frozenset([one[:ROOT] for one in _WORD.findall(text) if one not in _PLAIN])


def _read(text: str, one: Figure, sentence: int, before: Sequence[Base]) -> Iterator[Base]:
    size, unit = _in_units(one.unit)
    whole = one.out_of if one.out_of is not None else _whole_of(text, one, before)
    words = _words_around(text, one.start, one.end)
    each = _of_each(text, one)
    for value in one.values:
        amount = value if size == 1 else value * size
        yield Base(amount, unit, one.nouns, sentence, one.start, one.end, words, whole, each=each)


def _of_each(text: str, one: Figure) -> frozenset[str]:
    told = _EACH.match(text, one.end) if one.nouns else None
    return frozenset(map(stem, _WORD.findall(told[1]))) if told else frozenset()


def _set_against(text: str, bases: Sequence[Base]) -> Iterator[Base]:
    """Yield each figure with the one before it that it is set against."""
    for at, base in enumerate(bases):
        earlier = [one for one in bases[max(0, at - 4) : at] if one.end <= base.start]
        last = max(earlier, key=lambda one: (one.end, -one.start), default=None)
        is_against = last is not None and (
            _AGAINST.fullmatch(text, last.end, base.start)
            or _is_where_it_went(text, last, base)
            or _is_of_another_time(text, last, base)
        )
        yield base._replace(against=last.start) if last is not None and is_against else base


def _is_where_it_went(text: str, one: Base, other: Base) -> bool:
    """Tell whether a bare figure tells where the other went: "de 41 questions à 19"."""
    if other.nouns or other.unit or not one.nouns:
        return False
    is_from = _FROM.search(text, max(0, one.start - len(" from ")), one.start) is not None
    return is_from and _TO_A_BARE_ONE.fullmatch(text, one.end, other.start) is not None


def _is_of_another_time(text: str, one: Base, other: Base) -> bool:
    """Tell whether a bare figure tells how much there is at another time: "24 today".

    Nothing stands between the two, nor behind the other, but what the one counts and words of time.
    """
    if other.nouns or other.start - one.end > _REACH:
        return False
    behind = _CLAUSE_END.split(text[other.end : other.end + _REACH])[0]
    between = text[one.end : other.start]
    said = [word for word in _WORD.findall(between) if stem(word) not in one.nouns]
    words = {*said, *_WORD.findall(behind)} - _PLAIN
    return bool(words or _YEAR.search(between)) and words <= _TIMES_TOLD


def _words_around(text: str, start: int, end: int) -> frozenset[str]:
    before = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    behind = _CLAUSE_END.split(text[end : end + _REACH])[0]
    return roots(before) | roots(behind)


def _durations(text: str, last: Figure | None, one: Figure, sentence: int) -> Iterator[Base]:
    """Yield the duration that two figures tell together."""
    if last is None or last.unit not in {"minute", "hour"}:
        return
    smaller = "second" if last.unit == "minute" else "minute"
    is_next = text[last.end : one.start] in {" ", " et ", " and ", ""}
    if is_next and one.unit in {"", smaller} and max(one.values) < _A_MINUTE:
        whole = max(last.values) * _SECONDS[last.unit] + max(one.values) * _SECONDS[smaller]
        words = _words_around(text, last.start, one.end)
        yield Base(whole, "second", frozenset(), sentence, last.start, one.end, words)


def _lasting(text: str, moments: Sequence[Moment], ends: Sequence[int]) -> Iterator[Base]:
    """Yield what reads as a time of day and may be how long something takes: "1 h 52"."""
    for one in moments[:_MOST]:
        if one.minute and not one.is_at:
            words, sentence = _words_around(text, one.start, one.end), bisect_left(ends, one.start)
            size = Fraction(one.minute * _A_MINUTE)
            yield Base(size, "second", frozenset(), sentence, one.start, one.end, words)


def _in_units(unit: str) -> tuple[int, str]:
    """Return how many of what unit one is: times are counted as things are ("690 fois")."""
    if unit in _SECONDS:
        return _SECONDS[unit], "second"
    return 1, "" if unit == TIMES else unit


def _whole_of(text: str, part: Figure, before: Sequence[Base]) -> Fraction | None:
    """Return the last count before a part that is greater, where a text calls it a part of it."""
    last = None if part.unit else next(_greater(before, part), None)
    if last is not None and _is_out_of(text, last, part):
        return last.value
    lead = text[max(0, part.start - _LONGEST_LEAD) : part.start]
    is_theirs = _BEHIND.match(text, part.end) is not None or _BEFORE.search(lead) is not None
    is_theirs = is_theirs or _goes_on_about_them(text, part)
    is_anybody = not part.nouns.isdisjoint(ANYBODY)
    if not (is_theirs or is_anybody or part.is_of_before):
        return None
    # People are a part of persons, and of nothing else that was counted.
    greater = _greater(before, part)
    fits = (one for one in greater if is_theirs or not is_anybody or one.nouns & PERSONS)
    return next((one.value for one in fits), None)


def _greater(before: Sequence[Base], part: Figure) -> Iterator[Base]:
    """Return the counts before a part that are greater, the last first."""
    most = max(part.values)
    return (one for one in reversed(before) if one.nouns and one.value > most)


def _is_out_of(text: str, whole: Base, part: Figure) -> bool:
    """Tell whether a part is told of a whole right before it: "Sur 130 salariés, 54"."""
    first = max(0, whole.start - _LONGEST_OUT_OF)
    if _OUT_OF.search(text, first, whole.start) is None:
        return False
    kind = _kind(text, part)
    is_theirs = not kind or not kind.isdisjoint(whole.nouns | ANYBODY)  # no "212 erreurs"
    return is_theirs and _TO_ITS_PART.fullmatch(text, whole.end, part.start) is not None


def _goes_on_about_them(text: str, part: Figure) -> bool:
    """Tell whether a number without a noun tells what so many of those before did or were."""
    if part.unit:
        return False
    is_bare = not part.nouns and _ON_ITS_OWN.match(text, part.end) is not None
    return is_bare or (_opens(text, part.start) and _DO.match(text, part.end) is not None)


def _opens(text: str, start: int) -> bool:
    return start == 0 or _OPENING.search(text, max(0, start - len(", dont ")), start) is not None
