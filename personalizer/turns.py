"""Interviews: who speaks where, as far as the labels at the head of lines tell.

"N. T. : On a refait la signalétique" is said by Nadège Thiollier, whom the text names elsewhere.
What an answer says is hers, not the article's. A question, and what nobody can give to one
person, is nobody's to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

NOBODY: Final = ""
_TITLE: Final = r"(?:(?:Dr|Pr|Prof|Me|M|MM|Mme|Mlle|Mr|Mrs|Ms|Sir|Sister)\.?\s)?"
_WORD: Final = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’][A-ZÀ-Þ]?[a-zà-ÿ]+)*"
_LABEL: Final = re.compile(
    rf"{_TITLE}(?P<who>(?:[A-ZÀ-Þ](?:-[A-ZÀ-Þ])?\.\s?){{1,3}}|[A-ZÀ-Þ]{{2,3}}|{_WORD}(?:\s(?:d[eu]\s)?{_WORD}){{0,3}})"
    r"\s?:\s"
)
# "Photo : l’équipe": what begins so is no answer that goes on.
_LABELLED: Final = re.compile(r"\W?[A-ZÀ-Þ][\w'’.-]*(?:\s[\w'’.-]+){0,3}\s?:\s")
_ENDED: Final = re.compile(r"[.!?…:;,»”\")’']\s*$")
_INITIAL: Final = re.compile(r"[A-ZÀ-Þ]")
_FEWEST: Final = 2
_LONGEST_QUESTION: Final = 30


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of an interview, from `start` up to `end`; its `speaker` is NOBODY for a question."""

    start: int
    end: int
    speaker: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    label: str | None


def speaker_at(text: str, at: int) -> str | None:
    """Return who says what stands at a place of an interview.

    NOBODY where it is a question or may be anybody's, None where the text itself tells.
    """
    found = (one.speaker for one in turns_of(text) if one.start <= at < one.end)
    return next(found, None)


def opens_on_a_label(line: str) -> bool:
    """Tell whether the head of a line may name who speaks."""
    return _LABEL.match(line) is not None


@lru_cache(maxsize=64)
def turns_of(text: str) -> tuple[Turn, ...]:
    """Return the lines of an interview with who says them; none of a text that is no interview."""
    lines = list(_lines(text))
    labelled = [at for at, line in enumerate(lines) if line.label is not None]
    if len(labelled) < _FEWEST:
        return ()
    return tuple(_turns(lines, labelled[-1]))


def _turns(lines: list[_Line], last: int) -> Iterator[Turn]:
    speaker: str | None = None
    for at, (line, behind) in enumerate(pairwise([*lines, _Line(0, 0, "", None)])):
        asks = behind.label is not None and len(line.text.split()) <= _LONGEST_QUESTION
        if line.label is not None:
            speaker = line.label
        elif _ends_a_turn(line.text):
            speaker = None
        elif asks or (speaker is not None and at > last):
            # Behind the last answer nobody knows where it ends.
            speaker = NOBODY
        is_question = line.label is None and (asks or line.text.endswith("?"))
        said = NOBODY if is_question and at <= last else speaker
        if said is not None:
            yield Turn(line.start, line.end, said)


def _ends_a_turn(line: str) -> bool:
    """Tell whether a line is a question, a heading or a caption: the answer before it is over."""
    is_heading = _ENDED.search(line) is None
    return is_heading or line.endswith("?") or _LABELLED.match(line) is not None


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        said = line.strip()
        if said:
            yield _Line(at, at + len(line), said, _who(line, text))
        at += len(line) + 1


def _who(line: str, text: str) -> str | None:
    """Return who speaks by the label of a line: their whole name, which stands elsewhere."""
    found = _LABEL.match(line.lstrip())
    if found is None:
        return None
    said = found["who"].strip()
    initials = _INITIAL.findall(said) if "." in said or said.isupper() else []
    name = (
        r"\s".join(rf"{one}[a-zà-ÿ]+(?:-{_WORD})*" for one in initials)
        if initials
        else (rf"{re.escape(said)}" + ("" if " " in said else rf"\s{_WORD}"))
    )
    elsewhere = re.search(rf"(?<![\w-]){name}(?![\w-])(?!\s?:)", text)
    return " ".join(elsewhere[0].split()) if elsewhere else None
