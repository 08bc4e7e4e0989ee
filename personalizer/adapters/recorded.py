"""A model that answers only what was asked before: replies kept in a file, with who gave them.

It lets prompts be compared without a key and without a network. A prompt that nobody answered
yet is an error that says so, never a made-up reply.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ValidationError

from domain.errors import ModelMisbehaved, ModelUnavailable
from domain.ports import Answer, Message

Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True)
class RecordedModel:
    """Replies by the digest of the conversation they answer; `name` says who gave them."""

    name: str
    replies: Mapping[str, Any]

    @classmethod
    def of(cls, path: Path) -> Self:
        """Read replies from a JSON file: `{"given_by": …, "replies": {digest: answer}}`."""
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(data["given_by"], data["replies"])

    async def answer(
        self,
        messages: Sequence[Message],
        shape: type[Shape],
        *,
        temperature: float = 0.7,  # noqa: ARG002 - a recorded reply has none
        seed: int | None = None,  # noqa: ARG002 - the same
    ) -> Answer[Shape]:
        """Return the reply recorded for exactly these messages."""
        key = digest(messages)
        if key not in self.replies:
            raise ModelUnavailable(
                f"nobody answered this prompt yet ({key[:12]}): set PORTEVOIX_MODEL to ask a model"
            )
        return Answer(_in_shape(self.replies[key], shape), self.name)


def digest(messages: Sequence[Message]) -> str:
    """Name a conversation by its words."""
    spoken = json.dumps([(message.role, message.text) for message in messages])
    return hashlib.sha256(spoken.encode()).hexdigest()


def _in_shape(reply: object, shape: type[Shape]) -> Shape:
    if not issubclass(shape, BaseModel):
        raise TypeError(f"{shape.__name__} is no wire model")
    try:
        return shape.model_validate(reply)
    except ValidationError as error:
        raise ModelMisbehaved(
            f"the recorded reply is no {shape.__name__}: {error.error_count()} problems"
        ) from error
