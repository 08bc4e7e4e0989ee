"""Links: the same for everybody, with the content and the campaign and nothing else."""

import inspect
from urllib.parse import parse_qs, urlsplit

import pytest

from domain.links import tagged_link
from tests.builders import item


@pytest.mark.parametrize("campaign", [None, "printemps & été"])
def test_a_link_carries_content_and_campaign_only(campaign: str | None) -> None:
    link = tagged_link(item(url="https://a.example/x?page=2#lire", campaign=campaign))
    assert link
    parts = urlsplit(link)
    expected = {
        "page": ["2"],
        "utm_source": ["porte-voix"],
        "utm_medium": ["employee_advocacy"],
        "utm_content": ["content-1"],
    }
    if campaign:
        expected["utm_campaign"] = [campaign]
    assert parse_qs(parts.query) == expected
    assert (parts.netloc, parts.path, parts.fragment) == ("a.example", "/x", "lire")


def test_what_the_address_says_already_stays() -> None:
    link = tagged_link(item(url="https://a.example/?utm_source=journal&a=b%20c"))
    assert link
    assert link.startswith("https://a.example/?utm_source=journal&a=b%20c&utm_medium=")
    assert link.count("utm_source") == 1


def test_there_is_no_way_to_give_a_person_to_a_link() -> None:
    assert list(inspect.signature(tagged_link).parameters) == ["item"]
    assert tagged_link(item(url=None)) is None
    assert tagged_link(item()) == tagged_link(item())
