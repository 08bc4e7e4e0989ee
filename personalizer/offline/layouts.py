"""The orders in which a draft may say its parts; each inner tuple is a paragraph."""

from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """A part of a draft."""

    HOOK = "hook"
    CONTEXT = "context"
    CLAIM = "claim"
    WOVEN = "woven"
    FOLLOW = "follow"
    ASIDE = "aside"
    AGENDA = "agenda"
    DISCLOSURE = "disclosure"
    OWN = "own"
    OPENING = "opening"
    CLOSING = "closing"
    LINK = "link"
    TAGS = "tags"


Layout = tuple[tuple[Part, ...], ...]

_LAST: Final = ((Part.LINK,), (Part.TAGS,))
_END: Final = ((Part.CLOSING,), *_LAST)
_MORE: Final = (Part.ASIDE, Part.AGENDA)
_STATEMENT: Final = (Part.CONTEXT, Part.CLAIM, Part.FOLLOW)

WITH_NOTES: Final[tuple[Layout, ...]] = (
    ((Part.HOOK,), (Part.DISCLOSURE, *_STATEMENT), (Part.OWN,), _MORE, *_END),
    ((Part.DISCLOSURE, *_STATEMENT), (Part.OWN,), _MORE, *_END),
    ((Part.OWN,), (Part.DISCLOSURE, *_STATEMENT), _MORE, *_END),
    ((Part.WOVEN, Part.FOLLOW), (Part.OWN,), _MORE, *_END),
    ((Part.HOOK,), (Part.DISCLOSURE, Part.OWN), _STATEMENT, _MORE, *_END),
    (_STATEMENT, (Part.DISCLOSURE, Part.OWN), _MORE, *_END),
    ((Part.DISCLOSURE, Part.OWN), _STATEMENT, _MORE, *_END),
    ((Part.HOOK, *_STATEMENT), (Part.OWN,), (Part.DISCLOSURE,), _MORE, *_END),
)
WITHOUT_NOTES: Final[tuple[Layout, ...]] = (
    ((Part.HOOK,), (Part.DISCLOSURE,), _STATEMENT, _MORE, (Part.OWN,), *_END),
    ((Part.WOVEN, Part.FOLLOW), _MORE, (Part.OWN,), *_END),
    ((Part.DISCLOSURE, *_STATEMENT), (Part.OWN,), _MORE, *_END),
    (_STATEMENT, (Part.DISCLOSURE,), (Part.OWN,), _MORE, *_END),
    ((Part.HOOK, *_STATEMENT), (Part.DISCLOSURE,), _MORE, (Part.OWN,), *_END),
    (_STATEMENT, _MORE, (Part.DISCLOSURE, Part.OWN), *_END),
    ((Part.DISCLOSURE,), (Part.HOOK, *_STATEMENT), (Part.OWN,), _MORE, *_END),
    (_STATEMENT, (Part.OWN,), (Part.DISCLOSURE,), _MORE, *_END),
)
# A question opens the draft, and its link ends it.
ASKING: Final[tuple[Layout, ...]] = (
    ((Part.OPENING,), _STATEMENT, (Part.DISCLOSURE,), _MORE, (Part.OWN,), *_LAST),
    ((Part.OPENING,), (Part.DISCLOSURE, *_STATEMENT), (Part.OWN,), _MORE, *_LAST),
    ((Part.OPENING,), (Part.OWN,), (Part.DISCLOSURE, *_STATEMENT), _MORE, *_LAST),
    ((Part.DISCLOSURE, Part.OPENING), _STATEMENT, _MORE, (Part.OWN,), *_LAST),
    ((Part.OPENING, *_STATEMENT), (Part.DISCLOSURE, Part.OWN), _MORE, *_LAST),
)
EXTRAS: Final = frozenset({Part.ASIDE, Part.AGENDA})
# What is left out of a draft that is too long: each step leaves out more.
_FIRST_TO_GO: Final[tuple[frozenset[Part], ...]] = (
    frozenset({Part.CONTEXT, Part.FOLLOW}),
    frozenset({Part.TAGS}),
    frozenset({Part.HOOK}),
    frozenset({Part.CLOSING, Part.OPENING}),
    frozenset({Part.OWN}),
    frozenset({Part.CLAIM}),
)
LESS: Final[tuple[frozenset[Part], ...]] = tuple(
    frozenset[Part]().union(*_FIRST_TO_GO[:count]) for count in range(len(_FIRST_TO_GO) + 1)
)
