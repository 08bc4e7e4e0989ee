"""What goes over the wire between a client and an OpenAI-compatible server, and good replies."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.openai_answers import Json, content_for


@dataclass(frozen=True)
class Reply:
    """What goes over the wire: `cut_at` closes the connection after so many bytes of body."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    wait_seconds: float = 0.0
    cut_at: int | None = None
    declares_length: bool = True


@dataclass(frozen=True)
class Call:
    """One request, the delay the server was started with, and the server's first answer."""

    payload: Json
    delay_seconds: float
    first_content: str | None = None


Fault = Callable[[Call], Reply]


def completion(
    payload: Json,
    content: str | None,
    *,
    finish_reason: str | None = "stop",
    **message: Any,
) -> Json:
    """Return a chat completion as the API words it."""
    prompt = sum(len(str(each.get("content")).split()) for each in payload.get("messages", []))
    answered = len((content or "").split())
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": content, **message},
        "finish_reason": finish_reason,
    }
    return {
        "id": "chatcmpl-test",
        "object": "chat.completion",
        "created": 0,
        "model": payload.get("model"),
        "choices": [choice],
        "usage": {
            "prompt_tokens": prompt,
            "completion_tokens": answered,
            "total_tokens": prompt + answered,
        },
    }


def good(call: Call) -> Reply:
    """Answer as asked."""
    return as_reply(completion(call.payload, content_for(call.payload)))


def as_reply(body: Json, *, status: int = 200, **headers: str) -> Reply:
    """Return a body as JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, json.dumps(body).encode(), named)


def error(status: int, message: str, *, code: str | None = None, **headers: str) -> Reply:
    """Return an error as the API words it."""
    told = {"message": message, "type": "invalid_request_error", "param": None, "code": code}
    return as_reply({"error": told}, status=status, **headers)
