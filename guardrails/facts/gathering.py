"""What was given to a draft, gathered as evidence: a source is read once, notes anew each time."""

from functools import lru_cache

from domain.review import Circumstances, Source
from guardrails.facts.evidence import Evidence, evidence
from guardrails.facts.kept import Kept
from guardrails.facts.passage import Passage


def gathered(circumstances: Circumstances) -> Evidence:
    """Return what the source and the notes of a draft state."""
    # Notes are somebody's own words: read anew each time, never kept.
    said = _own_words(circumstances)
    notes = evidence([*map(Passage.of, said)]) if said else None
    known = published(circumstances.source) if circumstances.source else None
    if known is None or notes is None:
        return known or notes or evidence(())
    return known | notes


@lru_cache(maxsize=128)
def published(source: Source) -> Evidence:
    """Return what a source states."""
    texts = (source.title, source.text, *source.authors, source.url or "")
    return evidence([*map(Passage.published, filter(None, texts))])


def kept_texts(circumstances: Circumstances) -> tuple[str, ...]:
    """Return source and notes, which keep what is read of them: notes until the check is over."""
    source, notes = circumstances.source, map(Kept, circumstances.notes)
    known = published(source).originals if source else ()
    return (*(one for one in known[:2] if source and one == source.text), *notes)


def _own_words(circumstances: Circumstances) -> tuple[str, ...]:
    # What the author receives they have declared themselves, and CH-02 has it said.
    received = (circumstances.consideration,) if circumstances.consideration else ()
    return (*circumstances.notes, *received)
