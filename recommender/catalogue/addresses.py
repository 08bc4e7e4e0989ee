"""Addresses: absolute, without what only tracks the reader, and the identity they give."""

import re
from hashlib import blake2b
from urllib.parse import SplitResult, quote, unquote_plus, urljoin, urlsplit

from domain.addresses import TRACKING

_USUAL_PORTS = {"http": 80, "https": 443}
_SAFE = "%/:?#[]@!$&'()*+,;=~|"


def absolute_url(address: str, base: str | None = None) -> str | None:
    """Return a web address in full, or None for what is not one and cannot become one.

    A name and password in it are left out: content goes to everybody.
    """
    if not address.strip():
        return None
    try:
        # As in browsers, line breaks and tabs inside an address are not part of it.
        joined = urljoin(base or "", re.sub(r"[\t\r\n]", "", address.strip()))
        parts = urlsplit(f"https:{joined}" if joined.startswith("//") else joined)
        host = _host(parts)
    except ValueError:
        return None
    if parts.scheme not in _USUAL_PORTS or not host or re.search(r"[\s<>\"]", host):
        return None
    path, query, fragment = (quote(part, safe=_SAFE) for part in parts[2:])
    return parts._replace(netloc=host, path=path, query=query, fragment=fragment).geturl()


def canonical_url(url: str) -> str:
    """Return one form for all addresses of one content.

    The order of the parameters counts; tracking parameters and the fragment do not, except
    where a page keeps its path in the fragment (`#!/` and `#/`).
    """
    parts = urlsplit(url)
    # What is kept is kept as it is written: `%20` and `+` would be two addresses otherwise.
    pairs = (pair for pair in parts.query.split("&") if not _tracks(pair))
    query = "&".join(pairs)
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return parts._replace(
        netloc=_host(parts), path=parts.path or "/", query=query, fragment=fragment
    ).geturl()


def content_id(identity: str) -> str:
    """Return the id of the content that goes by this address, key or digest."""
    return f"c_{blake2b(identity.encode(), digest_size=8).hexdigest()}"


def _tracks(pair: str) -> bool:
    return bool(TRACKING.fullmatch(unquote_plus(pair.partition("=")[0])))


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    named = f"[{host}]" if ":" in host else host
    port = parts.port
    return named if port in (None, _USUAL_PORTS.get(parts.scheme)) else f"{named}:{port}"
