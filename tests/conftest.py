"""What every test may rely on: no connection leaves this machine, and nothing is skipped in CI."""

import gc
import ipaddress
import os
import socket
import tempfile
from collections.abc import Callable, Generator, Iterator
from typing import Any

import hypothesis
import pytest

from tests.spreading import (  # noqa: F401 - hooks
    pytest_collection_modifyitems,
    pytest_xdist_make_scheduler,
)

# Read by libraries when they are imported: none may call home, or wait for an answer.
os.environ.update(
    HF_HUB_OFFLINE="1",
    TRANSFORMERS_OFFLINE="1",
    HF_HUB_DISABLE_TELEMETRY="1",
    LANGSMITH_TRACING="false",
    ANONYMIZED_TELEMETRY="false",
)
# PostgreSQL's package warns where it finds no such folder.
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="runtime-"))
for name in list(os.environ):
    is_ours = name.startswith("PORTEVOIX_") and name != "PORTEVOIX_REQUIRE_ALL"
    if is_ours or name.startswith("OPENAI_"):
        del os.environ[name]


# An example that takes long on a busy machine says nothing; a test that takes long is stopped.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """Look for no garbage while all the tests are made: a fifth of that time went there."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


class ConnectionForbiddenError(Exception):
    """A test tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    """Forbid every connection but to this machine."""
    connect, connect_ex, getaddrinfo = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def guarded(self: socket.socket, address: Any) -> None:
        _refuse_outside(address)
        connect(self, address)

    def guarded_ex(self: socket.socket, address: Any) -> int:
        _refuse_outside(address)
        return connect_ex(self, address)

    def resolved(host: Any, *rest: Any, **more: Any) -> Any:
        if not _is_local(host):
            raise ConnectionForbiddenError(f"looked up {host!r}")
        return getaddrinfo(host, *rest, **more)

    socket.socket.connect = guarded  # type: ignore[method-assign, assignment]  # the point of the fixture
    socket.socket.connect_ex = guarded_ex  # type: ignore[method-assign, assignment]  # the same
    socket.getaddrinfo = resolved
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]  # put back
    socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]  # put back
    socket.getaddrinfo = getaddrinfo


def _refuse_outside(address: Any) -> None:
    if isinstance(address, tuple) and not _is_local(address[0]):
        raise ConnectionForbiddenError(f"tried to reach {address!r}")


def _is_local(host: Any) -> bool:
    if host in {None, "", "localhost", b"localhost"}:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    try:
        address = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return name.endswith(".localhost")
    return address.is_loopback or address.is_unspecified


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Start a PostgreSQL server for this session; each call makes an empty database in it."""
    from tests.postgres import started_postgres  # noqa: PLC0415 - it asks here what may be missing

    yield from started_postgres()


@pytest.fixture
def anyio_backend() -> str:
    """Run asynchronous tests on asyncio."""
    return "asyncio"


def missing(what: str) -> None:
    """Skip a test visibly, or fail where nothing may be missing."""
    if os.environ.get("PORTEVOIX_REQUIRE_ALL"):
        pytest.fail(f"{what} is missing, and PORTEVOIX_REQUIRE_ALL is set")
    pytest.skip(f"{what} is missing")
