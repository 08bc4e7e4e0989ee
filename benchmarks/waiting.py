"""Waiting for a server that was just started."""

import time
import urllib.error
import urllib.request


def wait_until_ready(port: int, *, seconds: float) -> None:
    """Wait until the server on that port of this machine answers; raises TimeoutError."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("the server did not answer")
