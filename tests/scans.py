"""The scans of `make security`: bandit and a search for secrets, minus what is excepted.

`python -m tests.scans` prints what they object to, and ends with 1 if there is anything.
`python -m tests.scans audit` asks an advisory database about the pinned closure, over the network.
"""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
CODE: Final = (
    "domain",
    "recommender",
    "personalizer",
    "guardrails",
    "storage",
    "api",
    "benchmarks",
)
GENERATED: Final = ("tests/golden/", ".npz", ".sha256", "constraints.txt")
# A line of plain words. Every detector asks for one of these marks, and there are twenty-seven of
# them for each line: the word lists alone would take longer than everything else.
PLAIN: Final = r"^[^0-9A-Z'\"`=:/_@]*$"


def exceptions() -> dict[str, list[dict[str, Any]]]:
    """Return what is excepted, by scan."""
    return tomllib.loads((ROOT / ".ci" / "exceptions.toml").read_text(encoding="utf-8"))


def overdue(today: date | None = None) -> list[str]:
    """Return the exceptions whose day has passed."""
    today = today or datetime.now(UTC).date()
    return [
        f"{scan}: {one['reason']}"
        for scan, excepted in exceptions().items()
        for one in excepted
        if one["until"] < today
    ]


def bandit() -> Iterator[str]:
    """Yield what bandit objects to in our code."""
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", "--format", "json", *CODE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    for issue in json.loads(done.stdout)["results"]:
        path = issue["filename"].removeprefix("./")
        if not _is_excepted("bandit", path, issue["test_id"]):
            yield f"{path}:{issue['line_number']} {issue['test_id']} {issue['issue_text']}"


def secrets() -> Iterator[str]:
    """Yield what looks like a secret in a file of the repository."""
    yield from secrets_in(name for name in tracked() if not _is_excepted("secrets", name))


def secrets_in(names: Iterable[str]) -> Iterator[str]:
    """Yield what looks like a secret in files, each named from the repository on."""
    from detect_secrets.core.secrets_collection import (  # noqa: PLC0415 - a second to import
        SecretsCollection,
    )
    from detect_secrets.settings import default_settings, get_settings  # noqa: PLC0415 - the same

    found = SecretsCollection()
    plain = {"path": "detect_secrets.filters.regex.should_exclude_line", "pattern": [PLAIN]}
    with default_settings():
        usual = [{"path": path, **one} for path, one in get_settings().filters.items()]
        get_settings().configure_filters([*usual, plain])
        for name in names:
            found.scan_file(str(ROOT / name))
    for path, secret in found:
        name = os.path.relpath(Path(path).resolve(), ROOT)
        yield f"{name}:{secret.line_number} {secret.type}"


def audit_command() -> list[str]:
    """Return what asks for known holes in the pinned closure, minus what is excepted."""
    excepted = [name for one in exceptions()["pip_audit"] for name in one["vulnerabilities"]]
    return [
        *(sys.executable, "-m", "pip_audit", "--requirement", str(ROOT / "constraints.txt")),
        *("--no-deps", "--disable-pip"),
        *(part for name in excepted for part in ("--ignore-vuln", name)),
    ]


def tracked() -> list[str]:
    """Return the files of the repository, generated ones apart."""
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = listed.stdout.splitlines()
    return [name for name in names if not any(part in name for part in GENERATED)]


def _is_excepted(scan: str, path: str, test: str | None = None) -> bool:
    return any(
        (test is None or one["test"] == test) and any(_is_in(path, where) for where in one["paths"])
        for one in exceptions()[scan]
    )


def _is_in(path: str, where: str) -> bool:
    return where in {".", path} or path.startswith(f"{where}/")


if __name__ == "__main__":
    if sys.argv[1:] == ["audit"]:
        sys.exit(subprocess.run(audit_command(), check=False).returncode)
    objections = [*overdue(), *bandit(), *secrets()]
    print("\n".join(objections) or "bandit, secrets: nothing")  # noqa: T201 - the answer
    sys.exit(bool(objections))
