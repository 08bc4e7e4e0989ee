import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.addresses import page_key
from recommender.catalogue.addresses import absolute_url, canonical_url, content_id


@pytest.mark.parametrize(
    ("address", "base", "expected"),
    [
        ("https://example.org/a", None, "https://example.org/a"),
        ("HTTPS://Example.ORG:443/A", None, "https://example.org/A"),
        ("/b", "https://example.org/feed/", "https://example.org/b"),
        ("c", "https://example.org/feed/", "https://example.org/feed/c"),
        ("//cdn.example.org/i.png", None, "https://cdn.example.org/i.png"),
        (" https://example.org/a\n ", None, "https://example.org/a"),
        ("https://example.org/été 1", None, "https://example.org/%C3%A9t%C3%A9%201"),
        ("https://me:secret@example.org/a", None, "https://example.org/a"),
        ("http://[::1]:8080/a", None, "http://[::1]:8080/a"),
        ("/b", None, None),
        ("", None, None),
        ("javascript:alert(1)", "https://example.org/", None),
        ("mailto:a@example.org", None, None),
        ("https://", None, None),
        ("https://example.org:port/", None, None),
        ("https://[::1/", None, None),
        ("https://exa mple.org/", None, None),
    ],
)
def test_an_address_is_whole_or_none(address: str, base: str | None, expected: str | None) -> None:
    assert absolute_url(address, base) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://e.org/a?utm_source=x&utm_medium=y", "https://e.org/a"),
        ("https://e.org/a?id=1&fbclid=z&gclid=w#top", "https://e.org/a?id=1"),
        ("https://e.org", "https://e.org/"),
        ("http://e.org:80/a", "http://e.org/a"),
        ("https://e.org/#!/post/1", "https://e.org/#!/post/1"),
        ("https://e.org/a?b=2&a=1", "https://e.org/a?b=2&a=1"),
        ("https://e.org/a?utmost=1", "https://e.org/a?utmost=1"),
        ("https://e.org/a?q=%20x", "https://e.org/a?q=%20x"),
        ("https://e.org/a?utm_source=1&q=%20x&&y", "https://e.org/a?q=%20x&&y"),
        ("https://e.org/a?%75tm_source=1", "https://e.org/a"),
        ("https://e.org:8443/a", "https://e.org:8443/a"),
    ],
)
def test_what_only_tracks_is_no_part_of_the_identity(url: str, expected: str) -> None:
    assert canonical_url(url) == expected


@given(st.text())
def test_every_whole_address_has_one_canonical_form(text: str) -> None:
    url = absolute_url(text, "https://example.org/blog/")
    if url is not None:
        assert canonical_url(canonical_url(url)) == canonical_url(url)
        assert page_key(canonical_url(url)) == page_key(url)


def test_an_id_is_short_stable_and_differs() -> None:
    assert content_id("https://e.org/a") == content_id("https://e.org/a")
    assert content_id("https://e.org/a") != content_id("https://e.org/b")
    assert len(content_id("x")) == len("c_") + 16
