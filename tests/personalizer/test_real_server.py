"""A server that others wrote, with a model that says nothing: gibberish comes in, none goes out.

`transformers serve` ignores `response_format` and stops at the limit of tokens, as servers do.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from domain.errors import ModelMisbehaved
from domain.language import Language
from domain.review import Outcome
from personalizer.adapters.langchain_chat import LangChainModel
from personalizer.post_shapes import Post
from tests.personalizer.adapters.talking import MESSAGES
from tests.personalizer.test_drafting_over_http import drafting, engines, request

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.models,
    pytest.mark.timeout(400),
    pytest.mark.xdist_group("transformers serve"),
]

START_SECONDS = 240.0
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


@dataclass(frozen=True)
class Served:
    base_url: str
    model: str

    def settings(self, **more: Any) -> dict[str, Any]:
        return {"model": self.model, "max_tokens": 100} | more


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("model") / "tiny"
    environment = os.environ | OFFLINE | {"OMP_NUM_THREADS": "1", "HOME": str(folder.parent)}
    subprocess.run(
        [sys.executable, "-m", "tests.tiny_model", str(folder)], env=environment, check=True
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = Path(sys.executable).with_name("transformers")
    place = ["--host", "127.0.0.1", "--port", str(port), "--device", "cpu"]
    process = subprocess.Popen(
        [sys.executable, str(command), "serve", str(folder), *place],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(process, f"http://127.0.0.1:{port}/health")
        yield Served(f"http://127.0.0.1:{port}/v1", str(folder))
    finally:
        process.terminate()
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    ends_at = time.monotonic() + START_SECONDS
    while time.monotonic() < ends_at:
        assert process.poll() is None, "transformers serve ended at once"
        try:
            urllib.request.urlopen(address, timeout=2)  # noqa: S310 - our own loopback address
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    pytest.fail("transformers serve did not start")


@pytest.mark.parametrize("method", ["json_schema", "json_object", "prompt"])
async def test_gibberish_is_no_answer_however_it_was_asked_for(served: Served, method: Any) -> None:
    model = LangChainModel(
        model=served.model, base_url=served.base_url, structured_output=method, max_tokens=100
    )
    try:
        with pytest.raises(ModelMisbehaved):
            await model.answer(MESSAGES, Post)
    finally:
        await model.aclose()


@pytest.mark.parametrize("language", list(Language))
async def test_gibberish_comes_in_and_a_draft_of_the_offline_engine_goes_out(
    served: Served, language: Language
) -> None:
    async with drafting(served, **served.settings()) as drafter:
        result = await drafter.draft(request(language=language))
    assert len(result.drafts) == 1, result.withheld
    assert engines(result) == {"offline"}
    assert result.drafts[0].verdict.outcome is Outcome.ALLOW
    assert "\N{REPLACEMENT CHARACTER}" not in result.drafts[0].text


async def test_an_operator_who_wants_errors_is_told_of_a_model_that_misbehaves(
    served: Served,
) -> None:
    settings = served.settings(on_model_failure="error")
    async with drafting(served, **settings) as drafter:
        with pytest.raises(ModelMisbehaved) as raised:
            await drafter.draft(request())
    assert "\N{REPLACEMENT CHARACTER}" not in str(raised.value)
