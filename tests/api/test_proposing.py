"""`porte-voix charter propose`: with a model when one is set, and never over a file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from api.cli.main import run
from guardrails.charter import load_charter
from tests.guardrails.proposing.played import own
from tests.openai_server import OpenAIServer, running

Cli = Callable[..., int]
POLICY = "You must keep the names of our projects to yourselves.\n"


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with running() as server:
        yield server


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, server: OpenAIServer) -> Cli:
    monkeypatch.setenv("PORTEVOIX_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PORTEVOIX_MODEL", "test")
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policy.md").write_text(POLICY, encoding="utf-8")
    return lambda *more: run(["charter", "propose", "policy.md", "--language", "en", *more])


def test_the_model_that_is_set_reads_the_policy(
    cli: Cli, server: OpenAIServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli("-o", "proposed.yaml") == 0
    assert len(server.requests) == 1
    assert "1 clauses by test" in capsys.readouterr().err
    (clause,) = own(load_charter(tmp_path / "proposed.yaml").charter).clauses
    assert clause.cites is not None
    assert clause.cites.sentence == POLICY.strip()


def test_offline_asks_no_model(
    cli: Cli, server: OpenAIServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli("--offline") == 64
    assert server.requests == []
    assert "no sentence asks anything that a check can examine" in capsys.readouterr().err


def test_a_file_that_is_there_is_not_written_over_and_costs_no_question(
    cli: Cli, server: OpenAIServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "proposed.yaml").write_text("mine", encoding="utf-8")
    assert cli("-o", "proposed.yaml") == 64
    assert "name a new file" in capsys.readouterr().err
    assert (tmp_path / "proposed.yaml").read_text(encoding="utf-8") == "mine"
    assert server.requests == []


def test_the_charter_is_written_for_the_organisation_of_the_deployment(
    cli: Cli, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    own = tmp_path / "data" / "organization.yaml"
    own.write_text("name: Brumes\nclients_allowed: [Quai Nord]\n", encoding="utf-8")
    assert cli("-o", "proposed.yaml") == 0
    company = load_charter(tmp_path / "proposed.yaml").charter.company
    assert (company.name, company.clients_allowed) == ("Brumes", ("Quai Nord",))
