import json

import pytest

from domain.content import ContentItem, Image
from domain.errors import ImportFailed
from recommender.catalogue.items import accept
from recommender.catalogue.json_feeds import read_json_feed
from recommender.catalogue.rows import Accepted, Record, Rejected
from tests.recommender.catalogue.sources import ENGLISH, FRENCH, document


def feed(*entries: object, **channel: object) -> str:
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": "Journal", "items": entries, **channel})


def items(text: str, url: str | None = None) -> list[ContentItem]:
    _, rows = read_json_feed(document(text, url=url))
    read = [accept(row) for row in rows if isinstance(row, Record)]
    return [row.item for row in read if isinstance(row, Accepted)]


def test_a_version_1_1_item_is_read_whole() -> None:
    (item,) = items(
        feed(
            {
                "id": 1,
                "url": "/a",
                "title": "Titre",
                "content_html": f"<p>{FRENCH}</p><img src='b.png' alt='Deux'>",
                "content_text": "not this",
                "summary": "En bref",
                "image": "/i.png",
                "banner_image": "https://e.org/b.png",
                "attachments": [
                    {"url": "/c.png", "mime_type": "image/png", "title": "Trois"},
                    {"url": "/d.mp3", "mime_type": "audio/mpeg"},
                ],
                "date_published": "2024-05-31T09:00:00+02:00",
                "authors": [{"name": "Zoé"}, {"url": "https://e.org"}],
                "tags": ["rh"],
                "_extension": {"x": 1},
            },
            home_page_url="https://e.org/blog/",
        )
    )
    assert (item.title, item.text, item.summary) == ("Titre", FRENCH, "En bref")
    assert (item.url, item.authors, item.tags) == ("https://e.org/a", ("Zoé",), ("rh",))
    assert item.images == (
        Image(url="https://e.org/i.png"),
        Image(url="https://e.org/b.png"),
        Image(url="https://e.org/c.png", alt="Trois"),
        Image(url="https://e.org/blog/b.png", alt="Deux"),
    )
    assert item.published_at is not None
    assert item.source == "Journal"


def test_a_version_1_0_item_has_the_author_of_itself_or_of_its_feed() -> None:
    own = {"id": "1", "content_text": ENGLISH, "author": {"name": "Ann"}}
    bare = {"id": "2", "content_text": ENGLISH, "external_url": "https://e.org/x"}
    first, second = items(feed(own, bare, author={"name": "Bob"}))
    assert (first.authors, second.authors) == (("Ann",), ("Bob",))
    assert second.url == "https://e.org/x"


def test_the_language_of_the_item_counts_before_its_words_and_that_of_the_feed_after() -> None:
    short = {"id": "1", "content_text": "OK 2024"}
    said = {"id": "2", "content_text": ENGLISH, "language": "fr"}
    plain = {"id": "3", "content_text": FRENCH}
    languages = [item.language.value for item in items(feed(short, said, plain, language="en"))]
    assert languages == ["en", "fr", "fr"]


def test_bad_items_are_named_and_the_others_go_in() -> None:
    good = {"id": "1", "content_text": ENGLISH}
    _, rows = read_json_feed(document(feed("text", good, {"title": {}}, {"url": 5, "title": "x"})))
    found = list(rows)
    assert [row.where for row in found if isinstance(row, Rejected)] == [
        "source.xml, entry 1",
        "source.xml, entry 3",
    ]
    assert sum(isinstance(row, Record) for row in found) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not JSON"),
        ('{"items": [', "not JSON, line 1"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "no JSON Feed"),
        ('{"a": 1}', "no JSON Feed"),
        ('{"items": []}', "without items"),
        ('{"items": {"a": 1}}', "without items"),
    ],
)
def test_what_is_no_feed_is_refused_by_name(text: str, problem: str) -> None:
    with pytest.raises(ImportFailed, match=problem):
        read_json_feed(document(text))
