"""Every way an OpenAI-compatible server is known to misbehave, each a named switch."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tests.openai_answers import post_for
from tests.openai_spoiling import (
    LEAD,
    around,
    asks,
    cut,
    cut_without_length,
    echo,
    extra,
    finishing,
    first_again,
    half_a_pair,
    ignoring_the_schema,
    in_place_of_a_post,
    not_a_number,
    obedient,
    priced,
    refusing,
    renamed,
    roles,
    same_for_everybody,
    saying,
    streamed,
    uncounted,
    with_choices,
    with_content,
    with_message,
    with_status,
    wrong_types,
)
from tests.openai_wire import Fault, Reply, as_reply, completion, good

_FOREVER = 3_600.0
_UNSUPPORTED = "Unsupported parameter: '{}' is not supported with this model."
_OTHER_LIMIT = "Unsupported parameter: '{}' is not supported. Use the other limit instead."

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        "rate_limited": with_status(429, "Slow down."),
        "rate_limited_1s": with_status(429, "Slow down.", Retry_After="1"),
        "rate_limited_90s": with_status(429, "Slow down.", Retry_After="90"),
        "no_credit": with_status(429, "You exceeded your quota.", code="insufficient_quota"),
        "server_error": with_status(500, "Internal error."),
        "bad_gateway": with_status(502, "Bad gateway."),
        "overloaded": with_status(503, "Overloaded.", Retry_After="soon"),
        "output_unusable": with_status(
            500, "The model produced output that does not match the expected peg-native format"
        ),
        "dropped_body": cut,
        "truncated_body": cut_without_length,
        "no_response": lambda _call: Reply(cut_at=0, declares_length=False, status=0),
        "hang": lambda _call: Reply(wait_seconds=_FOREVER),
        "slow_first_byte": lambda call: replace(good(call), wait_seconds=call.delay_seconds),
        "context_length": with_status(
            400, "This model's maximum context length is 4096.", code="context_length_exceeded"
        ),
        "streams_unasked": streamed(ends=True),
        "stream_ends_early": streamed(ends=False),
        "html": lambda _call: Reply(body=b"<html>Welcome</html>", content_type="text/html"),
        "error_in_200": lambda _call: as_reply({"error": {"message": "overloaded"}}),
        "redirect": lambda _call: Reply(307, headers={"Location": "http://127.0.0.1:9/v1"}),
        "choices_empty": with_choices([]),
        "choices_null": with_choices(None),
        "empty_content": with_message(content=""),
        "finish_length": finishing("length", lambda content: content[: len(content) // 2]),
        "finish_content_filter": finishing("content_filter", lambda _content: ""),
        "finish_missing": finishing(None, lambda content: content),
        "refusal": with_message(content=None, refusal="I cannot help with that."),
        "filtered_prompt": with_status(400, "The prompt was filtered.", code="content_filter"),
        "bad_json": with_content(lambda content: content[:-2]),
        "fenced_json": with_content(lambda content: f"```json\n{content}\n```"),
        "json_in_prose": with_content(lambda content: f"Here you are:\n{content}\nAnything else?"),
        "extra_keys": with_content(extra),
        "renamed_field": with_content(renamed),
        "layered": with_content(lambda content: f'{{"response": {content}, "model": "small"}}'),
        "comma_too_many": with_content(lambda content: f"{content[:-1]},}}"),
        "bare_line_breaks": with_content(lambda content: content.replace("\\n", "\n")),
        "prose_always": lambda call: as_reply(completion(call.payload, post_for(call.payload))),
        "wrong_types": with_content(wrong_types),
        "nan": with_content(not_a_number),
        "lone_surrogate": with_content(half_a_pair),
        "schema_refused": refusing(
            "response_format", "'{}' of type 'json_schema' is not supported with this model",
            when=asks("json_schema"),
        ),
        "schema_refused_without_words": refusing("", "Bad request.", when=asks("json_schema")),
        "every_format_refused": refusing(
            "response_format", "Unknown field '{}'.",
            when=lambda payload: bool(payload.get("response_format")),
        ),
        "schema_ignored": ignoring_the_schema,
        "no_usage": uncounted,
        "priced": priced(0.25),
        "price_is_no_number": priced("free"),
        "reasoning_only": with_message(content=None, reasoning_content='{"text": "Let me think."}'),
        "think_in_content": with_content(
            lambda content: f'<think>{{"text": "A first idea."}}</think>\n{content}'
        ),
        "think_without_end": with_content(lambda content: f"<think>{content}"),
        "second_system_refused": refusing(
            "system", "Only one {} message is allowed.",
            when=lambda payload: roles(payload).count("system") > 1,
        ),
        "system_refused": refusing(
            "system", "System role not supported.",
            when=lambda payload: "system" in roles(payload),
        ),
        "unauthorized": with_status(401, "Incorrect API key: sk-se****.", code="invalid_api_key"),
        "forbidden": with_status(403, "Not allowed."),
        "model_not_found": with_status(404, "The model does not exist.", code="model_not_found"),
        "max_tokens_refused": refusing(
            "max_tokens", _OTHER_LIMIT, when=lambda payload: "max_tokens" in payload
        ),
        "max_completion_tokens_refused": refusing(
            "max_completion_tokens", _OTHER_LIMIT,
            when=lambda payload: "max_completion_tokens" in payload,
        ),
        "temperature_refused": refusing(
            "temperature", _UNSUPPORTED, when=lambda payload: "temperature" in payload
        ),
        "seed_refused": refusing("seed", _UNSUPPORTED, when=lambda payload: "seed" in payload),
        "bad_request": with_status(400, "Bad request."),
        "system_prompt_echo": echo,
        "first_answer_again": first_again,
        "same_for_everybody": same_for_everybody,
        "obeys_the_source": obedient,
        "refuses_in_text": lambda call: saying(call, in_place_of_a_post(call)),
        "wrapped": around(lambda post, french: f"{LEAD[french]}\n\n{post}"),
        "markdown": around(lambda post, _french: re.sub(r"(?m)^(.+)$", r"**\1**", post)),
        "html_in_text": around(lambda post, _french: f"<p>{post}</p>"),
        "chat_tokens": around(lambda post, _french: f"{post}<|im_end|>"),
        "cut_text": around(lambda post, _french: post[: len(post) // 2].rstrip(" .!?\n") + " de"),
        "loops": around(lambda post, _french: "\n\n".join([post] * 12)),
    }
)  # fmt: skip
