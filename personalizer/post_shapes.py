"""The shapes a model gives a post in, and how the text is put together from each.

They are plain on purpose: strict dialects of JSON Schema know neither defaults nor bounds,
so every field is required and what may not be empty is looked at afterwards.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict


class PostShape(BaseModel, ABC):
    """An answer that a post can be read from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @abstractmethod
    def post(self, url: str | None) -> str:
        """Return the text of the post; `url` is the content's own address."""


class Post(PostShape):
    """The whole text in one field."""

    text: str

    def post(self, url: str | None) -> str:  # noqa: ARG002 - the prompt asked for the link
        """Return the text as it was written."""
        return self.text


class PostInParts(PostShape):
    """The text in its parts; a part that has nothing to say is empty."""

    opening: str
    disclosure: str
    fact: str
    personal: str
    question: str
    hashtags: list[str]

    def post(self, url: str | None) -> str:
        """Return the parts in order, each a paragraph of its own."""
        tags = " ".join(f"#{tag.lstrip('#')}" for tag in self.hashtags if tag.strip("# "))
        middle = f"{self.disclosure.strip()} {self.fact.strip()}"
        parts = (self.opening, middle, self.personal, self.question, url or "", tags)
        return "\n\n".join(part.strip() for part in parts if part.strip())


POST_SHAPES: Mapping[str, type[PostShape]] = MappingProxyType(
    {"post": Post, "post_in_parts": PostInParts}
)
