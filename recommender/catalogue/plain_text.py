"""Text that stores and compares cleanly: one form, no invisible characters, no debris."""

import html
import re
import unicodedata

# Pages in cp1252 that call themselves latin-1 leave curly quotes and dashes among the C1 controls.
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_CONTROLS = dict.fromkeys((*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F))
_LINE_ENDS = {0x0C: "\n", 0x2028: "\n", 0x2029: "\n\n"}
# What a reader does not see must not reach a draft: hidden instructions travel in these.
_INVISIBLE = dict.fromkeys(
    (0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_TAGS = dict.fromkeys(range(0xE0000, 0xE0080))
_NONCHARACTERS = dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF))
_CLEANED = _C1 | _CONTROLS | _LINE_ENDS | _INVISIBLE | _TAGS | _NONCHARACTERS
_SUSPECT = re.compile(f"[{re.escape(''.join(map(chr, _CLEANED.keys() - _TAGS)))}\ud800-\udfff]")
# Apart from the others: together they take ten times as long to look for.
_SUSPECT_TAG = re.compile("[\U000e0000-\U000e007f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return text in NFC with paragraphs kept, without controls and lone surrogates."""
    if _SUSPECT.search(text) or _SUSPECT_TAG.search(text):
        text = _SURROGATES.sub("", _paired(text)).translate(_CLEANED)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    # Not a pattern: on a long run of spaces without a line end it would start again at each.
    lines = (line.rstrip(" \t") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def clean_line(text: str) -> str:
    """Return text on one line: a title, a name, a tag."""
    return " ".join(clean(html.unescape(text)).split())


def first_words(text: str, *, limit: int = 80) -> str:
    """Return the beginning of a text, whole words only, as a title for what has none."""
    line = " ".join(text[: 4 * limit].split())
    if len(line) <= limit:
        return line
    head, _, _ = line[: limit + 1].rpartition(" ")
    return f"{head or line[:limit]}…"


def _paired(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
