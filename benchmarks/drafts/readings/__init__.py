"""What readers found who saw only source, notes and draft: their readings, and what they add up to.

`python -m benchmarks.drafts.readings` prints it. A reading tells of the engine it names, and
is kept as it was made; after a change of the engine somebody reads anew.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
ORIGINS: Final = ("source", "note", "neutral", "link", "placeholder", "invented")
# "misleading" and "unfaithful" are two readers' words for one thing: what the source does not say.
FAULTS: Final = ("grammar", "source_grammar", "unnatural", "misleading", "unfaithful")


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's judgement of every sentence of some drafts."""

    name: str
    drafts: list[dict[str, Any]]

    def sentences(self, language: str | None = None) -> list[dict[str, Any]]:
        """Return the sentences read, of one language or of both."""
        chosen = (one for one in self.drafts if language in {None, one["language"]})
        return [sentence for draft in chosen for sentence in draft["sentences"]]

    def share(self, name: str, language: str | None = None) -> float:
        """Return the share of sentences with this origin or this fault."""
        read = self.sentences(language)
        return sum(name in marks_of(one) for one in read) / len(read)

    def clean_drafts(self, language: str | None = None) -> float:
        """Return the share of drafts without a fault or an invention."""
        chosen = [one for one in self.drafts if language in {None, one["language"]}]
        return sum(map(_is_clean, chosen)) / len(chosen)

    def verdicts(self, language: str) -> str:
        """Return how many drafts are ready once their mark is filled, almost so, or not."""
        given = Counter(
            one["verdict"]
            for one in self.drafts
            if one["language"] == language and "verdict" in one
        )
        return "".join(f", {given[name]} {name}" for name in ("ready", "almost", "no") if given)


def readings() -> Iterator[Reading]:
    """Yield the readings, the oldest first."""
    for file in sorted(FOLDER.glob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        yield Reading(f"{file.stem}, {data['engine']}", data["drafts"])


def marks_of(sentence: dict[str, Any]) -> set[str]:
    """Return a sentence's origin with the fault or two that somebody found in it."""
    found = {sentence["origin"], sentence.get("fault"), sentence.get("also")}
    return {mark for mark in found if mark is not None}


def _is_clean(draft: dict[str, Any]) -> bool:
    return not any("fault" in one or one["origin"] == "invented" for one in draft["sentences"])


def main() -> None:
    """Print one line per reading and language."""
    for reading in readings():
        for language in ("fr", "en"):
            read = reading.sentences(language)
            counts = Counter(mark for one in read for mark in marks_of(one))
            told = ", ".join(f"{counts[name]} {name}" for name in (*ORIGINS, *FAULTS))
            clean = reading.clean_drafts(language)
            print(
                f"{reading.name}, {language}: {len(read)} sentences: {told}; {clean:.0%} clean"
                f"{reading.verdicts(language)}"
            )
