import subprocess
import sys

import pytest

HEAVY = ("sklearn", "scipy", "bm25s", "chromadb", "torch", "sentence_transformers", "onnxruntime")


@pytest.mark.parametrize(
    "module",
    [
        "recommender",
        "recommender.recommender",
        "recommender.snapshot",
        "recommender.encoders",
        "recommender.adapters.exact",
        "recommender.adapters.chroma",
        "recommender.adapters.hashing",
        "recommender.adapters.sentence_transformer",
        "recommender.adapters.static",
    ],
)
def test_importing_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*sorted({set(HEAVY)!r} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == []
