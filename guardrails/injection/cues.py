"""What a passage shows of whom it speaks to: the values a small linear model weighs."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from guardrails.injection.passages import Article, Passage
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


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Read the lists, once."""
    file = Path(__file__).parent / "cues.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    opens = {name: _words(lists) for name, lists in data["opens"].items()}
    says = {n: Wordings(tuple(each["fr"]), tuple(each["en"])) for n, each in data["says"].items()}
    turns = [says[name.removeprefix("says ")] for name in _TURNS]
    every = Wordings(sum((one.fr for one in turns), ()), sum((one.en for one in turns), ()))
    return Cues(MappingProxyType(opens), MappingProxyType(says), every)


def turns_to_somebody(passage: Passage) -> bool:
    """Tell whether a passage gives an order, asks something or speaks to a machine at all."""
    opened = _opened_by(passage)
    return _speaks(opened) > 0 or cues().turns.occur_in(passage.bare)


def told_by(passage: Passage) -> dict[str, float]:
    """Return what a passage shows by itself, each value from 0 to 1."""
    says = cues().says.items()
    told = {f"says {name}": float(has.occur_in(passage.bare)) for name, has in says}
    length = len(passage.words)
    return (
        _opened_by(passage)
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


def shown(article: Article, index: int) -> dict[str, float]:
    """Return what one passage shows by itself, and beside the text around it."""
    passages = article.passages
    near = passages[max(0, index - 2) : index] + passages[index + 1 : index + 3]
    around = max((_speaks(_opened_by(passage)) for passage in near), default=0.0)
    told = told_by(passages[index])
    return told | _beside(passages[index], article, told, around)


def _beside(
    passage: Passage, article: Article, told: Mapping[str, float], around: float
) -> dict[str, float]:
    alone, shared = article.strangers(passage)
    strange = sum(alone) / (sum(alone) + sum(shared)) if alone or shared else 0.5
    speaks = _speaks(told)
    turned = max(speaks, *(told[name] for name in _TURNS))
    said = {f"{name} turned": told[name] * turned for name in told if name.startswith("says")}
    return said | {
        "turned": turned,
        "speaks": speaks,
        "asks a reader": _asks(told),
        "strange": strange,
        "strange turned": strange * turned,
        "strange said": strange * turned * max(said[f"{name} turned"] for name in _TASKS),
        "alone": min(sum(alone), 6.0) / 6.0,
        "alone turned": min(sum(alone), 6.0) / 6.0 * turned,
        "strangest": max(alone, default=0.0),
        "strangest turned": max(alone, default=0.0) * turned,
        "known": min(sum(shared), 6.0) / 6.0,
        "known turned": min(sum(shared), 6.0) / 6.0 * turned,
        "best known": max(shared, default=0.0),
        "best known turned": max(shared, default=0.0) * turned,
        "apart": told["stands alone"] * (1.0 - told["lacks an end"]) * turned,
        "strange apart": strange * told["stands alone"] * (1.0 - told["lacks an end"]) * turned,
        "around": around,
        "words": min(len(passage.words), 40) / 40,
        "lure": told["says lure"] * max(told["exclaims"], told["opens urge"], told["has a link"]),
    }


def _commands(told: Mapping[str, float]) -> float:
    return max(told[name] for name in ORDERS)


def _speaks(told: Mapping[str, float]) -> float:
    return max(_commands(told), _asks(told))


def _asks(told: Mapping[str, float]) -> float:
    return told["asks"] * told["opens question"]


_TASKS = ("says work", "says lore", "says letters", "says reply", "says chat")
_TURNS = ("says polite", "says reply", "says machine", "says override", "says lure", "says user")
_ITEMS = ("- ", "* ", "• ", "> ")


def _opened_by(passage: Passage) -> dict[str, float]:
    first = _first_word(passage.bare)
    opens = {f"opens {name}": float(first in words) for name, words in cues().opens.items()}
    return opens | {"asks": float(_ending(passage) == "?")}


def _ending(passage: Passage) -> str:
    return passage.bare.rstrip("\"' )")[-1:]


def _first_word(bare: str) -> str:
    opening = _OPENING.match(bare)
    first = _FIRST.search(bare, opening.end() if opening else 0)
    return _PRONOUN.sub("", first.group()) if first else ""


def _words(lists: Mapping[str, str]) -> frozenset[str]:
    return frozenset(" ".join(lists.values()).split())
