"""Who did what to whom, told the wrong way round: "Norvia buys Ardemont" for the contrary.

Both names stand in the source, so nothing else objects to them. A deed is known by its verb, in
either language, between the two names; "was bought by" tells it from the other end. What the
source tells both ways round, or never, is no matter of this.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from domain.review import Span
from guardrails.facts.digits import is_in
from guardrails.facts.names import Name, names
from guardrails.reading import fold_term

# Each deed by the beginnings of its verbs, bare.
_DEEDS: Final = (
    r"rachet|rachat|acqui(?!esc)|achet|buy|bought|purchas|t(?:akes?|ook|aken) over",
    r"vend(?:re|u|ait|ent)?\b|cede|cession|sells?\b|sold",
    r"fourni|approvision|suppl(?:y|ie)",
    r"livre(?!t)|deliver",
    r"battu|bat\b|battent|devance|depasse|beats?\b|beaten|overt(?:ake|ook)|outperform|outs(?:ell|old)",
    r"financ|fund(?:s|ed)?\b",
    r"invest",
    r"attaque en justice|assign|poursui|sue[sd]?\b|suing",
    r"recrut|embauch|recruit|hire[sd]?\b",
    r"rejoin|joins?\b|joined",
    r"form(?:e|ent|er|ait)\b|train(?:s|ed)?\b",
    r"remplac|replac|succed|succeed",
    r"conseill|advis",
    r"aid(?:e|ent|er|ait)\b|help(?:s|ed)?\b|soutien|soutenu|support(?:s|ed)?\b",
    r"remerci|thank",
    r"felicit|congratulat|prais",
    r"chois|choos|chose|select",
    r"inspir",
    r"detien|detenu|possed|owns?\b|owned",
    r"heberg|accueill|host(?:s|ed)?\b",
    r"certifi|audit",
    r"copi(?:e|ent|er)\b|cop(?:y|ies|ied)\b",
)
_DEED: Final = tuple(re.compile(rf"\b(?:{verbs})") for verbs in _DEEDS)
_BY: Final = re.compile(r"\b(?:par|by)\b")
# Another clause, or another one who acts, begins here.
_BREAK: Final = re.compile(
    r"[.!?;:\n()]|,(?= )|\b(?:et|mais|car|donc|qui|que|dont|avec|and|but|who|which|that|with"
    r"|because|while|comme|like|as|not|pas|jamais|never|n'|sans|without|ni|nor)\b"
)
_MAY_TELL: Final = "(?i)" + "|".join(re.sub(r"\(\?![^)]*\)", "", one) for one in _DEEDS)
_FARTHEST: Final = 60
_MOST: Final = 60

_Name = frozenset[str]
_Told = tuple[int, _Name, _Name]


def turned_round(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has one do to another what the other did, in what it was given."""
    told = list(_deeds(text)) if is_in(_MAY_TELL, fold_term(text)) else []
    if not told:
        return
    known = {deed for each in given for deed, _ in _deeds(each)}
    for (deed, actor, whom), span in told:
        if _is_known((deed, whom, actor), known) and not _is_known((deed, actor, whom), known):
            yield span


def _is_known(told: _Told, known: Iterable[_Told]) -> bool:
    """Tell whether a deed is known; a name is known by any of its words."""
    deed, actor, whom = told
    return any(
        deed == other and not actor.isdisjoint(one) and not whom.isdisjoint(another)
        for other, one, another in known
    )


def _deeds(text: str) -> Iterator[tuple[_Told, Span]]:
    found = list(names(text))[:_MOST]
    for one, other in pairwise(found):
        between = fold_term(text[one.end : other.start])
        if other.start - one.end <= _FARTHEST and not _BREAK.search(between):
            yield from _told(between, one, other)


def _told(between: str, one: Name, other: Name) -> Iterator[tuple[_Told, Span]]:
    first, last = frozenset(one.words), frozenset(other.words)
    if not first.isdisjoint(last):
        return
    actor, whom = (last, first) if _BY.search(between) else (first, last)
    for deed, verbs in enumerate(_DEED):
        if verbs.search(between):
            yield (deed, actor, whom), Span(one.start, other.end)
