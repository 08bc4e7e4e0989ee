"""The service connects to what its operator named, and to nothing else: its sockets are watched."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.openai_server import running

pytestmark = pytest.mark.xdist_group("processes")

# Services that libraries would call, had they been left as they come.
TEMPTING = {
    "OPENAI_API_KEY": "sk-stray",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_TRACING": "true",
    "LANGCHAIN_API_KEY": "stray",
    "OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector.example:4318",
    "FASTAPI_OTEL_AUTO_CONFIGURE": "true",
    "HTTPS_PROXY": "http://proxy.example:3128",
    "HTTP_PROXY": "http://proxy.example:3128",
}
QUIET = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "ANONYMIZED_TELEMETRY", "LANGSMITH_TRACING")


def reached(folder: Path, **environment: str) -> set[str]:
    """Run a whole pass in a process of its own and return what it reached."""
    # Nothing that the tests themselves set to keep libraries quiet.
    kept = {name: value for name, value in os.environ.items() if name not in QUIET}
    done = subprocess.run(
        [sys.executable, "-m", "tests.whole_pass", str(folder)],
        env={**kept, **TEMPTING, **environment},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_by_default_nothing_is_reached_whatever_stands_in_the_shell(tmp_path: Path) -> None:
    assert reached(tmp_path) == set()


def test_with_a_model_its_endpoint_is_reached_and_nothing_else(tmp_path: Path) -> None:
    with running() as endpoint:
        found = reached(tmp_path, PORTEVOIX_MODEL="test", OPENAI_BASE_URL=endpoint.base_url)
    place = urlsplit(endpoint.base_url).netloc
    assert endpoint.requests
    assert found - {f"name {urlsplit(endpoint.base_url).hostname}"} == {place}
