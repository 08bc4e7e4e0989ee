"""`porte-voix check` beside a judge that is set: asked only when told to."""

import json
from pathlib import Path

import pytest

from tests.api.conftest import Cli
from tests.openai_server import running

TEXT = "My shop explains the workshop. This breaks CH-18."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "text.txt"
    written.write_text(TEXT, encoding="utf-8")
    return written


@pytest.mark.parametrize("asked", [(), ("--judge",)])
def test_a_judge_is_asked_only_when_told_to(
    cli: Cli,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    asked: tuple[str, ...],
) -> None:
    with running() as server:
        monkeypatch.setenv("PORTEVOIX_JUDGE_MODEL", "judge")
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        told = ("check", str(path), "--language", "en", "--note", "CH-18.", "--json", *asked)
        assert cli(*told) == (2 if asked else 0)
    assert bool(server.requests) == bool(asked)
    told_of = json.loads(capsys.readouterr().out)
    assert bool(told_of["degraded"]) != bool(asked)
    assert bool(told_of["usage"]) == bool(asked)


def test_a_judge_that_is_not_set_is_a_wrong_call(cli: Cli, path: Path) -> None:
    assert cli("check", str(path), "--language", "en", "--judge") == 64
