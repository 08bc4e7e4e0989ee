"""llama.cpp's own server, which keeps to a schema: gibberish in the very shape that was asked for.

Where `transformers serve` ignores `response_format` (test_real_server), this one obeys it, so
that nothing but the review stands between a random text and somebody's page.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from domain.errors import ModelMisbehaved
from domain.language import Language
from domain.metering import metered
from domain.review import Outcome
from guardrails.charter import load_charter
from guardrails.guard import Guard
from personalizer.adapters.langchain_chat import LangChainModel
from personalizer.post_shapes import Post
from tests.conftest import missing
from tests.personalizer.adapters.talking import MESSAGES
from tests.personalizer.test_drafting_over_http import drafting, engines, request

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.models,
    pytest.mark.timeout(120),
    pytest.mark.xdist_group("llama.cpp"),
]

LIMIT = 4
"""Tokens that are not enough for an answer of this model, which ends where chance has it."""
ROOM = 4_000


@dataclass(frozen=True)
class Served:
    base_url: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    try:
        import xllamacpp  # type: ignore[import-untyped]  # noqa: F401, PLC0415 - is it there?
    except ImportError:
        missing("xllamacpp")
    file = tmp_path_factory.mktemp("model") / "tiny.gguf"
    command = [sys.executable, "-m", "tests.tiny_gguf", str(file), "--serve"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        # Its log goes the same way; the address stands on a line of its own.
        lines = (line.strip() for line in process.stdout)
        address = next((line for line in lines if line.startswith("http://")), None)
        assert address, "llama.cpp ended at once"
        yield Served(f"{address}/v1")
        process.terminate()


def model_of(served: Served, **settings: Any) -> LangChainModel:
    return LangChainModel(model="tiny", base_url=served.base_url, **settings)


@pytest.mark.parametrize("method", ["json_schema", "json_object", "prompt"])
async def test_an_answer_that_stops_at_the_limit_is_none(served: Served, method: Any) -> None:
    model = model_of(served, structured_output=method, max_tokens=LIMIT)
    try:
        with pytest.raises(ModelMisbehaved):
            await model.answer(MESSAGES, Post)
    finally:
        await model.aclose()


async def test_it_keeps_to_the_schema_so_that_gibberish_comes_in_as_an_answer(
    served: Served,
) -> None:
    model = model_of(served, max_tokens=ROOM)
    try:
        with metered() as meter:
            answer = await model.answer(MESSAGES, Post, seed=3)
    finally:
        await model.aclose()
    assert answer.value.text
    assert meter.paid is not None
    assert meter.paid.completion_tokens > 0


@pytest.mark.parametrize("language", list(Language))
async def test_gibberish_in_the_right_shape_goes_no_further_than_the_review(
    served: Served, language: Language
) -> None:
    guard = Guard.of(load_charter(), key=b"a secret of the tests")
    review: dict[str, Any] = {"reviewer": guard, "grounder": guard, "comparer": guard.comparer}
    async with drafting(served, model="tiny", max_tokens=ROOM, **review) as drafter:
        result = await drafter.draft(request(language=language))
    assert engines(result) <= {"offline"}
    for draft in result.drafts:
        assert draft.verdict.outcome is Outcome.ALLOW
        assert "\N{REPLACEMENT CHARACTER}" not in draft.text
    for withheld in result.withheld:
        assert withheld.reason in {"charter", "model_misbehaved"}
