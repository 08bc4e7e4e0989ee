"""Which check each kind named in a charter is, and how a clause becomes rules."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter, ValidationError

from domain.errors import CharterInvalid
from domain.language import Bilingual
from domain.ports import Encoder
from guardrails.charter import CheckSpec, Clause
from guardrails.checks.affiliation import Affiliation
from guardrails.checks.ai_honesty import AiHonesty
from guardrails.checks.attacks import Attacks
from guardrails.checks.base import Rule
from guardrails.checks.clients import Clients
from guardrails.checks.competitors import Competitors
from guardrails.checks.confidential_terms import ConfidentialTerms
from guardrails.checks.consideration import Consideration
from guardrails.checks.directory_names import DirectoryNames
from guardrails.checks.embargo import UnderEmbargo
from guardrails.checks.fair_jobs import FairJobs
from guardrails.checks.financial_promotion import FinancialPromotion
from guardrails.checks.frozen_topics import FrozenTopics
from guardrails.checks.green_claims import GreenClaims
from guardrails.checks.grounding import Grounding
from guardrails.checks.inside_information import InsideInformation
from guardrails.checks.learned import Learned
from guardrails.checks.links import Links
from guardrails.checks.near_duplicates import NearDuplicates
from guardrails.checks.neutrality import Neutrality
from guardrails.checks.own_words import OwnWords
from guardrails.checks.patterns import Patterns
from guardrails.checks.personal_data import PersonalData
from guardrails.checks.phrases import Phrases
from guardrails.checks.platform_limits import PlatformLimits
from guardrails.checks.pressure import Pressure
from guardrails.checks.quotation_length import QuotationLength
from guardrails.checks.regulated_products import RegulatedProducts
from guardrails.checks.respect import Respect
from guardrails.checks.security_details import SecurityDetails
from guardrails.checks.sensitive_data import SensitiveData
from guardrails.checks.spokesperson import Spokesperson
from guardrails.checks.substance import Substance
from guardrails.checks.superlatives import Superlatives
from guardrails.checks.terms import Terms
from guardrails.problems import followed, joined, own, saying, told, unlike

CHECKS: Mapping[str, type[Rule]] = MappingProxyType(
    {
        "clients": Clients,
        "competitors": Competitors,
        "confidential_terms": ConfidentialTerms,
        "embargo": UnderEmbargo,
        "fair_jobs": FairJobs,
        "financial_promotion": FinancialPromotion,
        "frozen_topics": FrozenTopics,
        "green_claims": GreenClaims,
        "inside_information": InsideInformation,
        "regulated_products": RegulatedProducts,
        "security_details": SecurityDetails,
        "sensitive_data": SensitiveData,
        "superlatives": Superlatives,
        "affiliation": Affiliation,
        "ai_honesty": AiHonesty,
        "attacks": Attacks,
        "consideration": Consideration,
        "neutrality": Neutrality,
        "own_words": OwnWords,
        "pressure": Pressure,
        "respect": Respect,
        "spokesperson": Spokesperson,
        "substance": Substance,
        "directory_names": DirectoryNames,
        "grounding": Grounding,
        "personal_data": PersonalData,
        "platform_limits": PlatformLimits,
        "quotation_length": QuotationLength,
        "learned": Learned,
        "links": Links,
        "near_duplicates": NearDuplicates,
        "patterns": Patterns,
        "phrases": Phrases,
        "terms": Terms,
    }
)


def build_rules(
    clause: Clause, *, key: bytes, encoder: Callable[[], Encoder] | None = None
) -> tuple[Rule, ...]:
    """Build the rules of a clause; `key` is the secret its stored fingerprints are hashed with.

    `encoder` opens the encoder that drafts are compared with, when the first one is.

    Raises CharterInvalid for a kind of check there is not, or parameters it cannot take.
    """
    given = {"key": key, "encoder": encoder}
    return tuple(_build(clause, spec, given) for spec in clause.checks)


def _build(clause: Clause, spec: CheckSpec, wired: Mapping[str, Any]) -> Rule:
    check = CHECKS.get(spec.kind)
    if check is None:
        said = followed(saying("no_check", name=spec.kind), unlike(spec.kind, CHECKS))
        raise CharterInvalid(joined(clause.id, said))
    given: dict[str, Any] = {"clause": clause.id, "severity": spec.severity or clause.severity}
    names = {field.name for field in fields(check)}  # type: ignore[arg-type]  # every rule is a dataclass
    taken = {name: value for name, value in wired.items() if name in names}
    parameters = names - {"clause", "severity", *wired}
    place = saying("check", clause=clause.id, kind=spec.kind)
    _refuse_unknown(set(spec.parameters) - parameters, parameters, place)
    try:
        return _adapter(check).validate_python(spec.parameters | given | taken)
    except ValidationError as error:
        raise CharterInvalid(joined(place, told(error, known=("fr", "en")))) from error
    except ValueError as error:
        raise CharterInvalid(joined(place, own(str(error)))) from error


@cache
def _adapter(check: type[Rule]) -> TypeAdapter[Rule]:
    """Return what reads a check's parameters; making it takes longer than all it reads."""
    return TypeAdapter(check)


def _refuse_unknown(names: Collection[str], known: Collection[str], place: Bilingual) -> None:
    for name in sorted(names):
        said = followed(saying("no_parameter", name=name), unlike(name, known))
        raise CharterInvalid(joined(place, said))
