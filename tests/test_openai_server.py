"""The test server itself: what others build on must not be taken on trust."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.openai_faults import FAULTS
from tests.openai_server import OpenAIServer, running

PROMPT = [
    {"role": "system", "content": "Laisse cette marque : [à compléter : …]"},
    {
        "role": "user",
        "content": "Au plus 200 caractères.\n<employer>Ardemont</employer>\n"
        "<passage>\n12 minutes.\n</passage>\n<link>https://ardemont.example</link>",
    },
]
SCHEMA = {
    "type": "object",
    "properties": {"text": {"type": "string"}, "sure": {"type": "boolean"}},
    "required": ["text", "sure"],
    "additionalProperties": False,
}


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server


def ask(server: OpenAIServer, **more: Any) -> httpx.Response:
    body = {"model": "test", "messages": PROMPT, **more}
    return httpx.post(f"{server.base_url}/chat/completions", json=body, trust_env=False)


def content(response: httpx.Response) -> str:
    return str(response.json()["choices"][0]["message"]["content"])


def schema(of: dict[str, Any]) -> dict[str, Any]:
    asked = {"name": "answer", "strict": True, "schema": of}
    return {"type": "json_schema", "json_schema": asked}


def test_it_answers_a_post_built_from_the_prompt(server: OpenAIServer) -> None:
    text = content(ask(server))
    assert "Je travaille chez Ardemont." in text
    assert "12 minutes." in text
    assert "[à compléter" in text
    assert text.endswith("https://ardemont.example")


def test_it_answers_in_the_shape_asked(server: OpenAIServer) -> None:
    answer = json.loads(content(ask(server, response_format=schema(SCHEMA))))
    assert answer["sure"] is False
    assert "Ardemont" in answer["text"]


def test_it_keeps_to_the_length_asked(server: OpenAIServer) -> None:
    short = [{**PROMPT[1], "content": PROMPT[1]["content"].replace("200", "60")}]
    assert len(content(ask(server, messages=[PROMPT[0], *short]))) <= 60


@pytest.mark.parametrize(
    "broken",
    [
        {"stream": True},
        {"messages": []},
        {"response_format": schema({**SCHEMA, "additionalProperties": True})},
        {"response_format": schema({**SCHEMA, "required": ["text"]})},
        {"response_format": {**schema(SCHEMA), "json_schema": {"name": "a", "schema": SCHEMA}}},
    ],
)
def test_it_refuses_what_a_strict_server_refuses(
    server: OpenAIServer, broken: dict[str, Any]
) -> None:
    assert ask(server, **broken).status_code == 400


def test_it_remembers_what_it_was_asked(server: OpenAIServer) -> None:
    ask(server, seed=3)
    assert [request["seed"] for request in server.requests] == [3]


def test_a_fault_may_last_for_some_requests_only(server: OpenAIServer) -> None:
    server.use("server_error", times=2)
    assert [ask(server).status_code for _ in range(3)] == [500, 500, 200]


def test_a_fault_may_be_put_right(server: OpenAIServer) -> None:
    server.use("server_error")
    assert ask(server).status_code == 500
    server.use(None)
    assert ask(server).status_code == 200


def test_an_unknown_fault_is_named(server: OpenAIServer) -> None:
    with pytest.raises(ValueError, match="nonsense"):
        server.use("nonsense")


def test_other_addresses_are_not_there(server: OpenAIServer) -> None:
    assert httpx.get(f"{server.base_url}/models", trust_env=False).status_code == 200
    assert httpx.post(f"{server.base_url}/embeddings", json={}, trust_env=False).status_code == 404


def test_it_starts_from_the_command_line_with_a_fault() -> None:
    command = [sys.executable, "-m", "tests.openai_server", "--port", "0", "--fault", "html"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0].partition("=")[2]
        answer = httpx.post(
            f"{address}/chat/completions",
            json={"model": "test", "messages": PROMPT},
            trust_env=False,
        )
        process.terminate()
    assert "html" in FAULTS
    assert answer.headers["content-type"] == "text/html"
