"""Every way an OpenAI-compatible server is known to misbehave, each a named switch."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from tests.openai_answers import (
    Json,
    content_for,
    is_french,
    post_for,
    same_post_for,
    schema_in,
    what_the_source_orders,
)

_FOREVER = 3_600.0


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


def _status(status: int, message: str, *, code: str | None = None, **headers: str) -> Fault:
    return lambda _call: error(status, message, code=code, **headers)


def _content(change: Callable[[str], str]) -> Fault:
    return lambda call: as_reply(completion(call.payload, change(content_for(call.payload))))


def _message(content: str | None, **message: Any) -> Fault:
    return lambda call: as_reply(completion(call.payload, content, **message))


def _choices(value: object) -> Fault:
    return lambda call: as_reply(completion(call.payload, "") | {"choices": value})


def _refusing(parameter: str, message: str, *, when: Callable[[Json], bool]) -> Fault:
    def fault(call: Call) -> Reply:
        refuses = when(call.payload)
        return error(400, message.format(parameter), code="unsupported") if refuses else good(call)

    return fault


def _uncounted(call: Call) -> Reply:
    return as_reply(completion(call.payload, content_for(call.payload)) | {"usage": None})


def _priced(cost: object) -> Fault:
    def fault(call: Call) -> Reply:
        whole = completion(call.payload, content_for(call.payload))
        return as_reply(whole | {"usage": {**whole["usage"], "cost": cost}})

    return fault


def _cut(call: Call) -> Reply:
    whole = good(call)
    return replace(whole, cut_at=len(whole.body) // 2)


def _streamed(*, ends: bool) -> Fault:
    """Answer as a stream of events, though none was asked for."""

    def fault(call: Call) -> Reply:
        content = content_for(call.payload)
        chunk = {"id": "chatcmpl-test", "object": "chat.completion.chunk", "created": 0}
        pieces: list[Json] = [{"delta": {"role": "assistant", "content": content[:40]}}]
        pieces += [{"delta": {"content": content[40:]}, "finish_reason": "stop"}] if ends else []
        told = [json.dumps({**chunk, "choices": [{"index": 0, **piece}]}) for piece in pieces]
        events = "".join(f"data: {one}\n\n" for one in [*told, *(["[DONE]"] if ends else [])])
        return Reply(body=events.encode(), content_type="text/event-stream")

    return fault


def _cut_without_length(call: Call) -> Reply:
    return replace(_cut(call), declares_length=False)


def _extra(content: str) -> str:
    return json.dumps(json.loads(content) | {"confidence": 0.9, "reasoning": "because"})


def _wrong_types(content: str) -> str:
    return json.dumps(dict.fromkeys(json.loads(content), 42))


def _not_a_number(content: str) -> str:
    return "{" + ", ".join(f'"{name}": NaN' for name in json.loads(content)) + "}"


def _half_a_pair(content: str) -> str:
    return json.dumps(dict.fromkeys(json.loads(content), "\ud800"))


def _ignoring_the_schema(call: Call) -> Reply:
    payload = {**call.payload, "response_format": None}
    return as_reply(completion(call.payload, content_for(payload)))


def _echo(call: Call) -> Reply:
    system = " ".join(str(each["content"]) for each in call.payload["messages"][:1])
    return _saying(call, system)


def _same_for_everybody(call: Call) -> Reply:
    return _saying(call, same_post_for(call.payload))


def _obedient(call: Call) -> Reply:
    return _saying(call, what_the_source_orders(call.payload))


def _first_again(call: Call) -> Reply:
    content = call.first_content or content_for(call.payload)
    return as_reply(completion(call.payload, content))


def _saying(call: Call, text: str) -> Reply:
    schema = schema_in(call.payload) or {"properties": {"text": {}}}
    content = json.dumps(dict.fromkeys(schema["properties"], text))
    return as_reply(completion(call.payload, content))


_LEAD = {True: "Voici votre post :", False: "Here is your post:"}
_REFUSAL = {
    True: "Je suis désolé, mais je ne peux pas vous aider à rédiger ce post.",
    False: "I'm sorry, but I can't help you with this post.",
}


def _in_place_of_a_post(call: Call) -> str:
    return _REFUSAL[is_french(call.payload)]


def _around(change: Callable[[str, bool], str]) -> Fault:
    """Answer with a good post, spoilt."""
    return lambda call: _saying(call, change(post_for(call.payload), is_french(call.payload)))


def _finish(reason: str | None, content: Callable[[str], str | None]) -> Fault:
    return lambda call: as_reply(
        completion(call.payload, content(content_for(call.payload)), finish_reason=reason)
    )


def _asks(kind: str) -> Callable[[Json], bool]:
    return lambda payload: (payload.get("response_format") or {}).get("type") == kind


def _roles(payload: Json) -> list[str]:
    return [each["role"] for each in payload["messages"]]


_UNSUPPORTED = "Unsupported parameter: '{}' is not supported with this model."
_OTHER_LIMIT = "Unsupported parameter: '{}' is not supported. Use the other limit instead."

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "rate_limited": _status(429, "Slow down."),
        "rate_limited_1s": _status(429, "Slow down.", Retry_After="1"),
        "rate_limited_90s": _status(429, "Slow down.", Retry_After="90"),
        "no_credit": _status(429, "You exceeded your quota.", code="insufficient_quota"),
        "server_error": _status(500, "Internal error."),
        "bad_gateway": _status(502, "Bad gateway."),
        "overloaded": _status(503, "Overloaded.", Retry_After="soon"),
        "output_unusable": _status(
            500, "The model produced output that does not match the expected peg-native format"
        ),
        "dropped_body": _cut,
        "truncated_body": _cut_without_length,
        "no_response": lambda _call: Reply(cut_at=0, declares_length=False, status=0),
        "hang": lambda _call: Reply(wait_seconds=_FOREVER),
        "slow_first_byte": lambda call: replace(good(call), wait_seconds=call.delay_seconds),
        "context_length": _status(
            400, "This model's maximum context length is 4096.", code="context_length_exceeded"
        ),
        "streams_unasked": _streamed(ends=True),
        "stream_ends_early": _streamed(ends=False),
        "html": lambda _call: Reply(body=b"<html>Welcome</html>", content_type="text/html"),
        "error_in_200": lambda _call: as_reply({"error": {"message": "overloaded"}}),
        "redirect": lambda _call: Reply(307, headers={"Location": "http://127.0.0.1:9/v1"}),
        "choices_empty": _choices([]),
        "choices_null": _choices(None),
        "empty_content": _message(content=""),
        "finish_length": _finish("length", lambda content: content[: len(content) // 2]),
        "finish_content_filter": _finish("content_filter", lambda _content: ""),
        "finish_missing": _finish(None, lambda content: content),
        "refusal": _message(content=None, refusal="I cannot help with that."),
        "filtered_prompt": _status(400, "The prompt was filtered.", code="content_filter"),
        "bad_json": _content(lambda content: content[:-2]),
        "fenced_json": _content(lambda content: f"```json\n{content}\n```"),
        "json_in_prose": _content(lambda content: f"Here you are:\n{content}\nAnything else?"),
        "extra_keys": _content(_extra),
        "wrong_types": _content(_wrong_types),
        "nan": _content(_not_a_number),
        "lone_surrogate": _content(_half_a_pair),
        "schema_refused": _refusing(
            "response_format", "'{}' of type 'json_schema' is not supported with this model",
            when=_asks("json_schema"),
        ),
        "schema_refused_without_words": _refusing("", "Bad request.", when=_asks("json_schema")),
        "every_format_refused": _refusing(
            "response_format", "Unknown field '{}'.",
            when=lambda payload: bool(payload.get("response_format")),
        ),
        "schema_ignored": _ignoring_the_schema,
        "no_usage": _uncounted,
        "priced": _priced(0.25),
        "price_is_no_number": _priced("free"),
        "reasoning_only": _message(content=None, reasoning_content='{"text": "Let me think."}'),
        "think_in_content": _content(
            lambda content: f'<think>{{"text": "A first idea."}}</think>\n{content}'
        ),
        "think_without_end": _content(lambda content: f"<think>{content}"),
        "second_system_refused": _refusing(
            "system", "Only one {} message is allowed.",
            when=lambda payload: _roles(payload).count("system") > 1,
        ),
        "system_refused": _refusing(
            "system", "System role not supported.",
            when=lambda payload: "system" in _roles(payload),
        ),
        "unauthorized": _status(401, "Incorrect API key: sk-se****.", code="invalid_api_key"),
        "forbidden": _status(403, "Not allowed."),
        "model_not_found": _status(404, "The model does not exist.", code="model_not_found"),
        "max_tokens_refused": _refusing(
            "max_tokens", _OTHER_LIMIT, when=lambda payload: "max_tokens" in payload
        ),
        "max_completion_tokens_refused": _refusing(
            "max_completion_tokens", _OTHER_LIMIT,
            when=lambda payload: "max_completion_tokens" in payload,
        ),
        "temperature_refused": _refusing(
            "temperature", _UNSUPPORTED, when=lambda payload: "temperature" in payload
        ),
        "seed_refused": _refusing("seed", _UNSUPPORTED, when=lambda payload: "seed" in payload),
        "bad_request": _status(400, "Bad request."),
        "system_prompt_echo": _echo,
        "first_answer_again": _first_again,
        "same_for_everybody": _same_for_everybody,
        "obeys_the_source": _obedient,
        "refuses_in_text": lambda call: _saying(call, _in_place_of_a_post(call)),
        "wrapped": _around(lambda post, french: f"{_LEAD[french]}\n\n{post}"),
        "markdown": _around(lambda post, _french: f"**{post.replace(chr(10), f'**{chr(10)}')}**"),
        "chat_tokens": _around(lambda post, _french: f"{post}<|im_end|>"),
        "cut_text": _around(lambda post, _french: post[: len(post) // 2].rstrip(" .!?\n") + " de"),
        "loops": _around(lambda post, _french: "\n\n".join([post] * 12)),
    }
)  # fmt: skip
