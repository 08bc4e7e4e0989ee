"""How a draft ends: a question about its content, a wish or nothing, the link, and goodbye."""

from collections.abc import Iterator
from itertools import chain

from personalizer.clauses import word_count
from personalizer.offline.blocks import Block
from personalizer.offline.material import Material
from personalizer.offline.telling import closes_as
from personalizer.offline.wording import Wording

_SELDOM = 0.2
_LONGEST_LABEL = 4


def closings(wording: Wording, form: str) -> Iterator[Block]:
    """Yield how a draft closes: by a question where its author often asks one, or not at all."""
    material = wording.material
    own = material.own_phrases
    if material.asks or not _often_asks(material):
        if own.goodbye is not None:
            return iter(())
        # Who seldom asks seldom wishes anything either, and one question is enough.
        has_wish = wording.dice.pick("wish", (True, False))
        return wording.blocks("signoff") if has_wish else iter(())
    address = "tu" if material.says_tu else "vous"
    blocks = wording.blocks("closing", address, closes_as(form))
    asked = [Block(one, one) for one in own.questions if material.addresses(one)]
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
    if said is not None:
        yield Block(said, said)


def _often_asks(material: Material) -> bool:
    card = material.card
    return card is None or card.question_share >= _SELDOM or material.content.url is None


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
