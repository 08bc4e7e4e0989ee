"""Marks that no network renders: Markdown, HTML, a chat's own tokens, thoughts told aloud.

What the source or the notes write the same way may be written again: a technical article that
speaks of `<br>` is told with its `<br>`. A lone asterisk, a hashtag, a list of dashes and
#hashtags are ordinary writing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from personalizer.prefiltered import Prefiltered

_ALWAYS: Final = re.compile(
    r"""
    <\|[^|<>\n]{1,60}\|> | <｜[^｜\n]{1,60}｜> | \[/?INST\] | <</?SYS>>   # a chat's own tokens
    | \[/?(?:think(?:ing)?|reasoning|system_prompt|tool_calls|tool_results|available_tools|img)\]
    | ◁/?\w+▷
    | \A\s*ROLE[ ]*: | ^ROLE[ ]*:(?=(?s:.*?)^ROLE[ ]*:)     # a role at the start, or two
    | \bassistant(?:final|commentary|analysis)\b | \A(?-i:analysis|thought|commentary)[ ]*:
    | \A\s*[{\[]\s*"\w+"\s*: | "(?:text|post|opening)"\s*:\s*"                 # the answer's shape
    """.replace("ROLE", "(?:assistant|user|system|human|utilisateur|syst[eè]me)"),
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# A prompt's own marks, some of which are HTML as well.
_PROMPTS: Final = re.compile(
    r"""
    </?(?:source|note|example|passage|draft|objection|title|employer|author|person|link|never
        |emoji|connector|unused|consideration|suggestion|passage_of_draft|given)>
    """,
    re.VERBOSE | re.IGNORECASE,
)
Marks = re.Pattern[str] | Prefiltered
_MARKUP: Final = Prefiltered(
    r"""
    \*\*[^\s*][^*\n]*\*\* | \*\*\S | __(?![a-z0-9_]+__)[^\s_][^_\n]*__         # bold
    | (?<![\w*])\*[^\s*][^*\n]*(?<=[^\s*])\*(?![\w*])                          # italics
    | (?<![\w/])_[^\s_][^_\n]*\s[^_\n]*_(?!\w)
    | ^\#{1,6}[ ]\S | ^>[ ]\S | ^[ ]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ ]*$        # headings, rules
    | !?\[[^\]\n]+\]\((?:https?:|www\.|mailto:|[/#])[^)\n]*\) | <https?://[^>\s]+>  # links
    | ```|~~[^~\n]+~~ | `[^`\n]+`                                            # code
    | (?:^[ ]*[*+][ ]\S.*\n+){2} | (?:^[ ]*\|.*\|[ ]*(?:\n|\Z)){2}             # lists, tables
    | <!--|</?[a-z][\w:-]*(?:\s[^<>\n]*)?/?>                                   # HTML
    | &(?:[a-z]{2,8}|\#\d{1,6}|\#x[\da-f]{1,6});
    | \\n\\n|(?<![\w\\/:])\\[nrt](?![a-z])|(?<=[.!?…:;,])\\[nrt]|\\u[\da-f]{4}|\\"|\\[*_\#]
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def holds_tokens(text: str, material: Iterable[str]) -> bool:
    """Tell whether a text holds a chat's own marks, a role, a thought told aloud, or a prompt's.

    A mark of a prompt that its material has is the material's own.
    """
    is_chat = _ALWAYS.search(text) is not None
    return is_chat or any(_held(_PROMPTS, _angled(text), material))


def is_marked_up(text: str, material: Iterable[str]) -> bool:
    """Tell whether a text holds Markdown, HTML or an escape that its material has not."""
    return next(markup_in(text, material), None) is not None


def markup_in(text: str, material: Iterable[str]) -> Iterator[str]:
    """Yield each piece of Markdown or HTML, or escape, that its material has not."""
    return _held(_MARKUP, f"{text}\n", material)


def _held(marks: Marks, text: str, material: Iterable[str]) -> Iterator[str]:
    found = dict.fromkeys(match.group().strip() for match in marks.finditer(text))
    known = "\n".join(material) if found else ""
    return (mark for mark in found if mark not in known)


def _angled(text: str) -> str:
    # A prompt shows the material with other brackets than its own marks have.
    return text.replace("‹", "<").replace("›", ">")
