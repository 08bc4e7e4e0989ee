"""Answering a review: the same angle told again, without what was objected to.

A sentence somebody objects to is left out with everything it was made from; what the findings
cannot point at is answered by another order, other words, or a shorter text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from domain.ports import LengthMeasure
from domain.review import Finding, Severity, Span
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
    first = begun(brief, length_on)
    told_before = _composed(Wording.of(first, dice_for(brief)), None)
    objected = tuple(_objected(text, weighty, first))
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


def begun(brief: Brief, length_on: LengthMeasure) -> Material:
    """Return the material of a brief without what other texts of its request were refused for."""
    return gathered(brief, length_on, without=_refused_before(brief, length_on))


def _refused_before(brief: Brief, length_on: LengthMeasure) -> frozenset[str]:
    if not brief.refused:
        return frozenset()
    material = gathered(brief, length_on)
    named = (
        _named(material, [*_objected(one.text, one.findings, material)]) for one in brief.refused
    )
    return frozenset[str]().union(*named)


def _composed(wording: Wording, longest: int | None) -> str:
    """Return a text; one that answers a review may say less than a first one has to."""
    try:
        return composed(wording, most_characters=longest)
    except NothingToSay:
        return composed(wording, most_characters=most(wording.material.request.platform))


def _objected(text: str, findings: Sequence[Finding], material: Material) -> Iterator[str]:
    """Yield the title that a finding points into, else each sentence of a text that it does."""
    bounds, titles = list(sentence_bounds(text)), list(_titled_places(text, material))
    for finding in findings:
        span = finding.span
        if span is None or finding.rule in _WHOLE_TEXT:
            continue
        title = [one for one in titles if one.start <= span.start and span.end <= one.end]
        near = [(start, end) for start, end in bounds if start < span.end and span.start < end]
        for start, end in [(one.start, one.end) for one in title] or near:
            pieces = _LINK.sub("\n", text[start:end]).split("\n")
            yield from (one.strip() for one in pieces if one.strip())


def _titled_places(text: str, material: Material) -> Iterator[Span]:
    for said in material.names:
        found = re.finditer(re.escape(said), text)
        yield from (Span(*one.span()) for one in found)


def _made_from(
    material: Material, objected: Sequence[str], first: str, text: str
) -> frozenset[str]:
    """Return the sentences of source and notes that what was objected to was made from.

    What stood in the first draft and no longer does was objected to before.
    """
    used = _told(material)
    kept = [one for one in used if _is_in(one, text)]
    # A text with nothing of ours in it was written by somebody else, who left nothing out.
    gone = {one for one in used if kept and one not in kept and _is_in(one, first)}
    return _named(material, objected) | gone


def _named(material: Material, objected: Sequence[str]) -> frozenset[str]:
    """Return the sentences that stand in what was objected to, the title where none does."""
    told, titles = _told(material), _titles(material)
    found: set[str] = set()
    for sentence in objected:
        pieces = [one for one in told if _is_in(one, sentence)]
        names = any(_is_in(one, sentence) for one in titles)
        found.update(pieces or (titles if names else ()))
    return frozenset(found)


def _told(material: Material) -> tuple[str, ...]:
    passages = (material.focus, material.first, *material.follow, *material.others)
    return (*(one.text for one in passages if one is not None), *material.notes)


def _titles(material: Material) -> tuple[str, ...]:
    return tuple(one for one in (material.title, material.short_title) if one is not None)


def _is_in(sentence: str, text: str) -> bool:
    """Tell whether a text uses a sentence, whole, cut or turned, whatever its typography."""
    words = _WORD.findall(sentence.casefold())
    said = f" {' '.join(_WORD.findall(text.casefold()))} "
    runs = range(max(1, len(words) - _SHARED_WORDS + 1))
    return any(f" {' '.join(words[at : at + _SHARED_WORDS])} " in said for at in runs)


def _answering(first: Material, rules: set[str], without: frozenset[str]) -> Material:
    brief = first.brief
    gone = without | _refused_before(brief, first.length_on)
    material = gathered(brief, first.length_on, without=gone)
    if _AFFILIATION in rules:
        material = replace(material, employer=brief.organization.name or brief.employer)
    if rules & {_DUPLICATE, _COPY}:
        material = replace(material, may_be_told=False)
    return material
