"""The grounding map: for each sentence of a draft, the sentence of the source it comes from.

A sentence comes from the source (or a note) when it quotes it, when it repeats a fact that
only that sentence has (a figure, a date, a name), or when most of its content words are there.
What comes from neither is neutral; a sentence that holds a placeholder is a placeholder.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.drafts import Draft, GroundedSpan, Grounding
from domain.placeholders import placeholder_bounds
from domain.review import Circumstances, Span
from domain.segmentation import sentence_bounds
from guardrails.disclosure import disclosures
from guardrails.facts.evidence import stated
from guardrails.facts.figures import stem
from guardrails.facts.names import names
from guardrails.facts.passage import Passage
from guardrails.facts.quotations import quotations
from guardrails.reading import Reading, fold_term

_WORD = re.compile(r"[^\W_]+")
# A word shorter than this says too little to tell two sentences apart.
_SHORTEST = 4
_EVERYWHERE = frozenset(
    map(
        stem,
        "avec pour dans plus mais sans chez cette cela ceux celle comme tout tous toute toutes"
        " leur leurs nous vous elle elles sont etre etait avoir fait faire bien aussi alors donc"
        " encore entre depuis quand parce dont deux meme tres voici voila merci travaille"
        " with from that this they them have been were will your what when which their there"
        " about into than then also very just more most some such only over here work thank"
        " thanks".split(),
    )
)
_SHARE = 0.5
_FEWEST_SHARED = 2
_FACT_COUNTS = 3


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What a sentence can be recognised by."""

    span: Span
    words: frozenset[str]
    facts: frozenset[str]
    plain: str


def ground(draft: Draft, circumstances: Circumstances) -> tuple[GroundedSpan, ...]:
    """Return where each sentence of a draft comes from, in order."""
    reading = Reading(draft)
    source = circumstances.source
    published = _sentences(source.text) if source is not None else ()
    noted = tuple(one for note in circumstances.notes for one in _recognisable(note))
    idle = _idle(reading, circumstances)
    holes = [Span(start, end) for start, end in placeholder_bounds(draft.text)]
    return tuple(
        GroundedSpan(span, Grounding.PLACEHOLDER)
        if any(_overlaps(span, hole) for hole in holes)
        else _traced(_recognised(reading.text, span, idle), published, noted)
        for span in reading.sentences
    )


def _traced(
    mine: _Sentence, published: Sequence[_Sentence], noted: Sequence[_Sentence]
) -> GroundedSpan:
    best = max(published, key=lambda one: _nearness(mine, one), default=None)
    in_source = _nearness(mine, best) if best is not None else 0.0
    in_notes = max((_nearness(mine, one) for one in noted), default=0.0)
    if in_notes > 0 and in_notes >= in_source:
        return GroundedSpan(mine.span, Grounding.NOTE)
    if best is not None and in_source > 0:
        return GroundedSpan(mine.span, Grounding.SOURCE, best.span)
    return GroundedSpan(mine.span, Grounding.NEUTRAL)


def _nearness(mine: _Sentence, other: _Sentence) -> float:
    """Say how much of a sentence the other holds; 0 below what can be called its origin."""
    if any(_is_verbatim(quoted.text, other) for quoted in quotations(mine.plain, at_least=4)):
        return 2.0
    facts, words = mine.facts & other.facts, mine.words & other.words
    total = len(mine.words) + _FACT_COUNTS * len(mine.facts)
    shared = len(words) + _FACT_COUNTS * len(facts)
    if not total or (not facts and len(words) < _FEWEST_SHARED):
        return 0.0
    share = shared / total
    return share if facts or share >= _SHARE else 0.0


def _is_verbatim(quoted: str, other: _Sentence) -> bool:
    return " ".join(_WORD.findall(fold_term(quoted))) in " ".join(
        _WORD.findall(fold_term(other.plain))
    )


def _recognised(text: str, span: Span, idle: Sequence[Span]) -> _Sentence:
    """Read a sentence of the draft without what any draft of this author says."""
    characters = list(text[span.start : span.end])
    for other in idle:
        for at in range(max(other.start, span.start), min(other.end, span.end)):
            characters[at - span.start] = " "
    return _read("".join(characters), span)


def _recognisable(text: str) -> tuple[_Sentence, ...]:
    return tuple(_read(text[start:end], Span(start, end)) for start, end in sentence_bounds(text))


@lru_cache(maxsize=32)
def _sentences(text: str) -> tuple[_Sentence, ...]:
    return _recognisable(text)


def _read(text: str, span: Span) -> _Sentence:
    passage = Passage.of(text)
    found = stated(passage)
    facts = {
        f"{value} {figure.unit}"
        for figure in found.figures
        if not figure.is_small
        for value in figure.values
    }
    facts |= {str(day) for one in found.moments for days in one.told for day in days}
    facts |= {one.phrase for one in names(text)}
    words = {stem(word) for word in _WORD.findall(passage.text) if len(word) >= _SHORTEST}
    return _Sentence(span, frozenset(words - _EVERYWHERE), frozenset(facts), text)


def _idle(reading: Reading, circumstances: Circumstances) -> list[Span]:
    """Return where the draft says for whom its author works, or names the company."""
    organization = circumstances.organization
    own = {" ".join(_WORD.findall(fold_term(name))) for name in organization.names}
    named = (one for one in names(reading.text) if one.phrase in own)
    spans = [Span(one.start, one.end) for one in named]
    return [*disclosures(reading, organization), *spans]


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
