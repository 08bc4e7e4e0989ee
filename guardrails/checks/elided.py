"""First persons left out: "I trained for this job and cried" says "I cried".

English leaves the "I" out behind "and", French keeps the verb that goes with it: what is said so
is looked for as if the "I" stood there. "I met the woman who trained and cried" tells of her.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from domain.language import Language
from guardrails.reading import Reading
from guardrails.surroundings import Bounds, Surroundings
from guardrails.wordings import Wordings

_AND = re.compile(r"\b(?:et|and|mais|but|puis|then) (?:(?:puis|ensuite|then) )?(?=[a-z])")
_SUBJECT = re.compile(
    r"\b(?:(?P<own>i|je|j|we|nous (?=\w+ons\b))"
    r"|(?:on|you|tu|vous|he|she|they|il|elle|ils|elles|who|whom|which|that|qui|que|dont|how"
    r"|comment|as|while))\b"
)
_PREFIXES = {
    Language.FRENCH: ("j'ai ", "je ", "j'", "nous avons "),
    Language.ENGLISH: ("i ", "we "),
}
_APART = ".\n\n"


class Tails:
    """What the sentences of one reading go on with behind "and", of an "I" who is left out."""

    def __init__(self, reading: Reading) -> None:
        self._prefixes = _PREFIXES[reading.language]
        self._found = tuple(_tails(reading))

    def saying(self, phrases: Wordings) -> Iterator[Bounds]:
        """Yield each place that says one of these phrases."""
        for prefix in self._prefixes if self._found else ():
            yield from self._behind(prefix, phrases)

    def _behind(self, prefix: str, phrases: Wordings) -> Iterator[Bounds]:
        """Look through all tails at once, as if the "I" stood before each."""
        said = [f"{prefix}{tail}{_APART}" for _, tail in self._found]
        begins = list(accumulate(map(len, said), initial=0))
        for start, end in phrases.occurrences_in("".join(said)):
            index = bisect_right(begins, start) - 1
            length = end - start - len(prefix)
            if start == begins[index] and 0 < length <= len(self._found[index][1]):
                at = self._found[index][0]
                yield at, at + length


def _tails(reading: Reading) -> Iterator[tuple[int, str]]:
    around = reading.view(Surroundings)
    for joint in _AND.finditer(reading.bare.text):
        if _is_the_authors(around.clause_before(joint.start())):
            # One tail ends where the next begins, so that all together are no longer than the text.
            yield joint.end(), _AND.split(around.clause_after(joint.end()))[0]


def _is_the_authors(clause: str) -> bool:
    subjects = [one["own"] for one in _SUBJECT.finditer(clause)]
    return bool(subjects) and subjects[-1] is not None
