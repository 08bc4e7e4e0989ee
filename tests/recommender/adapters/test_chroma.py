import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from domain.errors import IndexUnavailable
from domain.ports import VectorIndex
from recommender.adapters.chroma import ChromaIndex
from recommender.adapters.chroma_canary import main, survives
from recommender.adapters.chroma_store import ChromaStore
from recommender.adapters.exact import ExactIndex
from tests.contracts.vector_index import DIMENSION, FOUR, VectorIndexContract, structured, vector


def opened(folder: Path, *, encoder: str = "test-v1", dimension: int = DIMENSION) -> ChromaIndex:
    """Return the index of a folder."""
    return ChromaIndex(folder, fingerprint=encoder, dimension=dimension)


def found(index: VectorIndex, k: int = 9) -> set[str]:
    """Return the ids near the east."""
    return {hit.content_id for hit in index.search(vector(1), k)}


def bytes_in(folder: Path) -> bytes:
    """Return everything that stands in the files of a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


class TestContract(VectorIndexContract):
    @contextmanager
    def open(self, dimension: int) -> Iterator[VectorIndex]:
        with TemporaryDirectory() as folder, closing(opened(Path(folder))) as index:
            yield index


def test_finds_what_exact_search_finds(tmp_path: Path) -> None:
    vectors = structured(2000)
    exact = ExactIndex(DIMENSION)
    exact.reconcile(vectors)
    with closing(opened(tmp_path)) as chroma:
        chroma.reconcile(vectors)
        shares = [
            len(
                {hit.content_id for hit in exact.search(query, 10)}
                & {hit.content_id for hit in chroma.search(query, 10)}
            )
            / 10
            for query in list(vectors.values())[::20]
        ]
    assert float(np.mean(shares)) >= 0.95


def test_what_was_held_is_still_there_after_a_restart(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as index:
        index.reconcile(FOUR)
    with closing(opened(tmp_path)) as index:
        assert found(index) == set(FOUR)


@pytest.mark.parametrize(
    ("encoder", "dimension"), [("test-v2", DIMENSION), ("test-v1", DIMENSION // 2)]
)
def test_vectors_of_another_encoder_are_thrown_away(
    tmp_path: Path, encoder: str, dimension: int
) -> None:
    with closing(opened(tmp_path)) as index:
        index.reconcile(FOUR)
    with closing(opened(tmp_path, encoder=encoder, dimension=dimension)) as index:
        new = vector(0, 1, dimension=dimension)
        assert index.search(new, 9) == []
        index.reconcile({"new": new})
        assert [hit.content_id for hit in index.search(new, 9)] == ["new"]


def test_an_index_made_by_another_chroma_is_thrown_away(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as index:
        index.reconcile(FOUR)
    current = tmp_path / "current.json"
    current.write_text(json.dumps(json.loads(current.read_text()) | {"chroma": "0.6.3"}))
    with closing(opened(tmp_path)) as index:
        assert found(index) == set()


def test_a_second_index_on_the_folder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    with closing(opened(tmp_path)), pytest.raises(IndexUnavailable, match="another process"):
        opened(tmp_path)
    opened(tmp_path).close()


def test_another_process_is_refused(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from domain.errors import IndexUnavailable\n"
        "from recommender.adapters.chroma import ChromaIndex\n"
        "try:\n"
        "    ChromaIndex(pathlib.Path(sys.argv[1]), fingerprint='test-v1', dimension=64)\n"
        "except IndexUnavailable:\n"
        "    sys.exit(9)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with closing(opened(tmp_path)) as index:
        index.reconcile(FOUR)
        refused = subprocess.run(command, check=False, timeout=60)
        assert found(index) == set(FOUR)
    assert refused.returncode == 9


DAMAGES: dict[str, Callable[[Path], object]] = {
    "truncated": lambda path: os.truncate(path, path.stat().st_size // 2),
    "overwritten": lambda path: path.write_bytes(os.urandom(path.stat().st_size)),
    "missing": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", sorted(DAMAGES))
@pytest.mark.parametrize("name", ["data_level0.bin", "chroma.sqlite3"])
def test_a_damaged_folder_is_built_again(tmp_path: Path, name: str, damage: str) -> None:
    vectors = structured(1500)
    with closing(opened(tmp_path)) as index:
        index.reconcile(vectors)
    (path,) = tmp_path.rglob(name)
    DAMAGES[damage](path)
    with closing(opened(tmp_path)) as index:
        assert not path.exists()
        index.reconcile(vectors)
        assert index.search(vectors["c00700"], 1)[0].content_id == "c00700"


def test_a_canary_that_takes_too_long_counts_as_dead(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as index:
        index.reconcile(FOUR)
    (generation,) = (path for path in tmp_path.iterdir() if path.is_dir())
    assert survives(generation, timeout_seconds=60)
    assert not survives(generation, timeout_seconds=0.01)


def test_the_canary_sings_only_for_what_finds_itself(tmp_path: Path) -> None:
    sound, empty = tmp_path / "sound", tmp_path / "empty"
    names, matrix = ["a", "b"], np.eye(2, DIMENSION, dtype=np.float32)
    with closing(ChromaStore.create(sound)) as store:
        store.put(names, matrix, {"a": "1", "b": "2"})
    with closing(ChromaStore.create(empty)):
        pass
    assert main(str(sound)) == main(str(empty)) == 0
    assert main(str(tmp_path / "not a store")) == 1


@pytest.mark.parametrize("written", ["", "{", "[]", '{"generation": "../elsewhere"}', '"x"'])
def test_a_record_that_makes_no_sense_is_an_empty_index(tmp_path: Path, written: str) -> None:
    (tmp_path / "current.json").write_text(written)
    with closing(opened(tmp_path)) as index:
        assert found(index) == set()


def test_after_a_rebuild_no_byte_of_what_left_is_in_the_folder(tmp_path: Path) -> None:
    erased = structured(1, seed=9)["c00000"]
    with closing(opened(tmp_path)) as index:
        index.reconcile(structured(1200) | {"erased-content": erased})
        assert erased[:64] in bytes_in(tmp_path)
        index.rebuild(structured(1200))
        assert b"erased-content" not in bytes_in(tmp_path)
        assert erased[:64] not in bytes_in(tmp_path)
        assert len(found(index, 5)) == 5


def test_nothing_but_ids_vectors_and_digests_is_written(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as index:
        index.reconcile(FOUR)
        held = index._store.collection.get(include=["metadatas", "documents"])  # type: ignore[union-attr]  # noqa: SLF001 - what is on disk has no other door
    assert held["documents"] == [None] * 4
    assert {tuple(metadata) for metadata in held["metadatas"] or []} == {("digest",)}


def test_a_closed_index_says_so(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.reconcile(FOUR)
    index.close()
    index.close()
    with pytest.raises(IndexUnavailable, match="closed"):
        index.search(vector(1), 1)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(IndexUnavailable, match="file"):
        opened(tmp_path / "file")


def test_a_file_lost_while_running_costs_a_rebuild_and_nothing_else(tmp_path: Path) -> None:
    vectors = structured(300)
    with closing(opened(tmp_path)) as index:
        index.reconcile(vectors)
        index._store.close()  # type: ignore[union-attr]  # noqa: SLF001 - as if Chroma had failed
        with pytest.raises(IndexUnavailable):
            index.search(vector(1), 3)
        index.reconcile(vectors)
        assert len(index.search(vector(1), 3)) == 3


def test_threads_search_while_the_index_changes(tmp_path: Path) -> None:
    vectors = structured(600)
    names = list(vectors)
    with closing(opened(tmp_path)) as index:
        index.reconcile(vectors)
        answers: list[int] = []

        def search() -> None:
            answers.extend(len(index.search(vectors[name], 5)) for name in names[:200])

        threads = [threading.Thread(target=search) for _ in range(4)]
        for thread in threads:
            thread.start()
        for dropped in range(10, 60, 10):
            index.reconcile({name: vectors[name] for name in names[dropped:]})
        for thread in threads:
            thread.join()
    assert len(answers) == 800
    assert min(answers) == 5


def test_chroma_is_told_to_send_nothing_whatever_the_environment_says(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, struct\n"
        "sys.addaudithook(lambda event, args: sys.exit(7) if event == 'socket.connect' else None)\n"
        "from recommender.adapters.chroma import ChromaIndex\n"
        "index = ChromaIndex(pathlib.Path(sys.argv[1]), fingerprint='t', dimension=2)\n"
        "index.reconcile({'a': struct.pack('<2f', 1, 0)})\n"
        "index.search(struct.pack('<2f', 1, 0), 1)\n"
        "settings = index._store.client.get_settings()\n"
        "index.close()\n"
        "assert not settings.anonymized_telemetry, settings\n"
        "assert not settings.chroma_otel_collection_endpoint, settings\n"
        "assert settings.chroma_api_impl.endswith('RustBindingsAPI'), settings\n"
    )
    told = {
        "ANONYMIZED_TELEMETRY": "true",
        "CHROMA_OTEL_COLLECTION_ENDPOINT": "http://192.0.2.1:4317",
        "CHROMA_OTEL_GRANULARITY": "all",
        "CHROMA_API_IMPL": "chromadb.api.fastapi.FastAPI",
        "CHROMA_SERVER_HOST": "192.0.2.1",
    }
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(
        command, env=os.environ | told, check=False, timeout=60, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
