"""What a server says of itself is said once it answers."""

import os
import re
import subprocess
import sys
import threading
import time

import httpx
import pytest
from fastapi import FastAPI, Response

from api.cli.ready import address_of, tell_once_it_answers
from tests.api.conftest import NewFolder
from tests.serving import serving


def test_nothing_is_told_before_the_service_is_ready() -> None:
    app, state, told = FastAPI(), {"ready": False}, threading.Event()

    @app.get("/readyz")
    def readyz() -> Response:
        return Response(status_code=200 if state["ready"] else 503)

    with serving(app) as address:
        tell_once_it_answers("0.0.0.0", int(address.rpartition(":")[2]), told.set)  # noqa: S104 - as an operator may
        assert not told.wait(0.5)
        state["ready"] = True
        assert told.wait(10)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),  # noqa: S104 - as an operator may
        ("::", "http://[::1]:8000"),
        ("::1", "http://[::1]:8000"),
        ("portevoix.example", "http://portevoix.example:8000"),
    ],
)
def test_an_address_is_one_that_a_browser_opens(host: str, address: str) -> None:
    assert address_of(host, 8000) == address


@pytest.mark.xdist_group("processes")
@pytest.mark.parametrize(
    ("arguments", "home"),
    [(["--host", "::1"], "http://[::1]:"), (["--host", "0.0.0.0"], "http://127.0.0.1:")],  # noqa: S104 - as an operator may
)
def test_a_link_of_the_demo_leads_somewhere_when_it_is_printed(
    new_demo: NewFolder, arguments: list[str], home: str
) -> None:
    arguments = ["serve", "--demo", "--port", "0", *arguments]
    environment = {**os.environ, "PORTEVOIX_DATA_DIR": str(new_demo()), "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-m", "api.cli", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            links = [re.search(r"http\S+/sign-in\?\S+", line) for line in _lines(server, 4)]
            opened = [httpx.get(one[0], trust_env=False, timeout=60) for one in links if one]
        finally:
            server.kill()
    assert [one.status_code for one in opened] == [303, 303, 303]
    assert all(str(one.url).startswith(home) for one in opened)


def _lines(server: subprocess.Popen[str], count: int) -> list[str]:
    deadline, lines = time.monotonic() + 90, list[str]()
    while len(lines) < count and time.monotonic() < deadline:
        line = server.stdout.readline() if server.stdout else ""
        lines += [line] if "http" in line else []
    return lines
