"""The typography of a draft: spaces, quotation marks and apostrophes of its language."""

import re
from typing import Final

from domain.language import Language

NBSP: Final = "\u00a0"
THIN: Final = "\u202f"

# Links and code, which are no words: a character of theirs means something.
_KEPT: Final = re.compile(r"(?:https?://|www\.)\S+|```[^`]*```|`[^`\n]+`")
_COMMON: Final = (
    (re.compile(r"(?<![\w’'])'([^'’\n]{1,80})'(?![\w’'])"), r"‘\1’"),
    (re.compile(r"(?<=\w)['\u02bc`](?=\w)|(?<=\w)'(?=\s|$|[.,])"), "’"),
    (re.compile(r"\.{3,}"), "…"),
    (re.compile(r"[ \t]+"), " "),
)
_FRENCH: Final = (
    (re.compile(r"[“\"]\s*([^“”\"\n]+?)\s*[”\"]"), r"« \1 »"),
    (re.compile(r"(?<=[\w»)%…’}])[ \u00a0\u202f]*([;!?]+)(?=\s|$|[»)\]])"), rf"{THIN}\1"),
    (re.compile(r"(?<=[\w»)%…}])[ \u00a0\u202f]*:(?=\s|$)"), f"{NBSP}:"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]?(?=[%€])"), NBSP),
    (re.compile(r"«[ \u00a0\u202f]*"), f"«{NBSP}"),
    (re.compile(r"[ \u00a0\u202f]*»"), f"{NBSP}»"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), THIN),
)
_ENGLISH: Final = (
    (re.compile(r"\"([^\"\n]+)\""), r"“\1”"),
    (re.compile(r"«[ \u00a0\u202f]*([^«»]*?)[ \u00a0\u202f]*»"), r"“\1”"),
)


def typeset(text: str, language: Language) -> str:
    """Return a text in the typography of its language; links and code are left as they are."""
    pieces: list[str] = []
    position = 0
    for kept in _KEPT.finditer(text):
        pieces += [_set(text[position : kept.start()], language), kept.group()]
        position = kept.end()
    pieces.append(_set(text[position:], language))
    return "".join(pieces)


def set_in_french(text: str, language: Language) -> str:
    """Return a model's French text as French is set; an English one stays as it was written.

    Straight marks are as right in English; in French, spaces before signs and « » are the rule.
    """
    return typeset(text, language) if language is Language.FRENCH else text


def quoted(words: str, language: Language) -> str:
    """Return words between the quotation marks of a language, marks inside them turned."""
    inner = as_inside_marks(words, language)
    return f"«{NBSP}{inner}{NBSP}»" if language is Language.FRENCH else f"“{inner}”"


def as_inside_marks(words: str, language: Language) -> str:
    """Return words as they stand between quotation marks: those inside are of another kind."""
    if language is Language.FRENCH:
        inner = re.sub(r"[«»]\s*|\s*»", '"', words).replace("“", '"').replace("”", '"')
        return _alternate(inner, "“", "”")
    return _alternate(re.sub(r"[“”]|«\s*|\s*»", '"', words), "‘", "’")


def _set(piece: str, language: Language) -> str:
    rules = _FRENCH if language is Language.FRENCH else _ENGLISH
    for pattern, replacement in (*_COMMON, *rules):
        piece = pattern.sub(replacement, piece)
    return piece


def _alternate(text: str, opening: str, closing: str) -> str:
    pieces = text.split('"')
    marks = (opening, closing)
    return "".join(
        piece + (marks[at % 2] if at < len(pieces) - 1 else "") for at, piece in enumerate(pieces)
    )
