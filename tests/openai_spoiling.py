"""Ways in which a reply of an OpenAI-compatible server goes wrong."""

import json
from collections.abc import Callable
from dataclasses import replace
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
from tests.openai_wire import Call, Fault, Reply, as_reply, completion, error, good


def with_status(status: int, message: str, *, code: str | None = None, **headers: str) -> Fault:
    return lambda _call: error(status, message, code=code, **headers)


def with_content(change: Callable[[str], str]) -> Fault:
    return lambda call: as_reply(completion(call.payload, change(content_for(call.payload))))


def with_message(content: str | None, **message: Any) -> Fault:
    return lambda call: as_reply(completion(call.payload, content, **message))


def with_choices(value: object) -> Fault:
    return lambda call: as_reply(completion(call.payload, "") | {"choices": value})


def refusing(parameter: str, message: str, *, when: Callable[[Json], bool]) -> Fault:
    def fault(call: Call) -> Reply:
        refuses = when(call.payload)
        return error(400, message.format(parameter), code="unsupported") if refuses else good(call)

    return fault


def uncounted(call: Call) -> Reply:
    return as_reply(completion(call.payload, content_for(call.payload)) | {"usage": None})


def priced(cost: object) -> Fault:
    def fault(call: Call) -> Reply:
        whole = completion(call.payload, content_for(call.payload))
        return as_reply(whole | {"usage": {**whole["usage"], "cost": cost}})

    return fault


def cut(call: Call) -> Reply:
    whole = good(call)
    return replace(whole, cut_at=len(whole.body) // 2)


def streamed(*, ends: bool) -> Fault:
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


def cut_without_length(call: Call) -> Reply:
    return replace(cut(call), declares_length=False)


def extra(content: str) -> str:
    return json.dumps(json.loads(content) | {"confidence": 0.9, "reasoning": "because"})


def renamed(content: str) -> str:
    """Call the fields otherwise, as who writes JSON by hand does."""
    return json.dumps({f"linkedin_{name}": one for name, one in json.loads(content).items()})


def wrong_types(content: str) -> str:
    return json.dumps(dict.fromkeys(json.loads(content), 42))


def not_a_number(content: str) -> str:
    return "{" + ", ".join(f'"{name}": NaN' for name in json.loads(content)) + "}"


def half_a_pair(content: str) -> str:
    return json.dumps(dict.fromkeys(json.loads(content), "\ud800"))


def ignoring_the_schema(call: Call) -> Reply:
    payload = {**call.payload, "response_format": None}
    return as_reply(completion(call.payload, content_for(payload)))


def echo(call: Call) -> Reply:
    system = " ".join(str(each["content"]) for each in call.payload["messages"][:1])
    return saying(call, system)


def same_for_everybody(call: Call) -> Reply:
    return saying(call, same_post_for(call.payload))


def obedient(call: Call) -> Reply:
    return saying(call, what_the_source_orders(call.payload))


def first_again(call: Call) -> Reply:
    content = call.first_content or content_for(call.payload)
    return as_reply(completion(call.payload, content))


def saying(call: Call, text: str) -> Reply:
    schema = schema_in(call.payload) or {"properties": {"text": {}}}
    content = json.dumps(dict.fromkeys(schema["properties"], text))
    return as_reply(completion(call.payload, content))


LEAD = {True: "Voici votre post :", False: "Here is your post:"}
_REFUSAL = {
    True: "Je suis désolé, mais je ne peux pas vous aider à rédiger ce post.",
    False: "I'm sorry, but I can't help you with this post.",
}


def in_place_of_a_post(call: Call) -> str:
    return _REFUSAL[is_french(call.payload)]


def around(change: Callable[[str, bool], str]) -> Fault:
    """Answer with a good post, spoilt."""
    return lambda call: saying(call, change(post_for(call.payload), is_french(call.payload)))


def finishing(reason: str | None, content: Callable[[str], str | None]) -> Fault:
    return lambda call: as_reply(
        completion(call.payload, content(content_for(call.payload)), finish_reason=reason)
    )


def asks(kind: str) -> Callable[[Json], bool]:
    return lambda payload: (payload.get("response_format") or {}).get("type") == kind


def roles(payload: Json) -> list[str]:
    return [each["role"] for each in payload["messages"]]
