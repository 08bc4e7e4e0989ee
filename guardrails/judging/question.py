"""What a judge is asked: a released prompt, with everything foreign fenced as data."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from domain.drafts import Draft
from domain.language import Language
from domain.ports import Message
from domain.review import Circumstances
from guardrails.charter import Clause

PROMPT = Path(__file__).parents[1] / "checks" / "prompts" / "judge_clauses.v1.md"

_SECTION = re.compile(r"^<!-- (?P<role>system|user) (?P<language>fr|en) -->\n", re.MULTILINE)
_SLOT = re.compile(r"\{\{ (\w+) \}\}")
_LONGEST_SOURCE = 12_000


@dataclass(frozen=True, slots=True)
class Prompt:
    """One released prompt: its sections by language, and the digest of its bytes."""

    sections: Mapping[Language, tuple[tuple[str, str], ...]]
    digest: str


@lru_cache(maxsize=1)
def judges_prompt() -> Prompt:
    """Read the prompt of this version."""
    content = PROMPT.read_bytes()
    pieces = _SECTION.split(content.decode())[1:]
    triples = list(zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True))
    sections = {
        language: tuple((role, text.strip()) for role, said, text in triples if said == language)
        for language in Language
    }
    return Prompt(sections, hashlib.sha256(content).hexdigest())


def question(
    clauses: Sequence[Clause], draft: Draft, circumstances: Circumstances
) -> tuple[Message, ...]:
    """Return the messages that ask about these clauses."""
    language, source = draft.language, circumstances.source
    told = f"{source.title}\n{source.text[:_LONGEST_SOURCE]}" if source else ""
    values = {
        "clauses": "\n".join(_clause(clause, language) for clause in clauses),
        "draft": fenced(draft.text, "draft"),
        "source": fenced(told, "source") if told else "",
        "notes": "\n".join(fenced(note, "note") for note in circumstances.notes),
    }
    sections = judges_prompt().sections[language]
    return tuple(
        Message(role, _SLOT.sub(lambda slot: values[slot[1]], text).strip())
        for role, text in sections
    )


def fenced(text: str, name: str) -> str:
    """Return a foreign text between marks that it cannot close itself."""
    composed = unicodedata.normalize("NFC", text)
    seen = (one for one in composed if one in "\n\t" or unicodedata.category(one)[0] != "C")
    return f"<{name}>\n{''.join(seen).replace('<', '‹').replace('>', '›').strip()}\n</{name}>"


def _clause(clause: Clause, language: Language) -> str:
    statement = clause.statement.as_bilingual().in_language(language)
    why = clause.why.as_bilingual().in_language(language)
    return fenced(f"{clause.id}: {statement}\n{why}", "clause")
