"""Frozen topics: while an incident lasts, nobody is asked to speak about it.

The one thing that passes is a pointer to the official information: a link, the words that
say what it leads to, and no account of the incident.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import Claims, links
from guardrails.mentions import Families, crisis_told_of, mentions
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term
from guardrails.wordings import Wordings

_FROZEN = Objection(
    Bilingual(
        fr="Ce sujet est gelé : seul le lien vers l'information officielle passe.",
        en="This topic is frozen: only a link to the official information passes.",
    ),
    Bilingual(
        fr="Gardez seulement « État du service et mises à jour : » et le lien officiel.",
        en="Keep only “Service status and updates:” and the official link.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenTopics:
    """Report each mention of a frozen topic, but for a bare pointer to official information.

    `pointers` are the words of such a pointer, `accounts` the words that tell what happened,
    why, or that all is well again.
    """

    kind: ClassVar[str] = "frozen_topics"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    pointers: Wordings
    accounts: Wordings
    families: Families = ()

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per sentence that mentions a frozen topic."""
        topics = circumstances.organization.frozen_topics
        company = circumstances.organization.names
        found = (span for _, span in mentions(reading, topics, self.families))
        spans = dict.fromkeys(found) or dict.fromkeys(
            crisis_told_of(reading, topics, self.families, company)
        )
        if spans and not self._is_pointer(reading, circumstances.organization):
            for span in spans:
                yield _FROZEN.at(span, by=self, reading=reading)

    def _is_pointer(self, reading: Reading, organization: Organization) -> bool:
        text = reading.bare.text
        leads = list(links(text))
        if not leads or not all(_is_official(link, organization) for link in leads):
            return False
        claims = reading.view(Claims)
        return self.pointers.occur_in(text) and not any(claims.places(self.accounts))


def _is_official(link: str, organization: Organization) -> bool:
    """Tell whether a link leads to the company; one still to be filled in may."""
    host = link.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    host = host.partition("/")[0].partition("?")[0].rstrip(".,;:!)")
    domains = tuple(fold_term(domain) for domain in organization.domains)
    return link.startswith("[") or not domains or host.endswith(domains)
