"""Images that a row names in its fields, with what it says of the right to use them."""

from collections.abc import Iterator

from domain.content import Image
from recommender.catalogue.addresses import absolute_url
from recommender.catalogue.columns import by_meaning
from recommender.catalogue.rows import Unusable
from recommender.catalogue.values import Found, agreement, words


def read_images(found: Found, base: str | None) -> tuple[Image, ...]:
    """Return the images of a row; what the row says of the right to use them goes for each.

    A cell may hold several addresses, separated by white space or |; a list may hold objects
    with `url`, `alt`, `rights` and `people_agreed`.
    """
    return tuple(
        _image(named, found, base) for value in found.get("image", ()) for named in _each(value)
    )


def _each(value: object) -> Iterator[Found]:
    match value:
        case str():
            for address in value.replace("|", " ").split():
                yield {"url": [address]}
        case dict():
            yield _described(value)
        case list():
            for one in value:
                yield from _each(one) if isinstance(one, str | dict) else _refused()
        case _:
            yield from _refused()


def _described(image: dict[object, object]) -> Found:
    described = by_meaning({str(key): value for key, value in image.items()})
    address = described.get("url") or described.get("image") or [image.get("src", "")]
    return {**described, "url": address}


def _refused() -> Iterator[Found]:
    raise Unusable("its image is not an address: write it from https:// on", field="image")


def _image(named: Found, found: Found, base: str | None) -> Image:
    url = absolute_url(words(named, "url"), base)
    if url is None:
        raise Unusable(
            "its image is not a whole web address: write it from https:// on", field="image"
        )
    agreed = agreement(named, "people_agreed")
    return Image(
        url=url,
        alt=words(named, "image_alt") or words(found, "image_alt") or None,
        rights=words(named, "image_rights") or words(found, "image_rights") or None,
        people_agreed=agreement(found, "people_agreed") if agreed is None else agreed,
    )
