"""A real OpenAI-compatible server for each test that asks a model."""

from collections.abc import Iterator

import pytest

from tests.openai_server import OpenAIServer, running


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server
