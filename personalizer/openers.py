"""Words that open a sentence with a capital and are nobody's name: "Total losses", "Forty minutes".

Inside another sentence they lose it. Of a word that is not known here nobody can say.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from domain.language import Language
from personalizer.tongue import FUNCTION_WORDS

_DAYS: Final = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
_MONTHS: Final = frozenset(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
# "Mars 2025", "Avril dernier": alone, Mars is a planet and Avril somebody.
_DATED: Final = re.compile(r"\w+ (?:\d|dernier|prochain)")
_NUMERALS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " half twice nearly dozens hundreds thousands".split()
)
_COMMON: Final = frozenset(
    "total average median overall most many several few plain simple cost costs price prices sales"
    " work works result results resident residents customer customers client clients visitor"
    " visitors member members staff engineer engineers operator operators driver drivers nurse"
    " nurses doctor doctors patient patients pupil pupils student students teacher teachers parent"
    " parents child children family families neighbour neighbours neighbor neighbors worker workers"
    " employee employees manager managers team teams crew crews user users people person women men"
    " volunteer volunteers trainee trainees number numbers figure figures loss losses profit"
    " revenue savings income energy water gas electricity heat power traffic demand supply output"
    " production maintenance training research safety security access data software hardware"
    " machine machines tool tools part parts system systems service services program programme"
    " programs programmes project projects process request requests response responses call calls"
    " complaint complaints report reports record records document documents email emails letter"
    " letters form forms test tests trial trials review reviews meeting meetings visit visits shop"
    " shops store stores school schools hospital hospitals ward wards site sites office offices"
    " factory factories plant plants warehouse building buildings road roads street train trains"
    " bus buses car cars truck trucks lorry lorries van vans bike bikes food meal meals bread milk"
    " waste paper plastic steel iron wood glass stone soil rain snow wind weather winter summer"
    " spring autumn today time times day days week weeks month months year years hour hours minute"
    " minutes money cash payment payments transfer transfers deposit deposits loan loans rent rents"
    " bill bills fee fees fine fines tax taxes insurance pay wage wages salary salaries job jobs"
    " new old early late last next first second third fourth final local national public private"
    " small large big short long high low higher lower fresh free full empty open good better"
    " regular annual monthly weekly daily current former previous recent young older younger"
    " special extra additional other another different similar same self-service online".split()
)
_ENDS: Final = re.compile(
    r"\w{4,}(?:tion|tions|ment|ments|ness|ance|ances|ships?|ability|bilities|isms?)"
)
_ADVERB: Final = re.compile(
    r"(?!beverly|kimberly|waverly)\w{3,}(?:al|ul|nt|te|ous|ive|ic|t|m|h|r|d|s|n|e)ly"
)
# "Summer Street is closed": of two capitals the first is no common word.
_NAMED: Final = re.compile(r"\S+ (?!I\b)[A-Z][a-z]")
_FIRST: Final = re.compile(r"[\w'’-]+")
# "M. Le Goff suit…": a title, and no elided "m".
_TITLE: Final = re.compile(r"(?:MM?|Mgr|Mr|Dr|Pr|St)\.")
# An adverb, a number, or what is done, which is said to be something: none is anybody's name.
_NO_NAME: Final = re.compile(
    r"[A-ZÉÊ][a-zà-ÿ]{2,}[aeiué]m?ment(?:,| )"
    r"|[A-ZÉÊ][a-zà-ÿ]{2,}(?:er|ir|re) (?:l[ae]s? |l['’]|une? |des? |d['’]|du |ses? |son |sa |par "
    r"|vite )(?=.*\b(?:est|permet|prend|demande|coûte|suppose|introduit|évite|rend|\w{3,}rait)\b)"
    r"|(?:Treize|Quatorze|Quinze|Seize|Quarante|Cinquante|Soixante)[- ]"
)
_PLURAL: Final = re.compile(r"(?:es|s)$")
# In "help@acme.example/acme" everything is written small, names too.
_ADDRESS: Final = re.compile(r"[@/]|[a-z]\.[a-z]{2}")


def as_inside(opening: str, word: str, source: str, language: Language) -> str | None:
    """Return the first word of a sentence as it is written inside one, None if nobody can say."""
    if _TITLE.match(opening):
        return word
    source = _without_addresses(source)
    if not word[:1].isupper() or not word[1:2].islower():
        is_article = word.casefold() in FUNCTION_WORDS[language]
        return word.lower() if is_article and word[:1].isupper() else word
    lowered = word[:1].lower() + word[1:]
    if word.casefold() in FUNCTION_WORDS[language] or _is_common(opening, source, language):
        return lowered
    if any(_is_behind_word(at, source) for at in _ends_of(word, source)):
        return word
    if language is Language.FRENCH and _NO_NAME.match(opening):
        return lowered
    return lowered if _stands(lowered, source) else None


def _ends_of(word: str, source: str) -> Iterator[int]:
    """Yield where in a source a word begins that ends there too."""
    at = source.find(word)
    while at >= 0:
        if _is_edge(at + len(word), source):
            yield at
        at = source.find(word, at + 1)


def _stands(word: str, source: str) -> bool:
    return any(_is_edge(at, source) for at in _ends_of(word, source))


def _is_edge(at: int, source: str) -> bool:
    """Tell whether a word begins or ends at a place."""
    return _is_of_word(source[max(0, at - 1) : at]) != _is_of_word(source[at : at + 1])


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _is_behind_word(at: int, source: str) -> bool:
    """Tell whether a word stands behind another one: no comma and no figure is between them."""
    before = source[max(0, at - 2) : at]
    is_apart = len(before) == len("a ") and before[1].isspace()
    return is_apart and before[0].isalnum() and not before[0].isdecimal()


@lru_cache(maxsize=64)
def _without_addresses(source: str) -> str:
    if _ADDRESS.search(source) is None:
        return " ".join(source.split())
    return " ".join(word for word in source.split() if not _ADDRESS.search(word))


def _is_common(opening: str, source: str, language: Language) -> bool:
    """Tell whether the first word of a sentence is written small inside one.

    An English one is known too where the source has it in another number.
    """
    first = _FIRST.match(opening)
    said = first.group().casefold() if first else ""
    if language is Language.FRENCH:
        return said in _DAYS or (said in _MONTHS and _DATED.match(opening) is not None)
    if _NAMED.match(opening):
        return False
    if said in _NUMERALS | _COMMON or _ENDS.fullmatch(said) or _ADVERB.fullmatch(said):
        return True
    singular = _PLURAL.sub("", said)
    return any(_stands(f"{singular}{ending}", source) for ending in ("", "s", "es"))
