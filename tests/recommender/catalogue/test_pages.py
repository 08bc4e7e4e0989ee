from collections.abc import Iterator

import pytest

from domain.content import Image
from recommender.catalogue.fetch import Fetcher
from recommender.catalogue.formats import Format
from recommender.catalogue.opening import open_source
from recommender.catalogue.pages import linked_feed
from recommender.catalogue.rows import Row
from tests.recommender.catalogue.sources import ENGLISH, FRENCH, document, items, notes
from tests.recommender.catalogue.web_server import Site, content, redirect, running

FEED = (
    "<rss><channel><title>Journal</title><item><title>Un</title><link>/un</link>"
    f"<description>{FRENCH}</description></item></channel></rss>"
)
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>Portes ouvertes | Site</title>
<meta property="og:title" content="Portes ouvertes"><meta name="author" content="Zoé Martin">
<meta name="description" content="En bref"><meta property="og:image" content="/i.png">
<meta property="article:published_time" content="2024-05-31T09:00:00+02:00"></head><body>
<nav><a href="/">Accueil</a> <a href="/b">Boutique</a></nav><article><h1>Portes ouvertes</h1>
<p style="color:black">{FRENCH * 3}</p><p style="display:none">caché</p><p hidden>caché</p>
<!-- caché -->
<script>caché()</script><p>{FRENCH.replace("matin", "soir") * 2}</p></article>
<footer>Mentions légales</footer></body></html>"""


def linking(*links: str, kind: str = "") -> str:
    listed = "".join(f"<link rel='alternate' {link}>" for link in links)
    return f"<html><head>{kind}{listed}</head><body><p>{ENGLISH}</p></body></html>"


RSS_LINK = "type='application/rss+xml' href='/feed.xml'"


@pytest.fixture
def site() -> Iterator[Site]:
    with running() as started:
        yield started


def rows(site: Site, path: str, *, as_format: Format | None = None) -> list[Row]:
    fetch = Fetcher(allow_any_host=True)
    return list(open_source(site.url + path, fetch=fetch, as_format=as_format))


def test_a_page_is_one_item_without_what_surrounds_it(site: Site) -> None:
    site.answers["/a"] = content(PAGE, "text/html; charset=utf-8")
    (item,) = items(rows(site, "/a"))
    assert item.title == "Portes ouvertes"
    assert item.text == f"{FRENCH * 3}\n\n{FRENCH.replace('matin', 'soir') * 2}"
    assert (item.url, item.summary) == (f"{site.url}/a", "En bref")
    assert item.images == (Image(url=f"{site.url}/i.png"),)
    assert item.published_at is not None


def test_a_page_that_offers_a_feed_gives_the_feed(site: Site) -> None:
    site.answers["/"] = content(linking(RSS_LINK), "text/html")
    site.answers["/feed.xml"] = content(FEED, "application/rss+xml")
    read = rows(site, "/")
    assert [item.url for item in items(read)] == [f"{site.url}/un"]
    assert "offers a feed" in notes(read)[0]


def test_a_feed_is_followed_once(site: Site) -> None:
    site.answers["/"] = content(linking("type='application/rss+xml' href='/b'"), "text/html")
    site.answers["/b"] = content(linking("type='application/rss+xml' href='/'"), "text/html")
    (item,) = items(rows(site, "/"))
    assert item.text == ENGLISH
    assert [path for path, _ in site.requests] == ["/", "/b"]


def test_a_feed_that_cannot_be_read_leaves_the_page(site: Site) -> None:
    site.answers["/"] = content(linking(RSS_LINK), "text/html")
    site.answers["/feed.xml"] = lambda handler: handler.send_error(404)
    read = rows(site, "/")
    assert [item.text for item in items(read)] == [ENGLISH]
    assert "answers 404" in notes(read)[0]


def test_a_page_can_be_asked_for(site: Site) -> None:
    site.answers["/"] = content(linking(RSS_LINK), "text/html")
    (item,) = items(rows(site, "/", as_format=Format.WEB_PAGE))
    assert item.text == ENGLISH


def test_relative_links_follow_the_last_address(site: Site) -> None:
    site.answers["/old"] = redirect("/blog/feed.xml")
    site.answers["/blog/feed.xml"] = content(FEED.replace("/un", "un"), "application/rss+xml")
    (item,) = items(rows(site, "/old"))
    assert item.url == f"{site.url}/blog/un"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (linking(RSS_LINK), "https://e.org/feed.xml"),
        (linking("type='application/atom+xml' href='a.xml'"), "https://e.org/blog/a.xml"),
        (linking("type='application/feed+json' href='//f.org/j'"), "https://f.org/j"),
        (
            linking("type='application/rss+xml' href='/comments/feed'", RSS_LINK),
            "https://e.org/feed.xml",
        ),
        (
            linking("type='application/rss+xml' title='Flux des commentaires' href='/c'"),
            None,
        ),
        (linking(RSS_LINK, kind="<base href='https://cdn.org/'>"), "https://cdn.org/feed.xml"),
        (linking("type='text/html' hreflang='en' href='/en'"), None),
        (linking(RSS_LINK, kind="<meta property='og:type' content='article'>"), None),
        (linking("type='application/rss+xml' href='javascript:x'"), None),
        (linking(), None),
        ("<html>", None),
        ("<!-- -->", None),
    ],
)
def test_the_feed_of_a_site_is_found_and_that_of_an_article_left(
    page: str, expected: str | None
) -> None:
    assert linked_feed(document(page, url="https://e.org/blog/")) == expected


def test_a_page_without_an_article_shows_all_it_has(site: Site) -> None:
    site.answers["/"] = content("<html><title>A title</title><p>Open to all on Monday.</p></html>")
    (item,) = items(rows(site, "/"))
    assert (item.title, item.text) == ("A title", "Open to all on Monday.")


def test_a_page_of_nothing_but_a_title_is_its_title(site: Site) -> None:
    head = "<head><title>What we learned from our users</title></head>"
    site.answers["/"] = content(f"<html>{head}<body></body></html>")
    (item,) = items(rows(site, "/"))
    assert item.text == item.title == "What we learned from our users"


def test_a_page_in_another_language_is_refused(site: Site) -> None:
    site.answers["/"] = content("<html><body><p>これは日本語のページです。</p></body></html>")
    assert items(rows(site, "/")) == []
