"""What a passage shows to a model: the same for training and for use.

Two kinds of model read differently. `rules` looks at stems, pieces of words, ideas and meaning
alike; `respect` sets kinds of people apart from what is said of them, and what is denied or
quoted apart from what is meant.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from domain.language import Language
from guardrails.learned.ideas import ideas
from guardrails.learned.tokens import Token, stem

_LETTERS = (3, 4, 5)
_LETTER_WEIGHT = 0.15
_SIGNS = {"?": "asks", "!": "exclaims", "«": "quotes", '"': "quotes", "“": "quotes"}
Features = list[tuple[str, float]]


class Shows(Protocol):
    """How one kind of model reads a passage."""

    def concerns(self, passage: Sequence[Token]) -> bool:
        """Tell whether a passage holds anything that the model could object to."""
        ...

    def of_word(self, token: Token, language: Language) -> Features:
        """Return what one word shows by itself, with weights."""
        ...

    def of_all(self, passage: Sequence[Token]) -> list[str]:
        """Return what a passage shows as a whole, each thing once."""
        ...

    def meaning(self, token: Token) -> str:
        """Return the word whose meaning counts, with "-" before one denied or quoted, or ""."""
        ...


class RulesShow:
    """What the models of the rules look at."""

    def concerns(self, passage: Sequence[Token]) -> bool:
        """Tell that it holds words: a rule can be broken in any words."""
        return bool(passage)

    def of_word(self, token: Token, language: Language) -> Features:
        """Return the stem and the pieces of a word."""
        padded = f"<{token.word}>"
        pieces = (
            padded[start : start + size]
            for size in _LETTERS
            for start in range(len(padded) - size + 1)
        )
        stemmed = f"w{stem(token.word, language)}"
        return [(stemmed, 1.0), *((f"c{piece}", _LETTER_WEIGHT) for piece in pieces)]

    def of_all(self, passage: Sequence[Token]) -> list[str]:
        """Return ideas, and signs."""
        shown = {_SIGNS[one.word] for one in passage if one.word in _SIGNS}
        if any(character.isdigit() for one in passage for character in one.word):
            shown.add("counts")
        shown |= {name + _mark(one) for one in passage for name in ideas("ideas").of(one.word)}
        return sorted(shown)

    def meaning(self, token: Token) -> str:
        """Return any word."""
        return token.word


class RespectShows:
    """What the model of respect looks at."""

    def concerns(self, passage: Sequence[Token]) -> bool:
        """Tell whether people are named by kind, or anybody meets a bad word."""
        seen = frozenset[str]().union(*_ideas_in(passage))
        return not seen.isdisjoint(_KINDS) or not (
            seen.isdisjoint(_BAD) or seen.isdisjoint(_ANYBODY)
        )

    def of_word(self, token: Token, language: Language) -> Features:
        """Return the stem of a word, marked; kinds of people are all one."""
        found = ideas("enmity").of(token.word)
        name = next((name for name in _NAMELESS if name in found), stem(token.word, language))
        marks = [mark for mark, is_so in (("n", token.is_denied), ("q", token.is_quoted)) if is_so]
        return [(f"{mark}{name}", 1.0) for mark in ("w", *marks)]

    def of_all(self, passage: Sequence[Token]) -> list[str]:
        """Return ideas, pairs of them, and who is said to be what."""
        shown = {
            name + ("" if name in _WHO else _mark(one))
            for one, found in zip(passage, _ideas_in(passage), strict=True)
            for name in found
        }
        names = sorted(shown)
        pairs = [f"{one}+{two}" for at, one in enumerate(names) for two in names[at + 1 :]]
        return names + pairs + sorted(set(_said(passage)))

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
_GOOD = frozenset({"worth", "fondness"})
_SEEN_AS = {"group": "G", "slur": "S", "saying": "y", "me": "m", "you": "u", "they": "t"}
_LIGHT = frozenset("mut")


def _ideas_in(passage: Sequence[Token]) -> list[frozenset[str]]:
    """Return the ideas of each word; "old" alone names nobody, "old people" and "les vieux" do."""
    known = ideas("enmity")
    found = [known.of(one.word) if one.is_word else frozenset[str]() for one in passage]
    for at, one in enumerate(found):
        if "kind" in one:
            is_followed = at + 1 < len(found) and "human" in found[at + 1]
            is_preceded = at > 0 and "human" in found[at - 1]
            is_noun = at > 0 and passage[at - 1].word in _NOUN_FOLLOWS
            is_named = is_followed or is_preceded or is_noun
            found[at] = (one - {"kind"}) | ({"group"} if is_named else frozenset())
    return found


def _mark(token: Token) -> str:
    return ("_n" if token.is_denied else "") + ("_q" if token.is_quoted else "")


def _said(passage: Sequence[Token]) -> Iterator[str]:
    """Yield, per sentence, whether a kind of people meets bad or good words, meant or denied."""
    everything: set[str] = set()
    for sentence in _sentences(passage):
        seen = _seen(sentence)
        everything |= seen
        ordered = sorted(seen)
        yield from (f"S{one}" for one in ordered)
        yield from (f"S{a}/{b}" for at, a in enumerate(ordered) for b in ordered[at + 1 :])
        yield "SA" + "".join(sorted(seen - _LIGHT - {"y", "?"}))
        yield "SB" + "".join(sorted(seen - {"u", "t"}))
    yield "TA" + "".join(sorted(everything - _LIGHT - {"?"}))


def _seen(sentence: Sequence[Token]) -> set[str]:
    seen = {"?" for one in sentence if one.word == "?"}
    for one, found in zip(sentence, _ideas_in(sentence), strict=True):
        seen |= {_SEEN_AS[name] for name in found if name in _SEEN_AS}
        denied = "n" if one.is_denied else ""
        if found & _BAD:
            seen.add("b" + denied + ("q" if one.is_quoted else ""))
        if found & _GOOD:
            seen.add("g" + denied)
        if "condemn" in found:
            seen.add("c" + denied)
    return seen


def _sentences(passage: Sequence[Token]) -> Iterator[list[Token]]:
    sentence: list[Token] = []
    for token in passage:
        sentence.append(token)
        if token.word in ".?!…":
            yield sentence
            sentence = []
    if sentence:
        yield sentence
