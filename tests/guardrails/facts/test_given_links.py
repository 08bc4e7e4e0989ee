"""A link as given may lose what counts visitors, and gets nothing that it had not."""

import pytest

from guardrails.facts.given_links import not_given


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("https://ardemont.example/a?utm_source=x", "https://ardemont.example/a"),
        ("https://ardemont.example/a/?utm_source=x&utm_medium=y", "ardemont.example/a"),
        ("https://ardemont.example/a?id=3&utm_source=x", "https://ardemont.example/a?id=3"),
        ("https://ardemont.example/a?fbclid=x&id=3#top", "https://ardemont.example/a?id=3"),
        ("https://ardemont.example/a#top", "https://ardemont.example/a"),
        ("https://ardemont.example/a?utm_source=x", "https://ardemont.example/a?utm_source=x."),
        ("https://ardemont.example/?UTM_SOURCE=x", "Voir https://ardemont.example"),
    ],
)
def test_what_counts_visitors_may_be_left_out(given: str, text: str) -> None:
    assert list(not_given(text, (given,))) == []


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("https://ardemont.example/a?id=3", "https://ardemont.example/a"),
        ("https://ardemont.example/a?id=3&utm_source=x", "https://ardemont.example/a"),
        ("https://ardemont.example/a", "https://ardemont.example/a?utm_source=x"),
        ("https://ardemont.example/a?utm_source=x", "https://ardemont.example/a?utm_source=y"),
        ("https://ardemont.example/a?utm_source=x", "https://ardemont.example/b"),
        ("https://ardemont.example/a?automatic=1", "https://ardemont.example/a"),
        ("https://ardemont.example/a", "https://ardemont.example/a#top"),
    ],
)
def test_another_page_and_what_was_added_are_not_given(given: str, text: str) -> None:
    assert len(list(not_given(text, (given,)))) == 1
