"""Scans of the code: clean, or excepted with a reason and a day on which the exception ends."""

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests import scans

# Invented, one of each family of marks that the detectors look for.
SECRETS = (
    'password = "kv9-tulipe-mouette"',
    "AKIAZQWERTYUIOPASDFG",
    "-----BEGIN RSA PRIVATE KEY-----",
    "https://camille:tournesol@registry.example/x",
    "xoxb-123456789012-123456789012-abcdefghijklmnopqrstuvwx",
    "ghp_abcdefghijklmnopqrstuvwxyzabcdefghij",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "value: 'd41d8cd98f00b204e9800998ecf8427e17ab'",
    "api_key: 'mouette-sur-le-quai'",
)


def test_bandit_objects_to_nothing() -> None:
    assert list(scans.bandit()) == []


def test_no_file_holds_a_secret() -> None:
    if not (scans.ROOT / ".git").exists():
        pytest.skip("not a clone: which files are the repository's is not known")
    assert list(scans.secrets()) == []


def test_what_is_no_line_of_plain_words_is_looked_at_whatever_the_secret(tmp_path: Path) -> None:
    kept = tmp_path / "kept.py"
    lines = ["the words of a list", *SECRETS, "and a line behind"]
    kept.write_text("\n".join(lines), encoding="utf-8")
    found = list(scans.secrets_in([str(kept)]))
    places = {int(one.partition(" ")[0].rpartition(":")[2]) for one in found}
    assert places == set(range(2, len(SECRETS) + 2)), found


def test_every_exception_has_its_reason_and_has_not_ended() -> None:
    assert scans.overdue() == []
    for excepted in scans.exceptions().values():
        assert all(len(one["reason"]) > 15 for one in excepted)


def test_an_exception_ends() -> None:
    assert len(scans.overdue(date(2099, 1, 1))) == sum(map(len, scans.exceptions().values()))


def test_every_exception_is_for_something_that_is_there() -> None:
    for excepted in scans.exceptions().values():
        for path in (path for one in excepted for path in one["paths"]):
            assert (scans.ROOT / path).exists(), path


def test_an_excepted_hole_of_a_library_is_not_asked_about_again() -> None:
    command = scans.audit_command()
    excepted = [one for part in scans.exceptions()["pip_audit"] for one in part["vulnerabilities"]]
    assert command.count("--ignore-vuln") == len(excepted) > 0
    known = subprocess.run([*command, "--help"], capture_output=True, text=True, check=False)
    assert known.returncode == 0, known.stderr


def test_the_library_whose_server_has_holes_is_never_a_server() -> None:
    """The exceptions for Chroma hold only while nothing of ours starts or asks its server."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for part in scans.CODE
        for path in (scans.ROOT / part).rglob("*.py")
    )
    assert not re.search(r"chromadb\.(HttpClient|AsyncHttpClient)|chroma run|chromadb\.app", code)
    assert "PersistentClient" in code
