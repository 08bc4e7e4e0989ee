"""A figure told of others than those it counts: "90 parents" for 90 kids.

Which words exclude each other is known of a few kinds that nobody takes for one another, in both
languages; a word of two kinds is either. "People", "participants" and what no kind has may be
said of anybody.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Final

from domain.review import Span
from guardrails.facts.counted import stem
from guardrails.facts.evidence import Evidence, evidence, stated
from guardrails.facts.figures import Figure
from guardrails.facts.passage import Passage
from guardrails.reading import fold

_FIRMS: Final = "entreprises companies firms societes"
# Kinds that exclude each other, in rows: a word of two of them is either.
_ROWS: Final = (
    (
        (
            "enfants kids children eleves pupils ecoliers schoolchildren students jeunes youngsters"
            " bebes babies garcons boys filles girls collegiens lyceens ados teenagers"
        ),
        (
            "etudiants etudiantes students apprentis apprenties apprentices stagiaires interns"
            " alternants trainees lyceens jeunes"
        ),
        (
            "parents meres mothers peres fathers mamans papas mums dads moms familles families"
            " foyers households menages"
        ),
        "retraites pensioners retirees seniors aines",
        (
            "clients clientes customers acheteurs buyers abonnes subscribers usagers familles"
            " families foyers households"
        ),
        (
            "salaries salariees employes employees collaborateurs collaboratrices staff colleagues"
            " collegues ouvriers ouvrieres workers agents operateurs operators benevoles volunteers"
            " enseignants enseignantes professeurs teachers medecins doctors infirmiers infirmieres"
            " nurses soignants apprentis apprenties apprentices stagiaires interns alternants"
            " trainees"
        ),
        "fournisseurs suppliers",
        "actionnaires shareholders investisseurs investors",
        "candidats candidates applicants",
        "patients patientes",
        "elus elues councillors maires mayors",
        "journalistes journalists reporters",
    ),
    ("femmes women filles girls", "hommes men garcons boys"),
    (
        f"magasins boutiques stores shops {_FIRMS}",
        f"usines plants factories {_FIRMS}",
        "ecoles schools lycees colleges universites universities",
        "hopitaux hospitals cliniques clinics",
        "villes communes cities towns villages",
        "pays countries",
        f"fermes farms {_FIRMS}",
        f"restaurants {_FIRMS}",
        f"hotels {_FIRMS}",
    ),
    ("camions trucks lorries", "voitures cars", "velos bikes bicycles", "bus buses autocars"),
    ("appels calls", "courriels emails mails", "lettres letters courriers"),
)
_JOINED: Final = r"(?:\w+ ){0,2}?(?:et|and|ou|or|&|,|/|ainsi que|as well as) (?:\w+ ){0,2}?"
_WHO: Final = (
    r",? (?:who|qui|that|all|tous|toutes|as|comme|en tant que) "
    r"(?:(?!(?:not|pas|never|by|par|with|avec|for|pour|and|et)\b)\S+ ){0,4}?"
)
# "140 pupils planted 90 trees, all apprentices".
_ALL: Final = r"[^.!?\n]{1,60}, (?:all of them|all|tous|toutes) (?:des )?"
_WORDS: Final = frozenset(" ".join(words for row in _ROWS for words in row).split())

_Kind = tuple[int, int]


def _kinds() -> Mapping[str, frozenset[_Kind]]:
    found = defaultdict[str, set[_Kind]](set)
    for row, kinds in enumerate(_ROWS):
        for at, words in enumerate(kinds):
            for word in words.split():
                found[stem(word)].add((row, at))
    return {word: frozenset(kinds) for word, kinds in found.items()}


KINDS: Final = _kinds()


def of_another_kind(
    text: str, given: Sequence[str], known: Evidence | None = None
) -> Iterator[Span]:
    """Yield where a figure that counts one kind in what was given counts another one here.

    `known` is what was given as evidence, read anew where a caller has none.
    """
    passage = Passage.of(text)
    if not passage.may_hold(_WORDS):
        return
    counting = [one for one in stated(passage).figures if _kinds_of(one.nouns)]
    grounds = (known or evidence([*map(Passage.of, given)])) if counting else evidence(())
    # A text that says one thing a thousand times is compared once.
    ways = {(one.values, one.nouns): one for one in counting}
    are_joined = cache(partial(_are_joined, grounds))
    others = {way for way, one in ways.items() if _is_of_another(one, grounds, are_joined)}
    for figure in counting:
        if (figure.values, figure.nouns) in others:
            yield passage.span(figure.start, figure.end)


def _kinds_of(nouns: Iterable[str]) -> frozenset[_Kind]:
    return frozenset(kind for noun in nouns for kind in KINDS.get(noun, ()))


def _is_of_another(
    figure: Figure, grounds: Evidence, are_joined: Callable[[str, str], bool]
) -> bool:
    """Tell whether the evidence counts so many of kinds that exclude this one, and none of it."""
    mine = _kinds_of(figure.nouns)
    nouns = [
        noun
        for noun, values in grounds.facts.counted.items()
        if noun in KINDS and not figure.values.isdisjoint(values)
    ]
    theirs = _kinds_of(nouns)
    if not theirs or not mine.isdisjoint(theirs) or not _rows(mine) <= _rows(theirs):
        return False
    return not any(are_joined(noun, other) for noun in nouns for other in figure.nouns)


def _rows(kinds: frozenset[_Kind]) -> set[int]:
    return {row for row, _ in kinds}


def _are_joined(grounds: Evidence, noun: str, other: str) -> bool:
    """Tell whether what was given counts the two together: "90 kids and parents".

    Or calls the one so: "90 students who volunteered", "90 bénévoles, tous étudiants".
    """
    texts = grounds.view(_bare_texts)
    return re.search(rf"\b{noun}\w*(?: ?{_JOINED}|{_WHO}|{_ALL}){other}", texts) is not None


def _bare_texts(grounds: Evidence) -> str:
    return "\n".join(fold(one, accents=False).text for one in grounds.originals)
