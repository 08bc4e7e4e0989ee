"""How a sentence says that something stands before it, by a word in it or at its end."""

import re
from typing import Final

from personalizer.prefiltered import Prefiltered

_POINTS: Final = tuple(
    Prefiltered(pattern, re.IGNORECASE)
    for pattern in (
        # "Il s’agit de": of what, was said before. "Lorsqu’il s’agit de" asks for nothing.
        r"^(?:(?:pour|dans|ici|au|à|en)\b[^,]{0,40}, )?il s['’]agi",
        (
            r"^.{0,45}\bce (?!qu|dont\b|sont\b|n['’e]|so[in]t|sera\w*|fut|à quoi|matin|soir|jour\b"
            r"|mois|week|printemps|point\b)"
        ),
        # "Not only is it humbling", "Standards, but they can be a start".
        r"^not only (?:is|was|are|were|does|did|has|have|had|will|would|can|could)\b",
        r"^\w+, (?:but|mais)\b",
        # What is left of a sentence that was cut at an abbreviation: "Plaza and will host".
        r"^(?!all\b|some\b|many\b)\w+ and (?:will|would|can|is|was|has|had)\b",
        (
            r"^.{0,80}\b(?:with|of|for|on|at|by|from|about|record|use|using|share|take|taking"
            r"|make|making|give|get|keep|capture) that (?:information|data|process|work|approach"
            r"|problem"
            r"|kind|sort|type|way|case|point|feedback|knowledge|step|decision|document|change"
            r"|question|idea|effort|goal|insight|need|risk|conversation|experience|model|practice"
            r"|context|system|tool)\b"
        ),
        (
            r"\b(?:with|of|for|in|on|at|by|to|from|about|like|around|do|does|doing|done|did|say|said"
            r"|see) (?:this|that|these|those)[.!]?$|\bdo so[.!]?$"
        ),
        # "Inspired by the method, they only need one": who, was said before.
        (
            r"^(?:\w{2,20}ed by|with|without|through|according to|thanks to|given|as a|using)"
            r" [^,]{1,60}, (?:they|he|she)\b"
        ),
        # "Explicitly build it into your plan".
        (
            r"^(?:\w{2,20}ly )?(?!how|why|what|when|where|if|is|was|does|do|did|can|will|should"
            r"|would"
            r"|could|that|because|as|and|but|we|you|i|people|teams)[a-z]{2,20}(?<!s) (?:it|them)\b"
            r"(?! (?:possible|eas\w+|clear|hard\w*|difficult|is|was|has|can|will|would)\b)"
        ),
    )
)


def points_back(sentence: str) -> bool:
    """Tell whether a sentence speaks of something that only the one before it names."""
    return any(each.search(sentence) for each in _POINTS)
