"""Released prompts, and the fences that keep foreign text in them data."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from domain.language import Language
from domain.ports import Message

_SECTION = re.compile(r"^<!-- (?P<role>system|user) (?P<language>fr|en) -->\n", re.MULTILINE)
_SLOT = re.compile(r"\{\{ (\w+) \}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One released prompt: its sections by language, and the digest of its bytes."""

    sections: Mapping[Language, tuple[tuple[str, str], ...]]
    digest: str

    def filled(self, language: Language, values: Mapping[str, str]) -> tuple[Message, ...]:
        """Return the messages of one language, each slot filled once and never read again."""
        return tuple(
            Message(role, _SLOT.sub(lambda slot: values[slot[1]], text).strip())
            for role, text in self.sections[language]
        )


@lru_cache(maxsize=8)
def read_prompt(path: Path) -> Prompt:
    """Read the file of a released prompt, once."""
    content = path.read_bytes()
    pieces = _SECTION.split(content.decode())[1:]
    triples = list(zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True))
    sections = {
        language: tuple((role, text.strip()) for role, said, text in triples if said == language)
        for language in Language
    }
    return Prompt(sections, hashlib.sha256(content).hexdigest())


def fenced(text: str, name: str) -> str:
    """Return a foreign text between marks that it cannot close itself."""
    composed = unicodedata.normalize("NFC", text)
    seen = (one for one in composed if one in "\n\t" or unicodedata.category(one)[0] != "C")
    return f"<{name}>\n{''.join(seen).replace('<', '‹').replace('>', '›').strip()}\n</{name}>"
