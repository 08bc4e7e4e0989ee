"""Write the rendered cases for whoever plays the model, and take their answers in.

    python -m tests.personalizer.played FOLDER [--only draft_post.v5]           # writes *.md
    python -m tests.personalizer.played FOLDER [--only …] --take "WHO, WHEN"    # reads *.json

    … --take "WHO, WHEN" --into FILE                # into a file of its own

A case `draft_post.v5.fr-01.md` is answered in `draft_post.v5.fr-01.json` beside it.
"""

import argparse
import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

from personalizer.adapters.recorded import digest
from personalizer.adapters.shapes import schema_of
from tests.personalizer.played.briefs import (
    CANDIDATES,
    PROMPTS,
    REPLIES,
    Listening,
    asked,
    cases_of,
)


def main(folder: Path, who: str | None, only: list[str], kept_in: Path = REPLIES) -> None:
    """Write one text per prompt and case, or read the answer beside each."""
    replies = json.loads(kept_in.read_text(encoding="utf-8")) if kept_in.exists() else {}
    taken = dict(replies.get("replies", {}))
    folder.mkdir(parents=True, exist_ok=True)
    for path, question in _questions(folder, only):
        answer = path.with_suffix(".json")
        if who is None:
            path.write_text(_rendered(question), encoding="utf-8")
        elif answer.exists():
            taken[digest(question.heard)] = json.loads(answer.read_text(encoding="utf-8"))
    if who is not None:
        kept = json.dumps({"given_by": who, "replies": taken}, ensure_ascii=False, indent=1)
        kept_in.write_text(kept + "\n", encoding="utf-8")


def _questions(folder: Path, only: list[str]) -> Iterator[tuple[Path, Listening]]:
    for name, version in (*PROMPTS, *CANDIDATES):
        prompt = f"{name}.v{version}"
        for case in cases_of((name, version)) if not only or prompt in only else ():
            yield folder / f"{prompt}.{case.case_id}.md", asyncio.run(asked(case, (name, version)))


def _rendered(question: Listening) -> str:
    turns = "\n\n".join(f"[{one.role}]\n{one.text}" for one in question.heard)
    schema = json.dumps(schema_of(question.shape), ensure_ascii=False)
    return f"{turns}\n\n[the answer is JSON of this schema]\n{schema}\n"


if __name__ == "__main__":
    told = argparse.ArgumentParser()
    told.add_argument("folder", type=Path)
    told.add_argument("--take", metavar="WHO", help="take answers in, and keep who gave them")
    told.add_argument("--only", nargs="+", default=[], metavar="NAME.vN", help="these versions")
    told.add_argument("--into", type=Path, default=REPLIES, metavar="FILE", help="not into ours")
    given = told.parse_args()
    main(given.folder, given.take, given.only, given.into)
