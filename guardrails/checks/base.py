"""What every rule promises: pure, deterministic, and pointing inside the draft."""

from collections.abc import Iterator
from typing import ClassVar, Protocol

from domain.language import Language
from domain.review import Circumstances, Finding, Severity
from guardrails.reading import Reading

BOTH_LANGUAGES = frozenset(Language)


class Rule(Protocol):
    """One check of one clause, ready to run: a frozen dataclass built from the charter.

    Its fields are the clause's parameters. `clause` is the id that its findings carry as
    `rule`, `severity` the weight the clause gives them unless the check knows better.
    """

    kind: ClassVar[str]
    languages: ClassVar[frozenset[Language]]

    @property
    def clause(self) -> str:
        """The id of the clause this check belongs to."""
        ...

    @property
    def severity(self) -> Severity:
        """The weight of its findings."""
        ...

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place, or one without a place for something missing."""
        ...
