"""How a text is built around the company's name: who opens it, who comes before whom, how often.

An insider's text goes from "I" to the name or back within a sentence or two; a text about
somebody else's company opens with its name, says "they" and "their", or names a second employer.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

Kinds = tuple[str, ...]
Sentence = Sequence[Kinds]

SELF = frozenset({"I", "ME", "MY", "WE", "OUR"})
_COUNTED = ("I", "MY", "ME", "WE", "OUR", "ON", "HE", "YOU", "THEY", "THEIR")
_TOWARDS = frozenset({"AT", "FOR", "OF", "FROM", "IN", "WITH"})
_BETWEEN = frozenset({"ART", "KIND", "SHOP", "EMPLOYER"})
_MOST_TOLD, _MOST_SENTENCES, _MOST_NAMES, _MOST_OF_SELF = 3, 6, 3, 4


def shape(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield the values that hold of a text as a whole, given the kinds of its words."""
    named = [at for at, one in enumerate(sentences) if _holds(one, {"NAME"})]
    if not named:
        return
    yield from _of_the_name(sentences, named)
    yield from _of_the_author(sentences, named)
    counts = Counter(kind for one in sentences for own in one for kind in own)
    yield from (f"count {kind} {min(_MOST_TOLD, counts[kind])}" for kind in _COUNTED)
    yield f"names {min(_MOST_NAMES, counts['NAME'])}"
    for sentence in sentences if counts["PROPER"] else ():
        yield from second_employers(sentence)


def _holds(sentence: Sentence, kinds: frozenset[str] | set[str]) -> bool:
    return any(kind in kinds for own in sentence for kind in own)


def _of_the_name(sentences: Sequence[Sentence], named: Sequence[int]) -> Iterator[str]:
    last = len(sentences) - 1
    yield f"name in {'first' if named[0] == 0 else 'last' if named[0] == last else 'middle'}"
    opening = [own for own in sentences[0] if "ART" not in own][:1]
    yield "name opens" if opening and "NAME" in opening[0] else "name later"
    yield f"sentences {min(_MOST_SENTENCES, len(sentences))}"
    yield from (f"opens {kind}" for kind in sentences[0][0][:1])


def _of_the_author(sentences: Sequence[Sentence], named: Sequence[int]) -> Iterator[str]:
    own = [at for at, one in enumerate(sentences) if _holds(one, SELF)]
    yield f"sentences of self {min(_MOST_OF_SELF, len(own))}"
    if not own:
        yield "self nowhere"
    elif own[0] in named:
        yield "self with name"
    else:
        yield "self before name" if own[0] < named[0] else "self after name"


def second_employers(sentence: Sentence) -> Iterator[str]:
    """Yield "at Norvia", "for the town of Dole": whoever is named so has people of its own."""
    for at, own in enumerate(sentence):
        towards = _TOWARDS & set(own)
        ahead = next((one for one in sentence[at + 1 : at + 4] if not _BETWEEN & set(one)), ())
        if towards and "PROPER" in ahead:
            yield from (f"elsewhere {kind}" for kind in towards)
            yield "elsewhere"
