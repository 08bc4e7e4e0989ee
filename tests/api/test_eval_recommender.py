"""`porte-voix eval recommender`: what it prints, and how it refuses what is no log."""

import json
from pathlib import Path

import pytest

from api.cli.main import run
from tests.recommender.evaluation.invented import DAY, START, write


def arguments(folder: Path, *more: str) -> list[str]:
    interactions, items = write(folder, days=20, people=16)
    files = ["--interactions", str(interactions), "--items", str(items)]
    return ["eval", "recommender", *files, *more]


def test_both_protocols_print_ours_beside_the_peers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    split = str(START + 18 * DAY)
    assert run(arguments(tmp_path, "--split-at", split, "--json")) == 0
    temporal = json.loads(capsys.readouterr().out)
    assert temporal["split_at"] == START + 18 * DAY
    assert {"decayed popularity", "EASE", "TF-IDF profile"} <= temporal["ndcg"]["all"].keys()
    assert run(arguments(tmp_path, "--protocol", "sampled")) == 0
    assert "the price of privacy" in capsys.readouterr().out


def test_a_file_that_is_no_log_is_refused_without_quoting_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = arguments(tmp_path)
    (tmp_path / "interactions.csv").write_text("SECRET\n1\n", encoding="utf-8")
    assert run(called) == 64
    captured = capsys.readouterr()
    assert "no column" in captured.err
    assert "SECRET" not in captured.err + captured.out
