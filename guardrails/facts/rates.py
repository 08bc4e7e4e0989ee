"""The times by which a text tells something: "par mois", "each day", "weekly"."""

import re
from collections.abc import Iterator
from typing import Final

from guardrails.facts.units import UNITS

_TIME: Final = "minute|heure|hour|jour|day|semaine|week|mois|month|trimestre|quarter|an|annee|year"
# "12 stops a year ago" are no stops a year.
_NOT_SINCE: Final = (
    r"(?! (?:dernier|derniere|prochain|prochaine|passee?|ago|later|earlier|before|after|avant"
    r"|apres|plus tard|last|old)\b)"
)
_RATE: Final = re.compile(
    r"\b(?:par|chaque|per|each|every|an?|l|(?:tous|toutes) les"
    # What was counted over a year may be told by the year.
    r"|(?:in|over|within|during|dans|sur|pendant|en|cours de) (?:the|one|la|le|une?))"
    rf" ({_TIME})s?\b{_NOT_SINCE}"
)
# "40 000 € par an", "12 stops a month", "3 lots chaque jour".
_BEHIND: Final = re.compile(
    r"(?: (?:d')?[^\W\d_]+){0,2}?(?: ?/ ?| (?:par|chaque|a|an|per|each|every) | l')"
    rf"(minute|heure|hour|jour|day|semaine|week|mois|month|an|annee|year)(?!\w){_NOT_SINCE}"
)
# "Semaine de 35 heures sur quatre jours", "a four-day week": so much of each week.
_OF_A_WEEK: Final = re.compile(
    r"\b(?:semaines?(?: de travail)?(?: de [^\W_]+ ?(?:heures|h))?|hebdo\w*|par semaine)"
    r"(?: de travail)? (?:de|en|sur) $"
    r"|\b(?:weeks?|weekly)(?: of [^\W_]+ hours)?(?:,? spread)? (?:of|over|across|in|on) $"
)
_A_WEEK_BEHIND: Final = re.compile(
    r"[- ](?:working |work )?weeks?\b(?! (?:ago|later|before|after))"
)
_LONGEST_WEEK: Final = len("semaines de travail de quatre-vingts heures sur ")
_LIVED: Final = frozenset({"hour", "day"})
_WITHIN: Final = re.compile(r" (?:in|within|over|during|after) an? ")
_SPAN: Final = re.compile(
    rf"\b(?:first|same|last|past|single|whole|premiere?|meme|derniere?|seule?) ({_TIME})\b"
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


def told_by(text: str, end: int) -> tuple[str, bool]:
    """Return the time by which a figure that ends there is told, and whether it is within one."""
    rate = _BEHIND.match(text, end)
    return (UNITS.get(rate[1], ""), _WITHIN.search(rate[0]) is not None) if rate else ("", False)


def is_weekly(text: str, start: int, end: int, unit: str) -> bool:
    """Tell whether hours or days that stand there are those of each week: "a four-day week"."""
    if unit not in _LIVED:
        return False
    first = max(0, start - _LONGEST_WEEK)
    is_behind = _OF_A_WEEK.search(text, first, start) is not None
    return is_behind or _A_WEEK_BEHIND.match(text, end) is not None


def spans_in(words: str) -> Iterator[str]:
    """Yield each time within which bare words between spaces tell something: "the first month"."""
    return (UNITS[match[1]] for match in _SPAN.finditer(words))
