"""Sixty offline drafts with their source and notes, as JSON Lines, for somebody to read.

    python -m benchmarks.drafts_to_read [FILE [START]]    # standard output without a file

START tells where in the blogs to begin, so that another reading is one of other contents.

Half of them are French and half English; half were asked for with notes. Whoever reads them sees
what a draft may stand on and the draft, and nothing of how it was made.
"""

import json
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from api.personas import FOLDER, personas
from benchmarks.drafts.office import Office, office
from benchmarks.drafts.people import colleagues
from benchmarks.drafts.sample import contents
from benchmarks.material import BLOGS
from domain.content import ContentItem
from domain.language import Language
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted

_EACH = 30
_STEP = 7
_PEOPLE = 20
_FILE_AND_START = 2


def main() -> int:
    """Write the drafts."""
    start = int(sys.argv[2]) if len(sys.argv) > _FILE_AND_START else 0
    lines = [json.dumps(row, ensure_ascii=False) for row in rows(start)]
    text = "\n".join(lines) + "\n"
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(text, encoding="utf-8")
    else:
        print(text, end="")
    return 0


def rows(start: int = 0) -> Iterator[dict[str, Any]]:
    """Yield sixty rows: source, notes, past posts, employer and draft."""
    for language in Language:
        with office() as open_office:
            yield from _rows(open_office, language, start)


def _rows(open_office: Office, language: Language, start: int) -> Iterator[dict[str, Any]]:
    people, items = colleagues(_PEOPLE, language), _items(language)
    notes = cycle(
        note for one in personas() if language in one.ambassador.languages[:1] for note in one.notes
    )
    written = 0
    for number in range(20 * _EACH):
        said = (next(notes),) if number % 2 else ()
        item = items[(start + number * _STEP) % len(items)]
        asked = open_office.ask(item, people[(start + number) % _PEOPLE], notes=said)
        if asked.draft is not None:
            written += 1
            yield {
                "language": language.value,
                "title": item.title,
                "source": item.text,
                "url": item.url,
                "authors": list(item.authors),
                "tags": list(item.tags),
                "notes": list(said),
                "past_posts": list(asked.request.ambassador.posts),
                "author": asked.request.ambassador.name,
                "employer": asked.request.ambassador.organization,
                "draft": asked.draft.text,
            }
        if written == _EACH:
            return


def _items(language: Language) -> list[ContentItem]:
    if BLOGS.is_dir():
        return contents(language)
    print(f"{BLOGS} is not there: the demo content stands in", file=sys.stderr)
    return _demo(language)


def _demo(language: Language) -> list[ContentItem]:
    read = open_source(str(FOLDER / "contents"))
    items = [row.item for row in read if isinstance(row, Accepted)]
    return [item for item in items if item.language is language]


if __name__ == "__main__":
    sys.exit(main())
