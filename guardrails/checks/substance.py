"""Substance: a post brings a fact, an experience or a question, not stock phrases or bait.

Networks show bait to fewer people, and readers know the tells of a text nobody wrote: "it's
not a tool, it's a revolution", rockets in a row, "comment YES to receive the guide".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.surroundings import Surroundings
from guardrails.wordings import Wordings

_STOCK = Objection(
    Bilingual(
        fr="Formule toute faite : un fait, un chiffre sourcé ou une vraie question dit davantage.",
        en="A stock phrase: a fact, a sourced figure or a real question says more.",
    ),
)
_BAIT = Objection(
    Bilingual(
        fr="Appât à réactions : posez plutôt une question dont la réponse vous intéresse.",
        en="Reaction bait: rather ask a question whose answer interests you.",
    ),
)
_HYPE = Objection(
    Bilingual(
        fr="Trop d'emoji d'enthousiasme : un seul suffit, s'il en faut un.",
        en="Too many emoji of enthusiasm: one is enough, if one is needed.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Substance:
    """Warn of stock phrases, bait for reactions, and heaps of the emoji of `hype`.

    `most_hype` is how many of those a post may hold.
    """

    kind: ClassVar[str] = "substance"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    stock: Wordings
    bait: Wordings
    hype: str = ""
    most_hype: int = 2

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per phrase, and one for a heap of emoji."""
        yield from self._phrases(reading, self.stock, _STOCK)
        yield from self._phrases(reading, self.bait, _BAIT)
        if sum(map(reading.text.count, set(self.hype))) > self.most_hype:
            heap = _any_of(self.hype).finditer(reading.text)
            beyond = next(islice(heap, self.most_hype, None))
            yield _HYPE.at(Span(*beyond.span()), by=self, reading=reading)

    def _phrases(
        self, reading: Reading, phrases: Wordings, objection: Objection
    ) -> Iterator[Finding]:
        around = reading.view(Surroundings)
        for start, end in phrases.occurrences(reading.bare):
            if not around.is_quoted(start):
                yield objection.at(reading.bare.span(start, end), by=self, reading=reading)


@lru_cache(maxsize=64)
def _any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")
