"""Pieces of a text that state nothing: links, mentions, hashtags, marks to be filled."""

import re
from collections.abc import Iterator
from string import ascii_lowercase, digits

from domain.placeholders import PLACEHOLDER
from guardrails.facts.digits import matches_at

# Each pattern, and what a text must hold before it is worth trying.
_UNSTATED = (
    ("http", re.compile(r"https?://[^\s)\]>\"]+")),
    ("www.", re.compile(r"www\.[^\s)\]>\"]+")),
    ("@", re.compile(r"(?<![\w@.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")),
    ("@", re.compile(r"@(?<!\w@)[\w.]*[a-z_0-9][\w.]*")),
    ("#", re.compile(r"#(?<!\w#)\w*[^\W\d_]\w*")),
    ("[", re.compile(rf"{PLACEHOLDER}|\[[^\[\]\n]{{0,60}}\]", re.IGNORECASE)),
)
_ENDINGS = "com|fr|org|net|io|eu|be|ch|uk|gov|example"
_ENDING = re.compile(rf"\.(?:{_ENDINGS})(?!\w)")
_OF_A_HOST = frozenset(f"{ascii_lowercase}{digits}.-")
DOMAIN = re.compile(
    rf"(?<![\w@.-])[a-z0-9-]{{1,63}}(?:\.[a-z0-9-]{{1,63}})*\.(?:{_ENDINGS})(?!\w)"
    r"(?:/[^\s)\]>\"]*)?"
)


def unstated(text: str, *, is_published: bool = False) -> Iterator[tuple[int, int]]:
    """Yield start and end of each such piece of a bare folded text.

    In a published text, what stands in square brackets is the text of a link.
    """
    for sign, pattern in _UNSTATED:
        if sign in text and not (is_published and sign == "["):
            yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span() for match in matches_at(DOMAIN, text, hosts(text)))


def hosts(text: str) -> Iterator[int]:
    """Yield where what a known ending ends begins: a domain begins nowhere else."""
    done = 0
    for ending in _ENDING.finditer(text):
        start = ending.start()
        while start > done and text[start - 1] in _OF_A_HOST:
            start -= 1
        if start > done or done == 0:  # not behind the ending before, as in "a.co.uk"
            yield start
        done = ending.end()
