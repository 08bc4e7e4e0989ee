"""Security details: nothing that helps an attacker.

Secrets (keys, tokens, passwords), addresses inside the network, which version of what guards
it, a weakness not repaired yet, codes of doors and badges.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.claims import NOTHING, Claims, Place
from guardrails.network_addresses import Labels, internal_hosts, private_addresses
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term
from guardrails.secret_patterns import secrets
from guardrails.wordings import Wordings

_SECRET = Objection(
    Bilingual(
        fr="Ceci ressemble à une clé, un jeton, un code ou un mot de passe.",
        en="This looks like a key, a token, a code or a password.",
    ),
    Bilingual(
        fr="Retirez-le, et faites-le changer : il est compromis.",
        en="Remove it, and have it changed: it is compromised.",
    ),
)
_INSIDE = Objection(
    Bilingual(
        fr="Ceci est une adresse à l'intérieur du réseau.",
        en="This is an address inside the network.",
    ),
    Bilingual(
        fr="Retirez l'adresse, ou donnez celle d'une page publique.",
        en="Remove the address, or give that of a public page.",
    ),
)
_GUARD = Objection(
    Bilingual(
        fr="Dire ce qui protège le réseau, et ce qui lui manque, aide un attaquant.",
        en="Saying what guards the network, and what it lacks, helps an attacker.",
    ),
    Bilingual(
        fr="Retirez ce détail ; renvoyez à la page sécurité publique.",
        en="Remove this detail; point to the public security page.",
    ),
)
_NOT_A_QUANTITY = r"(?![\w,]|\s?(?:%|€|\$|m€|k€|millions?|milliards?|ans|years|fois|times))"
_VERSION = re.compile(
    r"[\s\-(:,]{1,3}(?:[a-z-]+ ){0,3}(?:(?:version |v\.? ?|release )\d+(?:\.\d+[a-z]?)*"
    rf"|\d+(?:\.\d+[a-z]?)+){_NOT_A_QUANTITY}"
)
_RELEASE = re.compile(
    rf"[\s\-(:,]{{1,3}}(?:version |v\.? ?|release |r)?\d+(?:\.\d+[a-z]?)*{_NOT_A_QUANTITY}"
)
_CODE = re.compile(
    r"[^.,;\n\d]{0,48}?(?:,? (?:c'est|it's|it is|toujours|still|always) [^.,;\n\d]{0,10}?)?"
    r"(?<![\d.])(?!(?:19|20)\d\d\b)[a-z]?\d{3,8}[a-z]?#?(?![\d\w])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityDetails:
    """Report secrets, internal addresses, versions of what guards the network, door codes.

    A host is internal by one of `internal_labels` in its name, by its ending
    (`internal_endings`), or by its first label on the company's own domain
    (`guarded_labels`); in a sentence with one of `elsewhere` the network is the reader's.
    `guards` are told with their version; `software` counts where `running` says that the
    company runs it; `codes` count with a number behind them;
    `weaknesses` but in a sentence with one of `appliances` ("how long the fridge door stays open").
    """

    kind: ClassVar[str] = "security_details"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    internal_labels: frozenset[str]
    internal_endings: frozenset[str]
    guarded_labels: frozenset[str]
    elsewhere: Wordings
    guards: Wordings
    software: Wordings
    running: Wordings
    codes: Wordings
    weaknesses: Wordings
    appliances: Wordings = NOTHING

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per place."""
        claims = reading.view(Claims)
        organization = circumstances.organization
        found: dict[Span, Objection] = dict.fromkeys(secrets(reading.text), _SECRET)
        for place in self._codes(claims, reading.bare.text):
            found.setdefault(claims.span(place), _SECRET)
        for place in self._addresses(reading.bare.text, organization):
            if not self.elsewhere.occur_in(claims.words(claims.around(place))):
                found.setdefault(claims.span(place), _INSIDE)
        for place in self._guards(claims, reading.bare.text, organization):
            found.setdefault(claims.span(place), _GUARD)
        for span, objection in found.items():
            yield objection.at(span, by=self, reading=reading)

    def _codes(self, claims: Claims, text: str) -> Iterator[Place]:
        for place in claims.places(self.codes):
            match = _CODE.match(text, place.end)
            if match:
                yield Place(place.start, match.end())

    def _addresses(self, text: str, organization: Organization) -> Iterator[Place]:
        labels = Labels(self.internal_labels, self.internal_endings, self.guarded_labels)
        yield from internal_hosts(text, labels, _folded(organization.domains))
        yield from private_addresses(text)

    def _guards(self, claims: Claims, text: str, organization: Organization) -> Iterator[Place]:
        products = _folded(organization.products)
        for place in claims.places(self.guards):
            match = _VERSION.match(text, place.end)
            if match and claims.words(place) not in products:
                yield Place(place.start, match.end())
        for place in claims.places(self.software):
            match = _RELEASE.match(text, place.end)
            if match and self.running.occur_in(claims.words(claims.around(place))):
                yield Place(place.start, match.end())
        for place in claims.made(self.weaknesses, in_addresses=True):
            if not self.appliances.occur_in(claims.words(claims.around(place))):
                yield place


@lru_cache(maxsize=64)
def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold_term(name) for name in names)
