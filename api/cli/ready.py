"""Saying something only once the server answers: a link that leads nowhere yet is a broken one."""

import threading
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from typing import Final

import httpx

_EVERY_SECONDS: Final = 0.1


def tell_once_it_answers(host: str, port: int, tell: Callable[[], None]) -> None:
    """Call `tell` once the service answers there, from a thread that ends with the process."""
    threading.Thread(target=_wait, args=(address_of(host, port), tell), daemon=True).start()


def address_of(host: str, port: int) -> str:
    """Return the address at which this machine reaches what listens on a host and port."""
    asked = _home(host)
    return f"http://[{asked}]:{port}" if ":" in asked else f"http://{asked}:{port}"


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


def _home(host: str) -> str:
    """Return where to ask for what listens on a host: at home, if that is every address."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not address.is_unspecified:
        return host
    return "::1" if isinstance(address, IPv6Address) else "127.0.0.1"
