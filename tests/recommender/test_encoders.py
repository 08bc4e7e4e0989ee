import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from domain.errors import SettingsInvalid
from recommender.adapters.static import BUNDLED
from recommender.encoders import open_encoder


@pytest.mark.parametrize("setting", ["", " ", "bundled"])
def test_the_default_needs_no_model_and_says_what_it_is(setting: str) -> None:
    assert open_encoder(setting).fingerprint.startswith("porte-voix-fr-en-")


def test_an_encoder_without_any_model_can_be_chosen() -> None:
    assert open_encoder("hashing").fingerprint.startswith("hashing-")


def test_a_folder_of_our_own_making_needs_no_torch(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "ours"))
    assert open_encoder(str(folder)).fingerprint == open_encoder().fingerprint


def test_anything_else_is_a_model(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match="PORTEVOIX_ENCODER"):
        open_encoder(str(tmp_path / "nothing"))


def test_without_the_extra_the_error_says_what_to_install(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "sys.modules['sentence_transformers'] = None\n"
        "from domain.errors import SettingsInvalid\n"
        "from recommender.encoders import open_encoder\n"
        "try:\n"
        "    open_encoder(sys.argv[1])\n"
        "except SettingsInvalid as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "pip install 'porte-voix[models]'" in done.stdout
