"""Fair jobs: an offer asks for skills, never for an age, a sex, a family, an origin, a health."""

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

_CRITERION = Objection(
    Bilingual(
        fr="Cette offre semble choisir selon l'âge, le sexe, la famille, l'origine ou la santé.",
        en="This offer seems to choose by age, sex, family, origin or health.",
    ),
    Bilingual(
        fr="Dites la compétence ou l'expérience demandée, comme dans l'annonce officielle.",
        en="Say the skill or experience asked for, as the official advert does.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FairJobs:
    """Report each criterion of a job offer that has nothing to do with the work.

    A criterion counts in a sentence that offers a job (one of `offers`) or next to one. In a
    sentence with one of `equality` it is named to be set aside. `unless` are phrases that use
    the same words for something else ("young company").
    """

    kind: ClassVar[str] = "fair_jobs"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    offers: Wordings
    criteria: Wordings
    equality: Wordings
    unless: Wordings

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per criterion."""
        claims = reading.view(Claims)
        for place in claims.made(self.criteria, unless=self.unless):
            nearby = claims.words(claims.around(place, before=1, after=1))
            is_set_aside = self.equality.occur_in(claims.words(claims.around(place)))
            if self.offers.occur_in(nearby) and not is_set_aside:
                yield _CRITERION.at(claims.span(place), by=self, reading=reading)
