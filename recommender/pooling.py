"""Vectors of whole contents: an encoder with a better way for long texts is asked for it."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from domain.ports import Encoder


@runtime_checkable
class ContentEncoder(Protocol):
    """An encoder that pools a long text otherwise than a sentence."""

    def encode_contents(self, texts: Sequence[str]) -> list[bytes]:
        """Return one vector per content, comparable with the vectors of `encode`."""
        ...


def encode_contents(encoder: Encoder, texts: Sequence[str]) -> list[bytes]:
    """Return the vectors of contents, articles and posts: of whatever repeats its own words."""
    if not texts:
        return []
    if isinstance(encoder, ContentEncoder):
        return encoder.encode_contents(texts)
    return encoder.encode(texts)
