"""Prompts: versioned files, rendered strictly, with everything foreign fenced as data.

A file opens with what it is (YAML front matter), then holds one section per role and
language. A released file never changes: a change is a new version. Texts that came from
outside enter a template as `Foreign`, which renders only through a fence.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import frontmatter
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, ConfigDict, ValidationError

from domain.drafts import PromptRef
from domain.language import Language
from domain.ports import Message

PROMPTS = Path(__file__).parent / "prompts"

_NAME = re.compile(r"^(?P<name>[a-z_]+)\.v(?P<version>\d+)\.md$")
_SECTION = re.compile(r"^<!-- (?P<role>system|user) (?P<language>fr|en) -->\n", re.MULTILINE)
# Most signs are none of those that nobody sees.
_MAYBE_UNSEEN = re.compile(r"[^\x20-\x7e\xa1-\xac\xae-\u036f\u2010-\u2027]+")
_KEPT = frozenset("\n\t\u200d")  # the joiner holds emoji together


class PromptInvalid(ValueError):
    """A prompt file that cannot be used; the message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A text from outside; a template shows it only through `fenced` or `marked`."""

    _text: str

    def __str__(self) -> str:
        raise PromptInvalid("a foreign text stands in a template without a fence: add `| fenced`")

    def __bool__(self) -> bool:
        return bool(self._text.strip())


class FrontMatter(BaseModel):
    """What a prompt file says of itself.

    `also_knows` names the forms it knows beside those that every version knows.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    version: int
    status: Literal["released", "candidate"]
    purpose: str
    inputs: tuple[str, ...]
    output: str
    also_knows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of a prompt; `output` names the shape its answer has."""

    ref: PromptRef
    front: FrontMatter
    sections: Mapping[tuple[str, Language], str]

    def render(self, inputs: object, language: Language) -> tuple[Message, ...]:
        """Return the messages for these inputs, an instance of a frozen dataclass.

        Raises PromptInvalid when the template asks for what the inputs do not have.
        """
        values = {field.name: getattr(inputs, field.name) for field in fields(inputs)}  # type: ignore[arg-type]  # a dataclass, by the contract above
        try:
            return tuple(
                Message(role, _template(text).render(values).strip())
                for (role, spoken), text in self.sections.items()
                if spoken is language
            )
        except TemplateError as error:
            raise PromptInvalid(f"{self.front.name} v{self.front.version}: {error}") from error


def load_prompt(name: str, version: int | None = None, *, folder: Path = PROMPTS) -> Prompt:
    """Return one version of a prompt, the latest released one when none is named.

    Raises PromptInvalid, naming the versions there are.
    """
    named = [prompt for prompt in all_prompts(folder) if prompt.front.name == name]
    known = {prompt.front.version: prompt for prompt in named}
    released = [prompt.front.version for prompt in named if prompt.front.status == "released"]
    wanted = version if version is not None else max(released, default=None)
    if wanted is None or wanted not in known:
        raise PromptInvalid(f"there is no prompt {name!r} v{version}; there are {sorted(known)}")
    return known[wanted]


@lru_cache(maxsize=8)
def all_prompts(folder: Path = PROMPTS) -> tuple[Prompt, ...]:
    """Return every prompt of a folder, by name and version."""
    files = sorted((file for file in folder.iterdir() if _NAME.match(file.name)), key=_by_version)
    return tuple(parse_prompt(file.read_bytes(), origin=file.name) for file in files)


def parse_prompt(content: bytes, *, origin: str) -> Prompt:
    """Read a prompt from the bytes of a file called `origin`, as in "draft_post.v1.md".

    Raises PromptInvalid, naming the file and what is wrong with it.
    """
    post = frontmatter.loads(content.decode())
    try:
        front = FrontMatter.model_validate(post.metadata)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        told = "; ".join(f"{problem['loc']}: {problem['msg']}" for problem in problems)
        raise PromptInvalid(f"{origin}: {told}") from error
    if origin != f"{front.name}.v{front.version}.md":
        raise PromptInvalid(f"{origin}: it calls itself {front.name} v{front.version}")
    sections = _sections(post.content + "\n", origin)
    _refuse_undeclared(front, sections)
    ref = PromptRef(front.name, front.version, hashlib.sha256(content).hexdigest())
    return Prompt(ref, front, sections)


def fenced(foreign: Foreign, name: str) -> str:
    """Return a foreign text between marks of its own, which it cannot close itself."""
    return f"<{name}>\n{_harmless(foreign)}\n</{name}>"


def marked(foreign: Foreign, name: str) -> str:
    """Return a short foreign text between marks, on one line."""
    return f"<{name}>{' '.join(_harmless(foreign).split())}</{name}>"


def _harmless(foreign: Foreign) -> str:
    if not isinstance(foreign, Foreign):
        raise PromptInvalid("only a foreign text is fenced")
    text = unicodedata.normalize("NFC", foreign._text)  # noqa: SLF001 - its own module
    seen = _MAYBE_UNSEEN.sub(_without_unseen, text)
    # No mark can be closed or opened without the sign; the look-alike reads the same.
    return seen.replace("<", "‹").replace(">", "›").strip()


def _without_unseen(found: re.Match[str]) -> str:
    seen = (char for char in found[0] if char in _KEPT or unicodedata.category(char)[0] != "C")
    return "".join(seen)


def _by_version(file: Path) -> tuple[str, int]:
    match = _NAME.match(file.name)
    return (match["name"], int(match["version"])) if match else (file.name, 0)


def _sections(text: str, origin: str) -> Mapping[tuple[str, Language], str]:
    parts = _SECTION.split(text)
    if parts[0].strip() or len(parts) == 1:
        raise PromptInvalid(f"{origin}: sections begin with <!-- system fr --> or the like")
    found: dict[tuple[str, Language], str] = {}
    for role, language, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        key = (role, Language(language))
        if key in found:
            raise PromptInvalid(f"{origin}: the section {role} {language} stands twice")
        found[key] = body
    return MappingProxyType(found)


def _refuse_undeclared(front: FrontMatter, sections: Mapping[tuple[str, Language], str]) -> None:
    try:
        trees = [_environment().parse(text) for text in sections.values()]
    except TemplateError as error:
        raise PromptInvalid(f"{front.name} v{front.version}: {error}") from error
    used = set[str]().union(*map(find_undeclared_variables, trees))
    if used != set(front.inputs):
        names = ", ".join(sorted(used ^ set(front.inputs)))
        raise PromptInvalid(
            f"{front.name} v{front.version}: used but not declared under `inputs`, "
            f"or declared but not used: {names}"
        )


@lru_cache(maxsize=64)
def _template(text: str) -> Template:
    return _environment().from_string(text)


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True,
        finalize=_refuse_unfenced,
    )  # fmt: skip
    environment.filters |= {"fenced": fenced, "marked": marked}
    return environment


def _refuse_unfenced(value: Any) -> Any:  # noqa: ANN401 - Jinja hands over whatever a template shows
    return str(value) if isinstance(value, Foreign) else value
