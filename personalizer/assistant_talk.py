"""What a chat assistant says in place of a post, or around one: refusals, labels, offers.

The lists are data (`assistant_talk.toml`), small and in both languages; each text is held
against both, since a model may refuse a French post in English. What stands between quotation
marks is somebody's words and is left out.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from domain.segmentation import sentences

TALK: Final = Path(__file__).with_name("assistant_talk.toml")

_QUOTED: Final = re.compile(r"«[^«»]{0,600}»|“[^“”]{0,600}”|\"[^\"\n]{0,600}\"")
_BEFORE: Final = re.compile(r"^[\W_]+")
_WHOLE: Final = re.compile(r"^(?:«[^«»]+»|“[^“”]+”|\"[^\"]+\")\W*$", re.DOTALL)
_NUMBERED: Final = re.compile(
    r"^\W*(?:version|option|variante|variant|proposition|proposal|post|brouillon|draft|texte|text)"
    r"\s*(?:n°\s*)?(\d|[ab])\b\s*(?:\([^)\n]*\)\s*)?(?:[:.)—–-]|\W*$)",
    re.MULTILINE,
)
_LAST_LINES: Final = 4
_A_POST: Final = re.compile(
    r"\b(?:posts?|publications?|brouillons?|textes?|drafts?|captions?|légende|proposition|proposal"
    r"|version|suggestion|exemple|rewrite)\b"
)
_SEVERAL: Final = re.compile(
    r"\b(?:deux|trois|quatre|cinq|quelques|plusieurs|des|two|three|four|five|some|several|\d)\b"
    r"|\b(?:versions|options|propositions|proposals|suggestions|exemples)\b"
)


@dataclass(frozen=True, slots=True)
class _Lists:
    anywhere: re.Pattern[str]
    first: re.Pattern[str]
    last: re.Pattern[str]


def talk_to_its_reader(text: str) -> Iterator[str]:
    """Yield each sentence that refuses, asks back, or speaks of the task in place of telling."""
    told = sentences(_without_quotations(text))
    return (one for one in told if _lists().anywhere.match(_begun(one)))


def wraps(text: str) -> bool:
    """Tell whether a post stands in an announcement, a label, an offer, or is told twice."""
    lines = [line for line in _without_quotations(text).splitlines() if _begun(line)]
    return (
        any(_lists().first.match(_begun(line)) for line in lines[:1])
        or any(_lists().last.match(one) for one in _told("\n".join(lines[-_LAST_LINES:])))
        or len(set(_NUMBERED.findall(_folded(text)))) > 1
        or _WHOLE.match(text.strip()) is not None
    )


def announces(line: str) -> bool:
    """Tell whether a line does nothing but announce one post: "Here is your post:"."""
    said = _begun(line).rstrip(" *_")
    found = _lists().first.match(said)
    if found is None or _SEVERAL.search(said):
        return False
    return found.end() == len(said) or (said.endswith(":") and _A_POST.search(said) is not None)


def offers(line: str) -> bool:
    """Tell whether a line does nothing but offer changes, or count the characters above it."""
    return bool(told := list(_told(line))) and all(map(_lists().last.match, told))


def _told(text: str) -> Iterator[str]:
    # In lower case no sentence is told from an abbreviation, so they are cut before.
    return map(_begun, sentences(_without_quotations(text)))


def _begun(sentence: str) -> str:
    """Return a sentence from its first letter on, folded."""
    return _BEFORE.sub("", _folded(sentence))


def _without_quotations(text: str) -> str:
    return _QUOTED.sub("“…”", text)


def _folded(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", text.casefold().replace("’", "'")).strip()


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    data = tomllib.loads(TALK.read_text(encoding="utf-8"))
    told = [data[language] for language in ("fr", "en")]
    return _Lists(*(_any_of(told, kind) for kind in ("anywhere", "first", "last")))


def _any_of(told: Sequence[Mapping[str, object]], kind: str) -> re.Pattern[str]:
    found = (_filled(str(one), words) for words in told for one in _listed(words[kind]))
    return re.compile("|".join(f"(?:{one})" for one in found))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _filled(pattern: str, words: Mapping[str, object]) -> str:
    named = pattern.replace("{post}", str(words["post"])).replace("{write}", str(words["write"]))
    return named.replace("{{", "{").replace("}}", "}")
