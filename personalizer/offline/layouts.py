"""The orders in which a draft may say its parts; each inner tuple is a paragraph.

Every one of them says once what the content is, by its title: in a line of its own, beside the
disclosure, or in the sentence that tells or quotes it.
"""

from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """A part of a draft.

    `INTRO` presents the content, `PRESENTED` does so and discloses; `CLAIM` tells or quotes it
    behind one of them, `TITLED` does so and names it. `TITLE` is no place, but what these three
    go without where there is no room for it.
    """

    INTRO = "intro"
    PRESENTED = "presented"
    CLAIM = "claim"
    TITLED = "titled"
    FOLLOW = "follow"
    ASIDE = "aside"
    DISCLOSURE = "disclosure"
    OWN = "own"
    CLOSING = "closing"
    LINK = "link"
    TAGS = "tags"
    TITLE = "title"


Layout = tuple[tuple[Part, ...], ...]

_END: Final = ((Part.CLOSING,), (Part.LINK,), (Part.TAGS,))
_BEHIND: Final = (Part.CLAIM, Part.FOLLOW)
_NAMED: Final = (Part.TITLED, Part.FOLLOW)

WITH_NOTES: Final[tuple[Layout, ...]] = (
    ((Part.OWN,), (Part.PRESENTED, *_BEHIND), (Part.ASIDE,), *_END),
    ((Part.PRESENTED, *_BEHIND), (Part.ASIDE,), (Part.OWN,), *_END),
    (_NAMED, (Part.ASIDE,), (Part.OWN,), (Part.DISCLOSURE,), *_END),
    ((Part.INTRO, *_BEHIND), (Part.ASIDE,), (Part.OWN,), (Part.DISCLOSURE,), *_END),
    ((Part.OWN,), (Part.INTRO, *_BEHIND), (Part.ASIDE,), (Part.DISCLOSURE,), *_END),
    ((Part.PRESENTED,), _BEHIND, (Part.ASIDE,), (Part.OWN,), *_END),
    ((Part.INTRO,), _BEHIND, (Part.ASIDE,), (Part.OWN,), (Part.DISCLOSURE,), *_END),
    ((Part.OWN,), _NAMED, (Part.ASIDE,), (Part.DISCLOSURE,), *_END),
)
WITHOUT_NOTES: Final[tuple[Layout, ...]] = (
    ((Part.PRESENTED, *_BEHIND), (Part.ASIDE,), (Part.OWN,), *_END),
    (_NAMED, (Part.ASIDE,), (Part.OWN,), (Part.DISCLOSURE,), *_END),
    ((Part.PRESENTED,), _BEHIND, (Part.ASIDE,), (Part.OWN,), *_END),
    ((Part.INTRO, *_BEHIND), (Part.ASIDE,), (Part.OWN,), (Part.DISCLOSURE,), *_END),
    (_NAMED, (Part.ASIDE,), (Part.DISCLOSURE,), (Part.OWN,), *_END),
    ((Part.INTRO, *_BEHIND), (Part.DISCLOSURE,), (Part.ASIDE,), (Part.OWN,), *_END),
    (_NAMED, (Part.DISCLOSURE,), (Part.ASIDE,), (Part.OWN,), *_END),
    ((Part.INTRO,), _BEHIND, (Part.ASIDE,), (Part.OWN,), (Part.DISCLOSURE,), *_END),
)
# What is left out of a draft that is too long: each step leaves out more.
_FIRST_TO_GO: Final[tuple[frozenset[Part], ...]] = (
    frozenset({Part.FOLLOW}),
    frozenset({Part.TAGS}),
    frozenset({Part.CLOSING}),
    frozenset({Part.TITLE}),
    frozenset({Part.OWN}),
    frozenset({Part.CLAIM}),
)
LESS: Final[tuple[frozenset[Part], ...]] = tuple(
    frozenset[Part]().union(*_FIRST_TO_GO[:count]) for count in range(len(_FIRST_TO_GO) + 1)
)
