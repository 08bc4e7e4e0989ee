"""Who did what to whom, told the wrong way round: "Norvia buys Ardemont" for the contrary.

Both names stand in the source, so nothing else objects to them, and so do "the mayor" and "the
school". A deed is known by its verb, in either language, between the two who act;
"was bought by" tells it from the other end. What the source tells both ways round, or never, is
no matter of this.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from domain.review import Span
from guardrails.facts.digits import is_in, matches_at, starts_of
from guardrails.facts.kept import view
from guardrails.facts.names import names
from guardrails.facts.passage import folding
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
# "Children welcomed at the nursery": where it was done, to the one named first.
_WHERE: Final = re.compile(
    r"\s\w+(?:é|ée|és|ées|is|ie|ies|us|ue|ues|ed)\s(?:à|au|aux|chez|dans|at|in)\b", re.IGNORECASE
)
# Another clause, or another one who acts, begins here.
_BREAK: Final = re.compile(
    r"[.!?;:\n()]|,(?= )|\b(?:et|mais|car|donc|qui|que|dont|avec|and|but|who|which|that|with"
    r"|because|while|comme|like|as|not|pas|jamais|never|n'|sans|without|ni|nor)\b"
)
# For RE2, which knows no look-ahead, on a text whose words stand on lines.
_MAY_TELL: Final = "|".join(re.sub(r"\(\?![^)]*\)", "", one) for one in _DEEDS).replace(" ", r"\W+")
# Those who act without a name, in both languages: a word of one row is any of the row.
_ACTORS: Final = """
maire mayor | mairie council | association charity | client cliente customer | fournisseur supplier
direction management | équipe team crew | apprenti apprentie apprentice | école school
élève pupil | étudiant étudiante student | ville city town | groupe group | filiale subsidiary
hôpital hospital | banque bank | université university | syndicat union | voisin voisine neighbour
salarié salariée employee | bénévole volunteer | chercheur chercheuse researcher
formateur formatrice trainer | directeur directrice director | stagiaire intern trainee
parent | enfant kid child | infirmier infirmière nurse | médecin doctor
entreprise company firm | coopérative cooperative | ministère ministry | région region
"""
_ROWS: Final = [row.split() for line in _ACTORS.split("\n") for row in line.split("|")]
_ROW_OF: Final = {fold_term(word): f"#{at}" for at, row in enumerate(_ROWS) for word in row}
_ANY_ACTOR: Final = "|".join(word for row in _ROWS for word in row)
ACTOR: Final = re.compile(rf"(?<![\w-])({_ANY_ACTOR})(?:s|es)?(?![\w-])", re.IGNORECASE)
# For RE2: where one may begin, a question mark for each letter that is no plain one.
AN_ACTOR: Final = "(?i)" + re.sub(r"[^|a-z]", r"\?", _ANY_ACTOR)
_OF: Final = frozenset((" de ", " d'", " d’", " du ", " of ", " in ", " à "))
_FARTHEST: Final = 60
_MOST: Final = 60

_Name = frozenset[str]
_Actor = tuple[_Name, Span]
_Told = tuple[int, _Name, _Name]


def turned_round(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has one do to another what the other did, in what it was given."""
    told = list(_deeds(text)) if is_in(_MAY_TELL, view(text, folding).text) else []
    if not told:
        return
    known = {deed for each in given for deed in view(each, _deeds_told)}
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


def _deeds_told(text: str) -> list[_Told]:
    return [deed for deed, _ in _deeds(text)]


def _deeds(text: str) -> Iterator[tuple[_Told, Span]]:
    for (one, first), (other, last) in pairwise(_actors(text)):
        if last.start - first.end > _FARTHEST:
            continue
        between = fold_term(text[first.end : last.start])
        if not _BREAK.search(between) and not _WHERE.match(text, first.end, last.start):
            yield from _told(between, (one, other), Span(first.start, last.end))


def _actors(text: str) -> list[_Actor]:
    """Return those who may act, with a name or without, in order; "the mayor of X" is one."""
    called = [(frozenset(one.words), Span(one.start, one.end)) for one in names(text)]
    nouns = [
        (frozenset((_ROW_OF[fold_term(match[1])],)), Span(*match.span()))
        for match in matches_at(ACTOR, text, starts_of(AN_ACTOR, text))
    ]
    found: list[_Actor] = []
    for words, span in sorted([*called, *nouns], key=lambda one: one[1].start)[:_MOST]:
        if found and text[found[-1][1].end : span.start] in _OF:
            found[-1] = (found[-1][0] | words, Span(found[-1][1].start, span.end))
        else:
            found.append((words, span))
    return found


def _told(between: str, actors: tuple[_Name, _Name], span: Span) -> Iterator[tuple[_Told, Span]]:
    if not actors[0].isdisjoint(actors[1]):
        return
    actor, whom = reversed(actors) if _BY.search(between) else actors
    for deed, verbs in enumerate(_DEED):
        if verbs.search(between):
            yield (deed, actor, whom), span
