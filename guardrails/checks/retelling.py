"""What retells the published source: a guess at a secret says nothing of it.

A passage retells it where seven in ten of its telling words, half of each sentence's and every
figure are in a content that the catalogue vouches for. A sentence of one's own beside is weighed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from domain.language import Language
from domain.review import Circumstances, Source, Span
from guardrails.learned.tokens import stem
from guardrails.reading import Reading, bare_text

_SHARE: Final = 0.7
_LEAST: Final = 0.5
"""Of each of its sentences: what is added to a retelling retells nothing."""
# They turn what is told, or put it off: "will not open", "before it is announced".
_TURNS: Final = re.compile(
    r"\b(?:not|no|never|nobody|nothing|neither|nor|without|before|until|ne|n(?=')|ni|pas|jamais"
    r"|aucune?|rien|personne|sans|avant|sauf|d'ici)\b|n't\b"
)
_NAMED: Final = re.compile(r"(?<=[^\W_] )[A-ZÀ-Þ][^\W\d_]{2,}")
_WORD: Final = re.compile(r"\d[\d.,]*(?<=\d)|[^\W\d_]{4,}")
_RUN: Final = re.compile(r"[^\W_]+")
# They tell where somebody works, or join what tells something.
_IDLE: Final = frozenset(
    """travaille work chez avec dans pour cette elle elles nous vous leur leurs notre votre mais
    donc alors aussi ainsi apres avant depuis encore toujours pourtant comme quand tout tous toute
    toutes tres plus moins sans sous vers entre etait etaient sont avait avaient ont this that these
    those with from into they their them have been were was will would than then there here when
    where which while also still just only over about after before very more most some such what
    your ours""".split()
)


def retells(reading: Reading, span: Span, circumstances: Circumstances) -> bool:
    """Tell whether every sentence of a passage retells the published source."""
    source = circumstances.source
    if source is None or not source.is_public:
        return False
    sentences = (one for one in reading.sentences if _meet(one, span))
    counted = [_counted(reading, one, source, circumstances) for one in sentences]
    told, telling = (sum(each) for each in zip(*counted, strict=True)) if counted else (0, 0)
    are_told = all(of and one >= _LEAST * of for one, of in counted)
    return telling > 0 and are_told and told >= _SHARE * telling


def is_published(reading: Reading, span: Span, circumstances: Circumstances) -> bool:
    """Tell whether words are those of the published source, in its title or told as there."""
    source = circumstances.source
    if source is None or not source.is_public:
        return False
    words = _run(reading.slice(span))
    if words in _run(f"{source.title}\n{source.url or ''}"):
        return True
    return words in _text(source) and retells(reading, span, circumstances)


def _counted(
    reading: Reading, span: Span, source: Source, circumstances: Circumstances
) -> tuple[int, int]:
    """Return how many telling words of a sentence the source has, and how many there are."""
    names = _WORD.findall(bare_text(" ".join(circumstances.organization.names)))
    words = _WORD.findall(bare_text(reading.slice(span)))
    telling = [word for word in words if word not in _IDLE and word not in names]
    known = _stems(source, reading.language)
    missing = [word for word in telling if _bare(word, reading.language) not in known]
    if any(word[0].isdigit() for word in missing) or _adds(reading.slice(span), source, names):
        return 0, len(telling)
    return len(telling) - len(missing), len(telling)


def _adds(sentence: str, source: Source, names: Sequence[str]) -> bool:
    """Tell whether a sentence names or denies what its source does not."""
    known = _run(f"{source.title}\n{source.text}")
    named = (bare_text(one) for one in _NAMED.findall(sentence))
    is_new = any(f" {one} " not in known for one in named if one not in names)
    turns = {" ".join(_RUN.findall(one)) for one in _TURNS.findall(bare_text(sentence))}
    return is_new or any(f" {one} " not in known for one in turns)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _run(text: str) -> str:
    return f" {' '.join(_RUN.findall(bare_text(text)))} "


def _bare(word: str, language: Language) -> str:
    return word if word[0].isdigit() else stem(word, language)


@lru_cache(maxsize=128)
def _text(source: Source) -> str:
    return _run(source.text)


@lru_cache(maxsize=128)
def _stems(source: Source, language: Language) -> frozenset[str]:
    words = _WORD.findall(bare_text(f"{source.title}\n{source.text}"))
    return frozenset(_bare(word, language) for word in words)
