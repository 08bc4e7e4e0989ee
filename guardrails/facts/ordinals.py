"""Ordinals: "le 100e" and "the 100th" for "le centième" and "the hundredth"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from guardrails.facts.bases import roots
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.facts.numerals import NUMBER_WORDS, ONES, numbers
from guardrails.facts.passage import SENTENCE_BREAK, Passage
from guardrails.facts.sight import Sight

_MARK: Final = re.compile(r" ?(?:i?emes?|es?|eres?|ers?|st|nd|rd|th)(?!\w)")
_NUMBER: Final = re.compile(r"(?<!\w)(?:n°|no\.?|numero|number|#) ?$")
_LONGEST_NUMBER: Final = len("numero ") + 1
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
    """Tell whether it orders what a sentence that was given orders in words."""
    if figure.unit or figure.is_spelled or not _orders(sight.passage.text, figure):
        return False
    told = roots(sight.sentence(figure))
    return any(
        value in figure.values and not told.isdisjoint(words)
        for part in sight.grounds.parts
        for value, words in part.view(_told)
    )


def _orders(text: str, figure: Figure) -> bool:
    digits = re.match(r"\d[\d ,.]*(?<=\d)", text[figure.start : figure.end + 1])
    end = figure.start + digits.end() if digits else figure.end
    lead = text[max(0, figure.start - _LONGEST_NUMBER) : figure.start]
    return _MARK.match(text, end) is not None or _NUMBER.search(lead) is not None


def _told(evidence: Evidence) -> tuple[tuple[Fraction, frozenset[str]], ...]:
    """Return what the texts order in words, with the roots of each sentence."""
    texts = (Passage.of(original).text for original in evidence.originals)
    found = (
        (value, roots(sentence))
        for text in texts
        for sentence in SENTENCE_BREAK.split(text)
        for match in _SAID.finditer(sentence)
        for number in numbers(f"{match['lead']}{_OF_ORDINAL[match['last']]}")
        for value in number.values
    )
    return tuple(dict.fromkeys(found))
