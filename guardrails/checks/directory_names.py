"""Names of the directory: somebody of the company is named only when they agreed.

The rule asks, it does not stop: the author knows whether the colleague said yes. Nobody is
asked about the author, about whom the published content names or is by, about a mention
(@Name), which tells the person named, or about whom the author's notes say that they agreed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.people import named_in, namings, tagged_in
from guardrails.reading import Reading, fold_term

_MESSAGE = Bilingual(
    fr="Cette personne est-elle d'accord pour être nommée ? Demandez-lui, ou mentionnez-la.",
    en="Does this person agree to be named? Ask them, or mention them.",
)
_AGREED = re.compile(
    r"\b(?:d'accord|(?:a|m'a|ai) (?:donne |eu )?(?:son |l'|leur )?accord"
    r"|avec (?:son|l'|leur) ?accord|m'autorise|a autorise|agree[sd]|has agreed"
    r"|gave (?:me )?(?:her|his|their) (?:ok|permission)|(?:says|said) (?:that )?i (?:may|can)"
    r"|happy to be named|with (?:her|his|their) (?:permission|ok|agreement))\b"
)
# "She has not agreed yet", "je dois lui demander": nobody said yes.
_NOT_YET = re.compile(
    r"\b(?:pas|jamais|sans|refus\w+|demander|attend\w*|si (?:elle|il)|not|never|without|ask"
    r"|if (?:she|he|they)|unless|refuse[sd]?|before)\b|n't\b|\?"
)
_PIECES = re.compile(r"[;:.!]\s|\n")


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
        people = circumstances.organization.directory
        for naming in (*named_in(reading, people), *tagged_in(bare.text, people)):
            is_mention = bare.text[naming.start - 1 : naming.start] == "@"
            is_free = _is_public(naming.people, circumstances) or _has_agreed(
                naming.people, circumstances
            )
            if not is_mention and not is_free:
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


def _has_agreed(people: tuple[str, ...], circumstances: Circumstances) -> bool:
    """Tell whether a note names one of them, and says that they agreed."""
    pieces = (one for note in circumstances.notes for one in _PIECES.split(fold_term(note)))
    return any(
        _AGREED.search(piece) is not None
        and _NOT_YET.search(piece) is None
        and next(namings(piece, people), None) is not None
        for piece in pieces
    )
