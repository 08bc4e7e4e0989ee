"""French sentences that are worded as people talk, and go on no "the article says that"."""

import re
from typing import Final

from domain.language import Language
from personalizer.clauses import has_finite_verb, opens_apart
from personalizer.prefiltered import Prefiltered

# An imperative, "faut" without "il", a negation without "ne": spoken, and in no reported clause.
_UNTOLD_IN_FRENCH: Final = Prefiltered(
    r"\bça\b|\bet (?:vous|tu|on|ils?|elles?|nous)\b|(?:^|, )\w+ez\b"
    r"|(?<!\bil )(?<!\bl’on )\bfaut\b|\bfaut pas\b"
    r"|(?<!n[’'])(?<!ne )\b(?:est|a|ont|sont|était|avait|peut|va) pas\b",
    re.IGNORECASE,
)
# Two sentences that only a comma joins: behind "the article says that" they would be one.
_SPLICED: Final = Prefiltered(
    r"(?!(?:si|quand|lorsqu|comme|vu|pour|de par|mais|après|avant|dès|même|encore|une? fois|grâce"
    r"|[aà]|plus|moins|en|sur|dans|par|avec|selon|depuis|pendant|sans|malgré|contrairement)\b)"
    r"(?P<first>[^,:;()]+), (?:il|elle|ils|elles|on|vous|c['’]est|cela|ça|ce sont)\b",
    re.IGNORECASE,
)
_SUBORDINATE: Final = Prefiltered(
    r"\b(?:que|qui|dont|où|si|quand|lorsque|puisque|mais)\b|qu['’]", re.IGNORECASE
)


def is_spoken_french(body: str) -> bool:
    """Tell whether a French sentence is spoken, or two that only a comma joins."""
    spliced = _SPLICED.match(body)
    is_two = (
        spliced is not None
        and _SUBORDINATE.search(spliced["first"]) is None
        and not opens_apart(body)
        and has_finite_verb(spliced["first"], Language.FRENCH)
    )
    return is_two or _UNTOLD_IN_FRENCH.search(body) is not None
