"""Write the rendered questions for whoever plays the model, and take their answers in.

A question is a file `{"id", "prompt_rendered"}`; answers are lines `{"id", "reply"}` of
`replies.jsonl` beside them. Those that were answered before are kept while they are still asked.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from domain.ports import Message
from personalizer.adapters.recorded import RecordedModel, digest
from personalizer.adapters.shapes import schema_of
from tests.guardrails.played.questions import REPLIES, asked


def main(folder: Path, who: str | None) -> None:
    """Write one file per question that nobody answered, or read the answers."""
    kept = RecordedModel.of(REPLIES)
    if who is not None:
        _take(folder, who, kept)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, messages, shape in asked():
        if digest(messages) not in kept.replies:
            question = {"id": name, "prompt_rendered": _rendered(messages, shape)}
            text = json.dumps(question, ensure_ascii=False, indent=1)
            (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _take(folder: Path, who: str, kept: RecordedModel) -> None:
    lines = (folder / "replies.jsonl").read_text(encoding="utf-8").splitlines()
    answers = {one["id"]: _read(one["reply"]) for one in map(json.loads, lines)}
    replies = {
        digest(messages): answers.get(name, kept.replies.get(digest(messages)))
        for name, messages, _ in asked()
    }
    taken = {"given_by": who, "replies": {key: one for key, one in replies.items() if one}}
    text = json.dumps(taken, ensure_ascii=False, indent=1)
    REPLIES.write_text(text + "\n", encoding="utf-8")


def _read(reply: object) -> object:
    """Return an answer, which may have been written down as text."""
    return json.loads(reply) if isinstance(reply, str) else reply


def _rendered(messages: Sequence[Message], shape: type[Any]) -> str:
    turns = "\n\n".join(f"[{one.role}]\n{one.text}" for one in messages)
    schema = json.dumps(schema_of(shape), ensure_ascii=False)
    return f"{turns}\n\n[the answer is JSON of this schema]\n{schema}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[3] if len(sys.argv) > 3 else None)
