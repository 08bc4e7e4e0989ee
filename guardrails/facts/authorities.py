"""Somebody whose word would weigh, cited where nobody gave it: "selon une étude", "experts say".

An authority is known where what was given names one of its kind, in either language: a study room
and a ministering angel are none. Whoever says that they are one themselves cites nobody.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from unicodedata import combining, is_normalized, normalize

from domain.review import Span
from guardrails.facts.digits import is_in
from guardrails.reading import fold

# The beginnings of the words by which a text has them speak.
_AUTHORITIES: Final = (
    r"minist|étude|study|studies|sondage|survey|baromètre|barometer|institut|agenc|expert"
    r"|chercheu|researcher|universit"
)
CITED: Final = re.compile(
    r"\b(?:selon|d['’]après|according to)\s+(?:\w+(?:['’]\s*|\s+)){0,3}?"
    rf"\b(?P<one>{_AUTHORITIES})"
    rf"|\b(?P<other>{_AUTHORITIES})\w*\s+(?:[\w'’]+\s+){{0,4}}?(?:recommend|recommand|montre|"
    r"show|estim|confirm|révèl|reveal|warn|alert|conseill|advis|prouv|prov(?:e[sdn]?)\b)",
    re.IGNORECASE,
)
# What a source calls each kind, bare: a survey is a study, a scientist an expert. Studies somebody
# pursues, a room and an office for them, and a plan that is looked into tell of no findings.
_STUDY: Final = (
    r"(?<!bureau d')(?<!bureaux d')(?<!charge d')(?<!chargee d')(?<!salle d')(?<!journee d')"
    r"(?<!voyage d')(?<!fin d')(?<!bourse d')(?<!annees d')(?<!niveau d')(?<!cours d')(?<!a l')"
    r"(?<!\bmes )(?<!\btes )(?<!\bses )(?<!\bvos )(?<!\bleurs )(?<!faire des )(?<!fait des )"
    r"etudes?\b(?! superieures| d'ingenieur| de droit| de medecine| de commerce)"
    r"|(?<!\bto )(?<!\bi )(?<!\bwe )(?<!\byou )(?<!\bthey )(?<!\bwho )(?<!\bwill )(?<!\bcan )"
    r"stud(?:y|ies)\b(?! (?:rooms?|groups?|halls?|trips?|tours?|days?|leave|desks?|abroad|hard)\b)"
    r"|enquetes?\b|sondages?\b|surveys?\b|polls?\b|barometres?\b|barometers?\b"
)
_SCHOLAR: Final = (
    r"experte?s?\b|specialistes?\b|specialists?\b|chercheu(?:r|se)s?\b|researchers?\b"
    r"|scientifiques?\b|scientists?\b"
)
_KINDS: Final = (
    ("minist", r"minist(?:er|re|ri)"),
    ("etude study studies sondage survey barometre barometer", _STUDY),
    ("institut", r"institut(?:e?s?|ions?)\b"),
    ("agenc", r"agenc(?:ies|y|es?)\b"),
    ("expert chercheu researcher", _SCHOLAR),
    ("universit", r"universit"),
)
_KNOWN: Final = {
    name: re.compile(rf"\b(?:{told})") for names, told in _KINDS for name in names.split()
}
# "Je suis un expert qui recommande", "As a researcher I advise": no other voice is heard.
_IS_ONE: Final = re.compile(
    r"\b(?:(?:je (?:ne )?suis|j['’]étais|nous (?:ne )?sommes) (?:pas )?"
    r"(?:(?:une?|des|l['’]une? des) (?:[\w-]+ )?)?|(?:i am|i['’]m|i was|we are|we['’]re) (?:not )?"
    r"(?:(?:an?|no|one of the) (?:[\w-]+ )?)?|en tant qu(?:e |['’])(?:une? )?|as an? )$",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(r"expert|chercheu|researcher", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\b(?:qui|et|mais|je|j['’]|nous|who|and|but|i|we)\b", re.IGNORECASE)
# For RE2: what stands in every citation. To count words is dear to it, to meet no mark is not.
MAY_CITE: Final = (
    rf"(?i)(?:selon|d['’]après|according to)[^.,;:!?]*(?:{_AUTHORITIES})"
    rf"|(?:{_AUTHORITIES})[^.,;:!?]*(?:recommend|recommand|montre|show|estim|confirm|révèl|reveal"
    r"|warn|alert|conseill|advis|prouv|prov)"
)
_LONGEST_LEAD: Final = 60
_MOST_MARKS: Final = 8


def cited_from_nowhere(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text leans on somebody's word of whom nothing it was given says a word."""
    if is_normalized("NFC", text):
        yield from _unknown(text, given)
        return
    composed, starts = _composed(text)
    for span in _unknown(composed, given):
        yield Span(starts[span.start], starts[span.end])


def _composed(text: str) -> tuple[str, list[int]]:
    """Return a text whose accents stood behind their letters, and where each letter stood."""
    starts = [at for at, one in enumerate(text) if not combining(one)] or [0]
    letters: list[str] = []
    places: list[int] = []
    for start, end in pairwise((*starts, len(text))):
        # More marks than a letter of any language has would take long to put in order.
        letter = normalize("NFC", text[start : min(end, start + _MOST_MARKS)])
        letters.append(letter)
        places += [start] * len(letter)
    return "".join(letters), [*places, len(text)]


def _unknown(text: str, given: Sequence[str]) -> Iterator[Span]:
    cited = list(_citations(text)) if is_in(MAY_CITE, text) else []
    known = fold("\n".join(given), accents=False).text if cited else ""
    if not known.strip():
        return
    names = [fold(match["one"] or match["other"], accents=False).text for match in cited]
    unknown = {name for name in set(names) & _KNOWN.keys() if not _KNOWN[name].search(known)}
    yield from (
        Span(*match.span()) for match, name in zip(cited, names, strict=True) if name in unknown
    )


def _citations(text: str) -> Iterator[re.Match[str]]:
    """Yield each authority a text cites; behind the author themselves another one may stand."""
    at = 0
    while match := CITED.search(text, at):
        at = match.end() if match["one"] else match.end("other")
        if not _is_author(text, match):
            yield match


def _is_author(text: str, match: re.Match[str]) -> bool:
    """Tell whether the one who recommends is whoever writes."""
    if match["one"] or not _PERSON.match(match["other"]):
        return False
    lead = text[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    return bool(_IS_ONE.search(lead) and _GOES_ON.search(match[0]))
