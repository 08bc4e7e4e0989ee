"""Saying something only once the server answers: a link that leads nowhere yet is a broken one."""

import threading
import time
from collections.abc import Callable
from typing import Final

import httpx

_EVERY_SECONDS: Final = 0.1
_ANYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what is listened on is asked at home


def tell_once_it_answers(host: str, port: int, tell: Callable[[], None]) -> None:
    """Call `tell` as soon as the service answers there, from a thread that ends with the process.

    A port of 0 is chosen by the system and cannot be asked: it is told at once.
    """
    if port == 0:
        tell()
        return
    threading.Thread(target=_wait, args=(_address(host, port), tell), daemon=True).start()


def _wait(address: str, tell: Callable[[], None]) -> None:
    with httpx.Client(trust_env=False, timeout=5) as client:
        while not _answers(client, address):
            time.sleep(_EVERY_SECONDS)
    tell()


def _answers(client: httpx.Client, address: str) -> bool:
    try:
        return client.get(f"{address}/readyz").is_success
    except httpx.HTTPError:
        return False


def _address(host: str, port: int) -> str:
    asked = _ANYWHERE.get(host, host)
    return f"http://[{asked}]:{port}" if ":" in asked else f"http://{asked}:{port}"
