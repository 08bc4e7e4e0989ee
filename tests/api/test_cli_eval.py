"""`porte-voix eval` over anybody's files."""

import json
from pathlib import Path

import pytest

from tests.api.conftest import Cli


def test_the_guardrails_are_measured_on_anybodys_cases(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [
        {"text": "Écrivez à jean@x.example", "language": "fr", "rule": "CH-13", "expected": "hit"},
        {"text": "Écrivez à la page", "language": "fr", "rule": "CH-13", "expected": "pass"},
        {"text": "Write to the page", "language": "en", "rule": "CH-13", "expected": "hit"},
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(map(json.dumps, cases)), encoding="utf-8")
    assert cli("eval", "guardrails", "--cases", str(path), "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["rules"][1] == {
        "rule": "CH-13",
        "language": "fr",
        "cases": 2,
        "recall": 1.0,
        "false_positive_rate": 0.0,
    }
    assert figures["wrong"] == [{"line": 3, "rule": "CH-13", "expected": "hit"}]


def test_an_encoder_is_measured_on_anybodys_pairs(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("capteur de fuite\tle capteur de fuite\nessai\tun essai de nuit\n", "utf-8")
    assert cli("eval", "encoder", "--pairs", str(path), "--json") == 0
    assert json.loads(capsys.readouterr().out)["left_to_right"]["accuracy_at_1"] == 1.0


def test_a_text_of_a_pair_may_hold_marks_that_end_lines_elsewhere(
    cli: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pairs.tsv"
    rows = "\ufeffLe pont\u2028est fermé\tThe bridge\x0c is closed\r\n\r\nLa neige\tThe snow\r\n"
    path.write_bytes(rows.encode())
    assert cli("eval", "encoder", "--pairs", str(path), "--json") == 0
    assert json.loads(capsys.readouterr().out)["pairs"] == 2
