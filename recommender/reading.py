"""What matching keeps of an item's text: its words, counted, and the kinds it shows.

Reading takes most of a millisecond an item, so it is done once per text and kept like a vector.
Words travel as hashes of their keys: no text can be read back, and counting needs no dictionary.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from domain.content import ContentItem
from domain.language import Language
from recommender.kinds import KINDS
from recommender.recognition import kind_shares, recognised
from recommender.vectors import Doubles
from recommender.words import Stems, compounds_of, is_stop, words_of

Keys = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.uint16]

# A word of the title or a tag says more of a text than a word of its body.
_HEADLINE: Final = 3
_MOST: Final = int(np.iinfo(np.uint16).max)
_RULES: Final = (
    "reading.py",
    "words.py",
    "stop_words.py",
    "recognition.py",
    "form.py",
    "kind_model.npz",
    "kinds.py",
    "cues.toml",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one text: hashes of their keys, ascending, each with how often it stands there.

    `kinds` are shares in the order of KINDS.
    """

    keys: Keys
    counts: Counts
    kinds: Doubles

    @classmethod
    def of(cls, words: Sequence[str], kinds: Doubles) -> Self:
        """Count the keys of words; stop words are left out."""
        counted = Counter(key for key in words if not is_stop(key))
        keys = np.fromiter(map(hashed, counted), np.uint64, len(counted))
        counts = np.fromiter(counted.values(), np.int64, len(counted))
        order = np.argsort(keys)
        return cls(keys[order], np.minimum(counts[order], _MOST).astype(np.uint16), kinds)

    def pack(self) -> bytes:
        """Return it as bytes that `unpack` understands on any machine."""
        parts = (self.kinds.astype("<f8"), self.keys.astype("<u8"), self.counts.astype("<u2"))
        return b"".join(part.tobytes() for part in parts)

    @classmethod
    def unpack(cls, packed: bytes) -> Self | None:
        """Return what was packed, or None for bytes that are nothing of the kind."""
        size, rest = divmod(len(packed) - 8 * len(KINDS), 10)
        if size < 0 or rest:
            return None
        kinds = np.frombuffer(packed, "<f8", len(KINDS)).astype(np.float64)
        keys = np.frombuffer(packed, "<u8", size, 8 * len(KINDS)).astype(np.uint64)
        counts = np.frombuffer(packed, "<u2", size, 8 * (len(KINDS) + size)).astype(np.uint16)
        return cls(keys, counts, kinds)


class Reader:
    """Reads items one after the other; it remembers words, so it is not to be shared by threads."""

    def __init__(self) -> None:
        self._stems = {language: Stems(language) for language in Language}

    def read(self, item: ContentItem) -> Reading:
        """Return what matching keeps of an item."""
        key = self._stems[item.language].__getitem__
        headline, body = self._keys(item)
        joined = list(map(key, compounds_of(f"{item.title}\n{item.text}")))
        cues = kind_shares(headline, body, item.language)
        kinds = recognised(cues, item.title, item.text)
        return Reading.of(headline * _HEADLINE + body + joined, kinds)

    def cues(self, item: ContentItem) -> Doubles:
        """Return what the cues alone say of an item's kinds."""
        return kind_shares(*self._keys(item), item.language)

    def _keys(self, item: ContentItem) -> tuple[list[str], list[str]]:
        key = self._stems[item.language].__getitem__
        headline = list(map(key, words_of("\n".join((item.title, *item.tags)))))
        return headline, list(map(key, words_of(f"{item.summary or ''}\n{item.text}")))


@cache
def reader_fingerprint() -> str:
    """Name the rules of reading as they are; what was read under others is read again."""
    digest = blake2b(digest_size=8)
    for name in _RULES:
        digest.update(files("recommender").joinpath(name).read_bytes())
    return f"words-{digest.hexdigest()}"


@lru_cache(maxsize=65_536)
def hashed(key: str) -> int:
    """Return the number a word's key goes by; two words in the world hardly share one."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest())
