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
_SHORTEST, _SHORTEST_ASKING, _LONGEST = 2, 5, 80  # words
# « Cette politique », « une politique de contribution » : no politics, as "la politique" alone is.
_A_POLICY = re.compile(
    r"(?<!\w)(?:cette|la presente|presente|notre|sa) politique(?!\w)"
    r"|(?<!faire de la )(?<!\w)(?:une |la |des )?politiques? (?:de |d'|des |interne)"
    r"(?!gauche|droite|parti)"
)


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
    `is_long` tells that it is too long to be one rule: a person has to take it apart.
    """

    sentence: str
    where: str
    topic: str | None
    forbidden: tuple[str, ...]
    worded: Worded | None = None
    is_long: bool = False

    @property
    def is_examined(self) -> bool:
        """Tell whether a check fits it."""
        return self.topic is not None or bool(self.forbidden)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The phrases that ask, those that order from a sentence's beginning on, and the topics."""

    asking: Wordings
    plain: Wordings
    orders: Wordings
    no_orders: Wordings
    topics: Mapping[str, Wordings]

    def ask_in(self, bare: str) -> bool:
        """Tell whether a folded sentence asks something; few words have to say it plainly."""
        asking = self.plain if len(bare.split()) < _SHORTEST_ASKING else self.asking
        return asking.occur_in(bare) or self._order_in(bare)

    def _order_in(self, bare: str) -> bool:
        said = bare.lstrip("\"'(-• ")
        return _begins(self.orders, said) and not _begins(self.no_orders, said)

    def topic_of(self, bare: str) -> str | None:
        """Return the first topic that speaks in a folded sentence; a policy is no politics."""
        said = _A_POLICY.sub(" ", bare)
        return next((name for name, say in self.topics.items() if say.occur_in(said)), None)


def norms(paragraphs: Sequence[Paragraph]) -> Iterator[Norm]:
    """Yield each sentence that asks something of people; orders to a machine are left out."""
    lists = _lists()
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text):
            bare = fold_term(sentence)
            if _is_whole(bare) and lists.ask_in(bare) and not scan_words(sentence):
                yield _norm(sentence, bare, paragraph.where, lists)


def _norm(sentence: str, bare: str, where: str, lists: _Lists) -> Norm:
    if len(bare.split()) > _LONGEST:
        return Norm(sentence, where, None, (), is_long=True)
    return Norm(sentence, where, lists.topic_of(bare), _forbidden(sentence, bare))


def _is_whole(bare: str) -> bool:
    """Tell whether a sentence states something: no question, quoted or not, and no bad example.

    A few words before a colon announce what comes, and say nothing themselves.
    """
    is_said = not bare.rstrip('" )').endswith("?") and _EXAMPLE.match(bare) is None
    words = len(bare.split())
    is_announcing = words < _SHORTEST_ASKING and bare.rstrip().endswith(":")
    return is_said and words >= _SHORTEST and not is_announcing


def _begins(wordings: Wordings, said: str) -> bool:
    first = next(wordings.occurrences_in(said), None)
    return first is not None and first[0] == 0


def _forbidden(sentence: str, bare: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_QUOTED.findall(sentence))) if _FORBIDS.search(bare) else ()


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    file = Path(__file__).parent / "topics.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    topics = {name: _wordings(lists) for name, lists in data["topics"].items()}
    return _Lists(
        asking=_wordings(data["norms"]),
        plain=_wordings(data["plain"]),
        orders=_wordings(data["orders"]),
        no_orders=_wordings(data["no_orders"]),
        topics=MappingProxyType(topics),
    )


def _wordings(lists: Mapping[str, Sequence[str]]) -> Wordings:
    return Wordings(tuple(lists["fr"]), tuple(lists["en"]))
