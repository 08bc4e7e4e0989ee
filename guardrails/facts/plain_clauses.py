"""Clauses of a text that was given from which the same may be told in another form.

Such a clause tells one thing, and tells it as a fact: it denies nothing, promises nothing, and
nothing in it is shut or over.
"""

import re
from collections.abc import Iterator
from typing import Final

from guardrails.facts.bases import ROOT, roots
from guardrails.facts.figures import Figure
from guardrails.facts.numerals import NUMBER_WORDS
from guardrails.facts.passage import SENTENCE_BREAK
from guardrails.facts.remainders import DENYING
from guardrails.facts.sight import IDLE, Sight
from guardrails.reading import bare_folded

_JOINT: Final = re.compile(
    r"(?i)[.!?;:()\n–—]|,(?!\d)"
    r"|\b(?:et(?! (?:uniemes?|onziemes?)\b)|(?<!hundred )(?<!thousand )and"
    r"|mais|but|while|whereas|tandis que|alors que|puis|then|ou|or"
    r"|car|because|donc|so)\b"
)
OVER: Final = re.compile(
    r"\b(?:was|were|had|used|etait|etaient|avait|avaient|\w{2,}(?:ait|aient))\b"
)
"""Told of a time that is over."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_ENDING: Final = 3
_LEAD_ENDS: Final = re.compile(r", ?$")
# What only may be, was once, will be, or is at an end.
_NOT_SO: Final = re.compile(
    r"\b(?:will|would|could|should|shall|may|might|going to|used to|until|till|by|before|since"
    r"|after|if|unless|except|but|plans to|plann\w*|promis\w*|hop(?:es?|ed|ing)"
    r"|target\w*|goal|aim\w*|nearly|almost"
    r"|up to|at most|at least|si|sauf|hors|excepte|jusqu\w*|d'ici|avant|depuis|apres|objectif|vise"
    r"|prevoi\w*|prevu\w*|espere\w*|au plus|au moins|clos\w*|shut\w*|ferm\w*|rest|rests|rested"
    r"|holidays?|repos|ferie\w*|(?:[^\W\d_]{2,})(?:ra|ras|rai|rons|rez|ront|rait|raient|rions"
    r"|riez))\b"
)


def plain_clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a text that state one thing, each with its lead.

    Of "Monday to Friday, the desk is open" the lead belongs to what it leads.
    """
    for sentence in SENTENCE_BREAK.split(text):
        lead = ""
        for clause in _clauses(sentence):
            if not lead and _is_lead(clause):
                lead = clause
                continue
            whole, lead = f"{lead}{clause}", ""
            if is_plain(whole):
                yield whole
        if lead and is_plain(lead):
            yield lead


def is_plain(clause: str) -> bool:
    """Tell whether a clause states what is, without denial."""
    bare = _bare(clause)
    return _NOT_SO.search(bare) is None and roots(bare).isdisjoint(DENYING)


def telling(text: str, idle: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the words of a bare folded text that tell something: no number, nothing idle."""
    return frozenset(
        one
        for one in _WORD.findall(text)
        if one not in NUMBER_WORDS and not roots(one) <= IDLE | idle
    )


def says_only(
    figure: Figure, sight: Sight, words: frozenset[str], idle: frozenset[str] = frozenset()
) -> bool:
    """Tell whether the sentence of a figure has some of these words, and no other that tells."""
    said = telling(sight.sentence(figure), idle)
    return bool(said) and all(any(is_form(one, other) for other in words) for one in said)


def is_form(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: "recycled" and "recycles", not "conserve"."""
    shorter, longer = sorted((one, other), key=len)
    pairs = enumerate(zip(shorter, longer, strict=False))
    common = next((at for at, (mine, their) in pairs if mine != their), len(shorter))
    return common >= min(len(shorter), max(ROOT, len(longer) - _ENDING))


_OF_TIME: Final = re.compile(
    r"[\W\d_]|\b(?:in|on|from|to|through|each|every|day|days|week|of|the|en|au|a|du|le|la|les|de"
    r"|l|tous|toutes|chaque|jours?|daily|year|last|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril"
    r"|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b"
)


def _clauses(sentence: str) -> Iterator[str]:
    start = 0
    for joint in _JOINT.finditer(sentence):
        yield sentence[start : joint.end()]
        start = joint.end()
    yield sentence[start:]


def _is_lead(clause: str) -> bool:
    """Tell whether it tells but a time, and a comma behind it joins it to the next."""
    return _LEAD_ENDS.search(clause) is not None and not _OF_TIME.sub("", _bare(clause)).strip()


def _bare(clause: str) -> str:
    is_bare = clause.isascii() and clause == clause.lower()
    return clause if is_bare else bare_folded(clause).text
