"""The pictures of a feed with what Media RSS says of them: what they show, who may use them.

feedparser takes the description of a picture for that of its entry, so both are read here,
and taken out of what feedparser sees.
"""

from typing import Any

from lxml import etree

from domain.content import Image
from recommender.catalogue.addresses import absolute_url

_NAMESPACE = "http://search.yahoo.com/mrss"
_OWN_TEXT = ("{*}description", "{*}summary", "{*}content", "{*}encoded")
_ABOUT = ("title", "description", "credit", "copyright", "license")
_SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")


def take_media(data: bytes, base: str | None) -> tuple[bytes, list[tuple[Image, ...]]]:
    """Return a feed without what is said of its pictures, and the pictures of each entry."""
    if _NAMESPACE.encode() not in data:
        return data, []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return data, []
    # Older feeds leave the slash out of the namespace.
    space = f"{{{_NAMESPACE}/}}" if f"{_NAMESPACE}/".encode() in data else f"{{{_NAMESPACE}}}"
    pictures = [_taken(entry, space, base) for entry in root.iter("{*}item", "{*}entry")]
    return etree.tostring(root, encoding="utf-8", xml_declaration=True), pictures


def _taken(entry: Any, space: str, base: str | None) -> tuple[Image, ...]:  # noqa: ANN401 - lxml carries no types
    named = [node for node in entry.iter(f"{space}content") if _is_picture(node)]
    nodes = named or list(entry.iter(f"{space}thumbnail"))
    images = tuple(image for node in nodes for image in _image(node, entry, space, base))
    own = [node for tag in _OWN_TEXT for node in entry.findall(tag)]
    if any(not node.tag.startswith(space) for node in own):
        for node in [node for tag in _ABOUT for node in entry.iter(space + tag)]:
            node.getparent().remove(node)
    return images


def _is_picture(node: Any) -> bool:  # noqa: ANN401 - lxml carries no types
    kind = str(node.get("medium") or node.get("type", "").partition("/")[0])
    address = str(node.get("url", ""))
    return kind == "image" if kind else address.lower().endswith(_SUFFIXES)


def _image(node: Any, entry: Any, space: str, base: str | None) -> list[Image]:  # noqa: ANN401 - lxml carries no types
    url = absolute_url(node.get("url", ""), base)
    if url is None:
        return []
    said = {tag: _said(node, entry, space + tag) for tag in _ABOUT}
    rights = dict.fromkeys(filter(None, (said["copyright"], said["license"], said["credit"])))
    alt = said["description"] or said["title"]
    return [Image(url=url, alt=alt, rights=" – ".join(rights) or None)]


def _said(node: Any, entry: Any, tag: str) -> str | None:  # noqa: ANN401 - lxml carries no types
    # Said of the picture itself, or of the group or entry it stands in.
    found = node.find(tag)
    if found is not None and found.text and found.text.strip():
        return str(found.text.strip())
    return None if node is entry else _said(node.getparent(), entry, tag)
