"""Whether somebody in particular is told to have said what stands between quotation marks.

"Our director: “…”" and "“…”, she said" give words to a person, who may deny them; "the question
I hear most: “…”" and "a customer asked “…”" give them to nobody who could.
"""

import re
from collections.abc import Iterable

from guardrails.facts.names import names
from guardrails.facts.quotations import SAYS, Quotation
from guardrails.lexicon import is_role
from guardrails.reading import Reading, fold_term

_FARTHEST = 200  # characters between a quotation and who said it
_SAID = rf"{SAYS}|tells?|told"
_TOLD = (
    "assure|reconnait|glisse|temoigne|repete|rappelle|sourit|rit|plaisante|admet|avoue|promet"
    "|recalls?|recalled|smiles?|smiled|laughs?|laughed|repeats?|repeated|admits?|admitted"
    "|answers?|answered|replies|replied|asks?|asked|demande|s.exclame|exclaims|exclaimed"
    "|promises|promised|jokes?|joked|remembers?|remembered|puts it|warns?|warned|previent"
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


# "“Fast lane”, she says" gives a term to somebody; "the guide “Fast lane” explains" does not.
_GIVEN_BEHIND = re.compile(
    rf"[\s,]*(?:comme (?:le |la )?|as |ainsi )?(?:(?:nous|me|se|lui|leur) |m'|s')?"
    rf"(?:a |ont |has |had )?(?:{_SAID}|{_TOLD})(?:-t)?\b"
    rf"|[\s,]*[a-z][\w'-]*(?: [\w'-]+){{0,3}} (?:{_SAID}|{_TOLD})\b"
)
_STOPS = frozenset(",.!?…")
_CLAUSE_STARTS = re.compile(r"(?:^|[.:;,!?…|(\n-])\s*$")
_GIVEN_BEFORE = re.compile(
    rf"(?<!,)(?<!\bon) (?:{_SAID}|{_TOLD})(?:-(?:t-)?(?:il|elle|ils|elles))?[,:]?\s*$"
    rf"|\b(?:{_SAID}|{_TOLD})\b[^.!?;|]{{0,40}}:\s*$"
    r"|\b(?:selon|d'apres|pour|according to|for|in the words of)\b[^.!?;:|,]{1,60},\s*$"
)
_SHORT_LEAD = 60
_MY_PEOPLE = re.compile(
    r"\b(?:mon|ma|mes|my) (?:[a-z]+ )?(?:fille|fils|enfants?|mari|femme|epoux|epouse|conjointe?"
    r"|mere|pere|maman|papa|parents|soeur|frere|tante|oncle|niece|neveu|cousine?|grand-mere"
    r"|grand-pere|voisine?|amie?|copine|copain|collegue|daughter|son|kids?|child|children|husband|wife"
    r"|partner|mother|father|mum|mom|dad|parents|sister|brother|aunt|uncle|nephew|cousin|grandmother"
    r"|grandfather|grandma|grandpa|neighbou?r|friend|colleague)s?\b"
)


def gives_words(reading: Reading, quotation: Quotation, unsaid: Iterable[str]) -> bool:
    """Tell whether its sentence puts a quotation into somebody's mouth, however short it is.

    A title, a term and an irony stand between marks too, and nobody said them.
    """
    before, behind = (fold_term(one) for one in _sides(reading, quotation))
    is_stopped = quotation.text.rstrip()[-1:] in _STOPS or behind.startswith(",")
    is_behind = is_stopped and _CLAUSE_STARTS.search(before) is not None
    if is_behind and _GIVEN_BEHIND.match(behind):
        return True
    if _GIVEN_BEFORE.search(before):
        return is_said_by_somebody(reading, quotation, unsaid)
    return before.endswith(":") and _is_named(reading, quotation, unsaid)


def is_said_by_my_people(reading: Reading, quotation: Quotation, unsaid: Iterable[str]) -> bool:
    """Tell whether it is somebody of the author's own who said it, whom nobody names."""
    around, known = _around(reading, quotation), frozenset(unsaid)
    if _MY_PEOPLE.search(fold_term(around)) is None:
        return False
    return all(name.phrase in known for name in names(around))


def _is_named(reading: Reading, quotation: Quotation, unsaid: Iterable[str]) -> bool:
    """Tell whether a name or an office and a colon stand right before a quotation."""
    lead = _sides(reading, quotation)[0].rstrip(" :\u00a0\u202f")[-_SHORT_LEAD:]
    found = list(names(lead))
    known = frozenset(unsaid)
    if found and found[-1].end == len(lead) and found[-1].phrase not in known:
        return True
    office = list(_DEFINITE.finditer(fold_term(lead)))
    return bool(office) and office[-1].end() == len(fold_term(lead)) and _is_chief(office[-1][1])


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
    return " | ".join(_sides(reading, quotation))


def _sides(reading: Reading, quotation: Quotation) -> tuple[str, str]:
    text = reading.text
    first = reading.sentence_at(max(0, quotation.start - 2)).start
    last = reading.sentence_at(min(len(text) - 1, quotation.end + 1)).end
    before = text[max(first, quotation.start - _FARTHEST) : quotation.start]
    return before, text[quotation.end : min(last, quotation.end + _FARTHEST)]


def _is_chief(words: str) -> bool:
    return any(word in _CHIEFS or is_role(word) for word in words.split())
