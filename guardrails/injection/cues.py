"""What a passage shows of whom it speaks to: the values a small linear model weighs."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from guardrails.injection.passages import Passage
from guardrails.wordings import Wordings

_OPENING = re.compile(
    r"^[\W_]*(?:(?:please|now|also|then|and|next|first|finally|instead|just|kindly|ok|okay|hey|hi|hello"
    r"|important|attention|note|ps|p\.s\.|hint|instruction|task|question|veuillez|maintenant|et|puis"
    r"|ensuite|enfin|aussi|merci de|important|bonjour|salut|s'il te plait|s'il vous plait|consigne"
    r"|i (?:want|need|would like) you to|i'd like you to|(?:can|could|would|will) you(?: please)?"
    r"|you (?:must|should|will|have to|need to)|your task is to|do not|don't|never|always|ne"
    r"|(?:peux|pourrais)-tu|(?:pouvez|pourriez)-vous|je veux que tu|tu dois|vous devez"
    r"|toujours)[\s,:;\-]+)*"
)
_FIRST = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_PRONOUN = re.compile(r"-(?:moi|nous|lui|leur|les?|la|toi|vous)(?:-en)?$")
_LINK = re.compile(r"https?://|www\.|\b[a-z0-9-]+\.(?:com|net|org|io|example|xyz|ru|info)\b")
ORDERS = tuple(f"opens {name}" for name in ("make", "tell", "change", "answer", "behave", "urge"))
_LONG, _SHORT = 22, 3  # words


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of `cues.toml`: what passages begin with, what they say, and what turns to whom."""

    opens: Mapping[str, frozenset[str]]
    says: Mapping[str, Wordings]
    turns: Wordings
    tongues: Mapping[str, frozenset[str]]
    familiar: frozenset[str]
    familiar_orders: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Read the lists, once."""
    file = Path(__file__).parent / "cues.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    opens = {name: _words(lists) for name, lists in data["opens"].items()}
    says = {n: Wordings(tuple(each["fr"]), tuple(each["en"])) for n, each in data["says"].items()}
    turns = [says[name.removeprefix("says ")] for name in TURNS]
    every = Wordings(sum((one.fr for one in turns), ()), sum((one.en for one in turns), ()))
    tongues = {language: frozenset(words.split()) for language, words in data["tongues"].items()}
    return Cues(
        MappingProxyType(opens),
        MappingProxyType(says),
        every,
        MappingProxyType(tongues),
        frozenset(data["familiar"]["fr"].split()),
        _familiar_orders(data["opens"]),
    )


def turns_to_somebody(passage: Passage) -> bool:
    """Tell whether a passage gives an order, asks something or speaks to a machine at all."""
    return speaks(opened_by(passage)) > 0 or cues().turns.occur_in(passage.bare)


def told_by(passage: Passage) -> dict[str, float]:
    """Return what a passage shows by itself, each value from 0 to 1."""
    if "told" not in passage.shown:
        passage.shown["told"] = _told_by(passage)
    return passage.shown["told"]


def _told_by(passage: Passage) -> dict[str, float]:
    says = cues().says.items()
    told = {f"says {name}": float(has.occur_in(passage.bare)) for name, has in says}
    length = len(passage.words)
    return (
        opened_by(passage)
        | told
        | {
            "exclaims": float("!" in passage.bare),
            "has a link": float(_LINK.search(passage.bare) is not None),
            "lacks an end": float(_ending(passage) not in {".", "!", "?"}),
            "is an item": float(passage.bare.startswith(_ITEMS)),
            "stands alone": float(passage.is_alone),
            "is short": float(length <= _SHORT),
            "is long": float(length > _LONG),
        }
    )


def commands(told: Mapping[str, float]) -> float:
    """Tell how far a passage begins as an order."""
    return max(told[name] for name in ORDERS)


def asks(told: Mapping[str, float]) -> float:
    """Tell how far a passage is a question."""
    return told["asks"] * told["opens question"]


def speaks(told: Mapping[str, float]) -> float:
    """Tell how far a passage gives an order or asks something."""
    return max(commands(told), asks(told))


TURNS = ("says polite", "says reply", "says machine", "says override", "says lure", "says user")
_ITEMS = ("- ", "* ", "• ", "> ")


def opened_by(passage: Passage) -> dict[str, float]:
    """Return what a passage begins with, and whether it ends as a question."""
    if "opened" not in passage.shown:
        passage.shown["opened"] = _opened_by(passage)
    return passage.shown["opened"]


def _opened_by(passage: Passage) -> dict[str, float]:
    first = _first_word(passage.bare)
    opens = {f"opens {name}": float(first in words) for name, words in cues().opens.items()}
    return opens | {"asks": float(_ending(passage) == "?")}


def begins_familiar(passage: Passage) -> bool:
    """Tell whether a passage begins with an order to one person one knows well, in French."""
    return _first_word(passage.bare) in cues().familiar_orders


def _ending(passage: Passage) -> str:
    return passage.bare.rstrip("\"' )")[-1:]


def _first_word(bare: str) -> str:
    opening = _OPENING.match(bare)
    first = _FIRST.search(bare, opening.end() if opening else 0)
    # A verb before a bracket is the end of a name: "the … Act (CFAA)".
    is_name = first is not None and bare[first.end() : first.end() + 2] == " ("
    return _PRONOUN.sub("", first.group()) if first and not is_name else ""


def _familiar_orders(opens: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """Return the French orders to one person one knows well: those of all less the polite ones."""
    french = frozenset(" ".join(lists["fr"] for lists in opens.values()).split())
    english = frozenset(" ".join(lists["en"] for lists in opens.values()).split())
    singular = {word for word in french if f"{word}z" in french or f"{word[:-1]}ez" in french}
    return frozenset(singular) - english


def _words(lists: Mapping[str, str]) -> frozenset[str]:
    return frozenset(" ".join(lists.values()).split())
