"""What each platform counts as a character, how many it takes, shows first, and must have escaped.

X: the weighted count of twitter-text, configuration 3 (docs.x.com, "Counting characters"): a
link is 23, an emoji sequence 2, every code point outside four ranges 2. Bluesky: grapheme
clusters, and bytes of UTF-8 beside them (lexicon app.bsky.feed.post: 300 and 3,000). Mastodon:
grapheme clusters, a link is 23, a mention counts without its server. LinkedIn publishes 3,000
"characters" without saying which; UTF-16 units are counted here, the largest of the counts in
question, so a text that fits by them fits by any.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile
from types import MappingProxyType

import regex  # type: ignore[import-untyped]  # it ships no types

from domain.platforms import Platform

LIMITS: Mapping[Platform, int] = MappingProxyType(
    {
        Platform.LINKEDIN: 3_000,
        Platform.X: 280,
        Platform.BLUESKY: 300,
        Platform.MASTODON: 500,
        Platform.INTERNAL: 10_000,
    }
)
# A cluster may take any number of bytes: an emoji of a family takes 25.
BYTES: Mapping[Platform, int] = MappingProxyType({Platform.BLUESKY: 3_000})
_WIDEST = 4  # bytes of one code point
# LinkedIn folds a post under "…voir plus" after about so many characters, or three lines.
LINKEDIN_FOLD = 210
LINKEDIN_LINES = 3
LINK_LENGTH = 23

EMOJI = regex.compile(
    r"\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3"
    r"|(?:(?![©®™])\p{Extended_Pictographic}|[©®™]\uFE0F)[\p{EMod}\uFE0F]?[\U000E0020-\U000E007F]*"
    r"(?:\u200D\p{Extended_Pictographic}[\p{EMod}\uFE0F]?)*"
)
_CLUSTER = regex.compile(r"\X")
# Most of a text: each a cluster of its own, and counted as one everywhere.
_PLAIN = regex.compile("[\n -~\u00a0-\u02ff\u2010-\u201f]*")
# A selection of the root zone: those that companies and their press write, and shortened links.
TOP_LEVELS = (
    "com|org|net|edu|gov|info|biz|io|ai|app|dev|tech|blog|jobs|eu|fr|be|ch|uk|de|es|it|lu|nl|ca|us"
    "|co|me|tv|ly|gl|example|pt|se|dk|pl|ru|cn|рф|bzh|paris|alsace|corsica|cloud|team|xyz|online"
    "|site|store|shop|agency|digital|company|group|studio|design|page|link|click|top|fun|world"
    "|today|news|media|community|academy"
)
_END = r"[^\s.,;:!?'\"»”’)\]}>…]"
_SCHEME_LINK = rf"https?://\S*{_END}"
_MASTODON_LINK = regex.compile(rf"{_SCHEME_LINK}|(?<![\w@/])@\w+@[\w.-]+\w", regex.IGNORECASE)
# The most one code point can count; a short link counts more than its letters on X and Mastodon.
_HEAVIEST: Mapping[Platform, int] = MappingProxyType(
    {
        Platform.LINKEDIN: 2,
        Platform.X: LINK_LENGTH,
        Platform.BLUESKY: 1,
        Platform.MASTODON: LINK_LENGTH,
        Platform.INTERNAL: 1,
    }
)
_LAST_OF_ONE_UNIT = "\uffff"
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))

# A parenthesis belongs to a link that opened it; around a link it is the sentence's.
_IN_LINK = r"[^\s()]"
_PAIRED = rf"\((?:{_IN_LINK}|\({_IN_LINK}*\))*\)"
_LINKEDIN_LINK = rf"https?://(?:{_IN_LINK}|{_PAIRED})*(?:{_PAIRED}|(?!\(){_END})"
_KEPT_BY_LINKEDIN = regex.compile(
    rf"{_LINKEDIN_LINK}|(?<![\w&])#\w*[^\W\d_]\w*|@\[[^\[\]\n]{{1,200}}\]\(urn:li:[\w:]{{1,100}}\)"
)
# X links a host under a top-level domain there is, with a scheme or without, and its path; a
# parenthesis belongs to a path that opened it.
_X_LINK = (
    r"(?:https?://|(?<![\w@#$./-]))(?:[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}\.){1,10}\L<top_levels>(?![\w-])"
    rf"(?::\d{{1,5}})?(?:[/?](?:{_IN_LINK}|{_PAIRED})*(?:{_PAIRED}|(?!\(){_END})|/)?"
)
_RESERVED = regex.compile(r"[\\|{}@\[\]()<>#*_~]")


def length_on(platform: Platform, text: str) -> int:
    """Count a text the way its platform does."""
    if platform is Platform.INTERNAL:
        return len(text)
    if platform is Platform.LINKEDIN:
        return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
    return sum(weight for _, weight in _pieces(platform, text))


def overflow(platform: Platform, text: str, limit: int) -> int | None:
    """Return the offset where a text goes beyond the limit, None if it fits.

    What a platform takes at most in bytes counts beside its limit.
    """
    reached = (_beyond(platform, text, limit), _beyond_bytes(text, BYTES.get(platform)))
    return min((offset for offset in reached if offset is not None), default=None)


def _beyond_bytes(text: str, limit: int | None) -> int | None:
    if limit is None or len(text) * _WIDEST <= limit:
        return None
    total = position = 0
    for end, _ in _clusters(text, 0, len(text), lambda _: 1):
        total += len(text[position:end].encode(errors="surrogatepass"))
        if total > limit:
            return position
        position = end
    return None


def _beyond(platform: Platform, text: str, limit: int) -> int | None:
    if len(text) * _HEAVIEST[platform] <= limit:
        return None
    total = position = 0
    for end, weight in _pieces(platform, text):
        total += weight
        if total > limit:
            return position
        position = end
    return None


def shown_first(platform: Platform, text: str) -> str:
    """Return what a reader sees before asking for more."""
    if platform is not Platform.LINKEDIN:
        return text
    lines = text.split("\n", LINKEDIN_LINES)
    shown = "\n".join(lines[:LINKEDIN_LINES])
    if len(shown) <= LINKEDIN_FOLD:
        return shown
    ends = (end for end, _ in _clusters(shown, 0, len(shown), lambda _: 1))
    # Nothing is cut inside what is seen as one character: an emoji, a letter and its accent.
    return shown[: max(takewhile(LINKEDIN_FOLD.__ge__, ends), default=0)]


def escape_for_linkedin(text: str) -> str:
    """Escape what LinkedIn's `little` format reserves, or a parenthesis cuts the post there.

    Links, hashtags and mentions written as `@[Name](urn:li:…)` are left as they are, so that
    they still work.
    """
    pieces: list[str] = []
    position = 0
    for match in _KEPT_BY_LINKEDIN.finditer(text):
        pieces += (_escaped(text[position : match.start()]), match.group())
        position = match.end()
    return "".join((*pieces, _escaped(text[position:])))


def _escaped(text: str) -> str:
    escaped: str = _RESERVED.sub(r"\\\g<0>", text)
    return escaped


def _pieces(platform: Platform, text: str) -> Iterator[tuple[int, int]]:
    """Yield the end and the weight of each piece a platform counts."""
    match platform:
        case Platform.X:
            return _around_links(text, _x_links(), _x_weight)
        case Platform.MASTODON:
            return _around_links(text, _MASTODON_LINK, lambda _: 1)
        case Platform.BLUESKY:
            return _clusters(text, 0, len(text), lambda _: 1)
        case Platform.LINKEDIN:
            return ((at + 1, 1 + (one > _LAST_OF_ONE_UNIT)) for at, one in enumerate(text))
        case _:
            return ((at + 1, 1) for at in range(len(text)))


@lru_cache(maxsize=1)
def _x_links() -> "regex.Pattern[str]":
    return regex.compile(_X_LINK, regex.IGNORECASE, top_levels=_top_levels())


def _top_levels() -> frozenset[str]:
    """Return the top-level domains there are, from the public suffix list that `tld` ships."""
    written = (files("tld") / "res" / "effective_tld_names.dat.txt").read_text(encoding="utf-8")
    known = (line.strip() for line in written.splitlines())
    return frozenset({"example", *(one for one in known if one.isalnum())})


def _around_links(
    text: str, links: "regex.Pattern[str]", weigh: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    position = 0
    for match in links.finditer(text):
        yield from _clusters(text, position, match.start(), weigh)
        position = match.end()
        yield position, _link_length(match.group())
    yield from _clusters(text, position, len(text), weigh)


def _link_length(written: str) -> int:
    """Count a link as its shortened form, and a mention on another server by its name."""
    return len(written.rpartition("@")[0]) if written.startswith("@") else LINK_LENGTH


def _clusters(
    text: str, start: int, end: int, weigh: Callable[[str], int]
) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        plain = _PLAIN.match(text, at, end).end()
        # What follows may belong to the last of them.
        until = plain if plain == end else plain - 1
        if until > at:
            yield from ((one + 1, 1) for one in range(at, until))
            at = until
        else:
            cluster = _CLUSTER.match(text, at, end)
            at = cluster.end()
            yield at, weigh(cluster.group())


def _x_weight(cluster: str) -> int:
    if EMOJI.fullmatch(cluster):
        return 2
    composed = unicodedata.normalize("NFC", cluster)
    return sum(1 if _is_light(ord(character)) else 2 for character in composed)


def _is_light(code: int) -> bool:
    return any(first <= code <= last for first, last in _LIGHT)
