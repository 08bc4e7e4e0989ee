"""Sentences for and against respect, from frames filled with kinds of people, things and jobs.

Every frame of `training/texts/respect_grammar.json` says whether what comes out is hateful. All
fillings of a frame are one family. Marks `<<…>>` are misspelt the way people dodge filters.
"""

import json
import random
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from domain.language import Language
from training.scoring.material import TEXTS

_MARKED = re.compile(r"<<(.*?)>>")
_LEET = str.maketrans("aeiostAEIOST", "431057431057")
_OF_MANY = re.compile(r"\{[Gg]roup_plural")
_KIND = frozenset({"neutral_mention", "positive_mention", "everyday_mention", "self_reference"})
_ABOUT = frozenset({"category", "gender", "severity", "kind", "number"})
_SHORT = 4
_FILLINGS = 4


class Filled(NamedTuple):
    """A filled frame: which one of which function, and whether it is hateful."""

    text: str
    language: Language
    function: str
    frame: int
    is_hateful: bool
    weight: float


def filled(seed: int = 1) -> Iterator[Filled]:
    """Yield a few fillings of every frame; together they weigh as much as two written texts."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    grammar = json.loads((TEXTS / "respect_grammar.json").read_text(encoding="utf-8"))
    for name, words in grammar["languages"].items():
        for function in words["functions"]:
            is_hateful = function["label"] == "hateful"
            for number, frame in enumerate(function["frames"]):
                times = _FILLINGS if frame["uses"] or "<<" in frame["text"] else 1
                for text in sorted({_filled(words, frame, chance) for _ in range(times)}):
                    language, weight = Language(name), 2 / times
                    yield Filled(text, language, function["id"], number, is_hateful, weight)


def named(seed: int = 3) -> Iterator[Filled]:
    """Yield one filling of every frame that names a kind of people kindly, and nobody of them."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    grammar = json.loads((TEXTS / "respect_grammar.json").read_text(encoding="utf-8"))
    for name, words in grammar["languages"].items():
        for function in words["functions"]:
            frames = function["frames"] if function["id"] in _KIND else ()
            for number, frame in enumerate(frames):
                if _OF_MANY.search(frame["text"]):
                    yield Filled(
                        _filled(words, frame, chance), Language(name), function["id"], number,
                        is_hateful=False, weight=1.0,
                    )  # fmt: skip


def _filled(words: dict[str, Any], frame: dict[str, Any], chance: random.Random) -> str:
    slots: dict[str, str] = {}
    for name in frame["uses"]:
        entry = chance.choice([one for one in words[name] if _fits(one, name, frame)])
        slots |= {slot: said for slot, said in entry.items() if slot not in _ABOUT}
    text = frame["text"].format_map(slots)
    text = _MARKED.sub(lambda match: _misspelt(match[1], chance), text)
    return str(text[:1].upper() + text[1:])


def _fits(entry: dict[str, Any], name: str, frame: dict[str, Any]) -> bool:
    if name == "groups":
        return entry["category"] in frame.get("only_categories", [entry["category"]])
    if name == "targets":
        return entry["kind"] in frame.get("only_kinds", [entry["kind"]])
    return True


def _misspelt(word: str, chance: random.Random) -> str:
    """Return a word as somebody writes it who does not want it found."""
    inner = [at for at, character in enumerate(word) if character.isalpha()][1:-1]
    at = chance.choice(inner) if len(inner) + 2 >= _SHORT else -1
    ways = [" ".join, "-".join, ".".join]
    apart = [way(word.replace(" ", "")) for way in ways]
    if at < 0:
        return chance.choice(apart)
    return chance.choice([
        *apart,
        word.translate(_LEET),
        word[:at] + "*" + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        word[:at] + word[at] * chance.randint(2, 4) + word[at + 1 :],
        "".join(one.upper() if place % 2 else one.lower() for place, one in enumerate(word)),
        word.replace(" ", ""),
    ])  # fmt: skip
