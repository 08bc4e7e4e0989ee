"""One clause of a charter's text: its parts taken out and put back, every other byte as it was.

A charter is a long text with comments of people's own. Whoever changes one clause in a form gets
that clause's text alone; to write the whole out anew would lose their comments and their order.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

import yaml

from domain.errors import CharterInvalid
from guardrails.problems import joined, saying, unreadable

SAID: Final = ("name", "statement", "why")
"""What a clause says in both languages."""
BLOCKS: Final = ("checks", "examples")
"""What stays YAML in a form: kinds with their parameters, and the texts that try them."""

_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LANGUAGES: Final = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Part:
    """Where the value of a key stands in the text, and how far it is indented."""

    start: int
    end: int
    column: int
    is_flow: bool


@dataclass(frozen=True)
class ClauseText:
    """A charter's text, and the clause of it that is changed."""

    text: str
    clause_id: str

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """The parts of the clause by their keys; none where the text has no such clause."""
        return dict(_clauses(self.text)).get(self.clause_id, {})

    def source(self, key: str) -> str:
        """Return a part as it is written, without its indentation."""
        part = self.parts.get(key)
        if part is None:
            return ""
        first, *lines = self.text[part.start : part.end].split("\n")
        indent = " " * part.column
        return "\n".join([first, *(line.removeprefix(indent) for line in lines)])

    def said(self, key: str) -> Mapping[str, str]:
        """Return what a part says in both languages."""
        found = _loaded(self.source(key))
        return {language: str((found or {}).get(language, "")) for language in _LANGUAGES}

    def changed(self, fields: Mapping[str, str]) -> str:
        """Return the whole text with parts of the clause changed; what is the same stays so.

        `fields` are sources by key, and what is said by "name.fr". Raises CharterInvalid for
        YAML that cannot be read, or that would reach beyond its own part.
        """
        new = {key: self._new(key, fields) for key in self.parts if key in _CHANGEABLE}
        text = self.text
        for key, source in sorted(new.items(), key=lambda one: -self.parts[one[0]].start):
            if source is not None:
                text = _spliced(text, self.parts[key], source)
        self._refuse_loss(text)
        return text

    def _new(self, key: str, fields: Mapping[str, str]) -> str | None:
        """Return the new source of a part, None where it stays as it is."""
        if key in SAID:
            said = {language: fields[f"{key}.{language}"] for language in _LANGUAGES}
            return None if said == self.said(key) else _written(said, self.parts[key])
        if fields[key] == self.source(key):
            return None
        _refuse_unreadable(fields[key], f"{self.clause_id}.{key}")
        return fields[key]

    def _refuse_loss(self, text: str) -> None:
        before, after = _read(self.text), _read(text)
        ids = [one for one in before if one != self.clause_id]
        if list(after) != list(before) or any(before[one] != after[one] for one in ids):
            raise CharterInvalid(joined(self.clause_id, saying("beyond")))


_CHANGEABLE: Final = (*SAID, "severity", *BLOCKS)


def clause_ids(text: str) -> tuple[str, ...]:
    """Return the ids of the clauses that a charter's own text holds; its packs hold others."""
    return tuple(clause_id for clause_id, _ in _clauses(text))


@lru_cache(maxsize=4)
def _clauses(text: str) -> tuple[tuple[str, Mapping[str, Part]], ...]:
    root: Any = yaml.compose(text, Loader=_Loader)
    starts = [0]
    starts.extend(at + 1 for at, character in enumerate(text) if character == "\n")
    found = (value for key, value in root.value if key.value == "clauses")
    clauses = [clause for sequence in found for clause in sequence.value]
    return tuple((_id(clause), dict(_parts(clause, text, starts))) for clause in clauses)


def _id(clause: Any) -> str:  # noqa: ANN401 - a node of YAML
    return next((str(value.value) for key, value in clause.value if key.value == "id"), "")


def _parts(clause: Any, text: str, starts: list[int]) -> Iterator[tuple[str, Part]]:  # noqa: ANN401 - a node of YAML
    for key, value in clause.value:
        begins, ends = value.start_mark, value.end_mark
        start = starts[begins.line] + begins.column
        # A block ends where the next key begins: the white space between is nobody's.
        end = start + len(text[start : starts[ends.line] + ends.column].rstrip())
        yield key.value, Part(start, end, begins.column, bool(getattr(value, "flow_style", True)))


def _written(said: Mapping[str, str], part: Part) -> str:
    lines = [
        f"{language}: {json.dumps(text, ensure_ascii=False)}" for language, text in said.items()
    ]
    return f"{{{', '.join(lines)}}}" if part.is_flow else "\n".join(lines)


def _spliced(text: str, part: Part, source: str) -> str:
    indent = " " * part.column
    first, *lines = source.strip("\n").split("\n")
    block = "\n".join([first, *(f"{indent}{line}" if line.strip() else line for line in lines)])
    return f"{text[: part.start]}{block.rstrip()}{text[part.end :]}"


def _refuse_unreadable(source: str, place: str) -> None:
    try:
        found = _loaded(source)
    except (yaml.YAMLError, ValueError) as error:
        raise CharterInvalid(joined(place, unreadable(error, source))) from error
    if found is None:
        raise CharterInvalid(joined(place, saying("missing")))


def _read(text: str) -> dict[str, Any]:
    try:
        data = _loaded(text)
        return {str(one["id"]): one for one in data["clauses"]}
    except (yaml.YAMLError, ValueError, TypeError, KeyError) as error:
        raise CharterInvalid(joined("yaml", saying("beyond"))) from error


def _loaded(text: str) -> Any:  # noqa: ANN401 - a tree as YAML gives it
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - it is the safe loader
