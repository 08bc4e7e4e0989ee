"""The words reasons are made of, with the typography of each language."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from domain.content import Objective
from domain.language import Bilingual, Language
from domain.people import ProfileType

# French sets its guillemets and its colon off with a space that no line may break.
NO_BREAK: Final = "\u00a0"

TYPE_NAMES: Final[Mapping[ProfileType, Bilingual]] = MappingProxyType(
    {
        ProfileType.EXPERT: Bilingual("Expert", "Expert"),
        ProfileType.REPORTER: Bilingual("Reporter", "Reporter"),
        ProfileType.SUPPORTER: Bilingual("Supporter", "Supporter"),
        ProfileType.HR_AMBASSADOR: Bilingual("Ambassadeur RH", "HR ambassador"),
    }
)
OBJECTIVE_NAMES: Final[Mapping[Objective, Bilingual]] = MappingProxyType(
    {
        Objective.AWARENESS: Bilingual("notoriété", "awareness"),
        Objective.LEADS: Bilingual("prospects", "leads"),
        Objective.TALENT: Bilingual("attractivité RH", "talent"),
    }
)
LANGUAGE_NAMES: Final[Mapping[Language, Bilingual]] = MappingProxyType(
    {
        Language.FRENCH: Bilingual("français", "French"),
        Language.ENGLISH: Bilingual("anglais", "English"),
    }
)

# From two of a unit on, people count in it.
_UNITS: Final = (
    (365, Bilingual("ans", "years")),
    (30, Bilingual("mois", "months")),
    (7, Bilingual("semaines", "weeks")),
    (1, Bilingual("jours", "days")),
)


def quoted(name: Bilingual) -> Bilingual:
    """Quote a name as each language does."""
    return Bilingual(f"«{NO_BREAK}{name.fr}{NO_BREAK}»", f"“{name.en}”")


def joined(names: Sequence[Bilingual]) -> Bilingual:
    """Join names into one enumeration."""
    french, english = [name.fr for name in names], [name.en for name in names]
    return Bilingual(_enumerated(french, "et"), _enumerated(english, "and"))


def ordinal(place: int) -> Bilingual:
    """Say which of a row: 1er, 2e; 1st, 2nd, 3rd, 4th."""
    last, tens = place % 10, place // 10 % 10
    english = "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return Bilingual(f"{place}{'er' if place == 1 else 'e'}", f"{place}{english}")


def age(passed: timedelta) -> Bilingual:
    """Say how long ago something was, in the largest unit that fits twice."""
    for days, unit in _UNITS:
        count = passed // timedelta(days=days)
        if count > 1:
            return Bilingual(f"il y a {count}{NO_BREAK}{unit.fr}", f"{count} {unit.en} ago")
    if passed >= timedelta(days=1):
        return Bilingual("il y a un jour", "a day ago")
    return Bilingual("il y a moins d’un jour", "less than a day ago")


def _enumerated(names: Sequence[str], conjunction: str) -> str:
    *first, last = names
    return f"{', '.join(first)} {conjunction} {last}" if first else last
