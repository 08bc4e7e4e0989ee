import re
import time

import pytest
import regex  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given
from hypothesis import strategies as st

from domain.platforms import Platform
from guardrails.platform_rules import (
    LIMITS,
    LINKEDIN_FOLD,
    escape_for_linkedin,
    length_on,
    overflow,
    shown_first,
)

X = Platform.X


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Quinze lettres.", 15),
        ("été", 3),
        ("e\u0301te\u0301", 3),
        ("https://ardemont.example", 23),
        ("http://a.fr", 23),
        ("ardemont.com", 23),
        ("ardemont.com/a/b?c=d", 23),
        ("Voir https://a.fr/b, puis a.fr.", 5 + 23 + 7 + 23 + 1),
        ("jean@ardemont.com", 17),
        ("v1.co2x", 7),
        # A top-level domain there is makes a link, one there is not makes none.
        ("b" * 255 + " ardemont.industries", 255 + 1 + 23),
        ("ardemont.photography", 23),
        ("le musee.museum", 3 + 23),
        ("ardemont.boutique.", 24),
        ("http://ardemont", 15),
        ("Fin.Suite", 9),
        ("node.js", 7),
        ("https://a.co.uk:80/x?y=1", 23),
        ("(https://ardemont.fr/a_(b))", 25),
        ("(https://ardemont.fr/a)", 25),
        ("日本語", 6),
        ("안녕", 4),
        ("🚀", 2),
        ("👨\u200d👩\u200d👧\u200d👦", 2),
        ("👩🏽\u200d💻", 2),
        ("🇫🇷🇧🇪", 4),
        ("1\ufe0f\u20e3", 2),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 2),
        ("☺\ufe0f", 2),
        ("©", 1),
        ("“ok” – d’accord", 15),
        ("€ …", 5),
        ("\u1100", 2),
        ("\u10ff", 1),
        ("\u2032\u2033", 2),
        ("\u2038", 2),
        # From the conformance suite of twitter-text.
        ("H🐱☺👨\u200d👩\u200d👧\u200d👦", 7),
        ("🙋🏽👨\u200d🎤", 4),
        ("🤪; 🧕; 🧕🏾; 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 14),
    ],
)
def test_x_weighs_characters_as_its_documentation_says(text: str, length: int) -> None:
    assert length_on(X, text) == length


@pytest.mark.parametrize(
    ("platform", "text", "length"),
    [
        (Platform.BLUESKY, "👨\u200d👩\u200d👧 e\u0301 https://a.fr", 16),
        (
            Platform.MASTODON,
            "👨\u200d👩\u200d👧 https://ardemont.example/une/page a.fr",
            2 + 23 + 5,
        ),
        (Platform.MASTODON, "Merci @jean@mastodon.example !", 13),
        (Platform.LINKEDIN, "a🚀é", 4),
        (Platform.INTERNAL, "a🚀é", 3),
    ],
)
def test_every_platform_counts_its_own_way(platform: Platform, text: str, length: int) -> None:
    assert length_on(platform, text) == length


@given(text=st.text(max_size=60), platform=st.sampled_from(Platform), limit=st.integers(0, 80))
def test_a_text_overflows_where_its_beginning_still_fits(
    text: str, platform: Platform, limit: int
) -> None:
    beyond = overflow(platform, text, limit)
    if beyond is None:
        assert length_on(platform, text) <= limit
    else:
        assert length_on(platform, text) > limit
        assert 0 <= beyond < len(text)


@given(text=st.text(max_size=300), platform=st.sampled_from(Platform))
def test_no_text_counts_more_on_linkedin_than_twice_its_characters(
    text: str, platform: Platform
) -> None:
    assert length_on(platform, text) >= 0
    assert length_on(Platform.LINKEDIN, text) <= 2 * len(text)


@pytest.mark.parametrize(
    ("clusters", "beyond"), [(119, None), (120, None), (121, 120), (200, 120), (301, 120)]
)
def test_bluesky_counts_bytes_beside_clusters(clusters: int, beyond: int | None) -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"  # one cluster, 7 code points, 25 bytes
    offset = overflow(Platform.BLUESKY, family * clusters, LIMITS[Platform.BLUESKY])
    assert offset == (None if beyond is None else beyond * len(family))


def test_bluesky_takes_300_clusters_of_up_to_ten_bytes() -> None:
    accented = "e\u0301\u0323\u0330\u0331"  # one cluster of 9 bytes
    assert overflow(Platform.BLUESKY, accented * 300, 300) is None
    assert overflow(Platform.BLUESKY, accented * 301, 300) == 300 * len(accented)


