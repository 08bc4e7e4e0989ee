"""Which kinds a text shows: from the cues people leave, and from the form of the whole.

A title or a line has only its cues, in a lexicon that anybody can read. The longer a text, the
more its form says, and the model of `kind_model.py` is better at that than any list of words.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from domain.language import Language
from recommender.form import form_of
from recommender.kind_model import kind_model
from recommender.kinds import KINDS, ContentKind
from recommender.vectors import Doubles
from recommender.words import Stems, is_stop, words_of

# A phrase is seldom there by chance, a single word often.
_PHRASE: Final = 1.0
_WORD: Final = 0.5
_WEAK: Final = 0.1
# The title says what the whole text is; the rest shows in its first words.
_TITLE: Final = 4.0
_FIRST_WORDS: Final = 200
# So much evidence for one kind, and none for another, makes it as likely as not.
_DOUBT: Final = 2.0

# The model has learned from texts; up to so many words there is none. Then it counts for more
# and more: half of the answer at twenty words beyond.
_A_LINE: Final = 12
_A_PARAGRAPH: Final = 20
# What is never claimed, however sure the model.
_LEFT_OPEN: Final = 0.01

_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    phrase: _Phrase
    kind: int
    weight: float


def recognised(cues: Doubles, title: str, text: str) -> Doubles:
    """Return shares by the cues found and by the form of a text, in the order of KINDS."""
    if len(text.split()) <= _A_LINE:
        return cues
    chances, _ = kind_model().kinds(form_of(title, text))
    return blended(cues, chances, text)


def blended(cues: Doubles, chances: Doubles, text: str) -> Doubles:
    """Join what cues say with what a model says: the longer the text, the more the model."""
    words = max(0, len(text.split()) - _A_LINE)
    trust = words / (words + _A_PARAGRAPH)
    shares: Doubles = (1 - trust) * cues + trust * (1 - _LEFT_OPEN) * chances
    return shares


def kind_shares(title: Sequence[str], text: Sequence[str], language: Language) -> Doubles:
    """Return how much of each kind a text is, in the order of KINDS; the rest to 1 is doubt.

    Both are given as keys, stop words included. A cue counts once, where it weighs most.
    """
    found = _cues_in(text[:_FIRST_WORDS], language)
    found.update({cue: weight * _TITLE for cue, weight in _cues_in(title, language).items()})
    evidence = np.zeros(len(KINDS))
    for (kind, _), weight in found.items():
        evidence[kind] += weight
    shares: Doubles = evidence / (evidence.sum() + _DOUBT)
    return shares


def _cues_in(keys: Sequence[str], language: Language) -> dict[tuple[int, _Phrase], float]:
    cues = _lexicon(language)
    return {
        (cue.kind, cue.phrase): cue.weight
        for place, key in enumerate(keys)
        for cue in cues.get(key, ())
        if tuple(keys[place : place + len(cue.phrase)]) == cue.phrase
    }


@cache
def _lexicon(language: Language) -> Mapping[str, Sequence[_Cue]]:
    text = files("recommender").joinpath("cues.toml").read_text(encoding="utf-8")
    stems = Stems(language)
    cues: dict[str, list[_Cue]] = {}
    for name, said in tomllib.loads(text).items():
        for strength, phrases in said[language].items():
            for phrase in phrases:
                keys = tuple(stems[word] for word in words_of(phrase))
                cue = _Cue(keys, KINDS.index(ContentKind(name)), _weight(keys, strength))
                cues.setdefault(keys[0], []).append(cue)
    return cues


def _weight(keys: _Phrase, strength: str) -> float:
    if strength == "weak":
        return _WEAK
    return _PHRASE if sum(not is_stop(key) for key in keys) > 1 else _WORD
