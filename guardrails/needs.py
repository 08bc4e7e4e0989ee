"""What a phrase needs of a text: certain words, and certain words one right behind the other.

Looking these up costs a tenth of what running a pattern does, and most phrases whose rarest
words a text has do not stand in it: their words stand apart.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, product

from guardrails.notation import apart, is_optional, ways_of
from guardrails.reading import fold_term

# Words so frequent that they tell nothing of a text.
EVERYWHERE = frozenset(
    "a au aux avec c ce ces cet cette d dans de des du elle en est et il ils j je l la le les leur"
    " mais mes mon n ne nos notre nous on ou par pas pour plus qu que qui s sa se ses son sont sur"
    " tous tout toute une vos votre vous y ete etre avons ont fait"
    " an and are as at be but by can do for from has have i in is it its my not of on or our so"
    " than that the their they this to was we what who will with you your been all more".split()
)
_RUN = re.compile(r"[a-z0-9*]+|\.\.\.")
_UNKNOWN = "*"  # what may be any word
_MOST = 512


def may_stand(phrase: str, marks: frozenset[str]) -> bool:
    """Tell whether a phrase may stand in a text with these marks; if not, it does not."""
    for one in needs(phrase):  # noqa: SIM110 - no generator: every check asks hundreds of times
        if one.isdisjoint(marks):
            return False
    return True


@lru_cache(maxsize=16_384)
def needs(phrase: str) -> tuple[frozenset[str], ...]:
    """Return sets of marks, the most telling first; a text with the phrase has one of each."""
    found: list[frozenset[str]] = []
    before = frozenset[str]()
    for word in apart(fold_term(phrase), " "):
        ways = [_RUN.findall(way) for way in ways_of(word) or (_UNKNOWN,)]
        if is_optional(word):
            behind = _whole(way[-1] for way in ways if way)
            before = before | behind if before and behind else frozenset()
            continue
        first = _whole(way[0] if way else _UNKNOWN for way in ways)
        found += filter(None, (_within(ways), _between(before, first)))
        before = _whole(way[-1] if way else _UNKNOWN for way in ways)
    # Two words one behind the other are in few texts, each of them in many.
    return tuple(sorted(found, key=lambda marks: not all(" " in mark for mark in marks)))


def _whole(runs: Iterable[str]) -> frozenset[str]:
    """Return these runs of letters if all are whole words, else nothing."""
    known = frozenset(runs)
    return known if all(map(_is_whole, known)) else frozenset()


def _is_whole(run: str) -> bool:
    return "*" not in run and "." not in run


def _within(ways: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return one mark of each way to write a word, nothing if one has none."""
    marks = [_rarest(way) for way in ways]
    return frozenset(mark for mark in marks if mark) if all(marks) else frozenset()


def _rarest(way: Sequence[str]) -> str:
    """Return two words of a way that stand together, else its longest, else nothing."""
    pairs = [pair for pair in pairwise(way) if all(map(_is_whole, pair))]
    if pairs:
        rarest = max(pairs, key=lambda pair: (-len(EVERYWHERE & {*pair}), sum(map(len, pair))))
        return " ".join(rarest)
    words = filter(_is_whole, way)
    return max(words, key=lambda word: (word not in EVERYWHERE, len(word)), default="")


def _between(before: frozenset[str], behind: frozenset[str]) -> frozenset[str]:
    """Return each pair that the last word of one and the first of the next may make."""
    if len(before) * len(behind) > _MOST:
        return frozenset()
    return frozenset(map(" ".join, product(before, behind)))
