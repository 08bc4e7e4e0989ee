"""Small sources to read, and the rows of one kind that reading them gives."""

import io
from collections.abc import Iterable
from pathlib import Path

from domain.content import ContentItem
from recommender.catalogue.documents import Document
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted, Noted, Rejected, Row

FRENCH = "Chaque matin, notre équipe prépare la réunion avec les collègues de l’atelier."
ENGLISH = "Every morning our team prepares the meeting with colleagues from the workshop."
GERMAN = "Jeden Morgen bereitet unser Team die Besprechung mit den Kollegen der Werkstatt vor."


def file(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def document(content: str | bytes, name: str = "source.xml", *, url: str | None = None) -> Document:
    """Return a document in memory."""
    data = content.encode() if isinstance(content, str) else content
    return Document(name=name, source="source", stream=io.BytesIO(data), size=len(data), url=url)


def items(rows: Iterable[Row]) -> list[ContentItem]:
    """Return what became content."""
    return [row.item for row in rows if isinstance(row, Accepted)]


def refusals(rows: Iterable[Row]) -> list[Rejected]:
    """Return what was refused."""
    return [row for row in rows if isinstance(row, Rejected)]


def notes(rows: Iterable[Row]) -> list[str]:
    """Return the remarks."""
    return [row.message for row in rows if isinstance(row, Noted)]


def rows_of(path: Path) -> list[Row]:
    """Read a file or folder to its end."""
    return list(open_source(path))
