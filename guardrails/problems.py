"""What is wrong with a charter, said so that whoever wrote it finds the place and the remedy."""

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from domain.language import Bilingual, Language

_WORDS: Final = Path(__file__).with_name("problems.yaml")
_TOLD = 5


def told(error: ValidationError, *, known: Collection[str], data: object = None) -> Bilingual:
    """Return every problem with its place; `known` are the keys there are, `data` what was read.

    A clause is named by its id where the data has one.
    """
    details = error.errors(include_url=False, include_input=False)
    said = [joined(_place(one["loc"], data), _remedy(one, known)) for one in innermost(details)]
    return in_a_row(said, "; ")


def innermost(problems: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Return each problem but those of what holds a broken part, which say nothing more."""
    places = [one["loc"] for one in problems]
    return [one for one in problems if not any(_is_within(place, one["loc"]) for place in places)]


def in_a_row(said: Sequence[Bilingual], between: str) -> Bilingual:
    """Return the first of what is to be said, and how much more there is."""
    more = len(said) - _TOLD
    rest = [saying("more" if more > 1 else "one_more", count=more)] if more > 0 else []
    shown = [*said[:_TOLD], *rest]
    return Bilingual(between.join(one.fr for one in shown), between.join(one.en for one in shown))


def unreadable(error: Exception, text: str) -> Bilingual:
    """Return where a text stops being YAML, and what is wrong there."""
    problem = str(getattr(error, "problem", None) or "")
    found = next((name for name in _said()["yaml"] if problem.startswith(name)), "")
    fr, en = (_said()["yaml"][found][each] for each in ("fr", "en"))
    at = _line_of(error, max(1, len(text.splitlines())))
    return joined(at, Bilingual(fr + _named_in(problem), en + _named_in(problem)))


def unlike(name: str, known: Collection[str]) -> Bilingual:
    """Return which known name somebody may have meant, or which ones there are."""
    if not known:
        return saying("none")
    close = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return saying("meant", name=close[0]) if close else saying("there_are", names=_listed(known))


def saying(key: str, **values: object) -> Bilingual:
    """Return one of our sentences in both languages, with its values, each in that language."""
    said = _said()["sayings"][key]
    return Bilingual(
        said["fr"].format_map(_values_in(Language.FRENCH, values)),
        said["en"].format_map(_values_in(Language.ENGLISH, values)),
    )


def own(message: str) -> Bilingual:
    """Return one of our own English messages in both languages."""
    message = message.removeprefix("Value error, ")
    for pattern, french in _said()["own"].items():
        if (match := re.fullmatch(pattern, message, re.DOTALL)) is not None:
            return Bilingual(match.expand(french), message)
    return Bilingual(_said()["sayings"]["other"]["fr"], message)


def _values_in(language: Language, values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value.in_language(language) if isinstance(value, Bilingual) else value
        for name, value in values.items()
    }


def _is_within(place: tuple[int | str, ...], whole: tuple[int | str, ...]) -> bool:
    return len(place) > len(whole) and place[: len(whole)] == whole


def joined(place: str | Bilingual, said: Bilingual) -> Bilingual:
    """Return what is wrong behind its place."""
    at = Bilingual(place, place) if isinstance(place, str) else place
    return Bilingual(f"{at.fr} : {said.fr}", f"{at.en}: {said.en}") if at.en else said


def followed(said: Bilingual, remedy: Bilingual) -> Bilingual:
    """Return what is wrong with its remedy behind."""
    return Bilingual(f"{said.fr} ; {remedy.fr}", f"{said.en}; {remedy.en}")


def _place(loc: Sequence[int | str], data: object) -> Bilingual:
    parts = list(map(str, loc))
    if loc[:1] != ("clauses",) or len(loc) == 1:
        return Bilingual(".".join(parts), ".".join(parts))
    named = _clause_named(loc[1], data)
    return Bilingual(".".join([named.fr, *parts[2:]]), ".".join([named.en, *parts[2:]]))


def _clause_named(index: int | str, data: object) -> Bilingual:
    try:
        clause: Any = data["clauses"][index]  # type: ignore[index]  # whatever was read, if it is so
        named = str(clause["id"])
    except (TypeError, LookupError):
        named = ""
    return Bilingual(named, named) if named else saying("clause", number=int(index) + 1)


def _remedy(problem: ErrorDetails, known: Collection[str]) -> Bilingual:
    kind, context = problem["type"], problem.get("ctx", {})
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return followed(saying("no_key"), unlike(str(problem["loc"][-1]), known))
    if kind == "value_error":
        return own(problem["msg"])
    key = _said()["shapes"].get(str(context.get("pattern")), kind)
    if key not in _said()["sayings"]:
        return Bilingual(_said()["sayings"]["other"]["fr"], problem["msg"])
    said = saying(key, **context)
    return Bilingual(said.fr.replace(" or '", " ou '"), said.en)


def _line_of(error: Exception, last: int) -> Bilingual:
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        return Bilingual("", "")
    line = min(mark.line + 1, last)  # what is not closed is missed behind the end
    if begun is None or begun.line + 1 >= line:
        return saying("line", line=line)
    return saying("line_within", line=line, begun=begun.line + 1)


def _named_in(problem: str) -> str:
    named = re.search(r"'([^']+)' stands|tag '([^']+)'", problem)
    return f" ({named[1] or named[2]})" if named else ""


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))


@cache
def _said() -> Mapping[str, Any]:
    said: Mapping[str, Any] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return said
