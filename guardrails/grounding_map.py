"""The grounding map: for each sentence of a draft, the sentence of the source it comes from.

A sentence comes from the source (or a note) when it quotes it, when it repeats a fact that
only that sentence has (a figure, a date, a name), or when most of its content words are there.
What comes from neither is neutral; a sentence that holds a placeholder is a placeholder.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from domain.drafts import Draft, GroundedSpan, Grounding
from domain.placeholders import placeholder_bounds
from domain.review import Circumstances, Span
from domain.segmentation import sentence_bounds
from guardrails.disclosure import disclosures
from guardrails.facts.counted import stem
from guardrails.facts.evidence import stated
from guardrails.facts.names import names
from guardrails.facts.passage import Passage
from guardrails.origins import Origins, Sentence
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


def ground(draft: Draft, circumstances: Circumstances) -> tuple[GroundedSpan, ...]:
    """Return where each sentence of a draft comes from, in order."""
    reading = Reading(draft)
    source = circumstances.source
    published = _origins(source.text) if source is not None else Origins(())
    noted = Origins([one for note in circumstances.notes for one in _recognisable(note)])
    own = _blanked(draft.text, _idle(reading, circumstances))
    holes = [Span(start, end) for start, end in placeholder_bounds(draft.text)]
    whole = _blanked(draft.text, holes)
    return tuple(
        GroundedSpan(span, Grounding.PLACEHOLDER)
        if whole[span.start : span.end] != reading.slice(span)
        else _traced(_read(own[span.start : span.end], span), published, noted)
        for span in reading.sentences
    )


def _traced(mine: Sentence, published: Origins, noted: Origins) -> GroundedSpan:
    in_source, origin = published.nearest(mine)
    in_notes, _ = noted.nearest(mine)
    if in_notes > 0 and in_notes >= in_source:
        return GroundedSpan(mine.span, Grounding.NOTE)
    if origin is not None:
        return GroundedSpan(mine.span, Grounding.SOURCE, origin.span)
    return GroundedSpan(mine.span, Grounding.NEUTRAL)


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """Return a text of the same length with spaces in these places."""
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(characters)


def _recognisable(text: str) -> Iterator[Sentence]:
    return (_read(text[start:end], Span(start, end)) for start, end in sentence_bounds(text))


@lru_cache(maxsize=32)
def _origins(text: str) -> Origins:
    return Origins(tuple(_recognisable(text)))


def _read(text: str, span: Span) -> Sentence:
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
    return Sentence(span, frozenset(words - _EVERYWHERE), frozenset(facts), text)


def _idle(reading: Reading, circumstances: Circumstances) -> list[Span]:
    """Return where the draft says for whom its author works, or names the company."""
    organization = circumstances.organization
    own = {" ".join(_WORD.findall(fold_term(name))) for name in organization.names}
    named = (one for one in names(reading.text) if one.phrase in own)
    spans = [Span(one.start, one.end) for one in named]
    return [*disclosures(reading, organization), *spans]
