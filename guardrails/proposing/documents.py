"""Reading a policy as people write it: Markdown, plain text, Word or PDF."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from domain.errors import CharterInvalid
from guardrails.problems import saying

if TYPE_CHECKING:
    from docx.table import Table

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLANK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)")
_MARKUP = re.compile(r"^[\s#>*+\-]+|^\d+\.\s+|[*_`]{1,3}|\{%.*?%\}|!?\[([^\]]*)\]\([^)]*\)")
# What begins a block, in Markdown or the HTML between, is no part of the sentence beside it.
_HEADINGS = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t].*|\*\*[^*\n]+\*\*:?|__[^_\n]+__:?|.+\n(?:={3,}|-{3,}))[ \t]*$",
    re.MULTILINE,
)
_BLOCKS = re.compile(
    r"</?(?:div|p|h[1-6]|section|article|ul|ol|li|table|tr|td|th|button|details|summary)\b[^<>]*>",
    re.IGNORECASE,
)
_TAGS = re.compile(r"</?[a-z][^<>\n]{0,300}>", re.IGNORECASE)
# Of a page, only a number or capitals tell what stands above a text.
_TITLES = re.compile(
    r"^(?:(?:[Aa]rticle|[Ss]ection|[Cc]hap(?:ter|itre))[ \t]+)?(?:\d+(?:\.\d+)*\.?|[IVX]+\.)[ \t]+"
    r"[A-ZÀ-Þ][^\n.;:!?]{2,70}$(?=\n[A-ZÀ-Þ«“\"])|^[^a-zß-ÿ\n]{4,80}$",
    re.MULTILINE,
)
_MOST_PAGES = 300


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a policy, and where it stands ("paragraph 4", "page 2")."""

    text: str
    where: str


def read_policy(path: Path) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a document.

    Raises CharterInvalid, naming what can be read instead.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        kinds = ", ".join(sorted(_READERS))
        raise CharterInvalid(saying("no_policy", name=path.name, kinds=kinds))
    try:
        paragraphs = tuple(one for one in read(path) if one.text)
    except Exception as error:
        # Each library has errors of its own for a file that is not what its name says.
        said = saying("unread_policy", name=path.name, error=type(error).__name__)
        raise CharterInvalid(said) from error
    if not paragraphs:
        raise CharterInvalid(saying("empty_policy", name=path.name))
    return paragraphs


def _markdown(path: Path) -> Iterator[Paragraph]:
    text = _FRONT.sub("", path.read_text(encoding="utf-8"))
    text = _TAGS.sub("", _BLOCKS.sub("\n\n", text))
    text = _HEADINGS.sub(r"\n\g<0>\n", text)
    for number, piece in enumerate(_BLANK.split(text), start=1):
        lines = (_MARKUP.sub(lambda m: m.group(1) or "", line) for line in piece.splitlines())
        yield Paragraph(" ".join(" ".join(lines).split()), f"paragraph {number}")


def _word(path: Path) -> Iterator[Paragraph]:
    from docx import Document  # noqa: PLC0415 - only for a Word document
    from docx.table import Table  # noqa: PLC0415 - the same

    numbers = {"paragraph": 0, "table": 0}
    for block in Document(str(path)).iter_inner_content():
        kind = "table" if isinstance(block, Table) else "paragraph"
        numbers[kind] += 1
        for text in _cells(block) if isinstance(block, Table) else [block.text]:
            yield Paragraph(" ".join(text.split()), f"{kind} {numbers[kind]}")


def _cells(table: "Table") -> Iterator[str]:
    """Yield the text of each cell; one merged over several places is read once."""
    seen: set[object] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:  # noqa: SLF001 - python-docx gives merged cells no other name
                seen.add(cell._tc)  # noqa: SLF001 - the same
                yield cell.text


def _pdf(path: Path) -> Iterator[Paragraph]:
    from pypdf import PdfReader  # noqa: PLC0415 - only for a PDF

    for number, page in enumerate(PdfReader(path).pages[:_MOST_PAGES], start=1):
        text = _TITLES.sub(r"\n\g<0>\n", page.extract_text())
        for piece in _BLANK.split(text):
            yield Paragraph(" ".join(piece.split()), f"page {number}")


_READERS: Mapping[str, Callable[[Path], Iterator[Paragraph]]] = MappingProxyType(
    {".md": _markdown, ".txt": _markdown, ".docx": _word, ".pdf": _pdf}
)
