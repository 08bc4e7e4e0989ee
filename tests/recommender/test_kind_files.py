"""A shipped model of kinds is read with the card that describes it, and no other."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from domain.errors import SettingsInvalid
from recommender import kind_files, kind_model, kind_vectors
from recommender.kind_files import shipped
from recommender.kinds import KINDS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that stands for the package's own, with a model in it."""
    monkeypatch.setattr(kind_files, "files", lambda _package: tmp_path)
    (tmp_path / "kinds.npz").write_bytes(b"numbers")
    return tmp_path


def describe(folder: Path, **fields: object) -> None:
    told = {"sha256": sha256(b"numbers").hexdigest(), "kinds": list(KINDS)} | fields
    (folder / "kinds.json").write_text(json.dumps(told), encoding="utf-8")


def test_a_model_is_given_with_its_card(folder: Path) -> None:
    describe(folder, encoder="e5")
    packed, card = shipped("kinds.npz", "kinds.json")
    assert (packed, card["encoder"]) == (b"numbers", "e5")


@pytest.mark.parametrize("fields", [{"sha256": "0" * 64}, {"kinds": ["another", *KINDS]}])
def test_a_model_its_card_does_not_describe_is_refused(
    folder: Path, fields: dict[str, object]
) -> None:
    describe(folder, **fields)
    with pytest.raises(SettingsInvalid, match=r"recommender/kinds\.npz is not the file"):
        shipped("kinds.npz", "kinds.json")


def test_both_shipped_models_are_what_their_cards_describe() -> None:
    for model in (kind_model, kind_vectors):
        assert shipped(model.ARTEFACT, model.CARD)[0]
