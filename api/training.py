"""What a team could practise when drafts stumble on the same rules: the rule, never the person."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.language import Bilingual


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of training, and what one would do in it."""

    theme_id: str
    name: Bilingual
    practice: Bilingual


DISCLOSURE: Final = Theme(
    "disclosure",
    Bilingual(fr="Dire d’où l’on parle", en="Saying where you speak from"),
    Bilingual(
        fr="Trouver à plusieurs dix façons naturelles de dire que l’on travaille ici.",
        en="Find together ten natural ways to say that you work here.",
    ),
)
SOURCES: Final = Theme(
    "sources",
    Bilingual(fr="S’appuyer sur la source", en="Standing on the source"),
    Bilingual(
        fr="Reprendre un article et remonter de chaque chiffre à la phrase qui le porte.",
        en="Take an article and trace each figure back to the sentence that carries it.",
    ),
)
OWN_VOICE: Final = Theme(
    "own_voice",
    Bilingual(fr="Parler en son nom", en="Speaking for yourself"),
    Bilingual(
        fr="Raconter un même fait, chacun par ce qu’il en a vécu.",
        en="Tell one fact, each through what they lived of it.",
    ),
)
DISCRETION: Final = Theme(
    "discretion",
    Bilingual(fr="Ce qui reste dans l’entreprise", en="What stays inside"),
    Bilingual(
        fr="Trier des exemples : public, bientôt public, jamais public.",
        en="Sort examples: public, public soon, never public.",
    ),
)
PEOPLE: Final = Theme(
    "people",
    Bilingual(fr="Respecter les personnes", en="Respecting people"),
    Bilingual(
        fr="Relire des messages du point de vue de celui dont ils parlent.",
        en="Read posts again as the person they speak of would.",
    ),
)
MEASURE: Final = Theme(
    "measure",
    Bilingual(fr="Promettre et comparer avec mesure", en="Promising and comparing with measure"),
    Bilingual(
        fr="Remplacer chaque superlatif par un fait que l’on peut montrer.",
        en="Replace each superlative with a fact one can show.",
    ),
)
FORM: Final = Theme(
    "form",
    Bilingual(fr="La forme d’un message", en="The form of a post"),
    Bilingual(
        fr="Écrire le même message court, puis très court, sans rien perdre d’essentiel.",
        en="Write the same post short, then very short, losing nothing that matters.",
    ),
)

THEMES: Final[Mapping[str, Theme]] = MappingProxyType(
    {
        **dict.fromkeys(("affiliation", "consideration", "ai_honesty", "spokesperson"), DISCLOSURE),
        **dict.fromkeys(("grounding", "links", "quotation_length", "substance"), SOURCES),
        **dict.fromkeys(("own_words", "near_duplicates"), OWN_VOICE),
        **dict.fromkeys(
            (
                "clients",
                "confidential_terms",
                "embargo",
                "frozen_topics",
                "inside_information",
                "security_details",
            ),
            DISCRETION,
        ),
        **dict.fromkeys(
            (
                "directory_names",
                "fair_jobs",
                "neutrality",
                "personal_data",
                "pressure",
                "respect",
                "sensitive_data",
            ),
            PEOPLE,
        ),
        **dict.fromkeys(
            (
                "competitors",
                "financial_promotion",
                "green_claims",
                "regulated_products",
                "superlatives",
            ),
            MEASURE,
        ),
        **dict.fromkeys(("attacks", "patterns", "phrases", "platform_limits", "terms"), FORM),
    }
)
"""Each kind of check and what it is about; a test fails on a kind without a theme."""


def theme_of(check: str) -> Theme:
    """Return the theme behind a kind of check; one that is known no more is about form."""
    return THEMES.get(check, FORM)
