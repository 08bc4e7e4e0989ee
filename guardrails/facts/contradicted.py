"""What the source denies told as so, or the contrary: "the trial succeeded" where it did not.

Only a clause of the source's own words is compared: each of them stands in one sentence given,
which tells the same deed the other way. A text that denies is held to it where it tells what was
or has been, of something it names first: "it never changes the world" may be said of anything.
Where what was given tells the deed in both ways, nothing can be said; a question, a condition and
what somebody is quoted for assert nothing.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

from domain.review import Span
from guardrails.facts.clauses import given_text, pieces, stands_given, things
from guardrails.facts.digits import is_in, starts_of
from guardrails.facts.kept import view
from guardrails.facts.passage import folding

_ADVERB: Final = (
    r"(?:(?:yet|really|been|always|all|ever|even|also|encore|ete|vraiment|tous|toutes|bien) )*"
)
_NE: Final = r"n(?:e |['’] ?)"
_AUX: Final = r"(?:did|does|do|has|have|had|was|were|is|are|will|could|can)"
_HAD: Final = "a|ont|avait|avaient|ait|aient|est|sont|etait|etaient|fut|furent"
_AVOIR: Final = rf"(?:{_HAD}|soit|soient|sera|seront|aura|auront|peut|peuvent|ai|avons)"
# Who fails does not succeed: the deed stands for itself.
_FAILED: Final = (
    r"(?P<verb{at}>fail(?:ed|s)|echou(?:e|ent|ait|aient|era)|echecs?|failures?)(?! to\b)"
)
_VERB: Final = r"(?P<verb{at}>[a-z]{{4,}})"
_DENIALS: Final = (
    rf"{_AUX}(?:n['’]t| not| never) {_ADVERB}{_VERB.format(at=0)}",
    (
        rf"{_NE}(?:[ylsm]['’] ?|y |se )?{_AVOIR} (?:pas|jamais|point|guere) {_ADVERB}"
        rf"{_VERB.format(at=1)}"
    ),
    rf"{_NE}(?:se |s['’] ?)?{_VERB.format(at=2)} (?:pas|jamais|guere)\b",
    (
        r"(?:no|none of (?:the|our|its|their)|not (?:a single|one)) (?:[a-z]+ )?[a-z]+ "
        rf"(?:{_AUX} )?{_ADVERB}{_VERB.format(at=3)}"
    ),
    rf"(?:aucune?|pas une?) (?:[a-z']+ ){{1,4}}?{_NE}(?:{_AVOIR} )?{_ADVERB}{_VERB.format(at=4)}",
    rf"fail(?:ed|s)? to {_VERB.format(at=5)}",
    _FAILED.format(at=6),
)
_DENIAL: Final = re.compile(rf"(?<![\w'’])(?:{'|'.join(_DENIALS)})")
# "Did not", "has not been", "n'a pas": of a deed that is over.
_DENIED_DEED: Final = re.compile(
    rf"(?<![\w'’])(?:(?:did|has|have|had|was|were)(?:n['’]t| not) {_ADVERB}{_VERB.format(at=0)}"
    rf"|{_NE}(?:s['’] ?)?(?:{_HAD}) (?:pas|point) {_ADVERB}{_VERB.format(at=1)}"
    rf"|{_FAILED.format(at=2)})"
)
MAY_DENY: Final = (
    r"\b(?:not|never|no|none|pas|jamais|guere|point|aucune?|fail\w*|echou\w*)\b|n['’]t\b"
)
# Failures are denials as well, without a word that denies.
_FAILURE: Final = re.compile(r"echec")
# "Not only", "n'a pas seulement": it is so. What is wished, asked or supposed is neither.
_UNSURE: Final = re.compile(
    r"(?<![\w])(?:only|just|merely|seulement|uniquement|without|sans|unless|if|si|s'ils?|would"
    r"|should|may|might|could|whether|jusqu|until|avant que|pour que|sauf|except|presque|almost"
    r"|nearly|longer|plus|before|since|avant|depuis)(?![\w])"
)
_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|\[[^\[\]\n]*\]")
_QUESTION: Final = re.compile(r"(?:^|(?<=[.!?\n]))[^.!?\n]*\?")
# One deed in both its forms: "did not fall" and "fell".
_SAME: Final = {
    "failed": "succe", "fails": "succe", "failure": "succe", "failures": "succe",
    "echoue": "reuss", "echouent": "reuss", "echouait": "reuss", "echouaient": "reuss",
    "echouera": "reuss", "echec": "reuss", "echecs": "reuss",
    "success": "succe", "succes": "reuss", "fell": "fall", "fallen": "fall",
    "rose": "rise", "risen": "rise",
    "grew": "grow", "grown": "grow", "broke": "break", "broken": "break", "began": "begin",
    "begun": "begin", "found": "find", "held": "hold", "kept": "keep", "lost": "lose",
    "sold": "sell", "paid": "pays", "left": "leave", "came": "come", "went": "gone",
    "took": "take", "taken": "take", "made": "make", "wrote": "write", "written": "write",
}  # fmt: skip
_FAILING: Final = frozenset(one for one in _SAME if one.startswith(("fail", "ech")))
_STEM: Final = 5
_LONGEST: Final = 500
"""A sentence that goes on for longer is read by nobody."""
_WORD: Final = re.compile(r"[a-z]{4,}")
_SENTENCE: Final = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*")


class _Known:
    """What the sentences of a text deny, and what else they hold, each deed with their words.

    `unsure` are deeds that only may be so, or after all are: neither told nor denied by them.
    Few deeds are denied; what is told of the others is read when somebody asks for one.
    """

    def __init__(self, text: str) -> None:
        """Take a text, whose sentences are read when it is asked for them."""
        self._text = text

    @cached_property
    def denied(self) -> Mapping[str, list[frozenset[str]]]:
        """The deeds denied, each with the words of the sentences that do."""
        found = defaultdict[str, list[frozenset[str]]](list)
        for sentence, may_deny in self._sentences:
            if may_deny and not _UNSURE.search(sentence):
                for deed in _denied_by(sentence):
                    found[deed].append(things(sentence))
        return found

    @cached_property
    def told(self) -> Mapping[str, list[str]]:
        """The deeds told, each with the sentences that do."""
        return self._others[0]

    @cached_property
    def unsure(self) -> frozenset[str]:
        """The deeds that are wished, asked or supposed."""
        return frozenset(self._others[1])

    @cached_property
    def _others(self) -> tuple[Mapping[str, list[str]], set[str]]:
        told, unsure = defaultdict[str, list[str]](list), set[str]()
        for sentence, may_deny in self._sentences:
            denied = _denied_by(sentence) if may_deny else frozenset[str]()
            deeds = _deeds({*_WORD.findall(sentence)} - _FAILING)
            if _UNSURE.search(sentence):
                unsure.update(deeds | denied)
                continue
            for deed in deeds - denied:
                told[deed].append(sentence)
        return told, unsure

    @cached_property
    def _sentences(self) -> Sequence[tuple[str, bool]]:
        """Each sentence, and whether it may deny anything."""
        text = given_text(self._text)
        denials = starts_of(MAY_DENY, text)
        return [
            (one[0], _are_within(denials, *one.span()))
            for one in _SENTENCE.finditer(text)
            if len(one[0]) <= _LONGEST
        ]


def contradicted(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield where a text tells a deed that what was given denies, or denies one it tells."""
    folded = view(text, folding)
    own = _blank(_QUESTION, _blank(_QUOTED, folded.text))
    known = [view(one, _Known) for one in given]
    denials, suspects = starts_of(MAY_DENY, own), _suspects(own, known)
    failures = [match.start() for match in _FAILURE.finditer(own)]
    if failures and not any(is_in(MAY_DENY, view(one, folding).text) for one in (text, *given)):
        return
    marked = sorted((*denials, *suspects, *failures))
    for at, clause in _with_one(marked, pieces(own)) if marked else ():
        end, place = at + len(clause), None
        may_deny = _are_within(denials, at, end)
        if len(clause) > _LONGEST:
            continue
        if may_deny or _are_within(failures, at, end):
            place = _denied_against(clause, known)
        if place is None and not may_deny and _are_within(suspects, at, end):
            place = _told_against(clause, known)
        if place and not (_UNSURE.search(clause) or stands_given(clause, given)):
            yield folded.span(at + place[0], at + place[1])


