"""Terms: words and phrases that a charter lets nobody publish.

They are found as whole words, in any case, with or without their accents, across any white
space, hyphen or line break, behind zero-width characters and look-alike letters. A charter
that forbids "guaranteed returns" does not stop "unguaranteed returns".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.reading import Reading, fold_term


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Report each forbidden term a draft uses, and where it stands."""

    kind: ClassVar[str] = "terms"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    terms: tuple[str, ...]

    def __post_init__(self) -> None:
        if not all(fold_term(term) for term in self.terms):
            raise ValueError("a forbidden term is blank, and would match everywhere")

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per occurrence."""
        bare = reading.bare
        for match in any_of(self.terms).finditer(bare.text):
            span = bare.span(*match.span())
            term = reading.slice(span)
            yield Finding(
                rule=self.clause,
                check=self.kind,
                severity=self.severity,
                message=Bilingual(
                    fr=f"La charte ne permet pas « {term} ».",
                    en=f"The charter does not allow “{term}”.",
                ),
                span=span,
            )


@lru_cache(maxsize=256)
def any_of(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Compile one pattern that finds any of these terms in a bare folded text."""
    longest_first = sorted({fold_term(term).replace("-", " ") for term in terms}, key=len)[::-1]
    # Not \b: it wants a word character on one side, so "C++" would never match.
    return re.compile(rf"(?:{'|'.join(map(_term, longest_first))})(?!\w)" if terms else r"(?!)")


def own_names(organization: Organization) -> re.Pattern[str]:
    """Return what finds the company or one of its products in a bare folded text."""
    return any_of(organization.names + organization.products)


def _term(term: str) -> str:
    words = term.split()
    if not words:
        return r"(?<!\w)"
    # What stands before is looked at behind the first letter, to which the engine can leap.
    first, rest = re.escape(words[0][0]), re.escape(words[0][1:])
    return r"[\s\-]+".join((rf"{first}(?<!\w{first}){rest}", *map(re.escape, words[1:])))
