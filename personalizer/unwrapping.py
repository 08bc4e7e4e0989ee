"""A model's post without what it put around it: an announcement, an offer, a fence, Markdown.

Small models wrap what they write, whatever they are told; a network would show the wrapping as
it is. What is surely no word of the post is taken off here, before anything is examined: a line
that announces one post, a last line that offers changes, the signs of Markdown around words.
Nothing is ever taken off between the two, and what is not sure stays for `defects` to find. What
the material writes the same way stays too.
"""

import re
from collections.abc import Iterable
from typing import Final

from personalizer.assistant_talk import announces, offers

_FENCED: Final = re.compile(r"\A```\w*[ ]*\n(?P<inner>[^`]+)\n```\Z")
_MOST_LINES: Final = 3
_RULE: Final = re.compile(r"[ ]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ ]*")
_ESCAPED_BREAK: Final = re.compile(r"(?:\\n){2}")
# Each with the words that it marks; bold before italics, whose sign it doubles.
_SIGNS: Final = tuple(
    re.compile(one, re.MULTILINE)
    for one in (
        r"^[ ]*\#{1,6}[ ]+(?P<words>\S[^\n]*?)[ ]*\#*$",
        r"^>[ ](?P<words>\S[^\n]*)$",
        r"\*{2,3}(?P<words>[^\s*](?:[^*\n]*[^\s*])?)\*{2,3}",
        r"(?<!\w)__(?P<words>[^\s_](?:[^_\n]*[^\s_])?)__(?!\w)",
        r"(?<![\w*])\*(?P<words>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])",
        r"(?<![\w/])_(?P<words>[^\s_][^_\n]*\s[^_\n]*[^\s_])_(?!\w)",
        r"<(?P<words>https?://[^>\s]+)>",
        r"\[(?P<words>https?://[^\]\s]+)\]\((?P=words)\)",
    )
)
_BULLET: Final = re.compile(r"^([ ]*)[*+](?=[ ]\S)", re.MULTILINE)


def unwrapped(text: str, material: Iterable[str]) -> str:
    """Return the post that a text holds; the same text where nothing is surely around it."""
    known = "\n".join(material)
    fence = _FENCED.match(text)
    lines = _broken(fence["inner"] if fence else text, known).split("\n")
    inner = _without_talk(lines)
    if any(map(str.strip, inner)):
        lines = inner
    plain = _without_signs("\n".join(lines), known)
    return re.sub(r"\n{3,}", "\n\n", plain).strip()


def _broken(text: str, known: str) -> str:
    """Break the lines of a text that writes its breaks as two letters, and has no other."""
    is_escaped = "\n" not in text and "\\n" not in known and _ESCAPED_BREAK.search(text)
    return text.replace("\\n", "\n") if is_escaped else text


def _without_talk(lines: list[str]) -> list[str]:
    first, last = 0, len(lines)
    for _ in range(_MOST_LINES):
        while first < last and _is_bare(lines[first]):
            first += 1
        if first < last and announces(lines[first]):
            first += 1
        while last > first and _is_bare(lines[last - 1]):
            last -= 1
        if last > first and offers(lines[last - 1]):
            last -= 1
    return lines[first:last]


def _is_bare(line: str) -> bool:
    return not line.strip() or _RULE.fullmatch(line) is not None


def _without_signs(text: str, known: str) -> str:
    lines = ("" if _RULE.fullmatch(one) and one not in known else one for one in text.split("\n"))
    text = "\n".join(lines)
    for signs in _SIGNS:
        text = signs.sub(lambda sign: sign[0] if sign[0] in known else sign["words"], text)
    # A lone asterisk leads to a note under the post: "* hors taxes".
    return _BULLET.sub(r"\1-", text) if len(_BULLET.findall(text)) > 1 else text
