"""What a passage shows to a model: the same for training and for use.

Two kinds of model read differently. `rules` looks at stems, pieces of words, ideas and meaning
alike; `respect` sets kinds of people apart from what is said of them, and what is denied or
quoted apart from what is meant.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import ClassVar, Protocol

from domain.language import Language
from guardrails.learned.ideas import ideas
from guardrails.learned.neighbours import around
from guardrails.learned.tokens import Token, stem

_LETTERS = (3, 4, 5)
_LETTER_WEIGHT = 0.15
_SIGNS = {"?": "asks", "!": "exclaims", "«": "quotes", '"': "quotes", "“": "quotes"}
_DIGIT = re.compile("[0-9]")
_ENDS = frozenset(".?!…")
_MOST_KEPT = 4_096
_LONGEST_KEPT, _MOST_WORDS = 24, 32_768
_NOTHING, _WORDS = frozenset[str](), frozenset({"words"})
Features = Mapping[float, Sequence[str]]


class Shows(Protocol):
    """How one kind of model reads a passage.

    `adds_up` tells whether two passages together show as a whole what either shows.
    """

    adds_up: ClassVar[bool]

    def met(self, passage: Sequence[Token]) -> frozenset[str]:
        """Return what `concerns` asks about a passage; two have what either has."""
        ...

    def concerns(self, passage: Sequence[Token], met: frozenset[str]) -> bool:
        """Tell whether a passage holds anything that the model could object to."""
        ...

    def alone(self, token: Token) -> Token:
        """Return the plainest token that shows by itself what this one does."""
        ...

    def of_word(self, token: Token, language: Language) -> Features:
        """Return what one word shows by itself, by weight."""
        ...

    def of_all(self, passage: Sequence[Token]) -> frozenset[str]:
        """Return what a passage shows as a whole."""
        ...

    def meaning(self, token: Token) -> str:
        """Return the word whose meaning counts, with "-" before one denied or quoted, or ""."""
        ...


class RulesShow:
    """What the models of the rules look at."""

    adds_up: ClassVar[bool] = True

    def met(self, passage: Sequence[Token]) -> frozenset[str]:
        """Return that it holds words."""
        return _WORDS if passage else _NOTHING

    def concerns(self, passage: Sequence[Token], met: frozenset[str]) -> bool:
        """Tell that it holds words: a rule can be broken in any words."""
        return bool(passage or met)

    def alone(self, token: Token) -> Token:
        """Return the word: denied or quoted, it shows the same."""
        return Token(token.word)

    def of_word(self, token: Token, language: Language) -> Features:
        """Return the stem and the pieces of a word."""
        padded = f"<{token.word}>"
        pieces = [
            f"c{padded[start : start + size]}"
            for size in _LETTERS
            for start in range(len(padded) - size + 1)
        ]
        return {1.0: [f"w{stem(token.word, language)}"], _LETTER_WEIGHT: pieces}

    def of_all(self, passage: Sequence[Token]) -> frozenset[str]:
        """Return ideas, and signs."""
        return _NOTHING.union(*map(_BY_RULES.__getitem__, passage))

    def meaning(self, token: Token) -> str:
        """Return any word."""
        return token.word


class RespectShows:
    """What the model of respect looks at; words of one sentence stand beside people of another."""

    adds_up: ClassVar[bool] = False

    def met(self, passage: Sequence[Token]) -> frozenset[str]:
        """Return the ideas of its words."""
        return _NOTHING.union(*map(_ENMITY.__getitem__, passage))

    def concerns(self, passage: Sequence[Token], met: frozenset[str]) -> bool:
        """Tell whether people are named by kind, or anybody meets a bad word."""
        seen = met
        if "kind" in seen:  # which is a kind of people, or none, by the words around it
            seen = _NOTHING.union(*_ideas_in(passage))
        return not seen.isdisjoint(_KINDS) or not (
            seen.isdisjoint(_BAD) or seen.isdisjoint(_ANYBODY)
        )

    def alone(self, token: Token) -> Token:
        """Return the token: denied or quoted, a word shows something else."""
        return token

    def of_word(self, token: Token, language: Language) -> Features:
        """Return the stem of a word, marked; kinds of people are all one."""
        found = ideas("enmity").of(token.word)
        name = next((name for name in _NAMELESS if name in found), stem(token.word, language))
        marks = [mark for mark, is_so in (("n", token.is_denied), ("q", token.is_quoted)) if is_so]
        return {1.0: [f"{mark}{name}" for mark in ("w", *marks)]}

    def of_all(self, passage: Sequence[Token]) -> frozenset[str]:
        """Return ideas, pairs of them, and who is said to be what."""
        ideas_in = _ideas_in(passage)
        shown = {
            name if name in _WHO else name + _mark(one)
            for one, found in zip(passage, ideas_in, strict=True)
            for name in found
        }
        seen = {_seen(*sentence) for sentence in _sentences(passage, ideas_in)}
        told = _in_pairs(frozenset(shown)) | _said(frozenset(seen))
        return told.union(around(passage, ideas_in))

    def meaning(self, token: Token) -> str:
        """Return any word but the name of a kind of people."""
        if not ideas("enmity").of(token.word).isdisjoint({"group", "kind"}):
            return ""
        return f"-{token.word}" if token.is_denied or token.is_quoted else token.word


# Words of these are all one: which people are meant must not matter.
_NAMELESS = ("group", "kind", "human", "slur")
_WHO = frozenset({"negated", "group", "me", "you", "they"})
_BAD = frozenset({"vile", "lesser", "harm", "hate", "expel", "slur", "profane"})
_KINDS = frozenset({"group", "slur"})
_ANYBODY = frozenset({"you", "they", "human", "fellow"})
_NOUN_FOLLOWS = frozenset("les des aux ces nos vos mes leurs".split())
_NOUN_MAY_FOLLOW = frozenset(
    "un une le la ce cet cette chaque tout aucun aucune du au"
    " the these those every each any".split()
)
_NO_NOUN_FOLLOWS = frozenset(
    ". ? ! , ; : … est sont a ont qui ne n se y et ou sera seront doit doivent va vont devraient"
    " devrait merite meritent are is was were who have has should must can will do don't never"
    " deserve need and or".split()
)
_GOOD = frozenset({"worth", "fondness"})
_SEEN_AS = {"group": "G", "slur": "S", "saying": "y", "me": "m", "you": "u", "they": "t"}
_LIGHT = frozenset("mut")


def _ideas_in(passage: Sequence[Token]) -> list[frozenset[str]]:
    """Return the ideas of each word; "old" alone names nobody, "old people" and "les vieux" do."""
    found = list(map(_ENMITY.__getitem__, passage))
    for at, one in enumerate(found):
        if "kind" in one:
            is_followed = at + 1 < len(found) and "human" in found[at + 1]
            is_preceded = at > 0 and "human" in found[at - 1]
            is_named = is_followed or is_preceded or _is_noun(passage, at)
            found[at] = (one - {"kind"}) | ({"group"} if is_named else frozenset())
    return found


def _is_noun(passage: Sequence[Token], at: int) -> bool:
    """Tell whether a word that may describe anything stands for people by itself."""
    before = passage[at - 1].word if at else ""
    if before in _NOUN_FOLLOWS:
        return True
    return before in _NOUN_MAY_FOLLOW and (
        at + 1 == len(passage) or passage[at + 1].word in _NO_NOUN_FOLLOWS
    )


def _mark(token: Token) -> str:
    return ("_n" if token.is_denied else "") + ("_q" if token.is_quoted else "")


class _Known(dict[Token, frozenset[str]]):
    """What each word or mark shows by itself, made out when it is first met."""

    def __init__(self, make_out: Callable[[Token], Iterable[str]]) -> None:
        self._make_out = make_out

    def __missing__(self, token: Token) -> frozenset[str]:
        shown = frozenset(self._make_out(token))
        if len(self) < _MOST_WORDS and len(token.word) <= _LONGEST_KEPT:
            self[token] = shown
        return shown


def _to_rules(token: Token) -> Iterator[str]:
    mark = _mark(token)
    yield from (name + mark for name in ideas("ideas").of(token.word))
    if token.word in _SIGNS:
        yield _SIGNS[token.word]
    if _DIGIT.search(token.word):
        yield "counts"


def _to_respect(token: Token) -> frozenset[str]:
    return ideas("enmity").of(token.word) if token.is_word else frozenset()


_BY_RULES, _ENMITY = _Known(_to_rules), _Known(_to_respect)


@lru_cache(maxsize=_MOST_KEPT)
def _in_pairs(shown: frozenset[str]) -> frozenset[str]:
    """Return ideas, and pairs of them."""
    names = sorted(shown)
    pairs = (f"{one}+{two}" for at, one in enumerate(names) for two in names[at + 1 :])
    return frozenset((*names, *pairs))


@lru_cache(maxsize=_MOST_KEPT)
def _said(sentences: frozenset[frozenset[str]]) -> frozenset[str]:
    """Return whether a kind of people meets bad or good words in a sentence, meant or denied."""
    everything = frozenset[str]().union(*sentences)
    told = {"TA" + "".join(sorted(everything - _LIGHT - {"?"}))}
    for seen in sentences:
        ordered = sorted(seen)
        told.update(f"S{one}" for one in ordered)
        told.update(f"S{a}/{b}" for at, a in enumerate(ordered) for b in ordered[at + 1 :])
        told.add("SA" + "".join(sorted(seen - _LIGHT - {"y", "?"})))
        told.add("SB" + "".join(sorted(seen - {"u", "t"})))
    return frozenset(told)


def _seen(sentence: Sequence[Token], ideas_in: Sequence[frozenset[str]]) -> frozenset[str]:
    seen = {"?"} if sentence[-1].word == "?" else set[str]()
    for at, found in enumerate(ideas_in):
        if found:
            one = sentence[at]
            seen.update([_SEEN_AS[name] for name in found if name in _SEEN_AS])
            denied = "n" if one.is_denied else ""
            if not found.isdisjoint(_BAD):
                seen.add("b" + denied + ("q" if one.is_quoted else ""))
            if not found.isdisjoint(_GOOD):
                seen.add("g" + denied)
            if "condemn" in found:
                seen.add("c" + denied)
    return frozenset(seen)


def _sentences(
    passage: Sequence[Token], ideas_in: Sequence[frozenset[str]]
) -> Iterator[tuple[Sequence[Token], Sequence[frozenset[str]]]]:
    """Yield the words of each sentence with their ideas; no idea depends on another sentence."""
    start = 0
    for end, token in enumerate(passage, start=1):
        if token.word in _ENDS:
            yield passage[start:end], ideas_in[start:end]
            start = end
    if start < len(passage):
        yield passage[start:], ideas_in[start:]
