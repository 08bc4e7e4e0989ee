"""Write the rendered cases for whoever plays the model, and take their answers in."""

import asyncio
import json
import sys
from pathlib import Path

from personalizer.adapters.recorded import digest
from personalizer.adapters.shapes import schema_of
from tests.personalizer.played.briefs import PROMPTS, REPLIES, Listening, asked, cases_of


def main(folder: Path, who: str | None) -> None:
    """Write one text per prompt and case, or read the answer beside each."""
    replies = json.loads(REPLIES.read_text(encoding="utf-8")) if REPLIES.exists() else {}
    taken = dict(replies.get("replies", {}))
    for name, version in PROMPTS:
        for case in cases_of((name, version)):
            question = asyncio.run(asked(case, (name, version)))
            path = folder / f"{name}.v{version}" / f"{case.case_id}.txt"
            answer = path.with_suffix(".json")
            if who is None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(_rendered(question), encoding="utf-8")
            elif answer.exists():
                taken[digest(question.heard)] = json.loads(answer.read_text(encoding="utf-8"))
    if who is not None:
        kept = json.dumps({"given_by": who, "replies": taken}, ensure_ascii=False, indent=1)
        REPLIES.write_text(kept + "\n", encoding="utf-8")


def _rendered(question: Listening) -> str:
    turns = "\n\n".join(f"[{one.role}]\n{one.text}" for one in question.heard)
    schema = json.dumps(schema_of(question.shape), ensure_ascii=False)
    return f"{turns}\n\n[the answer is JSON of this schema]\n{schema}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[3] if len(sys.argv) > 3 else None)
