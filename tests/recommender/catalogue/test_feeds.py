from datetime import UTC, datetime

import pytest

from domain.content import ContentItem, Image
from domain.errors import ImportFailed
from recommender.catalogue.feeds import read_feed
from recommender.catalogue.items import accept
from recommender.catalogue.rows import Accepted, Record, Rejected
from tests.recommender.catalogue.sources import ENGLISH, FRENCH, GERMAN, document, notes

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(entries: str, channel: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" {NAMESPACES}><channel>'
        f"<title>Le journal</title><link>https://e.org/blog/</link>{channel}{entries}"
        "</channel></rss>"
    )


def atom(entries: str) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.org/blog/">'
        f"<title>Journal</title>{entries}</feed>"
    )


def records(feed: str | bytes, url: str | None = None) -> list[Record]:
    _, rows = read_feed(document(feed, url=url))
    return [row for row in rows if isinstance(row, Record)]


def items(feed: str | bytes, url: str | None = None) -> list[ContentItem]:
    rows = map(accept, records(feed, url))
    return [row.item for row in rows if isinstance(row, Accepted)]


def test_an_rss_entry_is_read_whole() -> None:
    entry = f"""<item><title>R&amp;amp;D &lt;b&gt;à Lyon&lt;/b&gt;</title>
      <link>/2024/a?utm_source=rss</link><guid isPermaLink="false">n1</guid>
      <description>&lt;p&gt;En bref&amp;nbsp;: voilà.&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>{FRENCH}</p><!-- no --><p hidden>caché</p>
        <script>x</script><p>Suite.</p><img src="img/b.png" alt="Deux collègues">]]>
      </content:encoded>
      <dc:creator>Zoé</dc:creator><category>RH</category><category>Emploi</category>
      <pubDate>Tue, 02 Jan 2024 10:00:00 +0200</pubDate>
      <dcterms:valid>start=2024-01-03T00:00:00Z; end=2024-02-01T00:00:00Z</dcterms:valid>
      <enclosure url="/a.jpg" type="image/jpeg" length="1"/>
      <enclosure url="/a.mp3" type="audio/mpeg" length="1"/></item>"""
    (item,) = items(rss(entry))
    assert item.title == "R&D à Lyon"
    assert item.text == f"{FRENCH}\n\nSuite."
    assert item.summary == "En bref\u00a0: voilà."
    assert item.url == "https://e.org/2024/a?utm_source=rss"
    assert (item.source, item.authors, item.tags) == ("Le journal", ("Zoé",), ("RH", "Emploi"))
    assert item.published_at == datetime(2024, 1, 2, 8, tzinfo=UTC)
    assert item.embargo_until == datetime(2024, 1, 3, tzinfo=UTC)
    assert item.expires_at == datetime(2024, 2, 1, tzinfo=UTC)
    assert item.images == (
        Image(url="https://e.org/a.jpg"),
        Image(url="https://e.org/blog/img/b.png", alt="Deux collègues"),
    )


def test_an_atom_entry_is_read_whole() -> None:
    entry = f"""<entry><title type="html">Open &amp;lt;day&amp;gt;</title><id>tag:e.org,1</id>
      <link href="open"/><author><name>Zoe</name><email>zoe@e.org</email></author>
      <category term="hr" label="People"/><updated>2024-05-31T09:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ENGLISH}</p></div>
      </content></entry>"""
    (item,) = items(atom(entry))
    assert (item.title, item.text) == ("Open <day>", ENGLISH)
    assert (item.url, item.authors, item.tags) == ("https://e.org/blog/open", ("Zoe",), ("People",))
    assert item.published_at == datetime(2024, 5, 31, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("link", "url", "expected"),
    [
        ("/a", "https://other.org/feed.xml", "https://other.org/a"),
        ("https://third.org/a", None, "https://third.org/a"),
        ("javascript:alert(1)", None, None),
        ("", None, None),
    ],
)
def test_links_are_whole_or_absent(link: str, url: str | None, expected: str | None) -> None:
    feed = rss(f"<item><link>{link}</link><description>{FRENCH}</description></item>")
    assert [item.url for item in items(feed.replace("https://e.org/blog/", ""), url)] == [expected]


def test_html_entities_and_double_escapes_are_decoded() -> None:
    (item,) = items(
        rss(
            "<item><title>L&amp;eacute;t&amp;eacute; &#8211; d&eacute;j&agrave;</title>"
            f"<description>&amp;lt;p&amp;gt;{FRENCH} caf&amp;amp;eacute;&amp;lt;/p&amp;gt;"
            "</description></item>"
        )
    )
    assert item.title == "Lété – déjà"
    assert item.text == f"{FRENCH} café"


def test_a_broken_feed_gives_what_can_be_saved_and_says_so() -> None:
    feed = rss(f"<item><title>Un</title><description>{FRENCH} A & B</description></item>")[:-20]
    _, rows = read_feed(document(feed))
    found = list(rows)
    assert [type(row).__name__ for row in found] == ["Noted", "Record"]
    assert "not well-formed" in str(found[0])


