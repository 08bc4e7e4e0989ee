"""Hashtags, for people who use them: the content's own subjects, each written as one word."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from personalizer.card import readable
from personalizer.habits import HASHTAG
from personalizer.lengths import LENGTHS
from personalizer.offline.material import Material
from personalizer.screening import speaks_of

_SOME: Final = 0.34
_MOST: Final = 3
_LONGEST: Final = 30
_SEVERAL: Final = 2
# "PeopleTeam" is two words.
_PIECE: Final = re.compile(r"[^\W\d_]?[^\W\d_A-ZÀ-ÖØ-Þ]+|[A-ZÀ-ÖØ-Þ]+|\d+")
_WORD: Final = re.compile(r"[^\W_]+")


def hashtags(material: Material) -> tuple[str, ...]:
    """Return up to three hashtags, as many as this person usually puts; often none."""
    card = material.card
    if card is None or card.hashtag_share < _SOME or not material.may_tag:
        return ()
    allowed = min(_MOST, max(1, card.hashtags), LENGTHS[material.request.platform].hashtags)
    return tuple(dict.fromkeys(_found(material)))[:allowed]


def _found(material: Material) -> Iterator[str]:
    content = material.content
    said = f"{content.title} {content.text}".casefold()
    subjects = () if material.is_foreign else content.tags
    yield from (tag for tag in _own(material) if _is_said(tag, said))
    for subject in (*subjects, *material.request.ambassador.topics):
        # What nobody can find in the text would be a label of whoever filed it.
        if re.search(rf"(?<!\w){re.escape(subject.casefold())}", said):
            tag = _as_tag(subject, content.text)
            if tag is not None:
                yield tag


def _own(material: Material) -> Iterator[str]:
    """Yield the hashtags of several of their posts, the commonest first."""
    own = readable(material.request.ambassador.posts, material.language)
    held = Counter(tag for post in own for tag in set(HASHTAG.findall(post)))
    kept = sorted(held, key=lambda tag: (-held[tag], tag))
    never = material.request.ambassador.never
    several = (tag for tag in kept if held[tag] >= _SEVERAL and len(tag) <= _LONGEST)
    return (tag for tag in several if not speaks_of(" ".join(_PIECE.findall(tag)), never))


def _is_said(tag: str, said: str) -> bool:
    """Tell whether a text speaks of what a hashtag of another post names."""
    words = r"\s".join(map(re.escape, _PIECE.findall(tag.casefold() if tag.isupper() else tag)))
    return re.search(rf"(?<!\w){words}(?:s|x|es)?(?!\w)", said, re.IGNORECASE) is not None


def _as_tag(subject: str, text: str) -> str | None:
    words = _WORD.findall(subject)
    joined = "".join(_capital(word, text) for word in words)
    is_word = bool(joined) and not joined[0].isdigit() and not joined.isdigit()
    return f"#{joined}" if is_word and len(joined) <= _LONGEST else None


def _capital(word: str, text: str) -> str:
    """Return a word with its capital, all in capitals where the text writes it so: "API"."""
    is_acronym = re.search(rf"(?<!\w){re.escape(word.upper())}(?!\w)", text) is not None
    return word.upper() if is_acronym else word[:1].upper() + word[1:]
