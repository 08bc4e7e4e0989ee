"""The orders in which a draft may say its parts; each inner tuple is a paragraph.

Every one of them says once what the content is, by its title: in a line of its own, beside the
disclosure, or in the sentence that tells or quotes it. A closing stands before the disclosure or
apart from it, never right behind: "I work at X. And you?" would ask where the reader works. Nor
does what points back stand behind it: "I work at X. It is here" would send the reader to X.
"""

from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """A part of a draft.

    `GREETING` and `GOODBYE` are its author's own, before all else and behind it. `INTRO` presents
    the content, `PRESENTED` does so and discloses; `CLAIM` tells or quotes it behind one of them,
    `TITLED` does so and names it, `WOVEN` discloses as well. `DISCLOSURE` stands beside what is
    told, `SIGNED` behind all of it. `NOTE` is what the author said, as an opening; `OWN` is the
    same behind the content, or a mark to fill. `TITLE` is no place, but what these three go
    without where there is no room for it.
    """

    GREETING = "greeting"
    INTRO = "intro"
    PRESENTED = "presented"
    CLAIM = "claim"
    TITLED = "titled"
    FOLLOW = "follow"
    ASIDE = "aside"
    WOVEN = "woven"
    DISCLOSURE = "disclosure"
    SIGNED = "signed"
    NOTE = "note"
    OWN = "own"
    CLOSING = "closing"
    LINK = "link"
    GOODBYE = "goodbye"
    TAGS = "tags"
    TITLE = "title"


Layout = tuple[tuple[Part, ...], ...]

_LAST: Final = ((Part.GOODBYE,), (Part.TAGS,))
_END: Final = ((Part.CLOSING,), (Part.LINK,), *_LAST)
_SIGNED_END: Final = ((Part.CLOSING,), (Part.SIGNED,), (Part.LINK,), *_LAST)
_BEHIND: Final = (Part.CLAIM, Part.FOLLOW, Part.ASIDE)
_NAMED: Final = (Part.TITLED, Part.FOLLOW, Part.ASIDE)
_WOVEN: Final = (Part.WOVEN, Part.FOLLOW, Part.ASIDE)

WITH_NOTES: Final[tuple[Layout, ...]] = (
    ((Part.NOTE,), (Part.PRESENTED, *_BEHIND), *_END),
    ((Part.PRESENTED, *_BEHIND), (Part.OWN,), *_END),
    (_WOVEN, (Part.OWN,), *_END),
    ((Part.NOTE, Part.DISCLOSURE), (Part.INTRO, *_BEHIND), *_END),
    ((Part.NOTE,), _WOVEN, *_END),
    ((Part.PRESENTED,), _BEHIND, (Part.OWN,), *_END),
    ((*_NAMED, Part.DISCLOSURE), (Part.OWN,), *_END),
    ((Part.NOTE, Part.DISCLOSURE), _NAMED, *_END),
)
# A note on another subject comes before the content: under its title it would be the content's.
WITH_NOTES_APART: Final[tuple[Layout, ...]] = (
    ((Part.NOTE,), (Part.PRESENTED, *_BEHIND), *_END),
    ((Part.NOTE,), _WOVEN, *_END),
    ((Part.NOTE,), (Part.PRESENTED,), _BEHIND, *_END),
    ((Part.NOTE,), (Part.INTRO, *_BEHIND), *_SIGNED_END),
    ((Part.NOTE,), _NAMED, *_SIGNED_END),
)
WITHOUT_NOTES: Final[tuple[Layout, ...]] = (
    ((Part.PRESENTED, *_BEHIND), (Part.OWN,), *_END),
    (_WOVEN, (Part.OWN,), *_END),
    ((Part.PRESENTED,), _BEHIND, (Part.OWN,), *_END),
    ((Part.INTRO, *_BEHIND, Part.DISCLOSURE), (Part.OWN,), *_END),
    ((*_NAMED, Part.DISCLOSURE), (Part.OWN,), *_END),
    ((Part.INTRO,), (*_BEHIND, Part.DISCLOSURE), (Part.OWN,), *_END),
    (_NAMED, (Part.DISCLOSURE,), (Part.OWN,), *_END),
)
# What is left out of a draft that is too long: each step leaves out more.
_FIRST_TO_GO: Final[tuple[frozenset[Part], ...]] = (
    frozenset({Part.GREETING, Part.GOODBYE}),
    frozenset({Part.TAGS}),
    frozenset({Part.CLOSING}),
    frozenset({Part.TITLE}),
    frozenset({Part.FOLLOW}),
    frozenset({Part.OWN, Part.NOTE}),
    frozenset({Part.CLAIM}),
)
LESS: Final[tuple[frozenset[Part], ...]] = tuple(
    frozenset[Part]().union(*_FIRST_TO_GO[:count]) for count in range(len(_FIRST_TO_GO) + 1)
)
