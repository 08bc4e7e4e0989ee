"""What goes wrong at the command line is said in the language of the terminal."""

import pytest

from api.problem_words import spoken
from domain.language import Language
from tests.api.conftest import Cli


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "il n'y a pas de clause « CH-99 »"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_BE"}, "il n'y a pas de clause « CH-99 »"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "there is no rule 'CH-99'"),
        ({}, "there is no rule 'CH-99'"),
    ],
)
def test_what_goes_wrong_is_said_in_the_language_of_the_terminal(
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    locale: dict[str, str],
    said: str,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert cli("charter", "explain", "CH-99") == 64
    assert said in capsys.readouterr().err
    assert spoken() is Language.ENGLISH
