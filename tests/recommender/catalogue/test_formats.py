import pytest

from recommender.catalogue.formats import Format, detect_format

RSS = "<rss version='2.0'><channel></channel></rss>"


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (RSS, "feed", Format.RSS),
        (f"<?xml version='1.0'?>\n<!-- <feed> -->\n{RSS}", "feed.txt", Format.RSS),
        ("<rdf:RDF xmlns:rdf='x'>", "feed", Format.RSS),
        ("<!DOCTYPE rss [ <!ENTITY a 'b'> ]>\n<rss>", "feed", Format.RSS),
        ("\ufeff<feed xmlns='http://www.w3.org/2005/Atom'>", "feed.rss", Format.ATOM),
        ("<atom:feed>", "x.csv", Format.ATOM),
        ("<!DOCTYPE html><html>", "index.xml", Format.WEB_PAGE),
        ("<?xml version='1.0'?><html xmlns='x'>", "page", Format.WEB_PAGE),
        ('{"version": "https://jsonfeed.org/version/1.1"', "f.json", Format.JSON_FEED),
        ('{\n "version": "https:\\/\\/jsonfeed.org\\/version\\/1"', "f", Format.JSON_FEED),
        ('{"title": "a"}\n{"title": "b"}', "export.json", Format.JSONL),
        ('{"title": "cut off', "x", Format.JSONL),
        ("---\ntitle: x\n---\n", "x.txt", Format.MARKDOWN),
        ("+++\ntitle = 'x'\n+++\n", "x", Format.MARKDOWN),
        ("title,text\n", "x.CSV", Format.CSV),
        ("titre\ttexte\n", "x.tsv", Format.CSV),
        ("# Title", "x.md", Format.MARKDOWN),
        ("<div align=center>", "README.md", Format.MARKDOWN),
        ("<opml>", "x.xml", Format.RSS),
        ("plain", "x.ndjson", Format.JSONL),
        # What neither the content nor the name tells.
        ("plain words", "notes.txt", None),
        ("<svg>", "x.svg", None),
        ("{\n  not json", "x", None),
        ("----\nno front matter", "x", None),
    ],
)
def test_the_content_tells_the_format_before_the_name_does(
    head: str, name: str, expected: Format | None
) -> None:
    assert detect_format(head, name) is expected


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("text/csv; charset=utf-8", Format.CSV),
        ("Application/Feed+JSON", Format.JSON_FEED),
        ("application/octet-stream", None),
        (None, None),
    ],
)
def test_the_media_type_tells_last(media_type: str | None, expected: Format | None) -> None:
    assert detect_format("words", "https://e.org/export", media_type) is expected


@pytest.mark.parametrize("piece", ["<!---->", "<?a?>", "<!DOCTYPE a [ ]>", " \n"])
def test_a_long_beginning_is_looked_at_once(piece: str) -> None:
    assert detect_format("<!-- -->" + piece * 8000, "x") is None
