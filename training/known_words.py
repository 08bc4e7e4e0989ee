"""Make guardrails/lexicon/known_words.txt: words that are no names, though a capital starts them.

    python training/known_words.py [../shared/corpus]

A word is known when French or English text writes it in lower case often enough, and not much
rarer than with a capital inside a sentence. Only the words are kept, without accents, one a
line; no sentence of the corpus is. Sources and licences: the README.md of the corpus.
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "guardrails" / "lexicon"
SEEN_AT_LEAST = 4
SEEN_OFTEN = 250
RARER_AT_MOST = 5
# Capitalised, these are a company or a place rather than what the word means.
NAMES_FIRST = frozenset(
    "amazon apple meta microsoft oracle orange shell slack uber visa windows contoso fabrikam"
    " litware github gsa haida gwich tetlit naskapi paris canada dakota".split()
)
# Given names that are more often a word when they open a sentence.
WORDS_FIRST = frozenset(
    "april august bill chance dawn drew faith grace grant guy hope joy june may mark mercy"
    " miles rich rose sky will".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def main(corpus: Path) -> None:
    """Count, select, and write the list."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in _texts(corpus):
        _count(text, lower, capital)
    given = set((LEXICON / "given_names.txt").read_text(encoding="utf-8").split())
    places = set(
        (LEXICON / "places.txt").read_text(encoding="utf-8").replace("=", "\n").split("\n")
    )
    left_out = (given - WORDS_FIRST) | NAMES_FIRST | places
    known = sorted(
        word for word in lower if word not in left_out and _is_known(lower[word], capital[word])
    )
    (LEXICON / "known_words.txt").write_text("\n".join(known) + "\n", encoding="utf-8")
    print(f"{len(known)} words known")


def _is_known(lower: int, capital: int) -> bool:
    return lower >= SEEN_OFTEN or lower >= max(SEEN_AT_LEAST, capital / RARER_AT_MOST)


def _texts(corpus: Path) -> Iterator[str]:
    with gzip.open(corpus / "parallel.permissive.tsv.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            french, english, source = line.rstrip("\n").split("\t")
            # Software documentation is most of the corpus; a quarter of it says all its words.
            if not source.startswith("ms-") or number % 4 == 0:
                yield french
                yield english
    with gzip.open(corpus / "titled.permissive.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            document = json.loads(line)
            if not document["source"].startswith("ms-") or number % 4 == 0:
                yield document["body"][:3000]


def _count(text: str, lower: Counter[str], capital: Counter[str]) -> None:
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if word.islower():
            lower[_bare(word)] += 1
        elif word[0].isupper() and _is_inside_a_sentence(text, start):
            capital[_bare(word)] += 1


def _is_inside_a_sentence(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] in " ’'" and text[start - 2] not in '.!?:\n«"-*#|>'


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"))
