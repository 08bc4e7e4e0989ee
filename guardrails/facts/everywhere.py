"""Told of every one where it was given of one or some: "in all our stores" for "in three stores".

Where sentences that were given tell the same of the same kind of place, and each of them counts
some ("trois magasins", "several sites") or names one ("the Pau store"), a text that tells it of all
has widened it. Whoever says "in the stores" says of which as little as the text does.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from domain.review import Span
from guardrails.facts.counted import stem
from guardrails.facts.kept import view
from guardrails.facts.passage import SENTENCE_END, folding
from guardrails.facts.retold import Words, words_in
from guardrails.facts.units import is_measure

# One of these stands in each of them.
MAY_TELL: Final = frozenset(
    "all every each tous tout toutes chaque chacun chacune ensemble".split()
)
_NOUN: Final = r"(?P<noun>[^\W\d_]{4,40})"
_WHERE: Final = r"(?:dans|sur|chez|in|across|at|throughout|inside)"
_ALL: Final = re.compile(
    rf"(?<!\w)(?:(?:{_WHERE} )?(?:all (?:of )?(?:our|its|their)|(?:tous|toutes) (?:nos|ses|leurs)"
    r"|(?:each|every one) of (?:our|its|their)|chacune? de (?:nos|ses|leurs)"
    rf"|l'ensemble (?:de (?:nos|ses|leurs)|des)) {_NOUN}"
    rf"|{_WHERE} (?:(?P<each>every|each|chaque)|all(?: of)?(?: the)?|(?:tous|toutes) les)"
    r" (?P<one>[^\W\d_]{4,40}))(?!\w)"
    r"(?! (?:qui|que|dont|who|which|that|concerne|volontaire|participant|pilot)|-)"
)
# "They dug at every place the loggers pointed at": every one of those, and of no other.
_RELATIVE: Final = re.compile(r" (?:the|they|we|it|he|she|you|where|ou) ")
_OPENS: Final = re.compile(r"(?:^|[.!?\n,;:]\s*)$")
_THANKS: Final = re.compile(r"\b(?:merci|thank|thanks|bravo|congratulations|felicitations)\b")
_NUMBER: Final = (
    r"(?:\d[\d ., ]*|un|une|one|deux|two|trois|three|quatre|four|cinq|five|six|sept|seven|huit"
    r"|eight|neuf|nine|dix|ten|onze|eleven|douze|twelve)"
)
_SOME: Final = re.compile(
    rf"(?<!\w)(?:(?<!\d )(?<!all )(?<!les )(?<!nos )(?<!ses )(?<!the )(?<!our )(?<!its )(?<!leurs )"
    rf"(?<!their )(?<!chacun des ){_NUMBER}|quelques|plusieurs|certaine?s|some|several|(?:a )?few"
    r"|some of (?:the|our|its)|certaine?s de (?:nos|ses)) (?:[^\W\d_]+ )?$"
)
_A: Final = re.compile(
    r"(?<!\w)(?:an?|the|our|this|une?|la|le|notre|cet?|cette|du|au) ([^\W\d_]+ )?$"
)
_EVERY: Final = re.compile(
    r"(?<!\w)(?:all|every|each|whole|entire|tou[st]|toutes?|chaque|chacune?) (?:[^\W\d_]+ ){0,3}$"
)
_BEHIND: Final = re.compile(
    r"(?:[,.;:!?)]|$)| (?:de|du|des|a|au|en|et|est|qui|sur|pour|depuis|pilote|in|of|at|on|is|was"
    r"|has|will|that|which|near|and|to|by|for|since|from)(?!\w)| d'"
)
_MOST: Final = 20


class _Telling(NamedTuple):
    words: Words
    only_some: bool


class _Known:
    """The sentences of a text that was given, with the nouns they have."""

    def __init__(self, text: str) -> None:
        self._text = view(text, folding).text

    @cached_property
    def sentences(self) -> list[str]:
        """Its sentences, bare."""
        return SENTENCE_END.split(self._text)

    def tellings(self, noun: str) -> Iterator[_Telling]:
        """Yield the sentences that have a noun, and whether they tell of some of those alone."""
        word = re.compile(rf"(?<!\w){re.escape(noun)}[^\W\d_]*")
        for sentence in self.sentences:
            places = [one for one in word.finditer(sentence) if stem(one.group()) == noun]
            if places:
                only_some = all(_is_of_some(sentence, one) for one in islice(places, _MOST))
                yield _Telling(words_in(sentence) - words_in(places[0].group()), only_some)


def told_of_all(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells of all what was given of one or some."""
    bare = view(text, folding)
    if MAY_TELL.isdisjoint(bare.once):
        return
    known = [view(each, _Known) for each in given]
    for one in islice(_ALL.finditer(bare.text), _MOST):
        noun = one["noun"] or one["one"]
        said = _sentence(bare.text, one)
        is_mass = one["each"] is None and not noun.endswith(("s", "x"))
        if is_mass or is_measure(noun) or _THANKS.search(said) or _is_told_which(bare.text, one):
            continue
        mine = words_in(said) - words_in(noun)
        told = [each for text in known for each in text.tellings(stem(noun)) if each.words & mine]
        if told and all(each.only_some for each in told):
            yield bare.span(*one.span())


def _is_of_some(sentence: str, place: re.Match[str]) -> bool:
    before = sentence[max(0, place.start() - 40) : place.start()]
    if _EVERY.search(before):
        return False
    if _SOME.search(before):
        return True
    is_one = not place.group().endswith(("s", "x"))
    return is_one and bool(_A.search(before) and _BEHIND.match(sentence, place.end()))


def _is_told_which(text: str, place: re.Match[str]) -> bool:
    """Tell whether a clause behind a place in the midst of a sentence says which ones it means."""
    opens = _OPENS.search(text[max(0, place.start() - 8) : place.start()]) is not None
    return not opens and _RELATIVE.match(text, place.end()) is not None


def _sentence(text: str, at: re.Match[str]) -> str:
    before = SENTENCE_END.split(text[max(0, at.start() - 300) : at.start()])[-1]
    return f"{before} {SENTENCE_END.split(text[at.start() : at.end() + 300])[0]}"
