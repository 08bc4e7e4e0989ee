"""The tools for assistants, over standard input and output, with the SDK's own client."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters

from tests.api.conftest import NewFolder
from tests.api.test_drafts import INLINE

pytestmark = [pytest.mark.anyio, pytest.mark.xdist_group("processes")]

EXPERT = {"profile_type": "expert", "organization": "Tessonde"}


@pytest.fixture(scope="module")
def folder(new_demo: NewFolder) -> Path:
    """Make a deployment of the demo."""
    return new_demo()


def server(folder: Path) -> StdioServerParameters:
    environment = {**os.environ, "PORTEVOIX_DATA_DIR": str(folder)}
    return StdioServerParameters(
        command=sys.executable, args=["-m", "api.cli", "mcp"], env=environment
    )


def said(result: Any) -> Any:
    return json.loads(result.content[0].text)


async def test_an_assistant_goes_the_whole_way(folder: Path) -> None:
    async with Client(server(folder), read_timeout_seconds=60) as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == {"recommend", "draft", "check", "explain"}
        assert all(tool.description for tool in tools.values())

        found = said(await client.call_tool("recommend", {"ambassador": EXPERT, "k": 2}))
        assert len(found["items"]) == 2
        item = found["items"][0]
        asked = {"content_id": item["content_id"], "language": item["language"]}
        made = said(await client.call_tool("draft", {**asked, "ambassador": EXPERT}))
        assert {"drafts", "withheld"} <= set(made)
        for draft in made["drafts"]:
            assert draft["verdict"]["outcome"] == "allow"

        text = {"text": "Write to lea@tessonde.example.", "language": "en"}
        verdict = said(await client.call_tool("check", text))
        assert verdict["outcome"] == "block"
        rule = verdict["findings"][0]["rule"]
        told = said(await client.call_tool("explain", {"rule": rule}))
        assert (told["rule"], set(told["statement"])) == (rule, {"fr", "en"})


async def test_a_refusal_is_told_and_the_server_goes_on(folder: Path) -> None:
    async with Client(server(folder), read_timeout_seconds=60) as client:
        for name, arguments, told in (
            ("explain", {"rule": "CH-99"}, "not_found"),
            ("draft", {"language": "fr", "ambassador": EXPERT}, "exactly one"),
            ("draft", {"language": "fr", "ambassador": EXPERT, "content_id": "c_0"}, "not_found"),
            ("check", {"text": " ", "language": "fr"}, "invalid"),
            ("check", {"text": "a", "language": "de"}, "language: the possible values are"),
            ("check", {"language": "fr"}, "text: is missing"),
            ("recommend", {"profile_type": "expert"}, "ambassador: is missing"),
        ):
            result = await client.call_tool(name, arguments)
            assert result.is_error, name
            assert told in result.model_dump_json()
            assert "pydantic" not in result.model_dump_json()
        inline = {**INLINE, "url": "https://www.tessonde.example/fr/mcp"}
        asked = {"language": "fr", "ambassador": EXPERT, "content": inline}
        assert said(await client.call_tool("draft", asked))["drafts"]
        # No tool knows anybody's record.
        for tool in (await client.list_tools()).tools:
            assert "ambassador_id" not in json.dumps(tool.input_schema)
        result = await client.call_tool("recommend", {"ambassador_id": "amb_lea"})
        assert result.is_error
