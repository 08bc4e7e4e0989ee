"""What makes a model's text no draft at all, before any charter is asked.

A model may answer with the very text it was to change, with its own instructions, with a
refusal, with a post wrapped in talk or in Markdown, with half of one, with a piece of an old
post, in another language, or with no language at all: what breaks no rule because it says
nothing. None of these goes on to a review; what is wrong is told with its place where it has one,
and nothing is cut out.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from domain.language import Language
from domain.misuses import Misused
from domain.ports import FactChecker
from personalizer.addressing import mixed_address
from personalizer.assistant_talk import talk_to_its_reader, wraps
from personalizer.defect_words import OF_MISUSE, Defect, Flaw
from personalizer.foreign_marks import foreign_marks
from personalizer.habits import LINK
from personalizer.markup import holds_tokens, is_marked_up, markup_in
from personalizer.mixed_tongues import (
    language_told,
    parts_in_another,
    words_in_another_script,
)
from personalizer.of_its_author import told_of_its_author
from personalizer.screening import spoken_of
from personalizer.wholeness import hollow_end, is_cut, is_far_too_long, is_loop, is_shouted

LONGEST_TEXT = 20_000
OWN_COPY = 8
"""How many words of an old post in a row may still be taken."""

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"</?[a-z_]{3,}>")
_LINE_END = re.compile(r"[^\S\n]+\n")
_GAP = re.compile(r"\n{3,}")
_FENCE = re.compile(r"</?[a-z_]+>")  # "<note>" is no word before the note
_ECHO = 10  # words of the instructions in a row; fewer may be said by chance
_NEXT_WORD = re.compile(r"[ \u00a0\u202f]\w+")
_OPENING = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a text was asked to be.

    `told` are the messages of the prompt, `material` what a draft may tell of them, `suggested`
    what a review proposed. `before` is the text it was asked to change: it may be repeated, and
    vouches for nothing. `characters` is the length it was told, `never` what
    its author does not speak of and words they do not use, `says_tu` how they address people in
    French, None where nobody knows.
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
    says_tu: bool | None = None


def tidied(text: str) -> str:
    """Return a text with one kind of line break and nothing invisible to control anything."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return _GAP.sub("\n\n", _LINE_END.sub("\n", kept)).strip()


def is_same(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for white space."""
    return one.split() == other.split()


def opening(text: str, notes: Sequence[str] = ()) -> list[str]:
    """Return the words a text opens with, by which two drafts beside each other are told apart.

    Behind those of `notes`: what somebody said may open each of their drafts.
    """
    words = _words(text)
    for note in notes:
        own = _words(note)
        pairs = zip(words, own, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        if 0 < min(len(own), _OPENING) <= shared:
            words = words[shared:]
    return words[:_OPENING]


def flaws_of(text: str, asked: Asked, facts: FactChecker) -> Iterator[Flaw]:
    """Yield why a text is no draft, what says most of it first; nothing where it may be one.

    `facts` decides what the text makes of what it may tell. Each is looked for when it is asked
    for.
    """
    if not text:
        yield Flaw(Defect.EMPTY)
    elif len(text) > LONGEST_TEXT:
        yield Flaw(Defect.TOO_LONG)
    else:
        for found in _looked_at(text, asked, facts):
            yield from found


def _looked_at(text: str, asked: Asked, facts: FactChecker) -> Iterator[Iterator[Flaw]]:
    """Yield what is found of each defect in turn."""
    material = asked.material
    yield _whole(Defect.SAME, holds=asked.before is not None and is_same(text, asked.before))
    yield _at(Defect.OLD_POST, _copied(text, asked.old_posts, material, OWN_COPY + 1))
    told = [piece for one in asked.told for piece in _FENCE.split(one)]
    instructions = any(_copied(text, told, _repeatable(asked), _ECHO))
    yield _whole(Defect.INSTRUCTIONS, holds=instructions)
    yield _whole(Defect.TOKENS, holds=holds_tokens(text, material))
    is_marked = _MARK.search(text) is not None and is_marked_up(text, material)
    yield _whole(Defect.PROMPT_MARKS, holds=is_marked)
    yield _at(Defect.TALK, talk_to_its_reader(text))
    yield _whole(Defect.LANGUAGE, holds=language_told(text) is not asked.language)
    yield _whole(Defect.WRAPPED, holds=wraps(text))
    yield _at(Defect.MARKUP, markup_in(text, material))
    yield _at(Defect.FOREIGN_MARKS, foreign_marks(text, material))
    yield _whole(Defect.LOOP, holds=is_loop(text))
    yield _whole(Defect.CUT, holds=is_cut(text, asked.author))
    yield _whole(Defect.SHOUTED, holds=is_shouted(text))
    yield _at(Defect.MIXED, parts_in_another(text, asked.language))
    yield _at(Defect.MIXED, words_in_another_script(text, material))
    yield _misused(text, facts.misuses(text, material))
    yield _at(Defect.OF_ITS_AUTHOR, told_of_its_author(text, asked.author))
    yield _at(Defect.NEVER, spoken_of(LINK.sub("", text), asked.never))
    yield _whole(Defect.OVERLONG, holds=is_far_too_long(text, asked.characters))
    if asked.language is Language.FRENCH:
        yield _at(Defect.ADDRESS, mixed_address(text, says_tu=asked.says_tu))
    yield _at(Defect.HOLLOW, hollow_end(text))


def _whole(defect: Defect, *, holds: bool) -> Iterator[Flaw]:
    if holds:
        yield Flaw(defect)


def _at(defect: Defect, found: Iterable[str]) -> Iterator[Flaw]:
    return (Flaw(defect, words) for words in found)


def _misused(text: str, found: Iterable[Misused]) -> Iterator[Flaw]:
    for one in found:
        behind = _NEXT_WORD.match(text, one.span.end)
        words = text[one.span.start : one.span.end]
        # A figure alone is found again by what it is told of.
        words += behind[0] if behind and words[-1].isdigit() else ""
        yield Flaw(OF_MISUSE[one.misuse], words, one.given)


def _repeatable(asked: Asked) -> Iterator[str]:
    yield from (*asked.material, *asked.old_posts, *asked.suggested, asked.before or "")


def _copied(text: str, texts: Iterable[str], but: Iterable[str], length: int) -> Iterator[str]:
    """Yield the first words in a row that stand in one of these texts and in none of the others."""
    mine = _words(text)
    taken = _shared(mine, texts, length)
    taken -= _shared(mine, but, length) if taken else set()
    starts = range(len(mine) - length + 1 if taken else 0)
    places = {at for at in starts if tuple(mine[at : at + length]) in taken}
    if places:
        first = last = min(places)
        while last + 1 in places:
            last += 1
        yield " ".join(mine[first : last + length])


def _shared(mine: list[str], texts: Iterable[str], length: int) -> set[tuple[str, ...]]:
    runs = _runs(mine, length)
    return {run for text in texts for run in _runs(_words(text), length) & runs} if runs else set()


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
