"""`porte-voix eval voice`: what it prints, and how it refuses what is no post."""

import json
from pathlib import Path

import pytest

from api.cli.main import run
from api.personas import personas


def lines(path: Path, *, of: int = 8) -> str:
    rows = [
        {"author": persona.ambassador.name, "text": post, "language": language.value}
        for persona in personas()[:of]
        for post in persona.ambassador.posts
        for language in persona.ambassador.languages[:1]
    ]
    path.write_text("\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return str(path)


def test_each_language_is_measured_both_ways(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    posts = lines(tmp_path / "posts.jsonl")
    assert run(["eval", "voice", "--posts", posts, "--json"]) == 0
    measured = json.loads(capsys.readouterr().out)["languages"]
    assert {row["language"] for row in measured} == {"fr", "en"}
    for row in measured:
        assert 0.9 <= row["same_topic"] <= row["any_topic"] <= 1
        assert row["posts"] == 7 * row["authors"]


def test_the_table_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "voice", "--posts", lines(tmp_path / "posts.jsonl")]) == 0
    shown = capsys.readouterr().out
    assert "AUC same topic" in shown
    assert "letters 0." in shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1"),
        ('{"author": "a", "text": "SECRET", "language": "de"}', "language"),
        ('{"author": "a", "text": "SECRET", "language": "fr"}', "two authors of three posts"),
    ],
)
def test_a_file_that_cannot_be_measured_is_refused_without_quoting_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(text, encoding="utf-8")
    assert run(["eval", "voice", "--posts", str(path)]) == 64
    captured = capsys.readouterr()
    assert said in captured.err.replace("\n", " ")
    assert "SECRET" not in captured.err + captured.out
