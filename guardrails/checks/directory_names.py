"""Names of the directory: somebody of the company is named only when they agreed.

The rule asks, it does not stop: the author knows whether the colleague said yes. Nobody is
asked about the author, about whom the published content names or is by, or about a mention
(@Name), which tells the person named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.people import named_in, namings
from guardrails.reading import Reading, fold_term

_MESSAGE = Bilingual(
    fr="Cette personne est-elle d'accord pour être nommée ? Demandez-lui, ou mentionnez-la.",
    en="Does this person agree to be named? Ask them, or mention them.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryNames:
    """Ask about each person of the directory that a draft names."""

    kind: ClassVar[str] = "directory_names"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str = "CH-13"
    severity: Severity = Severity.ASK

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place where a name stands."""
        bare = reading.bare
        for naming in named_in(reading, circumstances.organization.directory):
            is_mention = bare.text[naming.start - 1 : naming.start] == "@"
            if not is_mention and not _is_public(naming.people, circumstances):
                yield Finding(
                    rule=self.clause,
                    check=self.kind,
                    severity=self.severity,
                    message=_MESSAGE,
                    span=bare.span(naming.start, naming.end),
                )


def _is_public(people: tuple[str, ...], circumstances: Circumstances) -> bool:
    source = circumstances.source
    known = [circumstances.author or ""]
    if source is not None:
        known += [source.title, source.text, *source.authors]
    return any(next(namings(fold_term(text), people), None) for text in known)
