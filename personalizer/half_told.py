"""What a sentence tells by half, wherever it stands: whose, of what time, than what, after what.

`antecedents` asks what stands before a sentence; these words tell by themselves that something did.
"Last week" is told by the day of its article, and is false on another one.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_EITHER_CASE: Final = re.IGNORECASE
_WHEN: Final = (
    r"(?:(?:(?:de|du|en|depuis|d[èe]s|entre|à|au|aux|dans|pendant|après|avant|lors|chaque"
    r"|from|in|on|at|by|since|after|before|during|between|until|over|within|every)\b"
    r"|d['’])[^,;:]{0,60}, )?"
)
# What may come first in a sentence, so that "then" or "therefore" follows it.
_COMES_FIRST: Final = (
    r"(?:if|when|once|first|after|because|since|as|and|but|si|quand|lorsque?|comme|puisque?"
    r"|d['’]abord|après|et|mais|puis|before|until|to|pour)"
)
_SOME: Final = (
    r"(?:an?|one|two|three|four|five|six|few|several|une?|deux|trois|quatre|quelques|\d+)"
)
_TIMES_EN: Final = (
    r"night|weekend|week|month|year|spring|summer|autumn|fall|winter"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_TIMES_FR: Final = (
    r"(?:la )?semaine|(?:le )?mois|(?:le )?week-end|l['’](?:an|année|été|automne|hiver)"
    r"|(?:le )?printemps|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
)
_CUES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        # "De septembre à décembre, son équipe a comparé": whose?
        "whose": re.compile(
            rf"^{_WHEN}(?:son|sa|ses|leurs?|his|her|their) (?!own\b)[\w’'-]{{3,}} ",
            _EITHER_CASE,
        ),
        # "The hall has therefore published its readings", "the software is then left".
        "follows": re.compile(
            rf"^(?:(?!\b{_COMES_FIRST}\b)[^,;:]){{0,60}}\b(?:therefore|thus(?! far)|hence"
            r"|consequently|then|donc|dès lors|alors|ensuite)\b(?! qu[e’'])",
            _EITHER_CASE,
        ),
        "too": re.compile(
            r"\b(?:as well|too|either|non plus|aussi|également)(?: [.!]|[.!])$", _EITHER_CASE
        ),
        "dated": re.compile(
            rf"\b(?:yesterday|tomorrow|tonight|(?:last|next) (?:{_TIMES_EN})"
            r"|(?:over|in|during|within) the (?:last|past) (?:few )?(?:days|weeks?|months?|years?)"
            r"|(?:the|these) (?:last|past) few (?:days|weeks|months|years)"
            r"|recently|ces derni(?:ers (?:jours|mois)|ères (?:semaines|années))|récemment"
            rf"|depuis peu|(?:{_TIMES_FR}) (?:derni(?:er|ère)|prochaine?)|cet (?:été|automne)"
            r"|cet hiver|ce printemps"
            r"|this (?:morning|week|afternoon)|hier|demain|avant-hier|ce (?:matin|soir)"
            r"|cette (?:nuit|semaine)"
            rf"|il y a {_SOME} (?:jours?|semaines?|mois)"
            rf"|{_SOME} (?:days?|weeks?|months?) ago)\b",
            _EITHER_CASE,
        ),
        "than what": re.compile(
            r"\b(?:(?:two|three|four|five|six|ten|\d+) times (?:more|less|fewer|as (?:many|much))"
            r"|twice as (?:many|much)|half as (?:many|much))\b(?!.*\b(?:than|as)\b)"
            r"|\b(?:deux|trois|quatre|cinq|six|dix|\d+) fois (?:plus|moins)\b(?!.*\bqu[e’'])",
            _EITHER_CASE,
        ),
    }
)


def half_told(sentence: str) -> frozenset[str]:
    """Return what a sentence tells by half, each by its name."""
    return frozenset(name for name, cue in _CUES.items() if cue.search(sentence))
