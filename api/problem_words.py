"""What problems say, in the language that the caller's Accept-Language asks for."""

import re
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic_core import ErrorDetails

from domain.language import Language

# Of a value that is nothing but a number.
_THOUSANDS: Final = re.compile(r",(?=\d{3}\Z)|,(?=\d{3},\d{3}\Z)")
WORDS: Final = Path(__file__).with_suffix(".yaml")
_LANGUAGES: Final = {language.value: language for language in Language}
_spoken: ContextVar[Language] = ContextVar("language of problems", default=Language.ENGLISH)


def preferred(header: str) -> Language:
    """Return the language that an Accept-Language asks for, English where it asks for neither."""
    ranked = sorted(map(_weighed, header.split(",")), key=lambda one: -one[1])
    tags = (tag.partition("-")[0] for tag, weight in ranked if weight > 0)
    return next((_LANGUAGES[tag] for tag in tags if tag in _LANGUAGES), Language.ENGLISH)


def speak(language: Language) -> None:
    """Say the problems of this request in a language."""
    _spoken.set(language)


def spoken() -> Language:
    """Return the language in which the problems of this request are said."""
    return _spoken.get()


def title_of(code: str, title: str) -> str:
    """Return the title of a problem; `title` is the English one."""
    return str(_said()["titles"].get(code, title)) if _is_french() else title


def detail_of(detail: str | None) -> str | None:
    """Return the detail of a problem; the English `detail` itself where nobody translated it."""
    if detail is None or not _is_french():
        return detail
    known = ((pattern.fullmatch(detail), french) for pattern, french in _details())
    filled = (fr.format_map(_in_french(found.groupdict())) for found, fr in known if found)
    return next(filled, detail)


def _in_french(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values of a message with the thousands of its numbers set apart as in French."""
    return {name: _THOUSANDS.sub("\u202f", value) for name, value in values.items()}


def field_message(problem: ErrorDetails) -> str:
    """Say what is wrong with a field, without a pattern that only a program reads."""
    kind, message = problem["type"], problem["msg"].removeprefix("Value error, ")
    if kind == "string_pattern_mismatch":
        return _shape(str(problem.get("ctx", {}).get("pattern")))
    if kind == "value_error":
        return str(_said()["own"].get(message, message)) if _is_french() else message
    context = problem.get("ctx", {})
    said = _said()["fields"]
    words = said.get(_of_days(kind, context), said["other"])[spoken().value]
    return str(words).format_map(_values(context))


def _of_days(kind: str, context: Mapping[str, Any]) -> str:
    """Return the kind of a problem; a bound that is a day is earlier or later, not less or more."""
    is_day = isinstance(context.get("ge", context.get("le")), str)
    return f"{kind}_day" if is_day else kind


def _shape(pattern: str) -> str:
    shapes = _said()["shapes"]
    found = next(said for beginning, said in shapes.items() if pattern.startswith(beginning))
    return str(found[spoken().value])


def _values(context: Mapping[str, Any]) -> dict[str, str]:
    return {name: _written(value) for name, value in context.items()}


def _written(value: object) -> str:
    written = f"{value:,}" if isinstance(value, int) else str(value).removesuffix(".0")
    if not _is_french():
        return written
    return written.replace(",", "\u202f").replace(" or ", " ou ")


def _is_french() -> bool:
    return spoken() is Language.FRENCH


@cache
def _details() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(one["en"]), one["fr"]) for one in _said()["details"])


def _pattern(english: str) -> re.Pattern[str]:
    """Return what matches an English detail, each `{name}` of it a group of one line."""
    parts = re.split(r"\{(\w+)\}", english)
    groups = (f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(groups))


@cache
def _said() -> Mapping[str, Any]:
    said: Mapping[str, Any] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return said


def _weighed(part: str) -> tuple[str, float]:
    tag, _, parameter = part.partition(";")
    name, _, value = parameter.strip().partition("=")
    try:
        weight = float(value) if name == "q" else 1.0
    except ValueError:
        weight = 0.0
    return tag.strip().casefold(), weight
