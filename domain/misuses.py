"""What a text may do with the facts it was given, other than tell them."""

from enum import StrEnum


class Misuse(StrEnum):
    """A way of telling what was given wrongly, or what nobody gave."""

    SWAPPED = "the two figures of a change in each other's place"
    MOVED = "a figure or a date of one thing told of another"
    LINK = "a link that was not given"
    RESULT = "an effect, or somebody's word, that nothing given tells"
