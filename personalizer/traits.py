"""What makes a sentence worth a post: a figure, somebody's words, a name, a question, a step."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from personalizer.figures import DATE, figure_in
from personalizer.prefiltered import Prefiltered
from personalizer.speakers import person_in, spoken_in


class Trait(StrEnum):
    """A reason to build a post on a sentence."""

    FIGURE = "figure"
    QUOTATION = "quotation"
    PERSON = "person"
    QUESTION = "question"
    STEP = "step"
    CONTRAST = "contrast"
    OBJECTION = "objection"
    HEADING = "heading"
    DATE = "date"
    SCENE = "scene"
    REASON = "reason"


_PATTERNS: Final[Mapping[Trait, Prefiltered]] = MappingProxyType(
    {
        Trait.STEP: Prefiltered(
            r"^(?:D['’]abord|Ensuite|Enfin|Étape|Commenc\w+|Il (?:faut|suffit|convient)"
            r"|Pour \w+(?:er|ir|re)\b"
            r"|\w+ez\b|First\b|Next\b|Start|To [a-z]+|Make sure|You (?:can|should|need)|Use\b|Try\b"
            r"|Avoid\b|When you|If you|Before you|Be\b|Don['’]t|Ask\b|Keep\b|Write\b|Create\b)"
            r"|\b(?:on|vous) (?:peut|peuvent|pouvez|doit|devez)\b|\b(?:step|étape|how to"
            r"|comment) \w+",
        ),
        Trait.CONTRAST: Prefiltered(
            r"\b(?:mais|contrairement|au lieu|plutôt qu\w*|alors qu\w*|tandis|en revanche"
            r"|pourtant|malgré"
            r"|but|instead|rather than|while|whereas|unlike|although|though|however|not only"
            r"|despite)\b",
            re.IGNORECASE,
        ),
        # What a source holds against its own subject: a limit, a drawback, a doubt.
        Trait.OBJECTION: Prefiltered(
            r"\b(?:inconvénients?|les? limites?|(?<!par )défauts?|faiblesses?|reproch\w+"
            r"|objections?|contraintes?|difficultés?|pièges?|bémols?"
            r"|ne (?:suffi\w+|résou\w+|remplac\w+|règle\w*|convien\w+) (?:pas|jamais)"
            r"|n['’]est (?:pas (?:toujours|forcément|suffisant|adapté\w*)|jamais)"
            r"|à condition (?:de|que)"
            r"|trop \w+|ne \w+ (?:pas|plus) (?:toujours|forcément)|au prix d\w*"
            r"|drawbacks?|limitations?|downsides?|shortcomings?|criticisms?|objections?"
            r"|difficult(?:y|ies)|pitfalls?|trade-?offs?|caveats?"
            r"|(?:is|are|was|were)(?: not|n['’]t) (?:always|enough|necessarily|suited)"
            r"|(?:does|do|did)(?: not|n['’]t) (?:suffice|solve|replace|always|fix)|too \w+"
            r"|only if|at the cost of)\b",
            re.IGNORECASE,
        ),
        Trait.SCENE: Prefiltered(
            r"\b(?:équipes?|collègues?|atelier|réunions?|coulisses?|projets?|semaines?"
            r"|jour(?:née)?s?|bureaux?"
            r"|nous|notre|nos|on a|team(?:s|mates?)?|colleagues?|workshops?|meetings?|sprints?"
            r"|projects?"
            r"|weeks?|office|we|our|interviews?|visit\w*)\b",
            re.IGNORECASE,
        ),
        Trait.REASON: Prefiltered(
            r"\b(?:car|parce|puisqu\w*|afin|permet\w*|grâce|donc|évit\w+|sert|because|so that"
            r"|since|helps?"
            r"|allow\w*|enabl\w+|means?|lets|avoid\w*|therefore|ensur\w+|mak(?:es|ing))\b",
            re.IGNORECASE,
        ),
        Trait.DATE: DATE,
    }
)


# What no pattern tells.
_TOLD_BY: Final[Mapping[Trait, Callable[[str], bool]]] = MappingProxyType(
    {
        Trait.QUESTION: lambda sentence: sentence.rstrip(' »”")').endswith("?"),
        Trait.FIGURE: lambda sentence: figure_in(sentence) is not None,
        Trait.QUOTATION: lambda sentence: spoken_in(sentence) is not None,
        Trait.PERSON: lambda sentence: person_in(sentence) is not None,
    }
)


def traits_of(sentence: str) -> frozenset[Trait]:
    """Return every reason there is to build a post on a sentence."""
    return frozenset(trait for trait in Trait if _has(sentence, trait))


def has_any(sentence: str, traits: Iterable[Trait]) -> bool:
    """Tell whether a sentence has one of these traits, looking for no other one."""
    return any(_has(sentence, trait) for trait in traits)


def _has(sentence: str, trait: Trait) -> bool:
    pattern, told = _PATTERNS.get(trait), _TOLD_BY.get(trait)
    if pattern is not None:
        return pattern.search(sentence) is not None
    return told is not None and told(sentence)
