"""Small faults of a feed, mended before one of them costs all its entries."""

import re

from lxml import etree

_RUN = re.compile(rb"(?:&#(?:x[0-9a-f]{1,8}|[0-9]{1,10});)+", re.IGNORECASE)
_CODE = re.compile(rb"&#(?:x([0-9a-f]+)|([0-9]+));", re.IGNORECASE)
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LAST = 0x10FFFF


def with_whole_characters(data: bytes) -> bytes:
    """Return a feed in which every reference by number is to a character that may stand there.

    Programs that think in UTF-16 write an emoji as two references, each to half a character.
    """
    return _RUN.sub(_whole, data) if b"&#" in data else data


def rebuilt(data: bytes) -> bytes:
    """Return a broken feed with its tags closed where they should be; raises LxmlError."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    found: bytes = etree.tostring(etree.fromstring(data, parser=parser), encoding="utf-8")
    return found


def _whole(run: re.Match[bytes]) -> bytes:
    codes = [int(match[1] or match[2], 16 if match[1] else 10) for match in _CODE.finditer(run[0])]
    text = "".join(chr(code) for code in codes if code <= _LAST)
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    allowed = _FORBIDDEN.sub("", joined)
    if len(allowed) == len(codes):
        return run[0]
    return "".join(f"&#{ord(char)};" for char in allowed).encode()
