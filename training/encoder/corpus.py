"""The text the encoder learns from: sentence pairs and titled documents, by source."""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

PAIRS: Final = "parallel.permissive.tsv.gz"
DOCUMENTS: Final = "titled.permissive.jsonl.gz"
# Never trained on, and no piece of a word is learned from them: what crossing languages is worth
# on text of a kind nobody trained on is read there.
HELD_OUT: Final = ("ms-partner-center", "ms-teams-dev")
FRENCH: Final = "fr"
ENGLISH: Final = "en"


class Pair(NamedTuple):
    """One sentence in both languages."""

    french: str
    english: str


class Document(NamedTuple):
    """A title and the text below it."""

    title: str
    body: str


class Crossed(NamedTuple):
    """One document in both languages."""

    french: Document
    english: Document


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything read, by source; documents by source and language."""

    pairs: Mapping[str, list[Pair]]
    documents: Mapping[tuple[str, str], list[Document]]

    def without(self, held_out: tuple[str, ...] = HELD_OUT) -> "Corpus":
        """Leave whole sources out, their sections included."""
        return Corpus(
            {name: rows for name, rows in self.pairs.items() if family(name) not in held_out},
            {key: rows for key, rows in self.documents.items() if family(key[0]) not in held_out},
        )


def family(source: str) -> str:
    """Name the source a part belongs to: `rgaa#section` and `rgaa` are one."""
    return source.split("#", maxsplit=1)[0].split(":", maxsplit=1)[0]


def read(folder: Path) -> Corpus:
    """Read the two files; exits with what to do when one is not there."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    documents: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for line in _lines(folder / PAIRS):
        french, english, source = line.rstrip("\n").split("\t")
        pairs[source].append(Pair(french, english))
    for line in _lines(folder / DOCUMENTS):
        row = json.loads(line)
        documents[row["source"], row["lang"]].append(Document(row["title"], row["body"]))
    return Corpus(dict(sorted(pairs.items())), dict(sorted(documents.items())))


def _lines(path: Path) -> Iterator[str]:
    if not path.is_file():
        sys.exit(
            f"{path} is not there: the French-English corpus of permissive sources (its README.md "
            "names each with its licence) is handed out beside the repository, as ../shared/corpus;"
            " say where it is with make encoder CORPUS=FOLDER"
        )
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines
