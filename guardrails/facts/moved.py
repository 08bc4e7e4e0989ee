"""A figure of one thing told of another: "340 people" where there are 62, and 340 boxes.

Both the figure and the thing stand in the source, so nothing else objects to the pair. It is
wrong where the source gives the figure to something else and the thing another figure, and
never has the two near each other; a month with another year (`months`) and a figure of another
kind of people or places (`kinds`) likewise.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.changes import plain_number
from guardrails.facts.counted import NO_NOUN
from guardrails.facts.digits import digit_runs, matches_at
from guardrails.facts.elided import elided
from guardrails.facts.evidence import Evidence
from guardrails.facts.kept import view
from guardrails.facts.kinds import of_another_kind
from guardrails.facts.months import day_of_another_year, redated
from guardrails.facts.passage import STOP
from guardrails.lexicon import is_role
from guardrails.reading import fold_term

_MORE: Final = r"\d*(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?"
_NUMBER: Final = rf"\d{_MORE}"
_TOKEN: Final = re.compile(rf"{_NUMBER}|[^\W\d_]+|%")
# The first digit first: the engine leaps from one to the next.
COUNTED: Final = re.compile(rf"(\d(?<![\w.,].){_MORE})[ \u00a0\u202f]([^\W\d_]{{4,}})")
_PART: Final = re.compile(
    rf"(?<![\w.,])({_NUMBER})\s(?:[^\W\d_]+\s){{0,3}}(?:sur|parmi|des|out of|of)\s"
    r"(?:(?:les|the)\s)?$",
    re.IGNORECASE,
)
_LONGEST_PART: Final = 60
# "203 claims accepted in 2024 out of 251 made": 251 claims.
_WHOLE: Final = re.compile(
    rf"[ \u00a0\u202f](?:[^\s.;:!?]+ ){{0,5}}?(?:sur|parmi|out of)[ \u00a0\u202f]"
    rf"(?:(?:les|the) )?({_NUMBER})(?![\w.,]\w)"
)
_LONGEST_DEED: Final = 60
_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_NEAR: Final = 7
_STEM: Final = 5
_NOUN: Final = 4  # letters, as `COUNTED` has them
# Whoever counts operators may call them people.
_PEOPLE: Final = frozenset(
    word[:_STEM]
    for word in (
        "personnes people persons gens collègues colleagues salariés employees staff"
    ).split()
)

_Pair = tuple[str, str]
_Told = Sequence[tuple[_Pair, Span]]
_Named = Mapping[_Pair, set[str]]


def moved(text: str, given: Sequence[str], known: Evidence | None = None) -> Iterator[Span]:
    """Yield where a text gives a figure it was given to another thing, or a month its year.

    `known` is what was given as evidence, read anew where a caller has none.
    """
    taken = _taken(view(text, _counted), given)
    named = [view(each, _named) for each in given] if taken else []
    counted = [
        (pair, span)
        for pair, span in taken
        if not _is_its_parts(text, span, pair[1], named)
        and not _is_told_as_a_deed(text, span, pair[0], named)
    ]
    yield from (span for _, span in counted)
    redone = list(redated(text, given, known))
    yield from redone
    days = day_of_another_year(text, given)
    yield from (one for one in days if all(one.end != span.end for span in redone))
    counted_anew = of_another_kind(text, given, known)
    yield from (one for one in counted_anew if all(one.start != span.start for _, span in counted))


def _is_its_parts(text: str, whole: Span, thing: str, named: Sequence[_Named]) -> bool:
    """Tell whether a thing is counted by the part before: in "81 of 90 found it" 81 found it."""
    part = _PART.search(text, max(0, whole.start - _LONGEST_PART), whole.start)
    return part is not None and any((plain_number(part[1]), thing) in each for each in named)


def _is_told_as_a_deed(text: str, whole: Span, number: str, named: Sequence[_Named]) -> bool:
    """Tell whether it did what the source counts: "300 people were invited", 300 invitations.

    Who "got a delivery" did none of the 300 deliveries: the word is the same.
    """
    behind = STOP.split(text[whole.end : whole.end + _LONGEST_DEED])[0].casefold()
    said = {(number, word[:_STEM]): _singular(word) for word in _LONG_WORD.findall(behind)}
    return any(word != said[pair] for each in named for pair in said for word in each.get(pair, ()))


def _named(text: str) -> _Named:
    """Return every figure and what it counts, with the words it is called by."""
    found = defaultdict[_Pair, set[str]](set)
    for pair, span in view(text, _counted):
        found[pair].add(_singular(_LONG_WORD.findall(text[span.start : span.end])[-1].casefold()))
    return dict(found)


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.rstrip("s")


def _taken(told: _Told, given: Sequence[str]) -> _Told:
    """Return the pairs whose halves stand in what is known, with others and far from each other."""
    pairs = {pair for each in given for pair in view(each, _pairs)} if told else set()
    firsts, seconds = {one for one, _ in pairs}, {one for _, one in pairs}
    taken = [
        (pair, span)
        for pair, span in told
        if pair not in pairs and pair[0] in firsts and pair[1] in seconds
    ]
    if not taken:
        return []
    known = "\n".join(given)
    near, people = _near(known), _people(known)
    near.update(elided(known, frozenset(number for (number, _), _ in taken)))
    return [
        (pair, span)
        for pair, span in taken
        if pair not in near and not (pair[0] in people and pair[1] in _PEOPLE)
    ]


def _counted(text: str) -> _Told:
    return [
        ((plain_number(match[1]), _stem(match[2])), Span(*match.span()))
        for match in matches_at(COUNTED, text, view(text, digit_runs))
        if match[2].casefold() not in NO_NOUN  # "64 with the old letter"
    ]


def _pairs(text: str) -> set[_Pair]:
    """Return every figure of a text with what it counts, or what its part does."""
    return {pair for pair, _ in view(text, _counted)}.union(_wholes(text))


def _wholes(text: str) -> Iterator[_Pair]:
    """Yield each whole with what its part counts."""
    for match in COUNTED.finditer(text):
        whole = _WHOLE.match(text, match.end())
        if whole and float(plain_number(match[1])) < float(plain_number(whole[1])):
            yield plain_number(whole[1]), _stem(match[2])


def _people(text: str) -> set[str]:
    """Return the figures that a text gives to people by what they do: "40 operators"."""
    return {
        plain_number(match[1])
        for match in COUNTED.finditer(text)
        if is_role(fold_term(match[2]).removesuffix("s"))
    }


def _near(text: str) -> set[_Pair]:
    """Return every figure with every word that stands near it, but for what another one counts.

    "212 dockers and 46 mechanics" has no 212 mechanics; "12 to 15 minutes" has 12.
    """
    tokens = _TOKEN.findall(text)
    found: set[_Pair] = set()
    for at, token in enumerate(tokens):
        if token[0].isdigit():
            first = max(0, at - _NEAR)
            around = enumerate(tokens[first : at + _NEAR + 1], first)
            has_its_own = _counts(tokens, at)
            found |= {
                (plain_number(token), _stem(each))
                for place, each in around
                if not (has_its_own and place - 1 != at and _counts(tokens, place - 1))
            }
    return found


def _counts(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a figure stands there with a word right behind it that may be what it counts."""
    behind = tokens[at + 1] if 0 <= at < len(tokens) - 1 else ""
    is_noun = len(behind) >= _NOUN and behind[0].isalpha() and behind.casefold() not in NO_NOUN
    return is_noun and tokens[at][0].isdigit()


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]
