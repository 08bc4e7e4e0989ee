"""Names of a company's lists, found however they are written.

A name is found in any case and with its plural or feminine, its words joined by spaces,
hyphens, line breaks or nothing at all, inside addresses and hashtags (#ProjetOrion,
#EquipeOrion), and, from five letters on, broken up or spaced out (or-ion, O r i o n). A word that
merely begins like it ("orionide") is another word.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from domain.review import Span
from guardrails.checks.patterns import Finder, Matcher, all_of, compiled
from guardrails.facts.digits import matches_at
from guardrails.lexicon import is_known
from guardrails.reading import Reading, fold_term

_BETWEEN = re.compile(r"[\s\-_./']+")
_JOINT = r"[\s\-_./']{0,3}"
_GAP = r"[\s\-_.*/]{1,2}"
_WORD_GAP = r"[\s\-_.*/]{1,4}"
# A hyphen at the end of a line, too.
_HYPHENS = r"(?:-[ \t]*\n[ \t]*|[\-_.*]{0,2})"
_SPELLED_FROM = 5
_INFLECTED_FROM = 3
_SHORTENED = {"saint": "st", "sainte": "ste"}
_HASHTAG = re.compile(r"#\w+")
# Of UTF-8, whose other characters have no byte below 128.
_PUNCTUATION = bytes(code for code in range(128) if not chr(code).isalnum())


def named(reading: Reading, names: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """Yield each place of a text that one of these names stands in, with the name."""
    if not names:
        return
    squeezed = _squeezed(reading.bare.text)
    if _any_core(names).search(squeezed) is None:
        return
    hashtags = [(m.start(), m.end()) for m in _HASHTAG.finditer(reading.text)]
    for name in _with_core_in(squeezed, names):
        yield from ((name, span) for span in _places(reading, name, hashtags))


def is_written_as_name(reading: Reading, name: str, span: Span) -> bool:
    """Tell whether a place holds the name and not the common word it is made of (Orange)."""
    if any(character.isupper() for character in reading.slice(span)):
        return True
    return not any(map(str.isupper, name)) or not all(map(is_known, _words(name)))


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """Return the longest word of a name, folded: where it is missing, so is the name."""
    words = [word for word in _words(name) if word not in _SHORTENED] or _words(name)
    return max((_squeezed(word).decode() for word in words), key=len, default="")


def _squeezed(text: str) -> bytes:
    """Write a bare folded text without spaces and punctuation."""
    return text.encode(errors="replace").translate(None, _PUNCTUATION)


def split_camel(hashtag: str) -> str:
    """Return a hashtag with its words apart: #ProjetOrion is "Projet Orion"."""
    pieces: list[str] = []
    previous = " "
    for character in hashtag.lstrip("#").replace("_", " "):
        begins = character.isupper() and not previous.isupper()
        pieces.append(" " + character if begins else character)
        previous = character
    return "".join(pieces)


def _places(reading: Reading, name: str, hashtags: list[tuple[int, int]]) -> Iterator[Span]:
    bare = reading.bare
    pattern = _pattern(name)
    places = matches_at(pattern, bare.text, _starts(bare.text, _words(name)[0][0]))
    found = [bare.span(*match.span()) for match in places]
    yield from found
    taken = {span.start for span in found}
    for start, end in hashtags:
        if taken.isdisjoint(range(start, end)) and pattern.search(_split(reading.text[start:end])):
            yield Span(start, end)


def _starts(text: str, letter: str) -> Iterator[int]:
    """Yield where a word begins with a letter, as every way to write a name does."""
    at = text.find(letter)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            yield at
        at = text.find(letter, at + 1)


@lru_cache(maxsize=1024)
def _split(hashtag: str) -> str:
    return fold_term(split_camel(hashtag))


def _words(name: str) -> list[str]:
    return [word for word in _BETWEEN.split(fold_term(name)) if word]


def _with_core_in(squeezed: bytes, names: tuple[str, ...]) -> list[str]:
    """Return the names whose core stands in a text that has one of them, in their order."""
    found = _every_core(names).Match(squeezed)
    # One of them stands there: that none was found says that it could not be looked for at once.
    if not found:
        return [name for name in names if core(name).encode() in squeezed]
    return [names[at] for at in sorted(found)]


@lru_cache(maxsize=64)
def _every_core(names: tuple[str, ...]) -> Finder:
    return all_of(re.escape(core(name)) for name in names)


@lru_cache(maxsize=64)
def _any_core(names: tuple[str, ...]) -> Matcher:
    cores = sorted({re.escape(core(name)) for name in names if core(name)})
    return compiled("|".join(cores) or r"[^\x00-\x{10FFFF}]")


@lru_cache(maxsize=2048)
def _pattern(name: str) -> re.Pattern[str]:
    words = _words(name)
    written = _JOINT.join(_inflected(word) for word in words)
    letters = sum(map(len, words))
    split = _WORD_GAP.join(_HYPHENS.join(map(re.escape, word)) for word in words)
    spelled = _WORD_GAP.join(_GAP.join(map(re.escape, word)) for word in words)
    either = f"{written}|{split}|{spelled}" if letters >= _SPELLED_FROM else written
    # A name may carry a number of its own (Orion2), but "X2" is not "X20".
    after = r"(?![^\W_])" if words[-1][-1:].isdigit() else r"(?![^\W\d_])"
    return re.compile(rf"(?<![^\W_])(?:{either}){after}")


def _inflected(word: str) -> str:
    if word in _SHORTENED:
        return f"(?:{word}|{_SHORTENED[word]}\\.?)"
    ending = "(?:e?s|e|x)?" if len(word) >= _INFLECTED_FROM and word[-1].isalpha() else ""
    return re.escape(word) + ending
