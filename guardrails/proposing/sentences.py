"""Which sentences of a policy ask something of people, and what it is about."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from domain.segmentation import sentences
from guardrails.injection import scan_words
from guardrails.proposing.documents import Paragraph
from guardrails.reading import fold_term
from guardrails.wordings import Wordings

_QUOTED = re.compile(r"[«“\"]\s*([^«»“”\"]{3,60}?)\s*[»”\"]")
_FORBIDS = re.compile(
    r"\b(?:not|never|avoid|don't|prohibited|forbidden|pas|jamais|evite[rz]?|interdit\w*|aucune?)\b"
)
# "Don't: I love this event!" shows what not to write.
_EXAMPLE = re.compile(r"(?:do|don't|dos?|don'ts|example|e\.g\.|exemple|a eviter|a faire)\s?:")
_SHORTEST, _LONGEST = 5, 80  # words


@dataclass(frozen=True, slots=True)
class Worded:
    """What a model adds to a sentence: a name in French and English, its translation, posts.

    A post is its kind of example, its language and its text.
    """

    name: tuple[str, str]
    translation: str
    posts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Norm:
    """A sentence that asks something: where it stands, its topic, and the words it forbids.

    `topic` is the clause of the default charter that examines it, None when none does.
    """

    sentence: str
    where: str
    topic: str | None
    forbidden: tuple[str, ...]
    worded: Worded | None = None

    @property
    def is_examined(self) -> bool:
        """Tell whether a check fits it."""
        return self.topic is not None or bool(self.forbidden)


def norms(paragraphs: Sequence[Paragraph]) -> Iterator[Norm]:
    """Yield each sentence that asks something of people; orders to a machine are left out."""
    asking, topics = _lists()
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            bare = fold_term(sentence)
            if _is_whole(bare) and asking.occur_in(bare) and not scan_words(sentence):
                topic = next((name for name, say in topics.items() if say.occur_in(bare)), None)
                yield Norm(sentence, paragraph.where, topic, _forbidden(sentence, bare))


def _is_whole(bare: str) -> bool:
    """Tell whether a sentence states something: no question, quoted or not, and no bad example."""
    is_said = not bare.rstrip('" )').endswith("?") and _EXAMPLE.match(bare) is None
    return is_said and _SHORTEST <= len(bare.split()) <= _LONGEST


def _forbidden(sentence: str, bare: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_QUOTED.findall(sentence))) if _FORBIDS.search(bare) else ()


@lru_cache(maxsize=1)
def _lists() -> tuple[Wordings, Mapping[str, Wordings]]:
    file = Path(__file__).parent / "topics.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    topics = {name: _wordings(lists) for name, lists in data["topics"].items()}
    return _wordings(data["norms"]), MappingProxyType(topics)


def _wordings(lists: Mapping[str, Sequence[str]]) -> Wordings:
    return Wordings(tuple(lists["fr"]), tuple(lists["en"]))
