"""The times by which a text tells something: "par mois", "each day", "weekly"."""

import re
from collections.abc import Iterator
from typing import Final

from guardrails.facts.units import UNITS

_TIME: Final = "minute|heure|hour|jour|day|semaine|week|mois|month|trimestre|quarter|an|annee|year"
# "12 stops a year ago" are no stops a year.
NOT_SINCE: Final = (
    r"(?! (?:dernier|derniere|prochain|prochaine|passee?|ago|later|earlier|before|after|avant"
    r"|apres|plus tard|last|old)\b)"
)
_RATE: Final = re.compile(
    r"\b(?:par|chaque|per|each|every|an?|l|(?:tous|toutes) les"
    # What was counted over a year may be told by the year.
    r"|(?:in|over|within|during|dans|sur|pendant|en|cours de) (?:the|one|la|le|une?))"
    rf" ({_TIME})s?\b{NOT_SINCE}"
)
_ADVERBS: Final = {
    "day": "quotidien journalier daily",
    "week": "hebdo weekly",
    "month": "mensuel monthly",
    "quarter": "trimestriel quarterly",
    "year": "annuel annual yearly",
}
_OF_ADVERB: Final = {word: unit for unit, words in _ADVERBS.items() for word in words.split()}
_ADVERB: Final = re.compile(rf"\b({'|'.join(_OF_ADVERB)})")


def rates_in(words: str) -> Iterator[str]:
    """Yield each time by which bare words between spaces tell anything."""
    yield from (UNITS[match[1]] for match in _RATE.finditer(words))
    yield from (_OF_ADVERB[match[1]] for match in _ADVERB.finditer(words))
