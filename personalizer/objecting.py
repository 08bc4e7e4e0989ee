"""What a model is told against its own text: a review's findings, and what makes it no draft."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.language import Language
from domain.review import Finding
from domain.segmentation import sentences
from personalizer.defect_words import NO_POST, TOLD, Defect, Flaw
from personalizer.prompt_inputs import Objection
from personalizer.prompts import Foreign

_MOST: Final = 8
_MOST_OF_A_KIND: Final = 3
_LONGEST: Final = 300  # characters; more is no place to look at
# Of all that a review says of a text, what no mending of a sentence answers.
_TOO_NEAR: Final = "too_near"


def told_of(flaws: Sequence[Flaw], *, is_shown: bool) -> tuple[Flaw, ...]:
    """Return the flaws worth telling at once: all kinds, of each the first few.

    A model mends what it is told of and leaves the rest, and there is one second try. Words of a
    text that it is not shown (`is_shown`) would be looked for in vain.
    """
    seen = Counter[Defect]()
    told: list[Flaw] = []
    for flaw in dict.fromkeys(flaws):
        seen[flaw.defect] += 1
        if flaw.defect in TOLD and seen[flaw.defect] <= _MOST_OF_A_KIND:
            told.append(flaw if is_shown else replace(flaw, words=None))
    return tuple(dict.fromkeys(told))[:_MOST]


def objection(finding: Finding, language: Language, text: str) -> Objection:
    """Return what a review found in a text as a model is told it."""
    span, suggestion = finding.span, finding.suggestion
    return Objection(
        Foreign(finding.message.in_language(language)),
        Foreign(text[span.start : span.end]) if span else None,
        Foreign(suggestion) if suggestion else None,
        check=finding.check,
    )


def objection_to(flaw: Flaw, language: Language) -> Objection:
    """Return why a text is no draft as a model is told it."""
    is_place = flaw.words is not None and len(flaw.words) <= _LONGEST
    return Objection(
        Foreign(TOLD[flaw.defect].in_language(language)),
        Foreign(flaw.words) if flaw.words and is_place else None,
        given=Foreign(flaw.given) if flaw.given else None,
    )


def is_of_no_use(findings: Sequence[Finding], flaws: Sequence[Flaw]) -> bool:
    """Tell whether another text is to be written, for no sentence of this one is to be kept."""
    return any(one.check == _TOO_NEAR for one in findings) or any(
        one.defect in NO_POST for one in flaws
    )


def kept_opening(text: str, findings: Sequence[Finding], flaws: Sequence[Flaw]) -> str | None:
    """Return the first sentence of a text if nothing is held against it, None if that is not sure.

    What is held against no place may be about any.
    """
    first = next(iter(sentences(text)), "")
    at = text.find(first)
    spans = [one.span for one in findings]
    words = [one.words for one in flaws]
    if not first or len(first) > _LONGEST or None in spans or None in words:
        return None
    is_hit = any(one.start < at + len(first) for one in spans if one)
    return None if is_hit or any(one in first for one in words if one) else first
