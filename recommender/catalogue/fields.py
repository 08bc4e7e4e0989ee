"""Reading one row of fields, as CSV, JSON Lines and front matter have them, into a record."""

from collections.abc import Mapping

from recommender.catalogue.columns import by_meaning
from recommender.catalogue.markup import Shown, is_html, read_html
from recommender.catalogue.named_images import read_images
from recommender.catalogue.rows import Place, Record, Unusable
from recommender.catalogue.values import agreement, moment, names, words


def read_fields(
    row: Mapping[str, object], place: Place, *, source: str, base: str | None = None
) -> Record:
    """Return the record a row of fields stands for; raises Unusable naming the field."""
    found = by_meaning(row)
    _refuse_unpublished(found)
    body = _body(found, base)
    return Record(
        place=place,
        source=words(found, "source") or source,
        title=words(found, "title"),
        text=body.text,
        summary=_summary(found),
        url=words(found, "url") or None,
        base=base,
        key=words(found, "key") or None,
        language=words(found, "language") or None,
        authors=names(found, "authors"),
        tags=names(found, "tags"),
        images=(*read_images(found, base), *body.images),
        published=moment(found, "published_at"),
        embargo=moment(found, "embargo_until"),
        expires=moment(found, "expires_at"),
        campaign=words(found, "campaign") or None,
    )


def _body(found: Mapping[str, list[object]], base: str | None) -> Shown:
    html, text = words(found, "html"), words(found, "text")
    if html or is_html(text):
        return read_html(html or text, base=base)
    return Shown(text)


def _summary(found: Mapping[str, list[object]]) -> str:
    summary = words(found, "summary")
    return read_html(summary).text if is_html(summary) else summary


def _refuse_unpublished(found: Mapping[str, list[object]]) -> None:
    # Jekyll writes `published: false`, Hugo `draft: true`.
    if agreement(found, "draft") or found.get("published_at", [None])[0] is False:
        raise Unusable("it says that it is not published yet: publish it first", field="draft")
