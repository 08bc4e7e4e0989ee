"""Answering a review: the same angle told again, without what was objected to.

A sentence somebody objects to is left out with everything it was made from; what the findings
cannot point at is answered by another order, other words, or a shorter text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from domain.ports import LengthMeasure
from domain.review import Finding, Severity
from domain.segmentation import sentence_bounds
from personalizer.offline.composing import composed
from personalizer.offline.dice import dice_for
from personalizer.offline.limits import most
from personalizer.offline.material import Material, gathered
from personalizer.offline.wording import Wording
from personalizer.writing import Brief, NothingToSay

_AFFILIATION: Final = "CH-01"
_DUPLICATE: Final = "CH-06"
_COPY: Final = "CH-26"
_FORMAT: Final = "CH-28"
_WHOLE_TEXT: Final = frozenset({_AFFILIATION, _DUPLICATE, _COPY, _FORMAT})
_SHORTER: Final = 0.85
_TURNS: Final = 24
_SHARED_WORDS: Final = 5
# The link stays: it is what the post is about.
_LINK: Final = re.compile(r"https?://\S+")
_WORD: Final = re.compile(r"\w+")


def revised(brief: Brief, text: str, findings: Sequence[Finding], length_on: LengthMeasure) -> str:
    """Return a draft that answers the findings, different from the text and from the first one."""
    weighty = [one for one in findings if one.severity is not Severity.WARN]
    rules = {one.rule for one in weighty}
    first = gathered(brief, length_on)
    told_before = _composed(Wording.of(first, dice_for(brief)), None)
    objected = tuple(one.strip() for one in _objected(text, weighty) if one.strip())
    material = _answering(first, rules, _made_from(first, objected, told_before, text))
    if _FORMAT in rules or any("#" in sentence for sentence in objected):
        material = replace(material, may_tag=False)
    longest = None
    if _FORMAT in rules:
        longest = int(first.counted(text) * _SHORTER)
    other = text
    for turn in range(1, _TURNS):
        dice = dice_for(brief, behind=text, turn=turn)
        other = _composed(Wording.of(material, dice), longest)
        is_new = other not in (text, told_before)
        if is_new and not any(sentence in other for sentence in objected):
            return other
    return other


def _composed(wording: Wording, longest: int | None) -> str:
    """Return a text; one that answers a review may say less than a first one has to."""
    try:
        return composed(wording, most_characters=longest)
    except NothingToSay:
        return composed(wording, most_characters=most(wording.material.request.platform))


def _objected(text: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield each sentence of a text that a finding points into."""
    bounds = list(sentence_bounds(text))
    for finding in findings:
        span = finding.span
        if span is not None and finding.rule not in _WHOLE_TEXT:
            for start, end in bounds:
                if start < span.end and span.start < end:
                    yield from _LINK.sub("\n", text[start:end]).split("\n")


def _made_from(
    material: Material, objected: Sequence[str], first: str, text: str
) -> frozenset[str]:
    """Return the sentences of source and notes that what was objected to was made from.

    What stood in the first draft and no longer does was objected to before.
    """
    told = (material.focus, material.follow, *material.others)
    used = [*(passage.text for passage in told if passage is not None), *material.notes]
    kept = {one for one in used if _is_in(one, text)}
    named = {one for one in kept if any(_is_in(one, each) for each in objected)}
    # A text with nothing of ours in it was written by somebody else, who left nothing out.
    gone = {one for one in used if kept and one not in kept and _is_in(one, first)}
    return frozenset(gone | named)


def _is_in(sentence: str, text: str) -> bool:
    """Tell whether a text uses a sentence, whole, cut or turned, whatever its typography."""
    words = _WORD.findall(sentence.casefold())
    said = f" {' '.join(_WORD.findall(text.casefold()))} "
    runs = range(max(1, len(words) - _SHARED_WORDS + 1))
    return any(f" {' '.join(words[at : at + _SHARED_WORDS])} " in said for at in runs)


def _answering(first: Material, rules: set[str], without: frozenset[str]) -> Material:
    brief = first.brief
    material = gathered(brief, first.length_on, without=without)
    if _AFFILIATION in rules:
        material = replace(material, employer=brief.organization.name or brief.employer)
    if rules & {_DUPLICATE, _COPY}:
        material = replace(material, may_be_told=False)
    return material
