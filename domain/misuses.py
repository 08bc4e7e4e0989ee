"""What a text may do with the facts it was given, other than tell them."""

from dataclasses import dataclass
from enum import StrEnum

from domain.review import Span


class Misuse(StrEnum):
    """A way of telling what was given wrongly, or what nobody gave."""

    SWAPPED = "the two figures of a change in each other's place"
    MOVED = "a figure or a date of one thing told of another"
    CONTRARY = "the contrary of what was given"
    LINK = "a link that was not given"
    RESULT = "an effect, or somebody's word, that nothing given tells"
    STEP = "a step, or an item of a list, that nothing given tells"


@dataclass(frozen=True, slots=True)
class Misused:
    """One misuse: where the text does it, and the words given that tell it right, if any do."""

    misuse: Misuse
    span: Span
    given: str | None = None
