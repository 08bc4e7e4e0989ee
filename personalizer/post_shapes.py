"""The shapes a model gives a post in, and how the text is put together from each.

They are plain on purpose: strict dialects of JSON Schema know neither defaults nor bounds,
so every field is required and what may not be empty is looked at afterwards.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, model_validator

# What a model that ignores the schema calls the text, in either language.
_OTHER_NAMES: Final = ("post", "content", "draft", "body", "message")
_OTHER_NAMES_FR: Final = ("texte", "publication", "contenu", "brouillon")
# The only text of an answer may still be none of the post: what went wrong, what was thought.
_NO_POST: Final = re.compile(
    r"error|erreur|refus|reason|raison|thought|think|pens[ée]e|analys|plan\b|status|statut|note"
    r"|explan|explic|warning|comment|source|input|instruction|title|titre|language|langue|model"
)


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
        found = named or [one for name, one in texts.items() if not _NO_POST.search(name)]
        is_one = len(found) == 1 and (named or len(texts) == 1)
        return {"text": found[0]} if is_one else data

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
