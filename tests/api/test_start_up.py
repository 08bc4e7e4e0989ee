"""What importing and starting cost: nothing happens before it is needed."""

import subprocess
import sys

import pytest

HEAVY = """torch chromadb langchain_core langchain_openai openai sklearn sentence_transformers
transformers trafilatura feedparser dbos""".split()
MODULES = """api.app api.wiring api.cli.main guardrails.guard personalizer.drafting
recommender.recommender""".split()
RUN = "from api.cli.main import run; run"


def loaded_by(code: str) -> str:
    """Run code in a process of its own and return the heavy modules it loaded."""
    told = f"import sys; {code}; print(sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("module", MODULES)
def test_importing_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") == "[]"


@pytest.mark.parametrize("command", [["check", "--help"], ["charter", "test", "--json"]])
def test_checking_needs_no_model_library(command: list[str]) -> None:
    assert loaded_by(f"{RUN}({command!r})") == "[]"
