"""`porte-voix eval voice`: how well the voice measure tells authors apart, on anybody's posts."""

import json as jsonlib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import BaseModel, ConfigDict, ValidationError
from rich.table import Table

from api.cli.checking import read_text
from api.cli.evaluating import AsJson, told
from api.cli.output import console, print_json
from domain.errors import RequestInvalid
from domain.language import Language

if TYPE_CHECKING:
    from personalizer.stylometry.verification import Post


class PostLine(BaseModel):
    """One line of the file: a post, its author by any name, and its language."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    author: str
    text: str
    language: Language


def voice(
    posts: Annotated[
        Path, typer.Option(help='JSON Lines: {"author", "text", "language"}, one post a line.')
    ],
    json: AsJson = False,
) -> None:
    """Verify authorship: each post beside its own author, any other, and one of the same topic."""
    from personalizer.stylometry.verification import verified  # noqa: PLC0415 - numpy, when asked

    measured = verified(_posts(posts))
    if not measured:
        raise RequestInvalid(
            f"{posts} holds no language with two authors of three posts or more", field="posts"
        )
    rows = [{"language": language.value, **asdict(one)} for language, one in measured.items()]
    if json:
        print_json({"languages": rows})
    else:
        _show(rows)


def _posts(path: Path) -> list["Post"]:
    from personalizer.stylometry.verification import Post  # noqa: PLC0415 - numpy, when asked

    found = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            one = PostLine.model_validate(jsonlib.loads(line))
        except (ValueError, ValidationError) as error:
            raise RequestInvalid(f"{path}, line {number}: {told(error)}", field="posts") from None
        found.append(Post(one.author, one.text, one.language))
    return found


def _show(rows: list[dict[str, Any]]) -> None:
    table = Table("language", "authors", "posts", "AUC any topic", "AUC same topic")
    for row in rows:
        shown = (
            f"{row[name]:.3f} (letters {row[f'baseline_{name}']:.3f})"
            for name in ("any_topic", "same_topic")
        )
        table.add_row(row["language"], str(row["authors"]), str(row["posts"]), *shown)
    console().print(table)
