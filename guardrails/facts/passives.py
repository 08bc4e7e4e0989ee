"""Who was done to what by whom, told the wrong way round: "Lévi a été formé par Nora".

`actors` knows some deeds and some who act. A passive says itself who acted and on whom, whatever
the deed and whoever they are, so it can be held against what was given with the same verb.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from domain.review import Span
from guardrails.facts.counted import stem
from guardrails.facts.digits import is_in, matches_at
from guardrails.facts.kept import view
from guardrails.facts.passage import folding

# For RE2: what stands in every passive.
MAY_TELL: Final = (
    r" (?:ete|est|sont|etait|etaient|fut|furent|was|were|is|are|been) [^ ]+ (?:[^ ]+ )?(?:par|by) "
)
_AGENTS: Final = frozenset(("par", "by"))
_W: Final = r"[^\W\d_]{2,40}"
_DET: Final = (
    r"(?:(?:le|la|les|une?|des|son|sa|ses|leurs?|notre|nos|mon|ma|mes|cet(?:te)?|ces?|the|an?|our"
    r"|their|his|her|its|my|those|these) |l')?"
)
_WHO: Final = r"(?:,? (?:qui|who|that))?"
_IS: Final = (
    r"(?:(?:a|ont|avait|avaient|aura|auront|ayant) ete|est|sont|etait|etaient|fut|furent|was|were"
    r"|is|are|(?:has|have|had) been)"
)
_OFTEN: Final = r"(?:(?:tous|toutes|all|both|also|aussi|ensuite|then) )?"
PASSIVE: Final = re.compile(
    rf"(?<![\w'])(?P<whom>(?:{_W} )?{_W}){_WHO} {_IS} {_OFTEN}(?P<deed>[^\W\d_]{{5,40}})"
    rf" (?:par|by) {_DET}(?P<actor>{_W}(?: {_W})?)"
)
_ACTIVE: Final = (
    r"(?<![\w'])(?P<actor>(?:{word} )?{word}){who} (?:(?:a|ont|avait|avaient|has|have|had) )?"
    r"(?P<deed>{deeds})[^\W\d_]{{0,8}} (?!par |by ){det}(?P<whom>{word}(?: {word})?)"
)
# A passive is told by its end: it is tried from a few words before, and nowhere else.
_BY: Final = re.compile(r" (?:par|by) ")
_IS_DONE: Final = re.compile(
    r" (?:ete|est|sont|etait|etaient|fut|furent|was|were|is|are|been) (?:[^ ]+ )?[^ ]+\Z"
)
_LONGEST_DEED: Final = 64
_MOST_WORDS: Final = 7
_BEGINNING: Final = re.compile(r"(?<![\w'])[^\W\d_]")
_DONE: Final = re.compile(r"(?<= )([^\W\d_]+) (?!par |by )")
_ENDING: Final = re.compile(r"(?:(?<=i)ed|ees?|es?|[iu]e?s?|ed)$")
_SHORTEST: Final = 4
# They neither act nor are acted on.
_IDLE: Final = frozenset(
    map(
        stem,
        "les des une aux dans avec pour par sur et ou mais est sont ete etait qui que"
        " dont on il ils elle elles nous vous je tu lui leur ne pas plus jamais aussi"
        " ont avait depuis chez son ses the and or but was were been by in on of with"
        " for it they he she we you who that has have had not never also since at to"
        " from their our his her la le un de du en au jour mois an annee semaine heure"
        " day week month year hour".split(),
    )
)
_MOST: Final = 40
"""So many deeds are compared; a text with more is a list."""

_Ones = frozenset[str]


class _Told(NamedTuple):
    deed: str
    actor: _Ones
    whom: _Ones
    start: int
    end: int

    def is_of(self, other: "_Told", *, turned: bool) -> bool:
        """Tell whether it is the same deed, of the same two or of these turned round."""
        actor, whom = (other.whom, other.actor) if turned else (other.actor, other.whom)
        is_same = self.deed == other.deed
        return is_same and not (self.actor.isdisjoint(actor) or self.whom.isdisjoint(whom))


def done_the_other_way(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text has one done to by another who, as was given, had it done to them."""
    own, others = view(text, _passives), [one for each in given for one in view(each, _passives)]
    deeds = frozenset(one.deed for one in (*own, *others))
    # What was given in the same voice is told right, whatever else was given.
    told = [
        one
        for one in (*own, *_actives(text, deeds))
        if not any(one.is_of(other, turned=False) for other in others)
    ]
    theirs = [*others, *(one for each in given for one in _actives(each, deeds))] if told else []
    for one in told:
        is_turned = any(one.is_of(other, turned=True) for other in theirs)
        if is_turned and not any(one.is_of(other, turned=False) for other in theirs):
            yield view(text, folding).span(one.start, one.end)


def _passives(text: str) -> list[_Told]:
    bare = view(text, folding).text
    may_tell = not _AGENTS.isdisjoint(view(text, folding).once) and is_in(MAY_TELL, bare)
    found = matches_at(PASSIVE, bare, _beginnings(bare)) if may_tell else ()
    return _read((_deed(one["deed"]), one) for one in found)


def _beginnings(text: str) -> Iterator[int]:
    """Yield where a passive may begin, in order."""
    done = 0
    for by in _BY.finditer(text):
        end = first = by.start()
        if _IS_DONE.search(text, max(0, end - _LONGEST_DEED), end):
            for _ in range(_MOST_WORDS):
                first = max(0, text.rfind(" ", 0, first))
            yield from (one.start() for one in _BEGINNING.finditer(text, max(first, done), end))
            done = end


def _actives(text: str, deeds: frozenset[str]) -> list[_Told]:
    """Return who does these deeds to whom."""
    # A pattern of its own is made for a text only where one of the deeds stands: it takes longest.
    begun = tuple(deeds)
    if not deeds or not any(word.startswith(begun) for word in view(text, _done)):
        return []
    bare = view(text, folding).text
    some = "|".join(sorted(deeds, key=len, reverse=True))
    pattern = re.compile(_ACTIVE.format(word=_W, who=_WHO, deeds=some, det=_DET))
    return _read((one["deed"], one) for one in pattern.finditer(bare))


def _done(text: str) -> frozenset[str]:
    """Return the words that may tell a deed done to what stands behind."""
    return frozenset(_DONE.findall(view(text, folding).text))


def _read(matches: Iterable[tuple[str, re.Match[str]]]) -> list[_Told]:
    found = (
        _Told(deed, _ones(one["actor"]), _ones(one["whom"]), *one.span())
        for deed, one in islice(matches, _MOST)
    )
    return [one for one in found if one.deed and one.actor and one.whom]


def _deed(verb: str) -> str:
    """Return what the forms of a verb share: "formées" and "forment" are of one."""
    bare = _ENDING.sub("", verb)
    return bare if len(bare) >= _SHORTEST else ""


def _ones(words: str) -> _Ones:
    return frozenset(map(stem, words.split())) - _IDLE
