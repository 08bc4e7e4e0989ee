"""The grounding map: for each sentence of a draft, the sentence of the source it comes from.

A sentence comes from the source (or a note) when it quotes it, when it repeats a fact that
only that sentence has (a figure, a date, a name), or when most of its content words are there.
What comes from neither is neutral, and where it states something, unsupported; a sentence that
holds a placeholder is a placeholder. Naming the title of the content tells nothing of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from domain.drafts import Draft, GroundedSpan, Grounding
from domain.language import Language
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
from guardrails.stating import is_told, is_written_in, states

_WORD = re.compile(r"[^\W_]+")
_NO_WORDS = re.compile(r"https?://\S+|[@#]\w+")
# What stands before a title that is named: a quotation mark, a colon.
_NAMED = re.compile(r"[«“\"‘:→][\s\ufe0f]*$")
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


# What a post says of the content it shares, and not what the content is about.
_OF_READING = frozenset(
    map(
        stem,
        "article texte publication publie publiee source site lien contexte precision info lecture"
        " lire partager signe extrait vient employeur exemple exemples retours text post published"
        " comes context record disclosure link read reading sharing share employer example"
        " examples welcome anyone interested".split(),
    )
)


def ground(draft: Draft, circumstances: Circumstances) -> tuple[GroundedSpan, ...]:
    """Return where each sentence of a draft comes from, in order."""
    reading = Reading(draft)
    source = circumstances.source
    published = _origins(source.text) if source is not None else Origins(())
    noted = Origins([one for note in circumstances.notes for one in _recognisable(note)])
    own = _blanked(draft.text, _idle(reading, circumstances))
    said = _Said.of(draft, circumstances)
    holes = [Span(start, end) for start, end in placeholder_bounds(draft.text)]
    whole = _blanked(draft.text, holes)
    return tuple(
        GroundedSpan(span, Grounding.PLACEHOLDER)
        if whole[span.start : span.end] != reading.slice(span)
        else said.weighed(_traced(_read(own[span.start : span.end], span), published, noted), own)
        for span in reading.sentences
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What the source and the notes say, None where they are no measure: of another language."""

    words: frozenset[str] | None
    language: Language

    @classmethod
    def of(cls, draft: Draft, circumstances: Circumstances) -> Self:
        source = circumstances.source
        if source is None or not is_written_in(source.text, draft.language):
            return cls(None, draft.language)
        said = _words("\n".join((source.title or "", source.text, *circumstances.notes)))
        return cls(said, draft.language)

    def weighed(self, one: GroundedSpan, own: str) -> GroundedSpan:
        """Return a sentence as unsupported where it comes from nowhere and states something."""
        if self.words is None or one.status is not Grounding.NEUTRAL:
            return one
        sentence = _NO_WORDS.sub(" ", own[one.span.start : one.span.end])
        told = _words(sentence) - _OF_READING
        if not states(sentence, self.language) or is_told(told, self.words):
            return one
        return replace(one, is_supported=False)


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
    return Sentence(span, _told_words(passage.text), frozenset(facts), text)


def _told_words(bare: str) -> frozenset[str]:
    return frozenset(
        {stem(word) for word in _WORD.findall(bare) if len(word) >= _SHORTEST} - _EVERYWHERE
    )


def _words(text: str) -> frozenset[str]:
    return _told_words(Passage.of(text).text)


def _idle(reading: Reading, circumstances: Circumstances) -> list[Span]:
    """Return where the draft names its author's employer, or the title of the content."""
    organization = circumstances.organization
    own = {" ".join(_WORD.findall(fold_term(name))) for name in organization.names}
    named = (one for one in names(reading.text) if one.phrase in own)
    spans = [Span(one.start, one.end) for one in named]
    return [*disclosures(reading, organization), *spans, *_titles(reading, circumstances)]


def _titles(reading: Reading, circumstances: Circumstances) -> list[Span]:
    """Return where a draft names the title of its content, which its text does not hold."""
    source = circumstances.source
    title = source.title if source is not None else None
    if source is None or not title or fold_term(title) in fold_term(source.text):
        return []
    said = re.compile(r"\W{1,4}".join(map(re.escape, _WORD.findall(title))), re.IGNORECASE)
    places = (match.span() for match in said.finditer(reading.text) if said.pattern)
    return [
        Span(*one) for one in places if _NAMED.search(reading.text[max(0, one[0] - 5) : one[0]])
    ]
