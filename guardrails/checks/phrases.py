"""Phrases: wording the charter does not allow, unless it is denied or quoted.

The notation is that of `guardrails/wordings.py`, which people who keep a charter can read and
write; "no guaranteed returns" and a critic's quoted words say the contrary, and pass.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.surroundings import Surroundings
from guardrails.wordings import Wordings

_NOT_ALLOWED = Bilingual(
    fr="La charte n'admet pas cette formulation.",
    en="The charter does not allow this wording.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Report each of these phrases that the author says in earnest.

    `message` is what the author is told of it, `repair` what to do instead.
    """

    kind: ClassVar[str] = "phrases"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    phrases: Wordings
    message: Bilingual = _NOT_ALLOWED
    repair: Bilingual | None = None

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per phrase."""
        around, objection = Surroundings(reading), Objection(self.message, self.repair)
        for start, end in self.phrases.occurrences(reading.bare):
            if not around.is_denied(start) and not around.is_quoted(start):
                yield objection.at(reading.bare.span(start, end), by=self, reading=reading)
