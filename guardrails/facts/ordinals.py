"""Ordinals: "le 100e" and "the 100th" for "le centième" and "the hundredth"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from guardrails.facts.counted import may_be_noun, stem
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.numerals import NUMBER_WORDS, ONES, numbers
from guardrails.facts.passage import Passage
from guardrails.facts.plain_clauses import is_form, plain_clauses, says_only, telling
from guardrails.facts.sight import Sight

_MARK: Final = re.compile(r" ?(?:i?emes?|es?|eres?|ers?|st|nd|rd|th)(?!\w)")
_NUMBER: Final = re.compile(r"(?<!\w)(?:n°|no\.?|numero|number|#) ?$")
_LONGEST_NUMBER: Final = len("numero ") + 1
_THING: Final = re.compile(r" ([^\W\d_]{2,})(?: ([^\W\d_]{2,}))?")
_WORD_BEFORE: Final = re.compile(r"(?<!\w)([^\W\d_]{3,}),? (?:n°|no\.?|numero|number|#) ?$")
_LONGEST_WORD: Final = 40
_Told = tuple[Fraction, str, frozenset[str]]
_IRREGULAR: Final = {
    "unieme": "un", "quatrieme": "quatre", "cinquieme": "cinq", "neuvieme": "neuf",
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight",
    "ninth": "nine", "twelfth": "twelve", "millieme": "mille", "seconde": "deux",
}  # fmt: skip
_WORDS: Final = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))


def _ordinals() -> Iterator[tuple[str, str]]:
    """Yield each word that orders with the one that counts."""
    yield from _IRREGULAR.items()
    for word in (*ONES, "cent", "hundred", "thousand"):
        yield f"{word.removesuffix('e')}ieme", word
        yield f"{word}th", word
        yield f"{word.removesuffix('y')}ieth", word


_OF_ORDINAL: Final = dict(_ordinals())
_SAID: Final = re.compile(
    rf"(?<![\w-])(?P<lead>(?:(?:{_WORDS})(?: et | and |[ -])){{0,6}})"
    rf"(?P<last>{'|'.join(_OF_ORDINAL)})s?(?![\w-])"
)


def is_ordinal(figure: Figure, sight: Sight) -> bool:
    """Tell whether it orders, of the same thing, what a clause that was given orders in words."""
    text = sight.passage.text
    if figure.unit or figure.is_spelled or not _orders(text, figure):
        return False
    return any(
        value in figure.values and _is_of_the_same(figure, sight, noun, words)
        for part in sight.grounds.parts
        for value, noun, words in part.view(_told)
    )


def _is_of_the_same(figure: Figure, sight: Sight, noun: str, words: frozenset[str]) -> bool:
    """Tell whether it names what is ordered beside it, or elsewhere and nothing that is not."""
    text = sight.passage.text
    behind = _THING.match(text, _end(text, figure))
    before = _WORD_BEFORE.search(text, max(0, figure.start - _LONGEST_WORD), figure.start)
    for beside in (one for one in (behind, before) if one is not None and may_be_noun(one[1])):
        then = telling(beside[2] or "") if beside is behind else frozenset[str]()
        is_known = all(any(is_form(one, word) for word in words) for one in then)
        return stem(beside[1]) == noun and is_known
    return noun in map(stem, telling(sight.sentence(figure))) and says_only(figure, sight, words)


def _orders(text: str, figure: Figure) -> bool:
    lead = text[max(0, figure.start - _LONGEST_NUMBER) : figure.start]
    return _MARK.match(text, _digits_end(text, figure)) is not None or bool(_NUMBER.search(lead))


def _end(text: str, figure: Figure) -> int:
    """Return where the mark behind its digits ends."""
    end = _digits_end(text, figure)
    mark = _MARK.match(text, end)
    return mark.end() if mark else end


def _digits_end(text: str, figure: Figure) -> int:
    digits = re.match(r"\d[\d ,.]*(?<=\d)", text[figure.start : figure.end + 1])
    return figure.start + digits.end() if digits else figure.end


def _told(evidence: Evidence) -> tuple[_Told, ...]:
    """Return what the texts order in words, the thing right behind, and the words of the clause."""
    texts = (Passage.of(original).text for original in evidence.originals)
    found = (
        (value, stem(thing[1]), telling(clause))
        for text in texts
        for clause in plain_clauses(text)
        for match in _SAID.finditer(clause)
        if (thing := _THING.match(clause, match.end())) and may_be_noun(thing[1])
        for number in numbers(f"{match['lead']}{_OF_ORDINAL[match['last']]}")
        for value in number.values
    )
    return tuple(dict.fromkeys(found))
