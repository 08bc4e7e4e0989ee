"""What stands around the people a passage names: the words beside them, and in what order.

"We kick them out" and "they kick us out" hold the same words. Which kind of people is meant
never shows, only that a kind is.
"""

from collections.abc import Iterator, Sequence

from guardrails.learned.tokens import Token

_NEAR, _FAR = 2, 4  # words beside them
_WITHIN = 8  # of which ideas count
_BEGINNING = 6  # letters of a word: nearly its stem
_SHORT = 3  # letters of words that join others
_RUNS = (2, 3)
_PEOPLE = {"group": "G", "slur": "S"}
_TOLD = frozenset(
    "vile lesser harm hate expel slur profane worth fondness condemn saying group negated me you"
    " they generic human fellow".split()
)
_OTHER = "_"


def around(passage: Sequence[Token], ideas_in: Sequence[frozenset[str]]) -> Iterator[str]:
    """Yield what stands beside each kind of people, and runs of ideas; none where none is named."""
    words = [_word(*pair) for pair in zip(passage, ideas_in, strict=True)]
    people = [at for at, word in enumerate(words) if word in _PEOPLE.values()]
    for at in people:
        yield from _beside(words, at)
        yield from _ideas_beside(passage, ideas_in, at)
    if people:
        yield from _runs([_tag(*pair) for pair in zip(passage, ideas_in, strict=True)])


def _word(token: Token, ideas: frozenset[str]) -> str:
    named = next((sign for name, sign in _PEOPLE.items() if name in ideas), "")
    return named or token.word[:_BEGINNING]


def _beside(words: Sequence[str], at: int) -> Iterator[str]:
    for step in range(1, _FAR + 1):
        how = "n" if step <= _NEAR else "f"
        if at + step < len(words):
            yield f"+{how}{words[at + step]}"
        if at >= step:
            yield f"-{how}{words[at - step]}"


def _ideas_beside(
    passage: Sequence[Token], ideas_in: Sequence[frozenset[str]], at: int
) -> Iterator[str]:
    first = max(0, at - _WITHIN)
    for place in range(first, min(len(passage), at + _WITHIN + 1)):
        if place != at and ideas_in[place]:
            side = ">" if place > at else "<"
            token = passage[place]
            how = ("n" if token.is_denied else "") + ("q" if token.is_quoted else "")
            yield from (f"{side}{name}{how}" for name in ideas_in[place])


def _tag(token: Token, ideas: frozenset[str]) -> str:
    told = sorted(ideas & _TOLD)[:2]
    if told:
        return ("-" if token.is_denied else "") + "|".join(told)
    return token.word if len(token.word) <= _SHORT else _OTHER


def _runs(tags: Sequence[str]) -> Iterator[str]:
    for size in _RUNS:
        for at in range(len(tags) - size + 1):
            run = tags[at : at + size]
            if any(tag != _OTHER for tag in run):
                yield " ".join(run)
