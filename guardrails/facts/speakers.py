"""Whether somebody in particular is told to have said what stands between quotation marks.

"Our director: “…”" and "“…”, she said" give words to a person, who may deny them; "the question
I hear most: “…”" and "a customer asked “…”" give them to nobody who could.
"""

import re
from collections.abc import Iterable

from guardrails.facts.names import names
from guardrails.facts.quotations import Quotation
from guardrails.lexicon import is_role
from guardrails.reading import Reading, fold_term

_FARTHEST = 200  # characters between a quotation and who said it
_SAID = (
    "explique|raconte|confie|resume|affirme|souligne|conclut|precise|repond|estime|juge|ecrit|dit"
    "|insiste|ajoute|lance|says?|said|explains?|explained|adds?|added|writes?|wrote|tells?|told"
    "|notes?|noted|argues?|argued|concludes?|concluded|insists?|insisted"
)
_PRONOUN = re.compile(
    rf"\b(?:{_SAID})-(?:t-)?(?:il|elle|ils|elles)\b|\b(?:il|elle|he|she) (?:\w+ )?(?:{_SAID})\b"
    rf"|\b(?:{_SAID}) (?:he|she)\b"
)
# "The mayor", "our director", « le chef d'atelier »: one that everybody knows, or can find.
_DEFINITE = re.compile(
    r"(?:\b(?:le|la|notre|votre|leur|son|sa|the|our|your|his|her|their|selon|by) |\bl')"
    r"((?:[a-z][a-z-]* ){0,2}[a-z][a-z-]*)"
)
_AUTHORITY = re.compile(
    r"\b(?:etude|rapport|article|enquete|sondage|communique|journal|presse|direction|ministere"
    r"|gouvernement|mairie|prefecture|study|report|survey|paper|press|newspaper|management"
    r"|ministry|government|board)\b"
)
_CHIEFS = frozenset(
    "maire ministre president presidente pdg dg patron patronne chef cheffe directeur directrice"
    " docteur ceo boss minister president chairman chairwoman professor doctor dr".split()
)


def is_said_by_somebody(reading: Reading, quotation: Quotation, unsaid: Iterable[str]) -> bool:
    """Tell whether its sentence names, or points at, who said it; `unsaid` are names of nobody."""
    around = _around(reading, quotation)
    bare = fold_term(around)
    if _PRONOUN.search(bare) or _AUTHORITY.search(bare):
        return True
    if any(_is_chief(match[1]) for match in _DEFINITE.finditer(bare)):
        return True
    known = frozenset(unsaid)
    return any(name.phrase not in known for name in names(around))


def _around(reading: Reading, quotation: Quotation) -> str:
    text = reading.text
    first = reading.sentence_at(max(0, quotation.start - 2)).start
    last = reading.sentence_at(min(len(text) - 1, quotation.end + 1)).end
    before = text[max(first, quotation.start - _FARTHEST) : quotation.start]
    return f"{before} | {text[quotation.end : min(last, quotation.end + _FARTHEST)]}"


def _is_chief(words: str) -> bool:
    return any(word in _CHIEFS or is_role(word) for word in words.split())
