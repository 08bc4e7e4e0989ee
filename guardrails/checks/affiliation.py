"""Affiliation: who speaks of the company says that they work there.

A profile or a bio is not enough, nor is a hashtag of the company's. On LinkedIn a reader sees
the first lines only: a disclosure below them, after the company was spoken of, is a warning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.employers import where_one_works
from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.platforms import Platform
from domain.review import Circumstances, Finding, Repair, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.recommended import recommended
from guardrails.company_mentions import company_mentions
from guardrails.disclosure import first_disclosure
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.wordings import Wordings

_MISSING = Bilingual(
    fr="Ce texte parle de l'entreprise sans dire que vous y travaillez.",
    en="This text speaks of the company without saying that you work there.",
)
_TOO_LOW = Bilingual(
    fr="Vous dites travailler dans l'entreprise après la coupure « … plus » : remontez-le.",
    en="You say that you work there below the “… more” fold: move it up.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """Report a text that speaks of the company and hides that its author works there.

    So does one that praises what a content of the company's tells of.
    `subjects` speak of it without a name; `fold` is how many characters LinkedIn shows first.
    """

    kind: ClassVar[str] = "affiliation"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    subjects: Wordings
    fold: int = 210

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding at the first mention, or at a disclosure that stands too low."""
        company = circumstances.organization
        mentions = company_mentions(reading, company, self.subjects)
        first = mentions[0].span if mentions else recommended(reading, circumstances)
        if first is None:
            return
        is_named = any(mention.is_named for mention in mentions)
        said = first_disclosure(reading, company, is_named=is_named)
        if said is None:
            yield _objection(_MISSING, company).at(first, by=self, reading=reading)
        elif circumstances.platform is Platform.LINKEDIN and self._stands_too_low(said, first):
            low = _objection(_TOO_LOW, company)
            yield low.at(said, by=self, reading=reading, severity=Severity.WARN)

    def _stands_too_low(self, said: Span, mentioned: Span) -> bool:
        return said.start > self.fold and mentioned.start < said.start


def _objection(message: Bilingual, company: Organization) -> Objection:
    at_fr, at_en = (where_one_works(company.name, each) for each in Language)
    said = Bilingual(fr=f"Je travaille {at_fr}.", en=f"I work {at_en}.")
    return Objection(message, said, Repair.ADD)
