"""Somebody whose word would weigh, cited where nobody gave it: "selon une étude", "experts say".

An authority is known where what was given names one of its kind. Whoever says that they are one
themselves cites nobody.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.digits import is_in

# The beginnings of the words by which a source has them speak.
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
# "Je suis un expert qui recommande", "As a researcher I advise": no other voice is heard.
_IS_ONE: Final = re.compile(
    r"\b(?:(?:je (?:ne )?suis|j['’]étais|nous (?:ne )?sommes) (?:pas )?"
    r"(?:(?:une?|des|l['’]une? des) (?:[\w-]+ )?)?|(?:i am|i['’]m|i was|we are|we['’]re) (?:not )?"
    r"(?:(?:an?|no|one of the) (?:[\w-]+ )?)?|en tant qu(?:e |['’])(?:une? )?|as an? )$",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(r"expert|chercheu|researcher", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\b(?:qui|et|mais|je|j['’]|nous|who|and|but|i|we)\b", re.IGNORECASE)
# For RE2, whose letters and spaces are fewer: what stands in every citation.
_LETTERS: Final = r"[\pL\pN\pM_]"
_SPACE: Final = r"[\s\pZ\v\x1c-\x1f\x{85}]"
MAY_CITE: Final = (
    rf"(?i)(?:selon|d['’]après|according to){_SPACE}+(?:{_LETTERS}+['’]?{_SPACE}*){{0,3}}"
    rf"(?:{_AUTHORITIES})|(?:{_AUTHORITIES}){_LETTERS}*{_SPACE}+(?:['’\pL\pN\pM_]+{_SPACE}+){{0,4}}"
    r"(?:recommend|recommand|montre|show|estim|confirm|révèl|reveal|warn|alert|conseill|advis|prouv"
    r"|prov)"
)
_LONGEST_LEAD: Final = 60


def cited_from_nowhere(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text leans on somebody's word of whom nothing it was given says a word."""
    cited = list(_citations(text)) if is_in(MAY_CITE, text) else []
    known = "\n".join(given).casefold() if cited else ""
    if not known.strip():
        return
    names = [(match["one"] or match["other"]).casefold() for match in cited]
    unknown = {name for name in set(names) if name not in known}
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
