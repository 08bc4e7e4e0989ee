"""All ways to one page have one key, and another page has another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.addresses import page_key

PAGE = "https://www.tessonde.example/lettre/caf%C3%A9"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.tessonde.example/lettre/caf%C3%A9",
        "https://tessonde.example/lettre/caf%C3%A9",
        "https://WWW.Tessonde.example./lettre/caf%C3%A9",
        "https://www.tessonde.example:443/lettre/caf%C3%A9",
        "http://tessonde.example:80/lettre/caf%C3%A9",
        f"{PAGE}/",
        f"{PAGE}?",
        f"{PAGE}#top",
        "https://www.tessonde.example//lettre/./caf%C3%A9",
        "https://www.tessonde.example/x/../lettre/caf%C3%A9",
        "https://www.tessonde.example/lettre/café",
        "https://www.tessonde.example/%6Cettre/caf%c3%a9",
        *(
            f"{PAGE}?{name}=1"
            for name in "ref trk li_fat_id mtm_campaign pk_kwd utm_source fbclid UTM_Medium".split()
        ),
        f"{PAGE}/?utm_source=a&ref=b",
    ],
)
def test_every_way_to_a_page_has_its_key(url: str) -> None:
    assert page_key(url) == page_key(PAGE)


@pytest.mark.parametrize(
    "url",
    [
        f"{PAGE}?p=1",
        f"{PAGE}?reference=1",
        f"{PAGE}?source=1",
        f"{PAGE}#!/1",
        f"{PAGE}/2",
        "https://www.tessonde.example/Lettre/caf%C3%A9",
        "https://blog.tessonde.example/lettre/caf%C3%A9",
        "https://www.tessonde.example:8443/lettre/caf%C3%A9",
        "https://www.tessonde.example/lettre%2Fcaf%C3%A9",
        "https://www.tessonde.example/",
    ],
)
def test_another_page_has_another_key(url: str) -> None:
    assert page_key(url) not in {None, page_key(PAGE)}


def test_the_order_of_parameters_is_no_other_page() -> None:
    assert page_key("https://a.example/?b=2&a=1") == page_key("http://a.example?a=1&b=2")
    assert page_key("https://a.example/?p=1") != page_key("https://a.example/?p=2")


@pytest.mark.parametrize("url", [None, "", "a", "/a", "mailto:a@b.example", "https://a:port/"])
def test_what_is_no_address_has_no_key(url: str | None) -> None:
    assert page_key(url) is None


@given(st.text())
def test_any_text_has_a_key_or_none(text: str) -> None:
    assert len(page_key(f"https://a.example/{text}") or "0" * 32) == 32
