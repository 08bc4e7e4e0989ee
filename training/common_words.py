"""Make common.fr.txt and common.en.txt of guardrails/lexicon: words that many texts hold.

    python -m training.common_words [../shared/corpus]

A server reads them once at its start (`api.charter_in_force.preparing`), so that what checks make
out of a word when they first meet it is at hand. The first of them are `everyday.fr.txt` and
`everyday.en.txt` of the personalizer: what everybody says ties no note to a content. Words are
bare, as checks cut them, the commonest first. Sources and licences: the README.md of the corpus;
no sentence of it is kept.
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from guardrails.learned.tokens import tokens
from guardrails.reading import fold

_ROOT = Path(__file__).parent.parent
LEXICON, PERSONALIZER = _ROOT / "guardrails" / "lexicon", _ROOT / "personalizer"
KEPT, EVERYDAY = 5_000, 2_000
_LARGE = 20_000  # words; a smaller source says little of what is common
_SAMPLED = 4  # one in so many texts says all their words
_LONGEST = 3_000
_WORD = re.compile(r"[a-zœæ]+(?:['-][a-zœæ]+)*")


def main(corpus: Path) -> None:
    """Count, rank, and write the lists."""
    counted = defaultdict[str, defaultdict[str, Counter[str]]](lambda: defaultdict(Counter))
    for language, source, text in _texts(corpus):
        bare = fold(text, accents=False).text
        counted[language][source].update(one.word for one in tokens(bare))
    for language, sources in counted.items():
        words = ranked([one for one in sources.values() if one.total() >= _LARGE])[:KEPT]
        _write(LEXICON / f"common.{language}.txt", words)
        _write(PERSONALIZER / f"everyday.{language}.txt", words[:EVERYDAY])


def _write(path: Path, words: Sequence[str]) -> None:
    path.write_text("\n".join(words) + "\n", encoding="utf-8")


def ranked(sources: Iterable[Mapping[str, int]]) -> list[str]:
    """Return the words of some sources, the commonest first.

    A word that half of the sources use now and then is commoner than one that fills a manual.
    """
    weights = defaultdict[str, float](float)
    for counts in sources:
        total = sum(counts.values())
        for word, count in counts.items():
            if _WORD.fullmatch(word):
                weights[word] += (count / total) ** 0.5
    return sorted(weights, key=lambda word: (-weights[word], word))


def _texts(corpus: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the language, the source and the text of a sample of the corpus."""
    with gzip.open(corpus / "parallel.permissive.tsv.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            french, english, source = line.rstrip("\n").split("\t")
            if number % _SAMPLED == 0:
                yield "fr", source.partition("#")[0], french
                yield "en", source.partition("#")[0], english
    with gzip.open(corpus / "titled.permissive.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % _SAMPLED == 0:
                document = json.loads(line)
                source = document["source"].partition("#")[0]
                yield document["lang"], source, document["body"][:_LONGEST]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"))
