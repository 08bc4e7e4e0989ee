"""How often something happened, told as so many of it: "83 arrêts" for "s'est arrêtée 83 fois".

The deed stands in the clause of the figure, and what is counted begins as the word for it does.
"""

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Final

from guardrails.facts.changes import plain_number
from guardrails.facts.counted import stem
from guardrails.facts.digits import is_in
from guardrails.reading import fold

_TIMES: Final = re.compile(
    r"(?<![\w.,])(\d+(?:[ \u00a0\u202f.,]\d{3})*)[ \u00a0\u202f](?:fois|times)\b"
)
_MAY_OCCUR: Final = r"(?i)\d[ \x{a0}\x{202f}](?:fois|times)\b"
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CLAUSE: Final = re.compile(
    r"[.!?](?=\s)|[\n;:()–—]|,(?!\d)|(?i:\b(?:et|and|mais|but|puis|then|while|whereas|or|ou)\b)"
)
_REACH: Final = 80
_ROOT: Final = 4
# What happened so often, and the deed it was, where the two begin otherwise.
_ROWS: Final = (
    ("lectures lecture reads readings", "lu lue lus lues lire lisent read relu relue"),
    (
        "vues visionnages views viewings",
        "vu vue vus vues voir visionne visionnee visionnes regarde regardee seen viewed watched",
    ),
    ("ecoutes plays listens streams", "ecoute ecoutee ecoutes played listened streamed"),
    ("appels calls", "appele appelee appelees appeles called rung rang telephone"),
    ("telechargements downloads", "telecharge telechargee telecharges downloaded"),
    ("emprunts prets loans", "emprunte empruntee empruntes prete pretee borrowed lent loaned"),
    ("ventes sales", "vendu vendue vendus vendues sold"),
    ("reponses answers replies", "repondu repond answered replied"),
    ("clics clicks", "clique cliquee clicked"),
    ("essais tests trials", "essaye essayee essayes teste testee tried tested"),
    ("utilisations usages uses", "utilise utilisee utilises servi used"),
    ("ouvertures openings opens", "ouvert ouverte ouverts ouvrir opened"),
    ("passages crossings", "passe passee franchi franchie traverse crossed"),
    ("prises takes", "pris prise taken"),
    ("victoires wins", "gagne gagnee won"),
)
_DEEDS_OF: Final = {
    stem(noun): frozenset(deeds.split()) for nouns, deeds in _ROWS for noun in nouns.split()
}
_ALL_DEEDS: Final = frozenset[str]().union(*_DEEDS_OF.values())


def happened(
    originals: Sequence[str], values: Collection[Fraction], nouns: Collection[str]
) -> bool:
    """Tell whether one of these texts says that one of these things happened so many times."""
    roots = {noun[:_ROOT] for noun in nouns if len(noun) >= _ROOT}
    roots |= {deed for noun in nouns for deed in _DEEDS_OF.get(noun, ())}
    return bool(roots) and any(
        not roots.isdisjoint(_deeds(text, *match.span()))
        for text in originals
        if is_in(_MAY_OCCUR, text)
        for match in _TIMES.finditer(text)
        if any(plain_number(match[1]) == str(value) for value in values)
    )


def _deeds(text: str, start: int, end: int) -> set[str]:
    """Return the beginnings of the words of the clause around a count that has no other."""
    before = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    behind = _CLAUSE.split(text[end : end + _REACH])[0]
    if _TIMES.search(f"{before};{behind}"):
        return set()
    words = _WORD.findall(fold(f"{before} {behind}", accents=False).text)
    return {word[:_ROOT] for word in words} | {word for word in words if word in _ALL_DEEDS}
