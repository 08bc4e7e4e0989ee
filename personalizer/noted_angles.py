"""The angles nearest to what their author notes: a note and its fact make one thought."""

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from domain.content import ContentItem
from domain.drafts import DraftRequest
from personalizer.carriers import carriers_of
from personalizer.nearness import Told, nearness
from personalizer.writing import Angle

# One rare word of the note that stands in three sentences of the content, or two common ones.
_NEAR: Final = 0.5
# Where the nearest cannot be told, better the point of the content than what is half as near.
_AS_NEAR: Final = 0.6
# What is only told beside another sentence is as near as this.
_BESIDE: Final = 0.9
# What a sentence is worth to any reader still chooses among those that are near.
_ANY_WORTH: Final = 0.25


def speaks_of(note: str, sentence: str, content: ContentItem) -> bool:
    """Tell whether a note speaks of what a sentence of a content says."""
    return nearness(note, sentence, Told.of(f"{content.title}\n{content.text}")) >= _NEAR


def by_its_note(angle: Angle, taken: Container[str]) -> Angle:
    """Return an angle that others hold as one that is told by a note of the author's own.

    Its key says nothing of the note, and is the first of its kind that nobody holds.
    """
    keys = (f"{angle.key}:note-{number}" for number in count(1))
    return replace(angle, key=next(key for key in keys if key not in taken))


def nearest_first(angles: Sequence[Angle], request: DraftRequest) -> Sequence[Angle]:
    """Return the angles with those on a sentence near to the request's notes before all others.

    Without notes, or where none is near, they keep their order.
    """
    note = " ".join(request.notes)
    if not note.strip():
        return angles
    content = request.content
    text = Told.of(f"{content.title}\n{content.text}")
    tellable = [one for one in carriers_of(content) if one.is_tellable]
    near = {
        one: max(
            nearness(note, each.text, text) * (1 if each is one.passage else _BESIDE)
            for each in one.sentences
        )
        for one in tellable
    }
    least = max(_NEAR, _AS_NEAR * max(near.values(), default=0.0))
    counts = {
        one.passage.span.start: how_near * (_ANY_WORTH + one.worth)
        for one, how_near in near.items()
        if how_near >= least
    }
    return sorted(angles, key=lambda angle: -counts.get(angle.focus.start, 0.0))
