"""The kinds of content the programme speaks of, and which people and objectives each suits."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.content import Objective
from domain.language import Bilingual
from domain.people import ProfileType


class ContentKind(StrEnum):
    """What a content is, whatever it is about."""

    ANALYSIS = "analysis"
    ANSWER = "answer"
    BEHIND_THE_SCENES = "behind_the_scenes"
    EVENT = "event"
    INTERVIEW = "interview"
    SUCCESS = "success"
    VALUES = "values"
    CSR = "csr"
    JOB_OFFER = "job_offer"
    ONBOARDING = "onboarding"
    CULTURE = "culture"


KINDS: Final = tuple(ContentKind)
TYPES: Final = tuple(ProfileType)
OBJECTIVES: Final = tuple(Objective)

KIND_NAMES: Final[Mapping[ContentKind, Bilingual]] = MappingProxyType(
    {
        ContentKind.ANALYSIS: Bilingual("analyse de fond", "in-depth analysis"),
        ContentKind.ANSWER: Bilingual("réponse pratique", "practical answer"),
        ContentKind.BEHIND_THE_SCENES: Bilingual("coulisses", "behind the scenes"),
        ContentKind.EVENT: Bilingual("vie interne", "company life"),
        ContentKind.INTERVIEW: Bilingual("portrait", "portrait"),
        ContentKind.SUCCESS: Bilingual("réussite", "success"),
        ContentKind.VALUES: Bilingual("valeurs", "values"),
        ContentKind.CSR: Bilingual("initiative RSE", "CSR initiative"),
        ContentKind.JOB_OFFER: Bilingual("offre d’emploi", "job offer"),
        ContentKind.ONBOARDING: Bilingual("témoignage d’arrivée", "newcomer’s testimony"),
        ContentKind.CULTURE: Bilingual("culture d’entreprise", "company culture"),
    }
)

# The brief names three kinds for each type: 1. The halves are kinds of another type that the
# same motive also reaches (belonging: culture and events; talent: portraits of colleagues).
SUITS_TYPE: Final[Mapping[ProfileType, Mapping[ContentKind, float]]] = MappingProxyType(
    {
        ProfileType.EXPERT: {ContentKind.ANALYSIS: 1.0, ContentKind.ANSWER: 1.0},
        ProfileType.REPORTER: {
            ContentKind.BEHIND_THE_SCENES: 1.0,
            ContentKind.EVENT: 1.0,
            ContentKind.INTERVIEW: 1.0,
            ContentKind.ONBOARDING: 0.3,
        },
        ProfileType.SUPPORTER: {
            ContentKind.SUCCESS: 1.0,
            ContentKind.VALUES: 1.0,
            ContentKind.CSR: 1.0,
            ContentKind.EVENT: 0.3,
        },
        ProfileType.HR_AMBASSADOR: {
            ContentKind.JOB_OFFER: 1.0,
            ContentKind.ONBOARDING: 1.0,
            ContentKind.CULTURE: 1.0,
            ContentKind.INTERVIEW: 0.3,
        },
    }
)

# Awareness: what people outside like to read. Leads: what shows know-how to a buyer.
# Talent: what a candidate wants to know.
SERVES_OBJECTIVE: Final[Mapping[Objective, Mapping[ContentKind, float]]] = MappingProxyType(
    {
        Objective.AWARENESS: {
            ContentKind.SUCCESS: 1.0,
            ContentKind.CSR: 1.0,
            ContentKind.VALUES: 0.8,
            ContentKind.BEHIND_THE_SCENES: 0.6,
            ContentKind.EVENT: 0.6,
            ContentKind.INTERVIEW: 0.6,
        },
        Objective.LEADS: {
            ContentKind.ANALYSIS: 1.0,
            ContentKind.ANSWER: 1.0,
            ContentKind.SUCCESS: 0.6,
        },
        Objective.TALENT: {
            ContentKind.JOB_OFFER: 1.0,
            ContentKind.ONBOARDING: 1.0,
            ContentKind.CULTURE: 1.0,
            ContentKind.INTERVIEW: 0.5,
            ContentKind.BEHIND_THE_SCENES: 0.5,
        },
    }
)
