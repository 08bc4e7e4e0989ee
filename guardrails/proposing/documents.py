"""Reading a policy as people write it: Markdown, plain text, Word or PDF."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from domain.errors import CharterInvalid

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BLANK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)")
_MARKUP = re.compile(r"^[\s#>*+\-]+|^\d+\.\s+|[*_`]{1,3}|\{%.*?%\}|!?\[([^\]]*)\]\([^)]*\)")
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
        raise CharterInvalid(f"{path.name}: give {', '.join(sorted(_READERS))}")
    try:
        paragraphs = tuple(one for one in read(path) if one.text)
    except Exception as error:
        # Each library has errors of its own for a file that is not what its name says.
        raise CharterInvalid(f"{path.name} cannot be read: {type(error).__name__}") from error
    if not paragraphs:
        raise CharterInvalid(
            f"{path.name} holds no text; a scanned page has to be recognised first"
        )
    return paragraphs


def _markdown(path: Path) -> Iterator[Paragraph]:
    text = _FRONT.sub("", path.read_text(encoding="utf-8"))
    for number, piece in enumerate(_BLANK.split(text), start=1):
        lines = (_MARKUP.sub(lambda m: m.group(1) or "", line) for line in piece.splitlines())
        yield Paragraph(" ".join(" ".join(lines).split()), f"paragraph {number}")


def _word(path: Path) -> Iterator[Paragraph]:
    from docx import Document  # noqa: PLC0415 - only for a Word document

    for number, paragraph in enumerate(Document(str(path)).paragraphs, start=1):
        yield Paragraph(" ".join(paragraph.text.split()), f"paragraph {number}")


def _pdf(path: Path) -> Iterator[Paragraph]:
    from pypdf import PdfReader  # noqa: PLC0415 - only for a PDF

    for number, page in enumerate(PdfReader(path).pages[:_MOST_PAGES], start=1):
        for piece in _BLANK.split(page.extract_text()):
            yield Paragraph(" ".join(piece.split()), f"page {number}")


_READERS: Mapping[str, Callable[[Path], Iterator[Paragraph]]] = MappingProxyType(
    {".md": _markdown, ".txt": _markdown, ".docx": _word, ".pdf": _pdf}
)
