import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from domain.errors import SettingsInvalid
from domain.ports import Encoder
from recommender.adapters.manifest import Manifest, write_manifest
from recommender.adapters.pieces import Pieces
from recommender.adapters.static import BUNDLED, StaticEncoder
from recommender.pooling import encode_contents
from recommender.vectors import unpack
from tests.contracts.encoder import EncoderContract, any_encoder, read

PIECES = Pieces(BUNDLED / "tokenizer.json")
TEXTS = (
    "Nous recrutons deux soudeurs en CDI à Brest.",
    "We are hiring two welders in Leeds",
    "#TransitionÉcologique : l’équipe « bas carbone » a l’œil sur ses 1 250 kWh !",
    "The report, the data and the report’s data: the report again",
    "zzyzx qwertzuiop 東京 🎉",
    "",
    "Un mot. " * 400,
)


class TestContract(EncoderContract):
    built = StaticEncoder()

    def encoder(self) -> Encoder:
        return self.built


class TestContractOfContents(EncoderContract):
    """What is promised of a text holds for a content as well."""

    built = StaticEncoder()

    def encoder(self) -> Encoder:
        return _Contents(self.built)


class _Contents:
    def __init__(self, encoder: StaticEncoder) -> None:
        self.fingerprint, self.dimension = encoder.fingerprint, encoder.dimension
        self._encoder = encoder

    def encode(self, texts: Sequence[str]) -> list[bytes]:
        return encode_contents(self._encoder, texts)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the bundled encoder that may be damaged."""
    return Path(shutil.copytree(BUNDLED, tmp_path / "copy"))


@pytest.mark.models
@pytest.mark.skipif(find_spec("sentence_transformers") is None, reason="needs the extra `models`")
def test_it_gives_what_sentence_transformers_gives_of_the_same_folder() -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - seconds, and an extra

    model = SentenceTransformer(str(BUNDLED), device="cpu", local_files_only=True)
    theirs = model.encode(list(TEXTS), convert_to_numpy=True, show_progress_bar=False)
    encoder = StaticEncoder()
    ours = unpack(encoder.encode(TEXTS), encoder.dimension)
    np.testing.assert_allclose(ours, theirs, atol=1e-5)


def test_each_further_mention_of_a_word_counts_less_in_a_content() -> None:
    encoder = StaticEncoder()
    once, often = "solar panels and a bridge", "solar panels and a bridge bridge bridge bridge"
    plain = [read(vector) for vector in encoder.encode([once, often])]
    pooled = [read(vector) for vector in encode_contents(encoder, [once, often])]
    np.testing.assert_allclose(plain[0], pooled[0], atol=1e-6)
    assert plain[0] @ plain[1] < pooled[0] @ pooled[1] < 1


def test_a_long_content_points_between_its_passages() -> None:
    encoder = StaticEncoder()
    bridge, snow = "the station bridge is closed " * 60, "snow blocked the mountain road " * 60
    one, other, both = unpack(
        encode_contents(encoder, [bridge, snow, bridge + snow]), encoder.dimension
    )
    # Halves without anything in common can be told together with 0.71 of each at most.
    assert min(both @ one, both @ other) > one @ other + 0.55


def test_how_a_content_begins_counts_more_than_how_it_ends() -> None:
    encoder = StaticEncoder()
    bridge, snow = "the station bridge is closed " * 60, "snow blocked the mountain road " * 60
    one, other, begun, ended = unpack(
        encode_contents(encoder, [bridge, snow, bridge + snow, snow + bridge]), encoder.dimension
    )
    assert begun @ one > ended @ one
    assert begun @ other < ended @ other


def test_it_fits_in_a_repository() -> None:
    assert sum(path.stat().st_size for path in BUNDLED.rglob("*")) < 20_000_000


def test_accents_case_and_elisions_do_not_make_another_word() -> None:
    encoder = StaticEncoder()
    one, other = unpack(
        encoder.encode(["Cybersécurité de l’œuvre", "CYBERSECURITE de l'oeuvre"]),
        encoder.dimension,
    )
    assert float(one @ other) == pytest.approx(1, abs=1e-5)


def test_a_hashtag_is_the_words_it_is_made_of() -> None:
    encoder = StaticEncoder()
    one, other = unpack(
        encoder.encode(["#TransitionÉcologique", "transition écologique"]), encoder.dimension
    )
    assert float(one @ other) == pytest.approx(1, abs=1e-5)


def test_a_text_is_nearer_its_translation_than_another_subject() -> None:
    encoder = StaticEncoder()
    french, english, elsewhere = unpack(
        encoder.encode(
            ["Nous recrutons deux soudeurs", "We are hiring two welders", "The lake froze over"]
        ),
        encoder.dimension,
    )
    assert french @ english > 0.3 > french @ elsewhere


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "modules.json"])
def test_a_file_that_is_not_the_one_named_is_refused(copy: Path, name: str) -> None:
    with (copy / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(SettingsInvalid, match=f"{name} is missing or is not.*make encoder"):
        StaticEncoder(copy)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "tokenizer.json").unlink()
    with pytest.raises(SettingsInvalid, match=r"tokenizer\.json is missing"):
        StaticEncoder(copy)


@pytest.mark.parametrize("written", ["", "[]", '{"name": "x"}', '{"name": "x", "files": {}}'])
def test_a_manifest_that_names_no_files_is_refused(copy: Path, written: str) -> None:
    (copy / "manifest.json").write_text(written, encoding="utf-8")
    with pytest.raises(SettingsInvalid, match=r"manifest\.json"):
        StaticEncoder(copy)


def test_weights_of_another_vocabulary_are_refused(copy: Path) -> None:
    tokenizer = json.loads((copy / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["model"]["vocab"]["unheardof"] = len(tokenizer["model"]["vocab"])
    (copy / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    write_manifest(copy, "other", {})
    with pytest.raises(SettingsInvalid, match="pieces of words"):
        StaticEncoder(copy)


def test_the_card_may_be_corrected_without_making_another_encoder(copy: Path) -> None:
    (copy / "README.md").write_text("corrected", encoding="utf-8")
    assert StaticEncoder(copy).fingerprint == StaticEncoder().fingerprint


def test_other_weights_are_another_encoder(copy: Path) -> None:
    (copy / "modules.json").write_text("[]", encoding="utf-8")
    write_manifest(copy, "porte-voix-fr-en", {})
    assert Manifest.checked(copy) != Manifest.checked(BUNDLED)
    assert StaticEncoder(copy).fingerprint != StaticEncoder().fingerprint


@any_encoder
@given(texts=st.lists(st.text(max_size=120), max_size=6))
@example(texts=["a\x1cb a\u200bb", "e\u0301 \u0301e", "MonMot MonMot\nMonMot", " " * 70, "x" * 90])
def test_cutting_word_by_word_is_cutting_the_text(texts: list[str]) -> None:
    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    whole = [tokenizer.encode(text, add_special_tokens=False).ids for text in texts]
    assert PIECES.of(texts) == whole
    assert PIECES.of(texts) == whole, "and once more, from memory"


def test_words_beyond_what_is_remembered_are_forgotten_together() -> None:
    pieces = Pieces(BUNDLED / "tokenizer.json")
    first = pieces.of(["le pont"])
    pieces.of([" ".join(f"w{n}" for n in range(60_000))])
    assert pieces.of(["le pont"]) == first


def test_it_loads_no_torch_and_connects_to_nothing() -> None:
    program = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise AssertionError('connected')\n"
        "socket.socket.connect = refuse\n"
        "from recommender.encoders import open_encoder\n"
        "open_encoder().encode(['bonjour'])\n"
        "heavy = {'torch', 'sentence_transformers', 'sklearn', 'scipy', 'huggingface_hub'}\n"
        "print(*sorted(heavy & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == []
