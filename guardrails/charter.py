"""The charter: what the company asks of a post, as versioned data with its own examples.

A charter is a YAML file. Each clause states a rule in both languages, says why, names the
checks that examine it with their parameters, and carries posts that must be stopped and posts
that must pass; those examples are its regression suite.
"""

import hashlib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SkipValidation,
    StringConstraints,
    ValidationError,
    model_validator,
)

from domain.errors import CharterInvalid
from domain.language import Bilingual, Language
from domain.review import CharterRef, Severity
from guardrails.cases import Company, Example
from guardrails.injection import scan_words
from guardrails.once_loader import OnceLoader
from guardrails.problems import joined, saying, told, unreadable

DEFAULT_CHARTER = Path(__file__).parent / "charters" / "default.fr-en.yaml"

PACKS = DEFAULT_CHARTER.parent / "packs"

ClauseId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,8}-\d{2,3}$")]


class Strict(BaseModel):
    """A part of a charter: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Strict):
    """One text in both languages; neither may be empty."""

    fr: Annotated[str, StringConstraints(min_length=1)]
    en: Annotated[str, StringConstraints(min_length=1)]

    def as_bilingual(self) -> Bilingual:
        """Return it as the domain's own type."""
        return Bilingual(fr=self.fr, en=self.en)


class CheckSpec(Strict):
    """A check and its parameters, as a clause names it."""

    kind: str
    severity: Severity | None = None
    parameters: dict[str, Any] = Field(default_factory=dict)


class Citation(Strict):
    """The sentence of a written policy that a clause comes from, and where it stands."""

    sentence: Annotated[str, StringConstraints(min_length=1)]
    where: str


class Clause(Strict):
    """One sentence of the charter, with what examines it.

    `needs_judgement` says that meaning matters: without an LLM judge the local checks are an
    approximation, and the clause is listed as degraded. `allow` holds terms that no finding
    of this clause may object to. `languages` are those it holds for, both unless told: a text in
    another is told that the clause was skipped. `contact` is the role to ask when the outcome is
    a question.
    """

    id: ClauseId
    name: Said
    statement: Said
    why: Said
    severity: Severity
    checks: tuple[CheckSpec, ...] = Field(min_length=1)
    needs_judgement: bool = False
    allow: tuple[str, ...] = ()
    languages: frozenset[Language] = Field(default=frozenset(Language), min_length=1)
    contact: Said | None = None
    training: Said | None = None
    examples: tuple[Example, ...] = ()
    cites: Citation | None = None

    @model_validator(mode="after")
    def _is_tried_where_it_holds(self) -> Self:
        elsewhere = {one.language.value for one in self.examples} - {*self.languages}
        if elsewhere:
            raise ValueError(
                f"{self.id} has examples in {', '.join(sorted(elsewhere))}, for which it does not "
                "hold; take them out, or name the language in `languages`"
            )
        return self


class Charter(Strict):
    """A whole charter; `company` is the invented one its examples speak of.

    `packs` are the sector packs whose clauses it takes in behind its own; `default` is every rule
    of the default charter that none of its own clauses examines, without its examples.
    A `proposed` one was made from a written policy and decided on by nobody yet.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{2,60}$")]
    version: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    title: Said
    format: Literal[1] = 1
    status: Literal["adopted", "proposed"] = "adopted"
    packs: tuple[
        Literal["default", "listed-company", "finance", "pharma", "green-claims"], ...
    ] = ()
    company: Company
    clauses: tuple[Clause, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _speaks_to_people(self) -> Self:
        told = [("title", self.title)]
        for one in self.clauses:
            parts = (one.name, one.statement, one.why, one.contact, one.training)
            told += [(one.id, said) for said in parts if said is not None]
        for where, said in told:
            if scan_words(said.fr) or scan_words(said.en):
                raise ValueError(
                    f"{where} speaks to a machine, or hides something; write it for people"
                )
        return self

    @model_validator(mode="after")
    def _clause_ids_differ(self) -> Self:
        ids = [clause.id for clause in self.clauses]
        twice = sorted({clause_id for clause_id in ids if ids.count(clause_id) > 1})
        if twice:
            raise ValueError(f"clause ids stand twice: {', '.join(twice)}; give each its own")
        return self

    def clause(self, clause_id: str) -> Clause | None:
        """Return the clause of that id, if there is one."""
        return next((clause for clause in self.clauses if clause.id == clause_id), None)


class CharterFile(Strict):
    """A charter and the exact bytes it was read from."""

    # It was examined when it was read; a model is examined again wherever it is taken in.
    charter: SkipValidation[Charter]
    yaml: str
    packs_yaml: str = ""

    @cached_property
    def ref(self) -> CharterRef:
        """Name this charter to the byte, the packs it takes in included."""
        digest = hashlib.sha256((self.yaml + self.packs_yaml).encode()).hexdigest()
        return CharterRef(self.charter.id, self.charter.version, digest)


def load_charter(path: Path = DEFAULT_CHARTER) -> CharterFile:
    """Read a charter from a file.

    Raises CharterInvalid, naming the file, the place in it and the remedy.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise CharterInvalid(saying("no_file", path=path)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise CharterInvalid(saying("not_utf8", path=path, error=error)) from error
    return parse_charter(text, origin=str(path))


def parse_charter(text: str, *, origin: str = "charter") -> CharterFile:
    """Read a charter from YAML text.

    Raises CharterInvalid, naming the place and the remedy.
    """
    try:
        charter, packs = _parsed(text)
    except ValidationError as error:
        said = told(error, known=_KEYS, data=_read(text))
        raise CharterInvalid(joined(origin, said)) from error
    except _NoKeysError as error:
        raise CharterInvalid(saying("no_keys", origin=origin)) from error
    # A date that is none, as 2026-99-99, is no YAMLError.
    except (yaml.YAMLError, ValueError) as error:
        said = joined(saying("not_yaml", origin=origin), unreadable(error, text))
        raise CharterInvalid(said) from error
    return CharterFile(charter=charter, yaml=text, packs_yaml=packs)


class _NoKeysError(Exception):
    """The text is YAML, and no mapping."""


# A start reads one charter twice, once from its file and once from the database.
@lru_cache(maxsize=8)
def _parsed(text: str) -> tuple[Charter, str]:
    data = _read(text)
    if not isinstance(data, dict):
        raise _NoKeysError
    return _with_packs(Charter.model_validate(data))


def _read(text: str) -> Any:  # noqa: ANN401 - a tree as YAML gives it
    return yaml.load(text, Loader=OnceLoader)  # noqa: S506 - it is the safe loader


def _with_packs(charter: Charter) -> tuple[Charter, str]:
    if not charter.packs:
        return charter, ""
    packs = {name: _pack(name) for name in charter.packs}
    clauses = [*charter.clauses]
    for name, pack in packs.items():
        clauses += _behind(charter) if name == "default" else pack.charter.clauses
    whole = Charter.model_validate(charter.model_dump() | {"clauses": clauses})
    return whole, "".join(pack.yaml for pack in packs.values())


def _pack(name: str) -> CharterFile:
    return load_charter(DEFAULT_CHARTER if name == "default" else PACKS / f"{name}.fr-en.yaml")


def _behind(charter: Charter) -> list[Clause]:
    """Return what the pack `default` adds, without posts that a stricter charter may stop."""
    ids = {clause.id for clause in charter.clauses}
    left = [one for one in left_unexamined(charter) if one.id not in ids]
    return [one.model_copy(update={"examples": ()}) for one in left]


# Kinds of check that many clauses share: to have one says nothing of what is examined.
_SHARED_KINDS = frozenset({"learned", "phrases", "terms"})


def left_unexamined(charter: Charter) -> tuple[Clause, ...]:
    """Return the clauses of the default charter that no clause of this one examines whole."""
    kinds = _kinds(charter.clauses)
    return tuple(one for one in load_charter().charter.clauses if not _kinds([one]) <= kinds)


def _kinds(clauses: Iterable[Clause]) -> frozenset[str]:
    kinds = {check.kind for clause in clauses for check in clause.checks}
    return frozenset(kinds - _SHARED_KINDS)


_KEYS = frozenset[str]().union(
    *(part.model_fields for part in (Charter, Clause, CheckSpec, Citation, Said, Example, Company))
)
