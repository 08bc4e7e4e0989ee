"""How a change of rank is told, in French and in English."""

from typing import Final

from domain.language import Bilingual
from domain.people import ProfileType
from domain.recommendation import Change, Shift
from recommender.factors import MANY, SEVERAL
from recommender.phrasing import TYPE_NAMES, ordinal, quoted

_OLDER: Final = {
    7: Bilingual("Publié une semaine plus tôt", "Published a week earlier"),
    30: Bilingual("Publié un mois plus tôt", "Published a month earlier"),
    90: Bilingual("Publié trois mois plus tôt", "Published three months earlier"),
    365: Bilingual("Publié un an plus tôt", "Published a year earlier"),
}
_TOLD: Final = {
    0: Bilingual(
        "Si peu de collègues en avaient parlé, ou aucun",
        "If few colleagues had spoken about it, or none",
    ),
    SEVERAL: Bilingual(
        "Dès que plusieurs collègues en auront parlé",
        "Once several colleagues have spoken about it",
    ),
    MANY: Bilingual(
        "Dès que beaucoup de collègues en auront parlé",
        "Once many colleagues have spoken about it",
    ),
}
_STAYS: Final = Bilingual(
    "Rien de cela, pris seul, ne le déplacerait : un de vos sujets en moins, un de vos profils en"
    " moins, un an de plus, des collègues plus nombreux à en parler.",
    "None of these alone would move it: one of your topics less, one of your profiles less,"
    " a year more, more colleagues speaking about it.",
)


def said(change: Change, value: str | int | None, *, before: int, after: int | None) -> Shift:
    """Return a change of rank with its sentence; ranks count from 1."""
    if change is Change.NOTHING:
        return Shift(change, None, before, before, _STAYS)
    cause, effect = _cause(change, value), _effect(before, after)
    text = Bilingual(f"{cause.fr}, {effect.fr}.", f"{cause.en}, {effect.en}.")
    return Shift(change, value, before, after, text)


def _cause(change: Change, value: str | int | None) -> Bilingual:
    match change, value:
        case Change.OLDER, int():
            return _OLDER[value]
        case Change.TOLD, int():
            return _TOLD[value]
        case Change.WITHOUT_TYPE, _:
            name = TYPE_NAMES[ProfileType(str(value))]
            return Bilingual(
                f"Si vous n’aviez pas le profil {name.fr}", f"Without your {name.en} profile"
            )
        case Change.WITH_TOPIC, _:
            topic = quoted(Bilingual(str(value), str(value)))
            return Bilingual(
                f"Si {topic.fr} était un de vos sujets", f"If {topic.en} were one of your topics"
            )
        case _:
            topic = quoted(Bilingual(str(value), str(value)))
            return Bilingual(f"Sans votre sujet {topic.fr}", f"Without your topic {topic.en}")


def _effect(before: int, after: int | None) -> Bilingual:
    if after is None:
        return Bilingual("il ne serait plus proposé ici", "it would no longer be suggested here")
    start, end = ordinal(before), ordinal(after)
    return Bilingual(
        f"il passerait du {start.fr} au {end.fr} rang",
        f"it would go from {start.en} to {end.en} place",
    )
