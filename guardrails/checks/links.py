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
from domain.review import Circumstances, Finding, Severity, Source, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.hosts import links_in, plain_host
from guardrails.objections import Objection
from guardrails.reading import Reading

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


_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,200}")
_MAILTO = re.compile(
    r"\bmailto:\s?(?P<address>[^\s@<>\"]{1,64}@(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}))",
    re.IGNORECASE,
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
        given = " ".join((circumstances.source.text, *circumstances.notes))
        yield from self._mailboxes(reading, given, allowed)
        for link in links_in(reading.text):
            is_told = link.is_bare and _names(circumstances.source, link.host)
            if not is_told and not _is_within(link.host, allowed):
                yield _ELSEWHERE.at(link.span, by=self, reading=reading)

    def _mailboxes(
        self, reading: Reading, given: str, allowed: frozenset[str]
    ) -> Iterator[Finding]:
        """Yield the links that would have a reader write to somebody: "mailto:x@elsewhere"."""
        known = {one.casefold().rstrip(".") for one in _ADDRESS.findall(given)}
        for match in _MAILTO.finditer(reading.text) if "@" in reading.text else ():
            is_told = match["address"].casefold() in known
            if not is_told and not _is_within(plain_host(match["host"]), allowed):
                yield _ELSEWHERE.at(Span(*match.span()), by=self, reading=reading)

    def _allowed(self, circumstances: Circumstances) -> frozenset[str]:
        source, notes = circumstances.source, " ".join(circumstances.notes)
        own = urlsplit(source.url).hostname if source and source.url else None
        hosts = (own, *circumstances.organization.domains, *self.domains)
        named = (link.host for link in links_in(notes))
        plain = (plain_host(host) for host in hosts if host)
        return frozenset(host for host in (*plain, *named) if host)


def _names(source: Source, host: str | None) -> bool:
    """Tell whether a content names a service by its host ("cloud.example"), with no link to it."""
    told = f"{source.title} {source.text}"
    return host is not None and any(one.is_bare and one.host == host for one in links_in(told))


def _is_within(host: str | None, allowed: frozenset[str]) -> bool:
    return host is not None and any(host == one or host.endswith(f".{one}") for one in allowed)
