"""Which web addresses lead to one page, whichever way it is reached."""

import re
from contextlib import suppress
from hashlib import blake2b
from posixpath import normpath
from typing import Final
from urllib.parse import quote, unquote_plus, urlsplit

TRACKING: Final = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid"
    r"|_hsenc|_hsmi",
    re.IGNORECASE,
)
"""Names of parameters that only track the reader, wherever they stand."""
# These track the reader nearly everywhere. Ids that were given before they were known keep them.
_TRACKING_TOO: Final = re.compile(
    r"mtm_\w+|pk_\w+|trk|li_fat_id|ref|ref_src|ref_url|gclsrc|ttclid|igsh|mkt_tok|vero_id|srsltid"
    r"|_ga|_gl|xtor|at_medium|at_campaign",
    re.IGNORECASE,
)
_SAFE: Final = "%/:?#[]@!$&'()*+,;=~|"
_ESCAPED: Final = re.compile(r"%([0-9A-Fa-f]{2})")
_USUAL_PORTS: Final = (None, 80, 443)


def page_key(url: str | None) -> str | None:
    """Return 32 hexadecimal digits that all addresses of one page share; None for no address.

    Scheme, `www.`, a usual port, a slash at the end, the order of the parameters, those that only
    track the reader, and the fragment do not count, except where it is a path (`#!/`, `#/`). Any
    other parameter may be another page.
    """
    try:
        parts = urlsplit(url or "")
        port = parts.port
    except ValueError:
        return None
    if not parts.hostname:
        return None
    site = _site(parts.hostname) + ("" if port in _USUAL_PORTS else f":{port}")
    path = normpath(f"/{_written_alike(parts.path)}").strip("/")
    pairs = sorted(_written_alike(pair) for pair in parts.query.split("&") if _counts(pair))
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    whole = "\n".join((site, path, "&".join(pairs), _written_alike(fragment)))
    return blake2b(whole.encode("utf-8", "replace"), digest_size=16).hexdigest()


def untracked(url: str | None) -> str | None:
    """Return an address without the parameters that only track the reader; all others stay.

    What the newsletter or the feed put there would count a post's visits as its own.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return url
    given = parts.query.split("&")
    kept = [pair for pair in given if not pair or _counts(pair)]
    return url if kept == given else parts._replace(query="&".join(kept)).geturl()


def site_of(url: str | None) -> str | None:
    """Return what a page's site is called in its address; None without an address."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.rstrip(".").removeprefix("www.") or None if host else None


def _site(host: str) -> str:
    with suppress(UnicodeError):
        host = host.encode("idna").decode()
    return host.casefold().rstrip(".").removeprefix("www.")


def _counts(pair: str) -> bool:
    name = unquote_plus(pair.partition("=")[0])
    return bool(pair) and not (TRACKING.fullmatch(name) or _TRACKING_TOO.fullmatch(name))


def _written_alike(part: str) -> str:
    """Return one way of writing a part of an address: escaped where it has to be, there alone."""
    return _ESCAPED.sub(_unescaped, quote(part, safe=_SAFE, errors="replace"))


def _unescaped(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    is_plain = character.isascii() and (character.isalnum() or character in "-._~")
    return character if is_plain else found[0].upper()
