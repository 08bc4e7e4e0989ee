"""What two drafts share: the share of runs of three words, and the longest run.

Left out is what the rule lets them share: names, links, the disclosure and quotations. A mark to
fill is not among these, so it counts.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from benchmarks.drafts.people import EMPLOYER

_LET = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|(?:https?://|www\.)\S+|#\w+")
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_DISCLOSURE = re.compile(
    rf"(?:\b(?:je travaille|I work|où je travaille|where I work)\b|\b(?:chez|au sein du|at|from"
    rf"|depuis)\s+{EMPLOYER}\b|\b(?:mon employeur|my employer)\b|\b{EMPLOYER}\b)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )(?:[A-ZÀ-Þ][\w’'-]+\s?){1,4}")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_RUN = 3


def highest(texts: Sequence[str]) -> tuple[float, int]:
    """Return the highest Jaccard share and the longest shared run of any two of the texts."""
    passages = [_passages(text) for text in texts]
    runs = [_runs(one, _RUN) for one in passages]
    alike, longest = 0.0, 0
    for one, other in combinations(range(len(texts)), 2):
        shared = len(runs[one] & runs[other])
        alike = max(alike, shared / max(1, len(runs[one] | runs[other])))
        while _runs(passages[one], longest + 1) & _runs(passages[other], longest + 1):
            longest += 1
    return alike, longest


def most_alike(texts: Sequence[str]) -> float:
    """Return the highest Jaccard share of two texts when all their words but links count."""
    runs = [_runs([_WORD.findall(_LINK.sub(" ", text.casefold()))], _RUN) for text in texts]
    return max(
        (len(one & other) / max(1, len(one | other)) for one, other in combinations(runs, 2)),
        default=0.0,
    )


def _passages(text: str) -> list[list[str]]:
    for pattern in (_LET, _DISCLOSURE, _NAME):
        text = pattern.sub(" ¦ ", text)
    return [_WORD.findall(piece.casefold()) for piece in text.split("¦")]


def _runs(passages: Sequence[Sequence[str]], length: int) -> set[tuple[str, ...]]:
    return {
        tuple(words[at : at + length])
        for words in passages
        for at in range(len(words) - length + 1)
    }