def test_every_platform_has_a_limit() -> None:
    assert set(LIMITS) == set(Platform)


def test_linkedin_folds_a_post_after_210_characters_or_three_lines() -> None:
    assert shown_first(Platform.LINKEDIN, "a" * 500) == "a" * LINKEDIN_FOLD
    assert shown_first(Platform.LINKEDIN, "un\ndeux\ntrois\nquatre") == "un\ndeux\ntrois"
    assert shown_first(X, "a" * 280) == "a" * 280


@pytest.mark.parametrize("last", ["👩🏽\u200d🔧", "e\u0301", "🇫🇷"])
def test_linkedin_is_not_said_to_fold_inside_one_character(last: str) -> None:
    shown = "a" * (LINKEDIN_FOLD - 1)
    assert shown_first(Platform.LINKEDIN, shown + last) == shown
    shown = "a" * (LINKEDIN_FOLD - len(last))
    assert shown_first(Platform.LINKEDIN, shown + last + "b") == shown + last


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Bonjour (à tous)", r"Bonjour \(à tous\)"),
        (r"a\b|c{d}e", r"a\\b\|c\{d\}e"),
        ("<3 * _x_ ~ [y]", r"\<3 \* \_x\_ \~ \[y\]"),
        ("#Maintenance et #Mot_clé", "#Maintenance et #Mot_clé"),
        ("n# 5 #5", r"n\# 5 \#5"),
        ("https://a.example/x_y(z)/t", "https://a.example/x_y(z)/t"),
        ("Voir https://a.example/Presse_(machine)", "Voir https://a.example/Presse_(machine)"),
        ("https://a.example/Presse_(machine).", "https://a.example/Presse_(machine)."),
        ("(https://a.example/x_(y))", r"\(https://a.example/x_(y)\)"),
        ("(https://a.example/x_(y) et z)", r"\(https://a.example/x_(y) et z\)"),
        ("https://a.example/a(b(c)d)!", "https://a.example/a(b(c)d)!"),
        ("https://a.example/a(b", r"https://a.example/a\(b"),
        ("https://a.example/(", r"https://a.example/\("),
        ("(https://a.example/x_y)", r"\(https://a.example/x_y\)"),
        ("@[Acme](urn:li:organization:1) @jean", r"@[Acme](urn:li:organization:1) \@jean"),
    ],
)
def test_what_linkedin_reserves_is_escaped_but_links_hashtags_and_mentions(
    text: str, escaped: str
) -> None:
    assert escape_for_linkedin(text) == escaped


@given(text=st.text(alphabet=st.sampled_from("ab (){}[]<>@#*_~|\\/:."), max_size=80))
def test_escaping_loses_nothing(text: str) -> None:
    assert re.sub(r"\\([\\|{}@\[\]()<>#*_~])", r"\1", escape_for_linkedin(text)) == text or (
        # A link keeps its own backslashes.
        "http" in text
    )


@given(text=st.text(max_size=200))
def test_no_parenthesis_outside_a_link_or_a_mention_stays_bare(text: str) -> None:
    plain = text.replace("http", "")
    escaped = escape_for_linkedin(plain.replace("@[", "@"))
    assert not re.search(r"(?<!\\)(?:\\\\)*[()]", escaped)


@given(text=st.text(alphabet="()a/", max_size=60))
def test_what_opens_in_a_link_closes_in_it(text: str) -> None:
    escaped = escape_for_linkedin(f"https://a.example/{text}")
    bare = re.sub(r"\\[()]", "", escaped)
    depth = 0
    for sign in bare:
        depth += (sign == "(") - (sign == ")")
        assert depth >= 0
    assert depth == 0


def test_no_link_takes_long_to_find() -> None:
    began = time.process_time()
    for text in ("(" * 5_000, "(a" * 5_000, "(a)" * 3_000 + "!"):
        escape_for_linkedin(f"https://{text}")
    assert time.process_time() - began < 2


_PIECES = (
    "a", "é", "e\u0301", "\u0301", "👨\u200d👩\u200d👧", "©", "®\ufe0f", "1\ufe0f\u20e3", "#",
    "\u20e3", "\u202f", "\u00a0", "\n", "\r\n", "\r", "\u200d", "🇫🇷", "🇫", "“", "€", "\u1100",
    "\u1161", "\u0600", "\u00ad", " ", "🏽", "☺", "\ufe0f", "\u2038",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_what_is_counted_at_once_is_counted_as_one_by_one(text: str) -> None:
    assert length_on(Platform.BLUESKY, text) == len(regex.findall(r"\X", text))
    assert length_on(Platform.LINKEDIN, text) == sum(1 + (one > "\uffff") for one in text)
