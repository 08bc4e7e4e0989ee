"""The shapes a model gives a post in, and how the text is put together from each.

They are plain on purpose: strict dialects of JSON Schema know neither defaults nor bounds,
so every field is required and what may not be empty is looked at afterwards.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, model_validator

# What a model that ignores the schema calls the text, in either language.
_OTHER_NAMES: Final = ("post", "content", "draft", "body", "message")
_OTHER_NAMES_FR: Final = ("texte", "publication", "contenu", "brouillon")


class PostShape(BaseModel, ABC):
    """An answer that a post can be read from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @abstractmethod
    def post(self, url: str | None) -> str:
        """Return the text of the post; `url` is the content's own address."""


class Post(PostShape):
    """The whole text in one field."""

    text: str

    @model_validator(mode="before")
    @classmethod
    def _renamed(cls, data: Any) -> Any:  # noqa: ANN401 - whatever a model gave
        """Take the text under another name, or the only text there is."""
        if not isinstance(data, dict) or "text" in data:
            return data
        texts = {str(key).casefold(): one for key, one in data.items() if isinstance(one, str)}
        named = [texts[name] for name in (*_OTHER_NAMES, *_OTHER_NAMES_FR) if name in texts]
        found = named or list(texts.values())
        return {"text": found[0]} if len(found) == 1 else data

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
