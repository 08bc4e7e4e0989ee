"""Addresses that lead nowhere but inside the company's network."""

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass

from guardrails.checks.patterns import compiled
from guardrails.claims import Place
from guardrails.wordings import occurrences

_HOST = re.compile(
    r"(?<![\w.@/\\-])(?:https?://)?((?:[a-z0-9_-]{1,63}\.){1,8}[a-z][a-z0-9-]{1,62})(?![\w-]|\.\w|\()"
)
_LOCALHOST = re.compile(r"(?<![\w.-])https?://localhost(?![\w.-])(?::\d+)?(?:/[^\s)\]]*)?")
_PATH_PART = re.compile(r"[a-z0-9_-]+")
_IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?(?!\w|\.\d)")
_IPV6 = re.compile(
    r"(?<![\w:])(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f])(?::[0-9a-f]{0,4}){2,7}(?![\w:])"
)
# RE2 finds out in microseconds that an ordinary text holds none of them.
_DOTTED = r"[a-z0-9_\-]\.[a-z0-9]"
_FIGURES_DOTTED = r"[0-9]\.[0-9]{1,3}\.[0-9]"
_COLONS = r"\bf[cde][0-9a-f]{2}:"
_VERSION = re.compile(r"(?:version|release|firmware|build|v)\.?\s?$")
_INSIDE = tuple(
    ipaddress.ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")
)


@dataclass(frozen=True, slots=True)
class Labels:
    """The parts of a host's name that say it is internal.

    `anywhere` in the name, as its last one (`endings`), or as its first one on one of the
    company's own domains (`guarded`).
    """

    anywhere: frozenset[str]
    endings: frozenset[str]
    guarded: frozenset[str]


def internal_hosts(text: str, labels: Labels, domains: tuple[str, ...]) -> Iterator[Place]:
    """Yield where each internal host stands in a bare folded text."""
    for match in _HOST.finditer(text) if _has(_DOTTED, text) else ():
        if _is_internal(match.group(1), labels, domains):
            yield Place(*match.span())
    for match in _LOCALHOST.finditer(text) if "localhost" in text else ():
        # The address is everybody's own machine; only what runs behind it may tell something.
        if not labels.guarded.isdisjoint(_PATH_PART.findall(match.group())):
            yield Place(*match.span())


def private_addresses(text: str) -> Iterator[Place]:
    """Yield where each private IP address stands in a bare folded text."""
    for match in _IPV4.finditer(text) if _has(_FIGURES_DOTTED, text) else ():
        before = text[max(0, match.start() - 12) : match.start()]
        if _is_private(match.group()) and not _VERSION.search(before):
            yield Place(*match.span())
    for match in _IPV6.finditer(text) if _has(_COLONS, text) else ():
        if _is_ip(match.group()):
            yield Place(*match.span())


def _has(pattern: str, text: str) -> bool:
    return next(occurrences(compiled(pattern), text), None) is not None


def _is_internal(host: str, labels: Labels, domains: tuple[str, ...]) -> bool:
    parts = host.split(".")
    if parts[-1] in labels.endings:
        return True
    if host.endswith(domains) and parts[0] in labels.guarded:
        return True
    is_address = len(parts) > 2 and parts[-1] not in labels.anywhere  # noqa: PLR2004 - a name, a domain, an ending
    return is_address and not labels.anywhere.isdisjoint(parts[:-1])


def _is_private(written: str) -> bool:
    address = written.partition("/")[0]
    return _is_ip(address) and any(ipaddress.ip_address(address) in one for one in _INSIDE)


def _is_ip(written: str) -> bool:
    try:
        ipaddress.ip_address(written)
    except ValueError:
        return False
    return True
