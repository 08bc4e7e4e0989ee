"""Things a source has one of: it opens "un atelier", and a text counts five workshops.

A noun that a source tells of with "un", "une", "a" or "one", and never in the plural, stands for
one thing, or for as many as it is told of anew ("un atelier à Lyon, un autre à Roanne"). Whatever
it tells apart by what stands beside it ("the Lyon workshop", "the Roanne workshop") may be counted.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from typing import Final

from guardrails.facts.counted import NEXT_WORDS, may_be_noun, stem
from guardrails.facts.evidence import Evidence
from guardrails.facts.figures import Figure
from guardrails.reading import fold_term

_ONE: Final = re.compile(
    r"(?<![\w'-])(?:une?|an?|one|l'unique|la seule|le seul|the only)(?![\w-])"
    r"(?: (?:seule?|single)(?!\w))?"
)
_ANEW: Final = re.compile(
    r"(?<![\w'-])(?:autres?|second|seconde|deuxieme|troisieme|another|other|third|chaque|each|every)"
    r" ([^\W\d_]+)"
)
_NAMED: Final = re.compile(
    r"(?:(?<=\bthe )|(?<=\bits )|(?<=\bour ))([^\W\d_]+) ([^\W\d_]+)"
    r"|\b(?:le |la |l')([^\W\d_]+) (?:de |d'|du |a )([^\W\d_]+)"
)
_PLURAL: Final = ("s", "x")


def is_one(
    evidence: Evidence, text: str, figure: Figure, known: Container[str] = frozenset()
) -> bool:
    """Tell whether a small figure of a bare folded text counts several of what there is one of.

    The words that are `known` from elsewhere, in the plural, may be counted.
    """
    if not figure.is_small or not figure.nouns or max(figure.values) <= 1:
        return False
    most = evidence.view(singles)
    plurals = list(_plurals(text, figure.end))
    if any(word in known for word in plurals):
        return False
    counted = [stem(word) for word in plurals if stem(word) in most]
    return bool(counted) and all(max(figure.values) > most[one] for one in counted)


def singles(evidence: Evidence) -> Mapping[str, int]:
    """Return the stems of the nouns that are told of as one, and how many of each at most."""
    several = {stem(word) for word in evidence.vocabulary if word.endswith(_PLURAL)}
    told, apart = Counter[str](), defaultdict[str, set[str]](set)
    anew = set[str]()
    for original in evidence.originals:
        text = fold_term(original)
        told.update(stem(word) for word in _told_of(text))
        for again in _ANEW.finditer(text):  # "un autre à Roanne" may be one of anything
            anew |= {stem(again[1])} if may_be_noun(again[1]) else told.keys()
        for one, other in _apart(text):
            apart[stem(one)].add(other)
    free = several | anew
    return {noun: max(n, len(apart[noun])) for noun, n in told.items() if noun not in free}


def _told_of(text: str) -> Iterator[str]:
    for match in _ONE.finditer(text):
        words = NEXT_WORDS.match(text, match.end())
        yield from () if words is None else filter(None, words.groups())


def _apart(text: str) -> Iterator[tuple[str, str]]:
    for match in _NAMED.finditer(text):
        beside, thing, french, of = match.groups()
        yield (thing, beside) if thing else (french, of)


def _plurals(text: str, end: int) -> Iterator[str]:
    words = NEXT_WORDS.match(text, end)
    for word in () if words is None else filter(None, words.groups()):
        if word.endswith(_PLURAL) and may_be_noun(word):
            yield word
