"""An organisation file that cannot be used says where, and which name was meant."""

from pathlib import Path

import pytest

from api.organization import load_organization
from api.problem_words import speak
from domain.errors import OrganizationInvalid
from domain.language import Language


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        (Language.ENGLISH, "competiteurs: []", "competitors"),
        (Language.FRENCH, "competiteurs: []", "competitors"),
        (Language.FRENCH, "competitors: [{name: A, alias: [B]}]", "aliases"),
        (Language.ENGLISH, "embargoes: [{topc: A, until: 2030-01-01T00:00:00Z}]", "topic"),
    ],
)
def test_a_mistyped_key_is_told_with_the_right_one(
    tmp_path: Path, language: Language, written: str, meant: str
) -> None:
    path = tmp_path / "organization.yaml"
    path.write_text(f"name: Ardemont\n{written}\n", encoding="utf-8")
    speak(language)
    try:
        with pytest.raises(OrganizationInvalid) as error:
            load_organization(path)
    finally:
        speak(Language.ENGLISH)
    assert meant in str(error.value)
    assert "Extra inputs" not in str(error.value)
