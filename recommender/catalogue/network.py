"""Which machines an import may reach: public ones, and those the operator named."""

import asyncio
import socket
from dataclasses import dataclass
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Protocol

from domain.errors import ImportFailed

# An IPv4 address, private ones included, in the clothes of a public IPv6 address.
_TRANSLATED = IPv6Network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A host and the machines its name stands for; public if all of them are."""

    host: str
    addresses: tuple[str, ...]
    is_public: bool


class LookUp(Protocol):
    """Finds the machines a name stands for."""

    async def __call__(self, host: str, port: int) -> Target:
        """Return them; raises ImportFailed when there are none."""
        ...


async def look_up(host: str, port: int) -> Target:
    """Return the machines a name stands for; raises ImportFailed when there are none."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ImportFailed(f"{host} is not known on this network: check the address.") from error
    # An address of a link carries the link's name after a %.
    addresses = [str(address[4][0]).partition("%")[0] for address in found]
    return Target(host, tuple(dict.fromkeys(addresses)), all(map(is_public, addresses)))


def is_public(address: str) -> bool:
    """Tell whether a machine is on the open Internet, and nowhere else."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        ip4 = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _TRANSLATED or (ip4 is not None and not is_public(str(ip4))):
            return False
    return ip.is_global and not ip.is_multicast
