"""Whether a text is a whole one: finished, said once, in ordinary letters, of the length asked.

A reply may say it is complete and still break off, or turn in a circle until its room is used.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from domain.placeholders import placeholder_bounds
from domain.segmentation import sentences
from personalizer.habits import EMOJI, HASHTAG, LINK
from personalizer.prefiltered import Prefiltered
from personalizer.tongue import FUNCTION_WORDS

_WORD: Final = re.compile(r"\w+")
_MENTION: Final = re.compile(r"@[\w.@-]*\w")
_ENDED: Final = re.compile(r"(?:[.!?…:;)\]»”\"'’→⤵*↓]|<3|[:;]-?[()DP])\s*$")
_ITEM: Final = re.compile(r"^\s*(?:[-–—•▪►➤→✓✔◦·]|\d{1,2}[.)°]|[①-⑳])\s*\S")
_SIGNED: Final = re.compile(r"^\s*[–—-]\s?[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,2}$")
_LETTER: Final = re.compile(r"[^\W\d_]")
_GREETING_WORDS: Final = 4
_RUN: Final = 5  # words that make a phrase, for counting how often it comes back
_OFTEN: Final = 4
_LONG_SENTENCE: Final = 7
_TOLERANCE: Final = 1.25
# Nobody knows what is asked.
_HOLLOW: Final = Prefiltered(
    r"(?:et (?:vous|toi)(?: ?,)? ?)?(?:qu['’]en (?:pensez-vous|penses-tu|dites-vous|dis-tu)|vous en"
    r" pensez quoi|tu en penses quoi|et (?:vous|toi)|(?:vous êtes|tu es) (?:d['’]accord|prêts?))"
    r"|(?:and you ?, ?)?(?:what do you think|what are your thoughts|(?:your |any )?thoughts"
    r"|(?:do you )?agree|what about you|how about you|and you|are you ready|right)",
    re.IGNORECASE,
)


def is_cut(text: str, author: str | None = None) -> bool:
    """Tell whether a text breaks off: its last line of prose has no end, a mark is left open."""
    if _is_open(text):
        return True
    lines = text.rstrip().splitlines()
    # Links, hashtags and emoji end a post as well as a full stop does.
    while lines and not _LETTER.search(bare := _bare(lines[-1])):
        if lines[-1].strip() and not re.search(r"[,(«“]\s*$", bare):
            return False
        lines.pop()
    last = lines[-1].rstrip() if lines else ""
    if not last or _ENDED.search(_bare(last, "").rstrip()) or _ends_on_a_mark(last):
        return False
    return not (_is_signature(last, author) or _is_list_item(lines) or _is_greeting(lines))


def is_loop(text: str) -> bool:
    """Tell whether a text says the same again: a sentence, a line, a phrase or a word."""
    said = [" ".join(_words(one)) for one in sentences(_bare(text, " "))]
    twice = Counter(one for one in said if len(one.split()) >= _LONG_SENTENCE)
    often = Counter(one for one in said if len(one.split()) > 1)
    words = _words(text)
    runs = Counter(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
    stammered = any(len(set(words[at : at + _OFTEN])) == 1 for at in range(len(words) - _OFTEN + 1))
    return (
        max(twice.values(), default=0) > 1
        or max(often.values(), default=0) >= _OFTEN
        or max(runs.values(), default=0) >= _OFTEN
        or stammered
    )


def is_shouted(text: str) -> bool:
    """Tell whether most of a text is in capitals; an acronym or a heading is not."""
    letters = [letter for letter in _bare(text, "") if letter.isalpha()]
    return len(letters) > _LONG_SENTENCE * _RUN and sum(map(str.isupper, letters)) * 2 > len(
        letters
    )


def is_far_too_long(text: str, characters: int) -> bool:
    """Tell whether a text is a good quarter longer than was asked."""
    return len(text) > characters * _TOLERANCE


def _is_open(text: str) -> bool:
    """Tell whether a bracket or a quotation is open at the end."""
    closed = max((end for _, end in placeholder_bounds(text)), default=0)
    rest = text[closed:]
    return rest.rfind("[") > rest.rfind("]") or text.count("«") > text.count("»")


def _ends_on_a_mark(line: str) -> bool:
    """Tell whether the last word of a line is a hashtag, a link, a mention or an emoji."""
    found = (*HASHTAG.finditer(line), *LINK.finditer(line), *_MENTION.finditer(line))
    ends = [one.end() for one in (*found, *EMOJI.finditer(line))]
    return max(ends, default=0) == len(line.rstrip("\ufe0f\u200d"))


def _is_signature(line: str, author: str | None) -> bool:
    names = {name.casefold() for name in (author or "").split()} | {(author or "").casefold()}
    return _SIGNED.match(line) is not None or line.strip(" –—-").casefold() in names


def _is_list_item(lines: Sequence[str]) -> bool:
    items = [line for line in lines if _ITEM.match(line) or EMOJI.match(line.strip())]
    return len(items) > 1 and lines[-1] in items and not _ends_in_the_air(lines[-1])


def _is_greeting(lines: Sequence[str]) -> bool:
    """Tell whether the last line is a word or two of its own: "Bonne semaine"."""
    last, before = lines[-1], lines[-2] if len(lines) > 1 else ""
    is_short = len(_words(last)) <= _GREETING_WORDS and bool(before or len(lines) > 1)
    return is_short and not last.rstrip().endswith(",") and not _ends_in_the_air(last)


def _ends_in_the_air(line: str) -> bool:
    last = _words(line)[-1:]
    return any(word in known for word in last for known in FUNCTION_WORDS.values())


def _bare(text: str, put: str = "") -> str:
    for mark in (LINK, HASHTAG, _MENTION, EMOJI):
        text = mark.sub(put, text)
    return text


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def hollow_end(text: str) -> Iterator[str]:
    """Yield the last sentence if it is a question that any post could end on."""
    for last in sentences(HASHTAG.sub("", LINK.sub("", text)).strip())[-1:]:
        asked = last.rstrip("? \u00a0\u202f")
        if last.endswith("?") and _HOLLOW.fullmatch(asked):
            yield last
