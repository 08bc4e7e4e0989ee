"""Which forms a sentence can carry, told by what it shows itself to be."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from personalizer.passages import Passage
from personalizer.traits import Trait
from personalizer.writing import Form

# How well a trait of a sentence carries a form: one number per pair, 0 where it does not.
_CARRIES: Final[Mapping[Form, Mapping[Trait, float]]] = MappingProxyType(
    {
        Form.FIGURE: {Trait.FIGURE: 1.0},
        Form.QUOTATION: {Trait.QUOTATION: 1.0, Trait.PERSON: 0.6, Trait.CONTRAST: 0.3},
        Form.QUESTION: {Trait.QUESTION: 1.0, Trait.CONTRAST: 0.5, Trait.FIGURE: 0.2},
        Form.HOW_TO: {Trait.STEP: 1.0, Trait.REASON: 0.3},
        Form.BEHIND_THE_SCENES: {Trait.SCENE: 0.8, Trait.PERSON: 0.5, Trait.DATE: 0.5},
        Form.THANKS: {Trait.PERSON: 1.0, Trait.QUOTATION: 0.3},
        Form.DISAGREEMENT: {Trait.OBJECTION: 0.9},
        Form.LESSON: {Trait.REASON: 0.8, Trait.CONTRAST: 0.7, Trait.FIGURE: 0.2},
    }
)
# The last two are what many people who ask for one content come to.
_ANY_SENTENCE: Final = {
    Form.LESSON: 0.25,
    Form.QUOTATION: 0.25,
    Form.QUESTION: 0.15,
    Form.HOW_TO: 0.03,
    Form.BEHIND_THE_SCENES: 0.02,
}
# Nobody does what somebody else did on a day.
_NO_WAY: Final = {Trait.DATE, Trait.PERSON, Trait.QUOTATION}
_OF_NO_DAY: Final = frozenset({Form.HOW_TO})


def forms_of(passage: Passage) -> tuple[tuple[Form, float], ...]:
    """Return each form a passage can carry, and how well (0 to 1)."""
    return _forms_of(passage.traits)


@lru_cache(maxsize=1024)
def _forms_of(shown: frozenset[Trait]) -> tuple[tuple[Form, float], ...]:
    return tuple(_carried_by(shown))


def _carried_by(shown: frozenset[Trait]) -> Iterator[tuple[Form, float]]:
    asks = Trait.QUESTION in shown
    for form, traits in _CARRIES.items():
        if asks and form not in {Form.QUESTION, Form.QUOTATION}:
            continue
        fits = [strength for trait, strength in traits.items() if trait in shown]
        is_no_way = form in _OF_NO_DAY and shown & _NO_WAY
        strength = max([*fits, 0.0 if is_no_way else _ANY_SENTENCE.get(form, 0.0)])
        if strength > 0:
            yield form, strength


def telling_form(passage: Passage) -> Form:
    """Return the one form that may tell a passage outside quotation marks; all may quote it."""
    return _telling_form(passage.traits)


@lru_cache(maxsize=1024)
def _telling_form(shown: frozenset[Trait]) -> Form:
    scored = sorted((-strength, form) for form, strength in _forms_of(shown))
    return next(form for _, form in scored if form is not Form.QUOTATION)
