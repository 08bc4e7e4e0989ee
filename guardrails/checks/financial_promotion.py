"""Financial promotion: no advice to buy, no promised return."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import Claims
from guardrails.objections import Objection
from guardrails.reading import Reading
from guardrails.wordings import Wordings

_ADVICE = Objection(
    Bilingual(
        fr="Ce passage conseille un placement ou en promet le rendement.",
        en="This passage recommends an investment or promises its return.",
    ),
    Bilingual(
        fr="Renvoyez à la page investisseurs, sans avis sur le titre.",
        en="Point to the investors' page, without a view on the stock.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialPromotion:
    """Report each place that advises to buy or sell, or promises a return.

    `unless` are phrases that look like one and mean something else.
    """

    kind: ClassVar[str] = "financial_promotion"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    promises: Wordings
    unless: Wordings

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        claims = reading.view(Claims)
        for place in claims.made(self.promises, unless=self.unless):
            yield _ADVICE.at(claims.span(place), by=self, reading=reading)
