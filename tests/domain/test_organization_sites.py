"""A company owns the addresses of its domains, and whatever is no address at all is nobody's."""

import pytest

from domain.organization import Organization

TESSONDE = Organization(name="Tessonde", domains=("tessonde.example", "Tessonde-Labs.example"))


@pytest.mark.parametrize(
    "url",
    [
        "https://tessonde.example/actualites",
        "https://www.Tessonde.example",
        "http://blog.tessonde.example:8080/un?b=2#c",
        "https://tessonde-labs.example/",
        "//tessonde.example/page",
    ],
)
def test_a_page_of_its_domains_is_its_own(url: str) -> None:
    assert TESSONDE.owns(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://nottessonde.example/",
        "https://tessonde.example.org/",
        "https://autre.example/?de=tessonde.example",
        "https://tessonde.example@autre.example/",
        "tessonde.example",
        "",
        None,
    ],
)
def test_any_other_page_is_not(url: str | None) -> None:
    assert not TESSONDE.owns(url)


@pytest.mark.parametrize(
    "url",
    ["http://[", "https://[tessonde.example]/", "http://[::1", "//]tessonde.example"],
)
def test_a_broken_address_is_nobodys(url: str) -> None:
    assert not TESSONDE.owns(url)
