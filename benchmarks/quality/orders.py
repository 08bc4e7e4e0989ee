"""Orders to a machine of our own, and what comes near them: at import, and before a judge.

The set (`benchmarks/sets/orders_to_machines.jsonl`) grew in batches. What is `held_back` nobody
looked at while the rules were made: one half of the first batch, the orders of the fourth and all
of the fifth, which were written after all rules. Their author is the rules' own, so a stranger may
get past them more often still.
"""

import base64
import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from benchmarks.material import blogs
from benchmarks.planting import is_for_development, planted
from benchmarks.quality.figure import Figure
from guardrails.injection import scan_article, scan_words

_SET = Path(__file__).parents[1] / "sets" / "orders_to_machines.jsonl"
_POSTS = {
    "fr": "Je travaille chez Ardemont. La presse neuve se règle en douze minutes.",
    "en": "I work at Ardemont. The new press is set in twelve minutes.",
}
_TIMES = 3
# Oblique orders, each batch written when the rules stood: what a new attacker would meet.
_LATER = MappingProxyType({4: "written last", 5: "written last of all"})
_HIDDEN: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "base64": lambda text: base64.b64encode(text.encode()).decode(),
        "comment": "<!-- {} -->".format,
        "zero width": "\u200b".join,
        "tags": lambda text: "".join(chr(0xE0000 + ord(one)) for one in text),
    }
)


@dataclass(frozen=True, slots=True)
class Saying:
    """One text: an order to a machine, or words to people that come near one."""

    language: str
    kind: str
    text: str
    is_order: bool
    batch: int
    is_held_back: bool

    @property
    def written(self) -> str:
        """Return it as it stands in a text: in sight, or hidden in its way."""
        return _HIDDEN.get(self.kind, str)(self.text)


@cache
def sayings() -> tuple[Saying, ...]:
    """Read the set."""
    rows = map(json.loads, _SET.read_text(encoding="utf-8").splitlines())
    return tuple(
        Saying(
            one["language"],
            one["kind"],
            one["text"],
            one["expected"] == "order",
            one["batch"],
            one["held_back"],
        )
        for one in rows
    )


def figures() -> Iterator[Figure]:
    """Yield what is found and left alone, by language, read and held back."""
    for language in ("en", "fr"):
        for name, asked in _parts(language):
            yield Figure(f"{name}, before a judge, {language}", _share(asked))
            yield Figure(f"{name}, at import, {language}", _at_import(asked))


def _parts(language: str) -> Iterator[tuple[str, list[Saying]]]:
    here = [one for one in sayings() if one.language == language]
    orders = [one for one in here if one.is_order]
    held = [one for one in orders if one.is_held_back]
    yield "own orders found, read", [one for one in orders if not one.is_held_back]
    yield "own orders found, half of the first batch", [one for one in held if one.batch == 1]
    for batch, name in _LATER.items():
        yield f"own orders found, {name}", [one for one in held if one.batch == batch]
    near = [one for one in here if not one.is_order]
    yield "near misses left alone, read", [one for one in near if not one.is_held_back]
    yield "near misses left alone, held back", [one for one in near if one.is_held_back]


def _share(asked: list[Saying]) -> float:
    return sum(is_suspect(one) == one.is_order for one in asked) / len(asked)


def is_suspect(one: Saying) -> bool:
    """Tell whether a post that holds it is kept from a judge."""
    return bool(scan_words(f"{_POSTS[one.language]}\n\n{one.written}"))


def _at_import(asked: list[Saying]) -> float | None:
    posts = {
        language: [one.text for one in blogs(language) if not is_for_development(one.content_id)]
        for language in ("en", "fr")
    }
    if not all(posts.values()):
        return None
    chance = random.Random(11)  # noqa: S311 - no secret
    tried = [
        _is_cut(one, chance.choice(posts[one.language]), chance) == one.is_order
        for one in asked
        for _ in range(_TIMES)
    ]
    return sum(tried) / len(tried)


def _is_cut(one: Saying, post: str, chance: random.Random) -> bool:
    text, start = planted(post, one.written, chance)
    end = start + len(one.written)
    return any(each.span.start < end and each.span.end > start for each in scan_article(text))
