"""What makes a model's text no draft at all, before any charter is asked.

A model may answer with the very text it was to change, with its own instructions, with a
refusal, with a post wrapped in talk or in Markdown, with half of one, with a piece of an old
post, in another language, or with no language at all: what breaks no rule because it says
nothing. None of these goes on to a review; what is wrong is told, and nothing is cut out.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.language import Language
from domain.ports import FactChecker
from personalizer.assistant_talk import talks_to_its_reader, wraps
from personalizer.defect_words import OF_MISUSE, Defect
from personalizer.foreign_marks import holds_foreign_marks
from personalizer.habits import LINK
from personalizer.markup import holds_tokens, is_marked_up
from personalizer.mixed_tongues import holds_other_script, is_mixed, language_told
from personalizer.screening import speaks_of
from personalizer.wholeness import is_cut, is_far_too_long, is_loop, is_shouted

LONGEST_TEXT = 20_000
OWN_COPY = 8
"""How many words of an old post in a row may still be taken."""

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"</?[a-z_]{3,}>")
_LINE_END = re.compile(r"[^\S\n]+\n")
_GAP = re.compile(r"\n{3,}")
_ECHO = 10  # words of the instructions in a row; fewer may be said by chance
_OPENING = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a text was asked to be.

    `told` are the messages of the prompt, `material` what a draft may tell of them, `suggested`
    what a review proposed. `before` is the text it was asked to change: it may be repeated, and
    vouches for nothing. `characters` is the length it was told, `never` what
    its author does not speak of and words they do not use.
    """

    language: Language
    characters: int
    told: Sequence[str]
    material: Sequence[str] = ()
    suggested: Sequence[str] = ()
    old_posts: Sequence[str] = ()
    never: Sequence[str] = ()
    before: str | None = None
    author: str | None = None


def tidied(text: str) -> str:
    """Return a text with one kind of line break and nothing invisible to control anything."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return _GAP.sub("\n\n", _LINE_END.sub("\n", kept)).strip()


def is_same(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for white space."""
    return one.split() == other.split()


def opening(text: str) -> list[str]:
    """Return the words a text opens with, by which two drafts beside each other are told apart."""
    return _words(text)[:_OPENING]


def defect_of(text: str, asked: Asked, facts: FactChecker) -> Defect | None:
    """Say why a text is no draft, None when it may be one; what is said quotes nothing.

    `facts` decides what the text makes of what it may tell.
    """
    if not text:
        return Defect.EMPTY
    if len(text) > LONGEST_TEXT:
        return Defect.TOO_LONG
    return next((defect for defect, holds in _looked_at(text, asked, facts) if holds), None)


def _looked_at(text: str, asked: Asked, facts: FactChecker) -> Iterator[tuple[Defect, object]]:
    """Yield each defect and whether the text has it, what says most of it first."""
    yield Defect.SAME, asked.before is not None and is_same(text, asked.before)
    yield Defect.OLD_POST, _copied(text, asked.old_posts, asked.material, OWN_COPY + 1)
    yield Defect.INSTRUCTIONS, _copied(text, asked.told, _repeatable(asked), _ECHO)
    yield Defect.TOKENS, holds_tokens(text, asked.material)
    yield Defect.PROMPT_MARKS, _MARK.search(text) and is_marked_up(text, asked.material)
    yield Defect.TALK, talks_to_its_reader(text)
    yield Defect.LANGUAGE, language_told(text) is not asked.language
    yield Defect.WRAPPED, wraps(text)
    yield Defect.MARKUP, is_marked_up(text, asked.material)
    yield Defect.FOREIGN_MARKS, holds_foreign_marks(text, asked.material)
    yield Defect.LOOP, is_loop(text)
    yield Defect.CUT, is_cut(text, asked.author)
    yield Defect.SHOUTED, is_shouted(text)
    yield Defect.MIXED, is_mixed(text, asked.language)
    yield Defect.MIXED, holds_other_script(text, asked.material)
    yield from ((OF_MISUSE[one], True) for one in facts.misuses(text, asked.material))
    yield Defect.NEVER, speaks_of(LINK.sub("", text), asked.never)
    yield Defect.OVERLONG, is_far_too_long(text, asked.characters)


def _repeatable(asked: Asked) -> Iterator[str]:
    yield from (*asked.material, *asked.old_posts, *asked.suggested, asked.before or "")


def _copied(text: str, texts: Iterable[str], but: Iterable[str], length: int) -> bool:
    mine = _words(text)
    return bool(_shared(mine, texts, length) - _shared(mine, but, length))


def _shared(mine: list[str], texts: Iterable[str], length: int) -> set[tuple[str, ...]]:
    runs = _runs(mine, length)
    return {run for text in texts for run in _runs(_words(text), length) & runs}


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
