"""How a draft ends: a question where its author's posts do, the link, and goodbye."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from personalizer.card import readable
from personalizer.clauses import word_count
from personalizer.instructions import Wish
from personalizer.offline.blocks import Block
from personalizer.offline.material import Material
from personalizer.offline.telling import closes_as
from personalizer.offline.wording import Wording
from personalizer.writing import Form

_OFTEN = 1 / 3
# Links and hashtags stand behind the last thing somebody says.
_TAIL: Final = re.compile(r"(?:\s*(?:https?://\S+|#\w+))+\s*$")
_LONGEST_LABEL = 4
# What is told in one of these leaves something open, and asks for an answer.
_ASKING_FORMS: Final = frozenset({"job", str(Form.QUESTION), str(Form.DISAGREEMENT)})
_OF_READING: Final = re.compile(r"\blectures?\b|\bread(?:ing)?\b", re.IGNORECASE)


def closings(wording: Wording, form: str, *, is_told: bool) -> Iterator[Block]:
    """Yield the questions a draft closes with; who seldom ends on one is given none.

    One that would suit any content is no more than a habit, and has to be its author's; behind a
    quotation or a note, which ask nothing of anybody, it would be idle.
    """
    material = wording.material
    own = material.own_phrases
    address = "tu" if material.says_tu else "vous"
    if Wish.QUESTION in material.wishes:
        wished = wording.blocks("closing", address, closes_as(form))
        return (one for one in wished if one.text.endswith("?"))
    asked = [Block(one, one) for one in own.questions if material.addresses(one)]
    is_idle = material.asks or material.notes or not is_told
    if is_idle or not (asked or _ends_on_questions(material)):
        return iter(())
    if form not in _ASKING_FORMS:
        return iter(asked)
    blocks = wording.blocks("closing", address, closes_as(form))
    # Drafts of one request close differently.
    return chain(blocks, asked) if wording.dice.turn else chain(asked, blocks)


def greetings(material: Material) -> Iterator[Block]:
    """Yield their greeting; where all stands in one line, one that waits for more is none."""
    said = material.own_phrases.greeting
    if said is not None and (material.is_in_lines or said[-1] not in ",:"):
        yield Block(said, said)


def goodbyes(material: Material) -> Iterator[Block]:
    """Yield what they say when they go."""
    said = material.own_phrases.goodbye
    # What wishes a good read would wish it of the note.
    is_idle = said is not None and material.notes and _OF_READING.search(said) is not None
    if said is not None and not is_idle:
        yield Block(said, said)


def _ends_on_questions(material: Material) -> bool:
    """Tell whether enough of the author's own posts end on a question."""
    own = readable(material.request.ambassador.posts, material.language)
    ending = [_TAIL.sub("", post).rstrip().endswith("?") for post in own]
    return bool(ending) and sum(ending) >= _OFTEN * len(ending)


def has_label(material: Material) -> bool:
    """Tell whether a content has a name to stand before its link.

    A longer one stands between no marks, so it is a run of words that colleagues share.
    """
    label = material.short_title
    return label is not None and word_count(label) <= _LONGEST_LABEL


def links(wording: Wording, *, names_title: bool, says_title: bool) -> Iterator[Block]:
    """Yield how the link is given, with a short title where the draft does not say it."""
    material = wording.material
    if material.content.url is None:
        # What has no address is looked up by its title, unless that was said.
        return iter(()) if names_title or not says_title else wording.blocks("without_link")
    is_plain = names_title or material.is_foreign or not has_label(material)
    return wording.blocks("link", "plain" if is_plain else "named")
