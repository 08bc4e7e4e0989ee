"""Links: a draft written by a machine leads to the content, to the company, or nowhere.

A text from outside may want its readers led elsewhere, and a model may follow it. What the
author wrote in their notes is theirs to link to, and so is a text no machine has written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term

_ELSEWHERE = Objection(
    Bilingual(
        fr="Ce lien ne mène ni au contenu, ni à l'entreprise, ni à une adresse de vos notes.",
        en="This link leads neither to the content, nor to the company, nor to one of your notes.",
    ),
    Bilingual(
        fr="Retirez-le, ou mettez l'adresse dans vos notes.",
        en="Remove it, or put the address into your notes.",
    ),
)
_LINK = re.compile(
    r"(?:https?://(?:[^\s/@]{0,200}@)?|(?<![\w.@-])www\.)([a-z0-9.-]{1,253})[^\s)\]>\"]{0,2000}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Report each link of a machine's draft to a host that nobody named; `domains` are allowed."""

    kind: ClassVar[str] = "links"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    domains: tuple[str, ...] = ()

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per link."""
        if not circumstances.draft_share or circumstances.source is None:
            return
        allowed = self._allowed(circumstances)
        for match in _LINK.finditer(reading.bare.text):
            if not _is_within(match[1], allowed):
                yield _ELSEWHERE.at(reading.bare.span(*match.span()), by=self, reading=reading)

    def _allowed(self, circumstances: Circumstances) -> frozenset[str]:
        source, notes = circumstances.source, fold_term(" ".join(circumstances.notes))
        own = urlsplit(source.url).hostname if source and source.url else None
        named = (match[1] for match in _LINK.finditer(notes))
        hosts = (own or "", *circumstances.organization.domains, *self.domains, *named)
        return frozenset(_plain(host) for host in hosts if host)


def _is_within(host: str, allowed: frozenset[str]) -> bool:
    name = _plain(host)
    return any(name == one or name.endswith(f".{one}") for one in allowed)


def _plain(host: str) -> str:
    return host.casefold().strip(".").removeprefix("www.")
