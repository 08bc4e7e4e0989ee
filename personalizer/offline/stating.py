"""What a draft tells or quotes, in every wording: with its title, behind it, or without one.

Where its author works may stand in the same sentence, or open the one before.
"""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import cycle
from typing import TYPE_CHECKING, Final

from personalizer.citing import LONGEST_COPY, Citation, Claim
from personalizer.clauses import word_count
from personalizer.companions import Continuation
from personalizer.offline.blocks import Block
from personalizer.offline.telling import who_tells
from personalizer.offline.typography import typeset

if TYPE_CHECKING:
    from personalizer.offline.parts import Parts

_OPENINGS: Final = 4
_PRONOUN: Final = re.compile(r"(?:it|they|he|she|ils?|elles?|on)\b", re.IGNORECASE)
# Slots that have another one for what the author's employer published.
_WITH_OWN: Final = frozenset({"claim", "quote"})


def statements(parts: "Parts", way: str) -> Iterator[Block]:
    """Yield what a draft tells, else quotes; `way` says where its title stands."""
    claim, citation = parts.claim, parts.citation
    if claim is not None:
        return _claims(parts, claim, way)
    if citation is None:
        return _frames(parts)
    return _quotations(parts, citation, way)


def woven(parts: "Parts") -> Iterator[Block]:
    """Yield the same with where its author works: within the sentence, or right before it."""
    way = "titled" if parts.names_title else "said"
    slots = _woven_slots(parts)
    if parts.names_title and parts.material.is_employers_own:
        slots = (*(f"{one}_own" for one in slots if one in _WITH_OWN), *slots)
    claim, citation, wording = parts.claim, parts.citation, parts.wording
    for slot in slots:
        if claim is not None:
            yield from wording.claiming("woven", slot, way, claim=claim)
        elif citation is not None:
            yield from wording.citing("woven", slot, way, citation=citation)
    yield from _opened(parts, way)


def _woven_slots(parts: "Parts") -> tuple[str, ...]:
    """Return the slots that say in one sentence where the author works and what a draft tells."""
    material, claim, citation = parts.material, parts.claim, parts.citation
    if material.is_foreign or not parts.tells:
        return ()
    if claim is not None:
        if claim.speaker is not None:
            return ("claim_of_speaker",)
        return ("claim",) if claim.runs_on and not claim.of_authors else ()
    if material.asks or material.names_a_part or citation is None:
        return ()
    return ("spoken",) if citation.speaker is not None else ("quote",)


def _opened(parts: "Parts", way: str) -> Iterator[Block]:
    """Yield a disclosure with a statement behind it, alone where there is nothing to state."""
    told = list(statements(parts, way) if parts.tells or not parts.names_title else parts.intros())
    if not told:
        yield from parts.disclosures()
        return
    firsts = cycle(list(parts.wording.blocks("disclosure", "first"))[:_OPENINGS])
    for first, behind in zip(firsts, told, strict=False):
        yield first.before(behind)


def _quotations(parts: "Parts", citation: Citation, way: str) -> Iterator[Block]:
    material, wording = parts.material, parts.wording
    if material.is_foreign:
        return wording.citing("foreign", "quote", citation=citation)
    if material.names_a_part:
        return wording.citing("heading", way, citation=citation)
    if material.answer is not None:
        return _asked(parts, citation, material.answer, way)
    if citation.speaker is None:
        return wording.citing("asked" if material.asks else "quote", way, citation=citation)
    return wording.citing("spoken", _without_there(way), citation=citation)


def _asked(parts: "Parts", citation: Citation, answer: Claim, way: str) -> Iterator[Block]:
    """Yield a question of the content, with what it says behind it."""
    behind = cycle(list(parts.wording.claiming("answer", claim=answer)))
    asked = parts.wording.citing("asked", way, citation=citation)
    for question, answering in zip(asked, behind, strict=False):
        yield question.before(answering)


def _claims(parts: "Parts", claim: Claim, way: str) -> Iterator[Block]:
    slot, where = "claim", way
    if claim.speaker is not None:
        slot, where = "claim_of_speaker", _without_there(way)
    elif claim.of_authors:
        slot, where = f"claim_of_{who_tells(parts.material)}", _without_there(way)
    elif not claim.runs_on:
        slot, where = "claim_apart", _without_there(way)
    return parts.wording.claiming(slot, where, claim=claim)


def continuations(parts: "Parts", behind: Sequence[Continuation]) -> Iterator[Block]:
    """Yield what is told behind the sentence told first, each as said by the same."""
    ways = [list(_continued(parts, one, is_next=at == 0)) for at, one in enumerate(behind)]
    count = min(map(len, ways), default=0)
    for at in range(count):
        # Two sentences in a row are not brought in alike.
        drawn = (one[(at + 2 * turn) % len(one)] for turn, one in enumerate(ways))
        yield reduce(Block.before, drawn)


def _continued(parts: "Parts", behind: Continuation, *, is_next: bool) -> Iterator[Block]:
    claim = behind.claim
    if is_next and _runs_on(parts, claim):
        said = typeset(claim.text, parts.material.content.language)
        yield Block.own(f"{said[:1].upper()}{said[1:]}.")
    if claim.speaker is not None:
        slot = "speaker"
    elif claim.of_authors:
        slot = _who_adds(parts)
    elif not claim.runs_on:
        slot = "apart"
    else:
        slot = "answer" if behind.answers else "any"
    opens_on_it = _PRONOUN.match(claim.text) is not None
    for block in parts.wording.claiming("follow", slot, claim=claim):
        # "It adds that it" would mean one thing twice.
        if not (opens_on_it and _PRONOUN.match(block.text)):
            yield block


def _who_adds(parts: "Parts") -> str:
    """Return who says "we" behind the sentence told first: colleagues are named once."""
    who, first = who_tells(parts.material), parts.claim
    is_named = first is not None and first.of_authors and who == "colleagues"
    return f"{who}_again" if is_named else who


def _runs_on(parts: "Parts", behind: Claim) -> bool:
    """Tell whether two sentences of the text are few enough words to follow one another."""
    first = parts.claim
    if first is None or first.of_authors or behind.of_authors or behind.speaker is not None:
        return False
    return word_count(f"{first.text} {behind.text}") <= LONGEST_COPY


def _frames(parts: "Parts") -> Iterator[Block]:
    """Yield how a content is presented that gives nothing to tell or quote."""
    if not parts.material.is_foreign:
        return iter(())
    titled = parts.says_title and parts.material.title is not None
    return parts.wording.blocks("foreign", "frame" if titled else "bare")


def _without_there(way: str) -> str:
    """Return where a title stands for what names its speaker or authors, and need not point."""
    return way.removesuffix("+there")
