"""Personal data: ways to reach somebody, and numbers that are somebody's, stand in no post.

An e-mail address or telephone number is stopped wherever it comes from, spelled out or not.
A mailbox that is a role's or a project's (contact@, jobs@…) is nobody's: it only earns advice,
and none when it is the company's own or when the published source gives it itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Repair, Severity
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.children import children
from guardrails.identifiers import Identifier, without_overlaps
from guardrails.identifiers.homes import home_addresses
from guardrails.identifiers.mail import as_written, belongs_to_a_role, mail_addresses
from guardrails.identifiers.numbers import numbers_of_someone
from guardrails.identifiers.phone import phone_numbers
from guardrails.identifiers.spoken import spoken_numbers
from guardrails.objections import Objection
from guardrails.reading import Reading, fold_term

_ROLES = (
    "accueil", "admin", "adhesion", "agence", "assistance", "atelier", "billetterie", "bonjour",
    "boutique", "candidature", "candidatures", "careers", "carriere", "carrieres", "com", "comm",
    "communication", "compta", "contact", "contacts", "devis", "direction", "dpo", "drh", "emploi",
    "equipe", "event", "events", "facturation", "feedback", "formation", "hello", "help", "hr",
    "info", "information", "infos", "inquiries", "inscription", "inscriptions", "job", "jobs",
    "legal", "list", "marketing", "media", "newsletter", "noreply", "office", "partenariat",
    "partners", "postmaster", "presse", "press", "privacy", "recrutement", "research", "rgpd",
    "rh", "rse", "sales", "secretariat", "security", "securite", "service", "services", "stage",
    "stages", "support", "talent", "talents", "team", "ventes", "webmaster", "welcome",
)  # fmt: skip
# No number of somebody's is shorter, however it is spaced.
_MANY_DIGITS = re.compile(r"\d(?:[^\d\n]{0,3}\d){5}")
_DIGIT = re.compile(r"\d")

_WHAT: Mapping[str, Bilingual] = MappingProxyType(
    {
        "mail": Bilingual(fr="une adresse e-mail", en="an e-mail address"),
        "phone": Bilingual(fr="un numéro de téléphone", en="a telephone number"),
        "iban": Bilingual(fr="un numéro de compte (IBAN)", en="a bank account number (IBAN)"),
        "nir": Bilingual(fr="un numéro de sécurité sociale", en="a social security number"),
        "ssn": Bilingual(fr="un numéro de sécurité sociale", en="a social security number"),
        "card": Bilingual(fr="un numéro de carte de paiement", en="a payment card number"),
        "siren": Bilingual(fr="un numéro SIREN", en="a company number (SIREN)"),
        "siret": Bilingual(fr="un numéro SIRET", en="an establishment number (SIRET)"),
        "vat": Bilingual(fr="un numéro de TVA", en="a VAT number"),
        "home": Bilingual(fr="l'adresse de quelqu'un", en="somebody's home address"),
    }
)
_ROLE = Bilingual(
    fr="Cette boîte est-elle publique ? Une page de contact vieillit mieux qu'une adresse.",
    en="Is this mailbox public? A contact page ages better than an address.",
)
_CHILD = Objection(
    Bilingual(
        fr="Ce passage montre l'enfant de quelqu'un : ses parents sont-ils d'accord ?",
        en="This passage shows somebody's child: do the parents agree?",
    ),
    Bilingual(
        fr="Retirez le prénom, l'âge ou la photo, ou demandez aux parents.",
        en="Remove the name, the age or the picture, or ask the parents.",
    ),
)
_INSTEAD = Bilingual(fr="[lien vers la page publique]", en="[link to the public page]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalData:
    """Report each address, number or identifier of a person or a company.

    `roles` are words in the name of mailboxes that are nobody's own; those weigh `role_severity`.
    A child that is named beside its age or its picture weighs `child_severity`.
    """

    kind: ClassVar[str] = "personal_data"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str = "CH-13"
    severity: Severity = Severity.BLOCK
    role_severity: Severity = Severity.WARN
    child_severity: Severity = Severity.ASK
    roles: tuple[str, ...] = _ROLES

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per identifier."""
        text = reading.bare.text
        roles = frozenset(self.roles)
        for one in identifiers_in(text):
            written = as_written(text[one.start : one.end])
            if one.kind == "mail" and _is_in_the_contents_own_link(text, one, circumstances):
                continue
            if one.kind != "mail" or not belongs_to_a_role(written, roles):
                yield self._finding(one, reading)
            elif not _is_public(written, circumstances):
                yield replace(
                    self._finding(one, reading), severity=self.role_severity, message=_ROLE
                )
        for span in children(reading):
            yield _CHILD.at(span, by=self, reading=reading, severity=self.child_severity)

    def _finding(self, one: Identifier, reading: Reading) -> Finding:
        what = _WHAT[one.kind]
        return Finding(
            rule=self.clause,
            check=self.kind,
            severity=self.severity,
            message=Bilingual(
                fr=f"Un post ne donne pas {what.fr} : renvoyez vers une page publique.",
                en=f"A post does not give {what.en}: point to a public page instead.",
            ),
            span=reading.bare.span(one.start, one.end),
            suggestion=_INSTEAD.in_language(reading.language),
            repair=Repair.REPLACE,
        )


def _is_public(address: str, circumstances: Circumstances) -> bool:
    source = circumstances.source
    own = tuple(f"@{fold_term(domain)}" for domain in circumstances.organization.domains)
    return address.endswith(own) or (source is not None and address in fold_term(source.text))


def _is_in_the_contents_own_link(text: str, one: Identifier, circumstances: Circumstances) -> bool:
    """Tell whether the address of the published content itself holds it, and the text is that."""
    url = fold_term((circumstances.source and circumstances.source.url) or "")
    at = url.find(text[one.start : one.end]) if url else -1
    return at >= 0 and text.startswith(url, max(0, one.start - at))


def identifiers_in(text: str) -> list[Identifier]:
    """Return the identifiers of a bare folded text, in order, none over another."""
    return without_overlaps(_identifiers(text), len(text))


def _identifiers(text: str) -> Iterator[Identifier]:
    yield from mail_addresses(text)
    has_many_digits = _MANY_DIGITS.search(text) is not None
    if has_many_digits:
        yield from numbers_of_someone(text)
    if has_many_digits or "zero" in text:
        yield from phone_numbers(text)
    yield from spoken_numbers(text)
    if _DIGIT.search(text):
        yield from home_addresses(text)
