"""Whether a text tells, in whatever words, that its author belongs to the company.

Around each place that names the company the sentences are read as classes of words, and signs
of belonging are weighed: a job given as one's own beside the name, the first person at work
there, what is "ours", a signature. A sign counts where nothing in its clause denies it, wishes
it, or gives it to somebody else; weak ones must meet.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from domain.organization import Organization
from domain.review import Span
from guardrails.belonging.around import around
from guardrails.belonging.classes import LETTERS, Classed
from guardrails.belonging.signs import Sign, letters_in, signs
from guardrails.reading import Reading

ENOUGH = 3
_STOPS = frozenset(
    LETTERS[name] for name in ("STOP", "BREAK", "PAUSE", "COLON", "OPEN", "CLOSE", "AND")
)
_ENDS = frozenset(LETTERS[name] for name in ("STOP", "BREAK"))
_AGAINST = re.compile("[{NO}{FORMER}{KIN}{CLIENT}{APPLY}]|{WISH}{I}|{I}{WISH}".format(**LETTERS))

IsMeant = Callable[[int, int, str], bool]


def belonging(reading: Reading, organization: Organization, is_meant: IsMeant) -> Span | None:
    """Return the place that tells it, None where no signs weigh enough together.

    `is_meant` tells of a place in the bare text, and the sign there, whether its author says it
    in earnest.
    """
    about = around(reading, organization)
    if about is None:
        return None
    present = letters_in(about.read.letters)
    found: dict[Sign, tuple[int, int]] = {}
    for sign in signs():
        place = _place(sign, about.read, present, is_meant)
        if place and sign.weight >= ENOUGH:
            return reading.bare.span(*place)
        if place:
            found[sign] = place
    return _weighed(reading, found)


def _weighed(reading: Reading, found: dict[Sign, tuple[int, int]]) -> Span | None:
    strongest = max(found, key=lambda sign: sign.weight, default=None)
    if strongest is None or sum(sign.weight for sign in found) < ENOUGH:
        return None
    return reading.bare.span(*found[strongest])


def _place(sign: Sign, read: Classed, present: int, is_meant: IsMeant) -> tuple[int, int] | None:
    """Return the first place where a sign stands unopposed."""
    for begins, last in _matches(sign, read.letters, present):
        first = next(at for at in range(begins, last) if read.letters[at] not in _STOPS)
        start, end = read.starts[first], read.ends[last - 1]
        is_free = sign.weight < 0 or _is_unopposed(sign, read.letters, first, last)
        if is_free and (sign.weight < 0 or is_meant(start, end, sign.name)):
            return start, end
    return None


def _matches(sign: Sign, letters: str, present: int) -> Iterator[tuple[int, int]]:
    for pattern in sign.patterns:
        if not pattern.may_stand(present):
            continue
        for match in pattern.of.finditer(letters):
            if not sign.points_back or _names_before(letters, match.end()):
                yield match.span()


def _names_before(letters: str, at: int) -> bool:
    name = max(letters.rfind(one, 0, at) for one in _names())
    return name >= 0


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    return tuple(LETTERS[name] for name in ("NAME", "TEAMTAG"))


def _is_unopposed(sign: Sign, letters: str, first: int, last: int) -> bool:
    """Tell whether no word of the clause up to a sign's end denies it or gives it away."""
    begins = first
    while not sign.in_passing and begins > 0 and letters[begins - 1] not in _STOPS:
        begins -= 1
    return _AGAINST.search(letters, begins, last) is None
