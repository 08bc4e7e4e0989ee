"""Words of one given to another: "…", says the director, where the mediator said it.

The words stand in what was given, and so does the name, so nothing else objects. It is wrong where
those beside the words there are named, and none of them is the one named beside them here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.review import Span
from guardrails.facts.kept import view
from guardrails.facts.names import Name, names
from guardrails.facts.quotations import SAYS, Quotation, quotations
from guardrails.reading import fold_term

_SAYING: Final = (
    rf"{SAYS}|note|observe|remarque|selon|d'apres|according to|puts it|put it|admits?|admitted"
)
_SAID: Final = re.compile(rf"\b(?:{_SAYING}|tells?|told)\b")
# Right behind the words: the verb, or a name and then the verb.
_VERB_FIRST: Final = re.compile(rf"(?:a |has |had |as )?(?:{_SAYING})\b")
_BY_NOBODY_NAMED: Final = re.compile(
    r"(?:s?he|they|i|we|you|elle|il|on|ils|elles|je|nous)\b|[a-z']+-t?-?(?:je|il|elle|on|ils|elles)\b"
)
_FEWEST_WORDS: Final = 4
_NEAR: Final = 60
_BESIDE: Final = 160
_SENTENCE_END: Final = re.compile(r"[.!?…](?=[\s»”\"]|$)|[\n«»“”\"]")
_COLON: Final = re.compile(r":\s*$")
# What may stand between the words and who said them; without a comma, a small letter goes on.
_CLOSING: Final = re.compile(r"[.!?…,»”\"'’\s]*")
_WORD: Final = re.compile(r"\w+")


def of_somebody_else(text: str, given: Sequence[str]) -> Iterator[Span]:
    """Yield the name that a text gives words to which what it was given has from another."""
    for quotation in quotations(text, at_least=_FEWEST_WORDS):
        speaker = _speaker(text, quotation)
        if speaker is None:
            continue
        told = {word for each in given for word in _named_beside(each, quotation)}
        is_known = any(_stands_in(speaker, each) for each in given)
        if told and is_known and told.isdisjoint(speaker.words):
            yield Span(speaker.start, speaker.end)


def _speaker(text: str, quotation: Quotation) -> Name | None:
    """Return the one name right beside a quotation that a verb of saying gives it to."""
    found = _named(text, quotation.start, quotation.end, _NEAR)
    return found[0] if len(found) == 1 else None


def _named_beside(text: str, quotation: Quotation) -> frozenset[str]:
    """Return the words of the names that a text gives the same words to."""
    place = _place(text, quotation.text)
    if place is None:
        return frozenset()
    start = len(text[: place[0]].rstrip("«“\"‘' \u00a0\u202f"))
    said = _named(text, start, place[1], _BESIDE)
    return frozenset(word for one in said for word in one.whole)


def _place(text: str, said: str) -> tuple[int, int] | None:
    """Return where a text first has these words, whatever stands between them.

    No pattern is made of them: what `re` compiles it keeps, and they are somebody's.
    """
    words, whole = _plain(" ".join(_WORD.findall(said))), view(text, _words)
    at = whole.find(words)
    if at < 0:
        return None
    starts = view(text, _starts)
    first, last = whole.count(" ", 0, at), whole.count(" ", 0, at + len(words))
    return (
        starts[first] + at - (whole.rfind(" ", 0, at) + 1),
        starts[last] + at + len(words) - (whole.rfind(" ", 0, at + len(words)) + 1),
    )


def _words(text: str) -> str:
    return _plain(" ".join(_WORD.findall(text)))


def _starts(text: str) -> list[int]:
    return [*map(re.Match.start, _WORD.finditer(text))]


def _plain(words: str) -> str:
    # Letter by letter: the one capital whose small letter is two has a plain one here.
    return words.replace("İ", "i").lower()


def _named(text: str, start: int, end: int, reach: int) -> list[Name]:
    """Return who words from `start` to `end` are given to; a colon right before them tells best."""
    first = max(0, start - reach)
    before = _SENTENCE_END.split(text[first:start].rstrip())[-1]
    at = len(text[:start].rstrip()) - len(before)
    if _COLON.search(before):
        return _placed(before, at)
    behind, place = _going_on(text, end, reach)
    if behind:
        return _placed(behind, place)
    return _placed(before, at) if _SAID.search(fold_term(before)) else []


def _going_on(text: str, end: int, reach: int) -> tuple[str, int]:
    """Return what goes on behind words and says who said them, and where; "" where nothing does."""
    closing = _CLOSING.match(text, end)
    place = closing.end() if closing else end
    between = text[max(0, end - 2) : place]
    goes_on = "," in between or text[place : place + 1].islower()
    behind = _SENTENCE_END.split(text[place : place + reach])[0]
    bare = fold_term(behind)
    said = _SAID.search(bare) if goes_on and "\n" not in between else None
    if said is None:
        return "", place
    if _VERB_FIRST.match(bare) or _BY_NOBODY_NAMED.match(bare):
        return behind, place
    # "Anna Roy told Paul Durand": who is named behind the verb is told.
    return behind[: said.start()], place


def _placed(piece: str, at: int) -> list[Name]:
    if _BY_NOBODY_NAMED.match(fold_term(piece)):
        return []
    return [Name(one.words, one.whole, at + one.start, at + one.end) for one in names(piece)]


def _stands_in(name: Name, text: str) -> bool:
    return f" {name.phrase} " in f" {' '.join(_WORD.findall(fold_term(text)))} "
