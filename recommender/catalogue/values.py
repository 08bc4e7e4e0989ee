"""One value of a row as what it should be: words, names, a date, a yes or no."""

import re
from collections.abc import Mapping
from datetime import date

from recommender.catalogue.rows import RawDate, Unusable

Found = Mapping[str, list[object]]

_ANSWERS = {
    **dict.fromkeys(("yes", "oui", "true", "vrai", "1", "y", "o"), True),
    **dict.fromkeys(("no", "non", "false", "faux", "0", "n"), False),
}
_MAX_NAMES = 200
_MAX_NAME_CHARACTERS = 200
_ADDRESS = re.compile(r"<?\b[\w.+-]+@[\w-]+\.[\w.-]+\b>?")


def words(found: Found, meaning: str) -> str:
    """Return the text of a field, empty where there is none."""
    value = next(iter(found.get(meaning, ())), "")
    match value:
        case str():
            return value
        case bool() | int() | float():
            return str(value)
        case _:
            raise Unusable(f"its {meaning} is not text: write it as text", field=meaning)


def moment(found: Found, meaning: str) -> RawDate:
    """Return a date as it is written; `instant` reads it once the language is known."""
    value = next(iter(found.get(meaning, ())), None)
    if value is None or isinstance(value, str | date):
        return value
    raise Unusable(
        f"its {meaning} is not a date: write it as 2024-05-31T09:00+02:00", field=meaning
    )


def agreement(found: Found, meaning: str) -> bool | None:
    """Return a yes or no in either language, None where nobody answered."""
    answer = words(found, meaning).strip().casefold()
    if not answer:
        return None
    if answer not in _ANSWERS:
        raise Unusable(f"its {meaning} is neither yes nor no: write oui or non", field=meaning)
    return _ANSWERS[answer]


def names(found: Found, meaning: str) -> tuple[str, ...]:
    """Return the names in a field: a list, or one text that separates them by ; or | or a comma."""
    listed: list[str] = []
    for value in found.get(meaning, ()):
        listed.extend(_listed(value, meaning))
    if len(listed) > _MAX_NAMES:
        raise Unusable(f"its {meaning} has more than {_MAX_NAMES} entries", field=meaning)
    return tuple(filter(None, map(without_address, listed)))


def without_address(name: str) -> str:
    """Return a name without the e-mail address that feeds write beside or instead of it."""
    bare = _ADDRESS.sub("", name[:_MAX_NAME_CHARACTERS]).strip()
    inside = re.fullmatch(r"\((.*)\)", bare)
    return inside[1] if inside else bare


def _listed(value: object, meaning: str) -> list[str]:
    match value:
        case str():
            return re.split(r"[;|]" if re.search(r"[;|]", value) else ",", value)
        case list():
            return [_name(one, meaning) for one in value[: _MAX_NAMES + 1]]
        case _:
            return [_name(value, meaning)]


def _name(value: object, meaning: str) -> str:
    match value:
        case {"name": str(name)}:
            return name
        case str() | int() | float():
            return str(value)
        case _:
            raise Unusable(f"its {meaning} is not a list of names", field=meaning)
