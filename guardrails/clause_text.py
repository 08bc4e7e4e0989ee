"""One clause of a charter's text: its parts taken out and put back, every other byte as it was.

A charter is a long text with comments of people's own. Whoever changes one clause in a form gets
that clause's text alone; to write the whole out anew would lose their comments and their order.
What cannot be changed so, without another part of the text meaning something else, is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, Literal, NamedTuple

import yaml

from domain.errors import CharterInvalid
from domain.review import Severity
from guardrails.problems import joined, saying, unreadable
from guardrails.yaml_spans import (
    LOADER,
    Value,
    dedented,
    end_of_block,
    end_of_line,
    indented,
    quoted,
    spans_of,
)

SAID: Final = ("name", "statement", "why")
"""What a clause says in both languages."""
BLOCKS: Final = ("checks", "examples")
"""What stays YAML in a form: kinds with their parameters, and the texts that try them."""

_LANGUAGES: Final = ("fr", "en")
_STEP: Final = 2


class Splice(NamedTuple):
    """What is written instead of a piece of the text."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class ClauseText:
    """A charter's text, and the clause of it that is changed."""

    text: str
    clause_id: str

    @cached_property
    def parts(self) -> Mapping[str, Value]:
        """The parts of the clause by their keys; none where the text has no such clause."""
        return self._clause.pairs if self._clause else {}

    @cached_property
    def hindrance(self) -> Literal["", "linked", "lacking"]:
        """Tell why it cannot be changed alone: a part by another's name, or none; else nothing."""
        needed = [*self._said.values(), self.parts.get("severity"), self.parts.get("checks")]
        held = [*needed, self.parts["examples"]] if "examples" in self.parts else needed
        if all(one is not None and not one.is_named for one in held):
            return ""
        is_linked = any(one is not None and one.is_named for one in held)
        clause = self._clause
        return "linked" if is_linked or (clause and clause.holds_alias) else "lacking"

    @property
    def can_be_changed(self) -> bool:
        """Tell whether each part is written out in the clause itself."""
        return not self.hindrance

    def source(self, key: str) -> str:
        """Return a block as it is written, without its indentation, or the value of a word."""
        part = self.parts.get(key)
        if part is None or part.kind == "scalar":
            return part.said if part else ""
        return dedented(self.text[part.start : self._end(part)], part.column)

    def said(self, key: str) -> Mapping[str, str]:
        """Return what a part says in both languages."""
        found = {language: self._said[f"{key}.{language}"] for language in _LANGUAGES}
        return {language: one.said if one else "" for language, one in found.items()}

    def changed(self, fields: Mapping[str, str]) -> str:
        """Return the whole text with parts of the clause changed; what is the same stays so.

        `fields` are sources by key, and what is said by "name.fr". Raises CharterInvalid for
        YAML that cannot be read, for what would change more than its own part, and for a clause
        that is not written out.
        """
        if not self.can_be_changed:
            raise CharterInvalid(joined(self.clause_id, saying(self.hindrance)))
        new = {key: sent for key, sent in fields.items() if self._is_new(key, sent)}
        text = self.text
        for splice in sorted((self._splice(*one) for one in new.items()), reverse=True):
            text = f"{text[: splice.start]}{splice.new}{text[splice.end :]}"
        self._refuse_loss(text, new)
        return text

    @cached_property
    def _clause(self) -> Value | None:
        return dict(_clauses(self.text)).get(self.clause_id)

    @cached_property
    def _said(self) -> Mapping[str, Value | None]:
        said = {key: self.parts[key].pairs if key in self.parts else {} for key in SAID}
        found = {
            f"{key}.{language}": pairs.get(language)
            for key, pairs in said.items()
            for language in _LANGUAGES
        }
        return {key: one if one and one.kind == "scalar" else None for key, one in found.items()}

    @property
    def _column(self) -> int:
        return self._clause.column if self._clause else 0

    def _end(self, part: Value) -> int:
        return part.end if part.is_flow else end_of_block(self.text, part.end, self._column)

    def _is_new(self, key: str, sent: str) -> bool:
        said = self._said.get(key)
        return _as_sent(sent) != _as_sent(said.said if said else self.source(key))

    def _splice(self, key: str, sent: str) -> Splice:
        leaf = self._said.get(key) or (self.parts[key] if key == "severity" else None)
        if leaf is not None:
            is_word = sent in set(Severity) and self.text[leaf.start] not in "'\""
            return Splice(leaf.start, leaf.end, sent if is_word else quoted(sent))
        return self._block(key, sent)

    def _block(self, key: str, sent: str) -> Splice:
        if key in self.parts and self.parts[key].holds_alias:
            raise CharterInvalid(joined(f"{self.clause_id}.{key}", saying("linked")))
        _refuse_unreadable(sent, f"{self.clause_id}.{key}")
        source, part = sent.strip("\n"), self.parts.get(key)
        if part is None:
            return self._added(key, source)
        if part.is_flow and not self._is_flow and source[:1] not in "[{":
            end = end_of_line(self.text, part.end)
            return Splice(part.start, end, self._behind(part.end, end) + self._below(source))
        return Splice(part.start, self._end(part), self._broken(indented(source, part.column)))

    @property
    def _is_flow(self) -> bool:
        return self._clause is not None and self._clause.is_flow

    def _added(self, key: str, source: str) -> Splice:
        last = self._clause.inner[-1].end if self._clause else 0
        if self._is_flow:
            return Splice(last, last, f', "{key}": {source}')
        end = end_of_block(self.text, last, self._column)
        head = self._broken(f"\n{' ' * self._column}{key}:")
        return Splice(end, end, f"{head}{self._below(source)}")

    def _behind(self, start: int, end: int) -> str:
        """Return the comment behind a value, which stays on the line of its key."""
        return self.text[start:end].strip(" \t")

    def _below(self, source: str) -> str:
        column = self._column + _STEP
        return self._broken(f"\n{' ' * column}{indented(source, column)}")

    def _broken(self, block: str) -> str:
        """Return a block with the line breaks that the charter has."""
        return block.replace("\n", "\r\n") if "\r\n" in self.text else block

    def _refuse_loss(self, text: str, new: Mapping[str, str]) -> None:
        clause = self._clause
        try:
            meant, found = self._meant(_loaded(self.text), new), _loaded(text)
        except (yaml.YAMLError, ValueError) as error:
            raise CharterInvalid(joined(self.clause_id, saying("beyond"))) from error
        end = end_of_block(self.text, clause.inner[-1].end, self._column) if clause else 0
        is_around = text.startswith(self.text[: clause.start if clause else 0])
        if found != meant or not is_around or not text.endswith(self.text[end:]):
            raise CharterInvalid(joined(self.clause_id, saying("beyond")))

    def _meant(self, data: Any, new: Mapping[str, str]) -> Any:  # noqa: ANN401 - a tree as YAML gives it
        """Return what the charter holds once its clause is changed, and nothing else is."""
        clauses = [
            _with(one, new) if str(one["id"]) == self.clause_id else one for one in data["clauses"]
        ]
        return {**data, "clauses": clauses}


