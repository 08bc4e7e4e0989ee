"""Which profile type somebody's posts sound like: a suggestion, and the employee decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.people import ProfileType
from domain.ports import Encoder
from recommender.form import form_of
from recommender.kind_model import kind_model
from recommender.kind_vectors import kind_vectors
from recommender.kinds import KINDS, SUITS_TYPE, TYPES
from recommender.pooling import encode_contents
from recommender.vectors import Doubles, unpack
from recommender.words import words_of

# A kind belongs to the type whose own it is, not to those it also pleases.
TYPE_OF_KIND: Final = np.array(
    [[float(SUITS_TYPE[row].get(kind, 0.0) == 1.0) for row in TYPES] for kind in KINDS]
)
# Under this chance of being right, saying nothing is the better answer.
_SURE: Final = 0.8
_LEAST_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The chance of each type, and the one to suggest: None when it is not sure."""

    chances: dict[ProfileType, float]
    suggested: ProfileType | None


def suggest_type(posts: Sequence[str], encoder: Encoder | None = None) -> Suggestion:
    """Suggest a type from posts, all of them together; a few words are no ground to say any."""
    read = [post for post in posts if len(words_of(post)) >= _LEAST_WORDS]
    if not read:
        return Suggestion(dict.fromkeys(TYPES, 1 / len(TYPES)), None)
    together = types_of([("", post) for post in read], encoder).mean(axis=0)
    top = int(together.argmax())
    sure = bool(together[top] >= _SURE)
    return Suggestion(
        dict(zip(TYPES, together.tolist(), strict=True)), TYPES[top] if sure else None
    )


def types_of(texts: Sequence[tuple[str, str]], encoder: Encoder | None = None) -> Doubles:
    """Return the chance of each type, in the order of TYPES, that texts (titled) suit it.

    With the bundled encoder, what a text is about is heard beside its form, but not in a line.
    """
    kinds = np.array([kind_model().kinds(form_of(title, text))[0] for title, text in texts])
    model = kind_vectors(encoder.fingerprint) if encoder else None
    if encoder and model:
        whole = [f"{title}\n{text}" for title, text in texts]
        vectors = unpack(encode_contents(encoder, whole), encoder.dimension)
        kinds = model.joined(kinds, vectors, np.array([float(len(words_of(one))) for one in whole]))
    told = kinds @ TYPE_OF_KIND
    # What is left open of a kind speaks for no type.
    chances: Doubles = told / told.sum(axis=1, keepdims=True)
    return chances
