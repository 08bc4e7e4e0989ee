"""Whether a change told the wrong way round is the one that was given, or that of another thing.

"Sites: from 12 to 40" is no delay from 40 to 12 minutes, where the sites were 12 and are 40. What
changed is known by the words around its figures; where both figures stand beside the words of
the text better than the change given does, nothing can be said.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

from guardrails.facts.changes import Change, plain_number
from guardrails.facts.evidence import stated
from guardrails.facts.figures import possible_figures
from guardrails.facts.passage import STOP, Passage
from guardrails.reading import fold

_NUMBER: Final = re.compile(r"\d(?<![\w.,].)\d*(?:[ \u00a0\u202f.,]\d{3})*(?:[.,]\d+)?")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_UNIT: Final = re.compile(r"\d[ \u00a0\u202f-]([^\W\d_]{3,})")
_BEFORE: Final = 120
_BEHIND: Final = 60
_STEM: Final = 4
_MOST_PLACES: Final = 40
"""So many places of a figure are looked at: what stands more often is told by each of them."""
# They tell that something changed, when, or to whom it belongs, and never what.
_IDLE: Final = frozenset(
    """les des une aux est son ses nos vos mes par sur ont pas the and for our its was are has per
    now ici here dans pour avec chez cette notre nous vous leur leurs elle elles sont était avait
    sans plus moins entre contre lieu plutôt avant après puis depuis désormais maintenant aujourd
    hui hier environ presque seulement enfin faut prend prennent dure voici tout tous toute
    passer passé passés passée passées tombé tombés tombées monté montés montée descendu descendus
    baissé grimpé réduit réduits ramené ramenés went goes fell rose dropped grew cut down moved
    came brought reduced from instead rather than against this that these those with into have
    been were only just about today yesterday before after then since takes take took needs need
    lasts last year years année années ans his her their you your not but all bon good
    well""".split()
)
_IDLE_STEMS: Final = frozenset(fold(word, accents=False).text for word in _IDLE)

Words = frozenset[str]
_Pair = tuple[str, str]
_Place = tuple[int, int]


class Given:
    """The changes and figures that texts gave, looked up by their numbers."""

    def __init__(self, told: Sequence[tuple[str, Sequence[Change]]]) -> None:
        """Take each text with its changes."""
        self._texts = [text for text, _ in told]
        self._changes = defaultdict[_Pair, list[Words]](list)
        self._owners: dict[_Place, _Pair] = {}
        for at, (text, found) in enumerate(told):
            for one in found:
                pair = (one.before, one.now)
                if len(self._changes[pair]) < _MOST_PLACES:
                    self._changes[pair].append(words_around(text, one.span.start, one.span.end))
                for number in _NUMBER.finditer(text, one.span.start, one.span.end):
                    self._owners[at, number.start()] = pair
        self._places = _places(self._texts)
        # Many changes share a figure: what stands around it is read once.
        self._words: dict[_Place, Words] = {}
        self._found: dict[tuple[str, _Pair], frozenset[Words]] = {}

    def is_other(self, text: str, change: Change) -> bool:
        """Tell whether a text may tell the change of another thing than what was given swapped."""
        start, end = change.span.start, change.span.end
        mine, units = words_around(text, start, end), _units(text, start, end)
        things = mine - units or words_in(text[max(0, start - _BEFORE) : start])
        mine |= things
        swapped = self._changes[change.now, change.before]
        shared = max(len(mine & one) for one in swapped)
        is_its_own = any(things & one for one in swapped) or (shared and not things)
        needed = shared + 1 if is_its_own else shared
        return all(
            any(len(mine & one) >= needed for one in self._elsewhere(number, change))
            for number in (change.before, change.now)
        )

    def _elsewhere(self, number: str, change: Change) -> frozenset[Words]:
        """Return the words around a figure wherever it is not told by the swapped change."""
        pair = (change.now, change.before)
        if (number, pair) not in self._found:
            own = (one for one in self._places.get(number, ()) if self._owners.get(one) != pair)
            self._found[number, pair] = frozenset(
                self._words_at(place, len(number)) for place in islice(own, _MOST_PLACES)
            )
        return self._found[number, pair]

    def _words_at(self, place: _Place, length: int) -> Words:
        if place not in self._words:
            at, start = place
            self._words[place] = words_around(self._texts[at], start, start + length)
        return self._words[place]


def _places(texts: Sequence[str]) -> Mapping[str, list[_Place]]:
    """Return where each number stands, in figures or in words."""
    found = defaultdict[str, list[_Place]](list)
    for at, text in enumerate(texts):
        for match in _NUMBER.finditer(text):
            found[plain_number(match[0])].append((at, match.start()))
        passage = Passage.of(text)
        for figure in stated(passage, read=possible_figures).figures:
            if figure.is_spelled:
                start = passage.span(figure.start, figure.end).start
                for value in figure.values:
                    found[str(value)].append((at, start))
    return found


def words_around(text: str, start: int, end: int) -> Words:
    """Return the words of the sentence that a place stands in, as far as they are near."""
    before = STOP.split(text[max(0, start - _BEFORE) : start])[-1]
    behind = STOP.split(text[end : end + _BEHIND])[0]
    return words_in(f"{before}{text[start:end]}{behind}")


def _units(text: str, start: int, end: int) -> Words:
    """Return the words right behind the figures of a change: what they count."""
    behind = STOP.split(text[end : end + _BEHIND])[0]
    return words_in(" ".join(_UNIT.findall(f"{text[start:end]}{behind}")))


def words_in(text: str) -> Words:
    """Return the beginnings of the words of a text that tell what it is about."""
    return words_of_folded(fold(text, accents=False).text)


def words_of_bare(text: str) -> Words:
    """Return the same of a text that is folded already: folding plain letters changes none."""
    return words_of_folded(text) if text.isascii() else words_in(text)


def words_of_folded(bare: str) -> Words:
    """Return the same of a text, or a piece of one, as folding left it."""
    told = set(_WORD.findall(bare)).difference(_IDLE_STEMS)
    return frozenset([word[:_STEM] for word in told])
