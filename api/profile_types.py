"""The four profile types in the words people read."""

from api.schemas.base import Said
from api.schemas.people import ProfileTypeOut
from domain.people import ProfileType

PROFILE_TYPES = (
    ProfileTypeOut(
        id=ProfileType.EXPERT,
        name=Said(fr="L’Expert", en="The Expert"),
        description=Said(
            fr="Aime transmettre son savoir-faire : analyses, articles de fond, réponses précises.",
            en="Likes to pass on know-how: analyses, in-depth articles, precise answers.",
        ),
    ),
    ProfileTypeOut(
        id=ProfileType.REPORTER,
        name=Said(fr="Le Reporter", en="The Reporter"),
        description=Said(
            fr="Curieux, raconte la vie de l’entreprise : coulisses, portraits, événements.",
            en="Curious, tells the company's life: behind the scenes, portraits, events.",
        ),
    ),
    ProfileTypeOut(
        id=ProfileType.SUPPORTER,
        name=Said(fr="Le Supporter", en="The Supporter"),
        description=Said(
            fr="Attaché au collectif, partage réussites, valeurs et engagements.",
            en="Attached to the team, shares successes, values and commitments.",
        ),
    ),
    ProfileTypeOut(
        id=ProfileType.HR_AMBASSADOR,
        name=Said(fr="L’Ambassadeur RH", en="The HR Ambassador"),
        description=Said(
            fr="Donne envie de rejoindre l’équipe : offres, témoignages d’arrivée, culture.",
            en="Makes people want to join: job offers, newcomers' testimonies, culture.",
        ),
    ),
)
