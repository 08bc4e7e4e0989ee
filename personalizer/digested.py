"""Texts of people as the key of a cache: what was found out of them is kept, none of them is."""

from collections.abc import Sequence
from hashlib import blake2b


class Digested:
    """Texts that stand in a cache by their digest: once read, no text is kept there."""

    __slots__ = ("_digest", "_texts")

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = tuple(texts)
        lengths = ",".join(str(len(text)) for text in self._texts)
        joined = "".join((lengths, ":", *self._texts))
        self._digest = blake2b(joined.encode(errors="surrogatepass"), digest_size=32).digest()

    def read(self) -> tuple[str, ...]:
        """Return the texts, and let go of them."""
        texts, self._texts = self._texts, ()
        return texts

    def __hash__(self) -> int:
        return hash(self._digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Digested) and self._digest == other._digest
