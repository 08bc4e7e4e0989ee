"""Names: words written with a capital that are no common words.

A capital that opens a sentence says nothing, and many posts capitalise common words; so a word
is taken for a name when no lexicon of common words has it, when it is a given name, or when it
follows a title. Offsets are those of the text as sent.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import NamedTuple

from guardrails.facts.kept import view
from guardrails.lexicon import is_given_name, is_known, looks_common
from guardrails.reading import fold_term

# A first letter that is no small one of the usual alphabets; `isupper` decides. What stands before
# is looked at behind it, so that the engine can leap from one such letter to the next.
_WORD = re.compile(
    r"[A-Z\u00aa-\u00de\u0100-\U0010ffff](?<!\w\w)(?<=[^\W\d_a-zß-öø-ÿ])[^\W\d_]++"
    r"(?:[-‐‑][^\W\d_]++)*(?!\w)"
)
_LONGEST = 40
_BETWEEN = re.compile(r"[ \u00a0\u202f]{1,2}|[’']| ?& ?|\.[ \u00a0]?")
_FURTHEST = 3  # characters of what may stand between
_ELIDED = frozenset("l d j n s m t c qu jusqu lorsqu puisqu quoiqu".split())
_TITLES = frozenset("m mm mme mlle mr mrs ms dr pr".split())
# What may stand right before a capital inside a sentence.
_INSIDE = frozenset(",'’&/%€)»”-‐‑")
_PLAIN = frozenset(ascii_letters + digits)
_OPENING = frozenset('.!?:;\n("')
_LAST_LETTERS = frozenset("z.rs")
_ANNOUNCED = re.compile(r"(?:^|[\s(])(?:chez|M\.|MM\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?)\s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words, bare, hyphens opened: "Île-de-France" is ("ile", "de", "france").

    `words` is what no lexicon knows of it, `whole` goes on to the end of the run:
    "United States" is ("united",) and ("united", "states").
    """

    words: tuple[str, ...]
    whole: tuple[str, ...]
    start: int
    end: int

    @property
    def phrase(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


class _Capital(NamedTuple):
    bare: str
    start: int
    end: int
    opens: bool

    @property
    def is_plain(self) -> bool:
        if self.bare in _TITLES or is_known(self.bare):
            return True
        return self.opens and looks_common(self.bare)


def names(text: str, *, but: Container[str] = frozenset()) -> Iterator[Name]:
    """Yield the names of a text as sent, `but` those of one bare word that is known already."""
    return (name for alone, name in view(text, _every_name) if alone not in but)


def _every_name(text: str) -> list[tuple[str, Name]]:
    """Return each name, beside it the one bare word of a run that has no other."""
    found = list[tuple[str, Name]]()
    for run in _runs(text):
        first, last = _core(run, text)
        if first < last:
            alone = run[0].bare if len(run) == 1 else ""
            start, end = run[first].start, run[last - 1].end
            found.append((alone, Name(_words(run[first:last]), _words(run[first:]), start, end)))
    return found


def _runs(text: str) -> Iterator[list[_Capital]]:
    run: list[_Capital] = []
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        if end - start > _LONGEST or not (word[0] <= "Z" or word[0].isupper()):
            continue
        if run and not _continues(text, run[-1], start):
            yield run
            run = []
        bare = word.lower() if word.isascii() else fold_term(word)
        run.append(_Capital(bare, start, end, _opens(text, start)))
    if run:
        yield run


def _continues(text: str, last: _Capital, start: int) -> bool:
    if start - last.end > _FURTHEST:
        return False
    between = text[last.end : start]
    if between == " ":
        return True
    if "." in between and last.bare not in _TITLES:
        return False
    return _BETWEEN.fullmatch(between) is not None


def _opens(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    if before == " ":
        before = text[start - 2 : start - 1]
    if before in _PLAIN or before in _OPENING:  # as nearly everywhere
        return before in _OPENING
    before = text[max(0, start - 4) : start].rstrip(" \u00a0\u202f")
    return not before or not (before[-1].isalnum() or before[-1] in _INSIDE)


def _words(run: list[_Capital]) -> tuple[str, ...]:
    return tuple(" ".join(capital.bare for capital in run).replace("-", " ").split())


def _core(run: list[_Capital], text: str) -> tuple[int, int]:
    """Return where the name in a run begins and ends, without common words around it."""
    first, last = 0, len(run)
    while first < last and run[first].is_plain and not _is_announced(run, first, text):
        first += 1
    while last > first + 1 and run[last - 1].is_plain and not _closes(run, last, text):
        last -= 1
    return first, last


def _closes(run: list[_Capital], last: int, text: str) -> bool:
    """Tell whether a common word ends the name: after a given name, after "&"."""
    between = text[run[last - 2].end : run[last - 1].start]
    return is_given_name(run[0].bare) or "&" in between


def _is_announced(run: list[_Capital], at: int, text: str) -> bool:
    """Tell whether a common word is a name here: behind a title or "chez", before a surname."""
    if at > 0:
        return run[at - 1].bare in _TITLES
    this = run[at]
    if not this.opens and len(run) > 1 and is_given_name(this.bare):
        return True  # "Grace Hopper"
    before = text[this.start - 2 : this.start] if this.start > 1 else text[: this.start]
    # The last letter but one tells of nearly every place that nothing is announced there.
    may_be = before[-2:-1] in _LAST_LETTERS or before.isspace()
    return may_be and _ANNOUNCED.search(text, this.start - 6, this.start) is not None