def test_dates_that_cannot_be_read_are_absent() -> None:
    (item,) = items(
        rss(f"<item><description>{FRENCH}</description><pubDate>bientôt</pubDate></item>")
    )
    assert item.published_at is None


@pytest.mark.parametrize(
    "said",
    [
        "<dcterms:valid>start=bientôt</dcterms:valid>",
        "<dcterms:valid>end=un jour; start=2024-01-01</dcterms:valid>",
        "<expirationDate>un jour</expirationDate>",
    ],
)
def test_an_embargo_or_expiry_that_cannot_be_read_is_refused(said: str) -> None:
    entry = f"<item><description>{FRENCH}</description>{said}</item>"
    (row,) = map(accept, records(rss(entry)))
    assert isinstance(row, Rejected)
    assert row.field in {"embargo_until", "expires_at"}


def test_the_words_count_more_than_the_language_of_the_feed() -> None:
    entries = "".join(
        f"<item><guid>{n}</guid><description>{text}</description></item>"
        for n, text in enumerate((FRENCH, ENGLISH, GERMAN, "OK 2024"))
    )
    read = items(rss(entries, "<language>fr-CA</language>"))
    assert [item.language.value for item in read] == ["fr", "en", "fr"]


def test_a_picture_keeps_what_is_said_of_it_and_the_entry_its_own_text() -> None:
    entry = f"""<item><title>Un titre</title>
      <media:content url="https://e.org/m.jpg" medium="image"><media:title>T</media:title>
        <media:description>L’équipe</media:description><media:credit>Léa</media:credit>
        <media:copyright>© Studio</media:copyright></media:content>
      <media:content url="https://e.org/v.mp4" type="video/mp4"/>
      <media:thumbnail url="https://e.org/t.jpg"/>
      <description>{FRENCH}</description></item>
      <item><title>Deux</title><description>{FRENCH}</description>
      <media:content medium="image"/><media:content url="https://e.org/b.webp"/></item>"""
    first, second = items(rss(entry))
    assert (first.title, first.text) == ("Un titre", FRENCH)
    assert first.images == (
        Image(url="https://e.org/m.jpg", alt="L’équipe", rights="© Studio – Léa"),
    )
    assert second.images == (Image(url="https://e.org/b.webp"),)


def test_the_description_of_a_video_is_the_text_where_there_is_no_other() -> None:
    entry = f"""<entry xmlns:media="http://search.yahoo.com/mrss/"><title>Video</title>
      <id>1</id><media:group><media:thumbnail url="https://e.org/t.jpg"/>
      <media:description>{ENGLISH}</media:description></media:group></entry>"""
    (item,) = items(atom(entry))
    assert (item.text, item.images) == (ENGLISH, (Image(url="https://e.org/t.jpg", alt=ENGLISH),))


def test_a_fault_that_stops_the_parser_costs_no_entry() -> None:
    image = "<image><width>80<b></width></image>"
    (item,) = items(
        rss(f"<item><title>Un</title><description>{FRENCH}</description></item>", image)
    )
    assert (item.title, item.text) == ("Un", FRENCH)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("&#55357;&#56832; &#xD83D;&#xDE00;", "😀 😀"),
        ("a&#xD800;b&#0;c&#x1F;d&#9999999999;e", "abcde"),
        ("&#233;&#xE9;&#8217;&#128512;", "éé’😀"),
    ],
)
def test_references_to_half_or_forbidden_characters_are_mended(written: str, shown: str) -> None:
    (item,) = items(
        rss(f"<item><title>{written}</title><description>{FRENCH}</description></item>")
    )
    assert item.title == shown


def test_an_encoding_with_a_broken_name_is_passed_over() -> None:
    entry = f"<item><title>Un</title><description>{FRENCH}</description></item>"
    feed = rss(entry).encode().replace(b'"utf-8"', b'"ut\xc4-8"')
    assert [item.title for item in items(feed)] == ["Un"]


@pytest.mark.parametrize("date", ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"])
def test_a_date_beyond_all_calendars_is_absent_but_for_an_expiry(date: str) -> None:
    body = f"<description>{FRENCH}</description>"
    dated, expiring = records(
        rss(
            f"<item>{body}<dc:date>{date}</dc:date></item>"
            f"<item>{body}<expirationDate>{date}</expirationDate></item>"
        )
    )
    assert isinstance(accept(dated), Accepted)
    assert isinstance(accept(expiring), Rejected)


@pytest.mark.parametrize(
    ("feed", "problem"),
    [
        (rss(""), "without entries"),
        ("<rss><channel>", "not well-formed"),
        ("<rss><channel></rss>", "not well-formed"),
        ("\x00<rss>", "not well-formed"),
        (rss("", "<image><title>a<width>8</width></title></image>"), "cannot be read as a feed"),
    ],
)
def test_a_feed_that_gives_nothing_is_refused_by_name(feed: str, problem: str) -> None:
    with pytest.raises(ImportFailed, match=rf"source\.xml .*{problem}"):
        read_feed(document(feed))


def test_what_is_noted_is_no_refusal() -> None:
    _, rows = read_feed(document(rss(f"<item><description>{FRENCH}</description></item>")))
    assert notes(row for row in rows if not isinstance(row, Record)) == []
