"""How long a stranger waits: from a fresh clone to the first answer, in an empty folder.

It clones, sets up a new environment and starts the server, so it takes minutes and is asked
for by name: `python -m benchmarks.first_answer`.
"""

import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.waiting import wait_until_ready

_PATIENCE_SECONDS = 900


def main() -> None:
    """Print the seconds until the page answers, the first time and the second."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        clone = Path(folder) / "porte-voix"
        subprocess.run(["git", "clone", "--quiet", ".", clone], check=True)
        for name in ("first", "second"):
            print(
                f"{name} `make run`: {_seconds(clone, start):.0f} s to the first page", flush=True
            )
            start = time.perf_counter()


def _seconds(clone: Path, start: float) -> float:
    port = _free_port()
    environment = {**os.environ, "PORT": str(port)}
    command = ["make", "run", f"PORT={port}"]
    with subprocess.Popen(
        command, cwd=clone, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            wait_until_ready(port, seconds=_PATIENCE_SECONDS)
            return time.perf_counter() - start
        finally:
            os.killpg(process.pid, signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
