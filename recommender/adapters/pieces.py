"""Cutting texts into numbered pieces of words, fast: how a word is cut is remembered.

A space or a line's end always ends a word for the bundled tokenizer, so cutting word by word gives
what cutting the whole text would; a test compares the two on any text.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

# Some megabytes at most; when there are more words than this, all are forgotten.
_REMEMBERED: Final = 50_000
# What is longer is hardly a word, and would fill the memory.
_LONGEST: Final = 64


class Pieces:
    """Cuts texts; may be shared between threads.

    `rows` is where each piece stands, several in one place perhaps; by default at its number.
    """

    def __init__(self, path: Path, rows: Sequence[int] | None = None) -> None:
        # Its own threads do not survive a fork, and one core is all a text needs.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer  # noqa: PLC0415 - only where an encoder is opened

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._rows = range(self.count) if rows is None else rows
        self._known: dict[str, list[int]] = {}

    @property
    def count(self) -> int:
        """Return how many pieces there are."""
        return int(self._tokenizer.get_vocab_size())

    def of(self, texts: Sequence[str]) -> list[list[int]]:
        """Return where the pieces of each text stand, in order."""
        split = [text.replace("\n", " ").split(" ") for text in texts]
        known = self._knowing({word for words in split for word in words})
        return [[piece for word in words for piece in self._of(word, known)] for words in split]

    def _of(self, word: str, known: dict[str, list[int]]) -> list[int]:
        found = known.get(word)
        return self._cut([word])[0] if found is None else found

    def _knowing(self, words: set[str]) -> dict[str, list[int]]:
        """Return how words are cut, these among them; whoever holds the answer keeps it."""
        # Not `words - self._known.keys()`, which walks through all that is known.
        new = [word for word in words if word not in self._known and len(word) <= _LONGEST]
        if len(self._known) + len(new) > _REMEMBERED:
            self._known, new = {}, [word for word in words if len(word) <= _LONGEST]
        known = self._known
        known.update(zip(new, self._cut(new), strict=True))
        return known

    def _cut(self, texts: list[str]) -> list[list[int]]:
        read = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        rows = self._rows
        return [[rows[piece] for piece in one.ids] for one in read]
