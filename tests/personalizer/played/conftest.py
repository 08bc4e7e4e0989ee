"""What every player's replies go through: the default charter, and a server that answers."""

from collections.abc import Iterator

import pytest

from guardrails.guard import Guard
from tests.openai_server import OpenAIServer, running
from tests.personalizer.played.loop import default_guard


@pytest.fixture(scope="module")
def guard() -> Guard:
    return default_guard()


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server