def _with_one(
    places: Sequence[int], clauses: Iterator[tuple[int, str]]
) -> Iterator[tuple[int, str]]:
    """Yield the clauses that one of some ordered places lies in."""
    waiting = iter(places)
    place = next(waiting)
    for at, clause in clauses:
        while place < at:
            if (following := next(waiting, None)) is None:
                return
            place = following
        if place < at + len(clause):
            yield at, clause


def _suspects(text: str, known: Sequence[_Known]) -> list[int]:
    """Return where a text has a deed that what was given denies."""
    denied = frozenset(deed for one in known for deed in one.denied)
    if not denied or denied.isdisjoint(_deeds({*_WORD.findall(text)})):
        return []
    return [match.start() for match in _WORD.finditer(text) if _deed(match[0]) in denied]


def _are_within(places: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of some ordered places lies in a piece of a text."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _denied_against(clause: str, known: Sequence[_Known]) -> tuple[int, int] | None:
    """Return where a clause denies what was told of the same thing and never denied."""
    match = _DENIED_DEED.search(clause)
    if match is None or not things(clause[: match.start()]):
        return None
    verb = _verb(match)
    deed, about = _deed(match[verb]), _about(clause, match[verb])
    if any(deed in one.denied or deed in one.unsure for one in known):
        return None
    is_told = any(about <= things(words) for one in known for words in one.told.get(deed, ()))
    return match.span(verb) if is_told else None


def _told_against(clause: str, known: Sequence[_Known]) -> tuple[int, int] | None:
    """Return where a clause tells what was denied of the same thing and never told."""
    for match in _WORD.finditer(clause):
        deed = _deed(match[0])
        denied = [words for one in known for words in one.denied.get(deed, ())]
        about = _about(clause, match[0]) if denied else frozenset[str]()
        # What was told is looked up last: for most texts nobody has to read it.
        if not any(about <= words for words in denied) or not things(clause[: match.start()]):
            continue
        if not any(deed in one.told or deed in one.unsure for one in known):
            return match.span()
    return None


def _denied_by(sentence: str) -> frozenset[str]:
    return frozenset(_deed(match[_verb(match)]) for match in _DENIAL.finditer(sentence))


def _verb(match: re.Match[str]) -> str:
    return next(name for name, verb in match.groupdict().items() if verb)


def _about(clause: str, verb: str) -> frozenset[str]:
    return things(clause) - things(verb)


def _deeds(words: AbstractSet[str]) -> set[str]:
    irregular = words & _SAME.keys()
    return {word[:_STEM] for word in words - irregular} | set(map(_deed, irregular))


def _deed(word: str) -> str:
    return _SAME.get(word, word)[:_STEM]


def _blank(what: re.Pattern[str], text: str) -> str:
    return what.sub(lambda match: " " * len(match[0]), text)