def clause_ids(text: str) -> tuple[str, ...]:
    """Return the ids of the clauses that a charter's own text holds; its packs hold others."""
    return tuple(clause_id for clause_id, _ in _clauses(text))


@lru_cache(maxsize=4)
def _clauses(text: str) -> tuple[tuple[str, Value], ...]:
    clauses = spans_of(text).pairs.get("clauses")
    found = ((one.pairs.get("id"), one) for one in (clauses.inner if clauses else ()))
    return tuple(
        (named.said, clause) for named, clause in found if named is not None and named.said
    )


def _as_sent(text: str) -> str:
    """Return a text as the field of a form gives it back."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _with(clause: Mapping[str, Any], new: Mapping[str, str]) -> dict[str, Any]:
    changed = dict(clause)
    for key, sent in new.items():
        name, _, language = key.partition(".")
        said = {**changed[name], language: sent} if language else sent
        changed[name] = _loaded(f"{sent}\n") if name in BLOCKS else said
    return changed


def _refuse_unreadable(source: str, place: str) -> None:
    try:
        found = _loaded(source)
    except (yaml.YAMLError, ValueError) as error:
        raise CharterInvalid(joined(place, unreadable(error, source))) from error
    if found is None:
        raise CharterInvalid(joined(place, saying("missing")))


def _loaded(text: str) -> Any:  # noqa: ANN401 - a tree as YAML gives it
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - it is the safe loader
