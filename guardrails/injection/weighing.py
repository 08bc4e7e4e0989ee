"""How much a passage looks like an order or a question to a machine: one small linear model.

`weights.json` is made by `training/injection.py`, which also says what it learned from.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guardrails.injection.cues import turns_to_somebody
from guardrails.injection.passages import Article, Passage
from guardrails.injection.standing import Standing

_FOLDER = Path(__file__).parent
_LEAST_WORDS = 3
# What hangs at a door or stands on a label is for whoever is there.
_OF_A_PLACE = re.compile(
    r"\b(?:instructions|consignes|regles|rules|directions|guidelines) (?:(?:are |is |sont )?"
    r"(?:affichees?|posted|displayed|printed|imprimees|written) (?:a|au|aux|dans|sur|devant|pres"
    r"|at|on|in|by|near|outside|inside) |(?:sur|on) (?:l'|la |le |the |your |votre )?(?:etiquette"
    r"|emballage|notice|boite|label|box|packaging|leaflet)\b)"
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The model: what each value adds, and from where on a passage is suspect."""

    bias: float
    threshold: float
    values: Mapping[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read the model.

    Raises ValueError when the file is not the one that was trained.
    """
    content = (_FOLDER / "weights.json").read_bytes()
    kept = (_FOLDER / "weights.sha256").read_text(encoding="ascii").split()[0]
    if hashlib.sha256(content).hexdigest() != kept:
        raise ValueError("weights.json is not the file weights.sha256 names: train it again")
    return Weights(**json.loads(content))


def weighable(article: Article) -> Iterator[tuple[Passage, dict[str, float]]]:
    """Yield each passage that is a whole sentence and turns to somebody, with what it shows."""
    standing = Standing(article)
    for index, passage in enumerate(article.passages):
        begins = passage.text.lstrip("-*•>\"'«»“”’(),; \u00a0\u202f")[:1]
        is_sentence = len(passage.words) >= _LEAST_WORDS and not begins.islower()
        if is_sentence and turns_to_somebody(passage):
            yield passage, standing.shown(index)


def suspects(article: Article) -> Iterator[Passage]:
    """Yield each passage above the threshold."""
    model = weights()
    for passage, values in weighable(article):
        if (values["says asked"] and values["says reply"]) or _OF_A_PLACE.search(passage.bare):
            continue
        told = sum(model.values[name] * value for name, value in values.items())
        if model.bias + told > model.threshold:
            yield passage
