"""Write the rendered questions for whoever plays the model, and take their answers in."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from domain.ports import Message
from personalizer.adapters.recorded import digest
from personalizer.adapters.shapes import schema_of
from tests.guardrails.played.questions import REPLIES, asked


def main(folder: Path, who: str | None) -> None:
    """Write one text per question, or read the answer beside each."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = {}
    for name, messages, shape in asked():
        answer = folder / f"{name}.json"
        if who is None:
            (folder / f"{name}.txt").write_text(_rendered(messages, shape), encoding="utf-8")
        elif answer.exists():
            taken[digest(messages)] = json.loads(answer.read_text(encoding="utf-8"))
    if who is not None:
        kept = json.dumps({"given_by": who, "replies": taken}, ensure_ascii=False, indent=1)
        REPLIES.write_text(kept + "\n", encoding="utf-8")


def _rendered(messages: Sequence[Message], shape: type[Any]) -> str:
    turns = "\n\n".join(f"[{one.role}]\n{one.text}" for one in messages)
    schema = json.dumps(schema_of(shape), ensure_ascii=False)
    return f"{turns}\n\n[the answer is JSON of this schema]\n{schema}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[3] if len(sys.argv) > 3 else None)
