"""Attacks: insults and accusations of crime thrown at the employer itself.

French law protects what employees say of their work, short of abuse: insult, defamation,
excess. So this check only ever warns, the author alone sees it, and a criticism in measured
words, however hard, is none of its business.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.name_calling import NameCalling, Target
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.surroundings import Surroundings
from guardrails.wordings import Wordings

_ABUSE = Objection(
    Bilingual(
        fr="Critiquer l'entreprise est votre droit ; l'insulte ou l'accusation sans preuve peut"
        " vous exposer. À vous de voir.",
        en="Criticising the company is your right; an insult or an unproven accusation may"
        " expose you. It is up to you.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attacks:
    """Warn of names called at the company or those who run it; never more than a warning.

    `names` count when the company is called so, `assaults` wherever they stand.
    """

    kind: ClassVar[str] = "attacks"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    names: Wordings
    assaults: Wordings
    employer: Wordings
    people: Wordings

    def __post_init__(self) -> None:
        if self.severity is not Severity.WARN:
            raise ValueError("an employee's criticism is never blocked: the severity is warn")

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per attack."""
        around = reading.view(Surroundings)
        calling = NameCalling(
            reading, around, circumstances.organization, self.employer, self.people
        )
        called = calling.called(self.names, Target.COMPANY)
        last = -1
        for start, end in sorted({*self.assaults.occurrences(reading.bare), *called}):
            if start >= last and not around.is_denied(start) and not around.is_quoted(start):
                last = end
                yield _ABUSE.at(reading.bare.span(start, end), by=self, reading=reading)
