"""The parts of a text in a language that no check reads: neither French nor English.

No rule finds anything there, which is not the same as nothing being there. A quotation, a link, a
hashtag, a name and a word or two of another language are left alone: what is told is told in
sentences, and their little words, their letters or most of their words are of another language.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from domain.language import Bilingual, Language
from domain.neighbours import NEIGHBOURS
from domain.review import Finding, Severity, Span
from guardrails.lexicon import common_words, is_known, looks_common
from guardrails.reading import Reading, fold_term

RULE: Final = "language"
"""What a finding names that no clause made: the charter's checks do not know the language."""
_SENTENCE: Final = re.compile(r"[^.!?…。！？\n]+(?:\.(?=\w)[^.!?…。！？\n]*)*")
# Its first sign first, so that the engine can leap from one to the next.
_QUOTED: Final = re.compile(
    r"[«“„\"\[(h#@](?:(?<=«)[^«»]{0,400}»|(?<=“)[^“”]{0,400}”|(?<=„)[^„“”]{0,400}[“”]"
    r"|(?<=\")[^\"\n]{0,400}\"|(?<=\[)[^\]\n]{0,400}\]"
    r"|(?<=\()[^()\n]{0,400}\)|(?<=h)ttps?://\S+"
    r"|(?<!\w[#@])(?<=[#@])\w+)"
)
# An address might begin at every word: it is tried only where its sign stands.
_SIGN: Final = re.compile(r"[@.](?:(?<=[\w.+-]@)(?=\S)|(?<=[\w-]\.)(?=[\w-]))")
_ADDRESS: Final = re.compile(r"(?<!\S)[\w.+-]{1,60}+@\S+|(?<![\w.-])[\w-]{1,60}+(?:\.[\w-]+)+\S*")
# What may stand before the sign of an address of mail, and of a page.
_UP_TO: Final = (re.compile(r"[\w.+-]*\Z"), re.compile(r"[\w-]*\Z"))
_LONGEST_NAME: Final = 61
_WORD: Final = re.compile(r"[^\W\d_]+")
_LITTLE: Final = 150
"""So many of the commonest words of a language hold its sentences together."""
_ALSO_OURS: Final = frozenset("te dit es o man die den".split())
"""Ours as well, and rare in the texts that the commonest words were counted in."""
_COMMON: Final = 1000
_ENOUGH: Final = 2
_WORDS: Final = 4
_MANY_WORDS: Final = 6
_FEW_WORDS: Final = 6
_LETTERS: Final = 10
_SIGNS: Final = 4
_Little = tuple[frozenset[str], frozenset[str]]
# Letters beyond the Latin ones, and none of those that some posts are set in.
_OF_ANOTHER_SCRIPT: Final = re.compile(
    r"[\u0370-\u1cff\u1f00-\u1fff\u2c80-\ua6ff\ua800-\uab2f\uab70-\ud7ff\uf900-\ufaff"
    r"\ufb1d-\ufeff\uff66-\uffdc\U00010000-\U0001d3ff\U0001d800-\U0001f0ff\U00020000-\U0003ffff]"
)
_MOST_READ: Final = 60
"""Words of a sentence: what it is written in shows in so many."""
_BEGINNING: Final = 2 * (_MOST_READ - 1)
"""Letters: no more words than are read can begin there."""


_UNKNOWN: Final = Bilingual(
    fr="Cette phrase n’est ni en français ni en anglais : la charte n’a pas pu l’examiner. "
    "Traduisez-la, ou mettez-la entre guillemets si elle est citée.",
    en="This sentence is neither in French nor in English: the charter could not be examined on "
    "it. Translate it, or put it between quotation marks if it is quoted.",
)
_MOST_TOLD: Final = 5


def in_no_known_language(reading: Reading) -> list[Finding]:
    """Return where no clause can be examined; that none is says the verdict."""
    return [
        Finding(rule=RULE, check=RULE, severity=Severity.BLOCK, message=_UNKNOWN, span=span)
        for span in islice(foreign_parts(reading), _MOST_TOLD)
    ]


def foreign_parts(reading: Reading) -> Iterator[Span]:
    """Yield each sentence in a language that no check knows."""
    told = _without_what_stands_apart(reading.text)
    # A text holds what one of its sentences does: most hold nothing of another language.
    has_others = _OF_ANOTHER_SCRIPT.search(told) is not None
    foreign = reading.bare.once & _foreign()
    near = [each for each in _neighbours().values() if len(foreign & each[0]) >= _ENOUGH]
    for match in _SENTENCE.finditer(told):
        sentence = match[0].strip()
        is_foreign = has_others and _is_of_another_script(sentence)
        if sentence and (is_foreign or _is_of_another_language(sentence, near)):
            start = match.start() + match[0].index(sentence)
            yield Span(start, start + len(sentence))


def _without_what_stands_apart(text: str) -> str:
    pieces, at = list[str](), 0
    for match in _apart(text):
        pieces += (text[at : match.start()], _blanked(match))
        at = match.end()
    return "".join((*pieces, text[at:]))


def _apart(text: str) -> Iterator[re.Match[str]]:
    """Yield what is quoted, set in brackets, linked or an address, in order and apart."""
    at, quoted, address = 0, _QUOTED.search(text), _address(text, 0)
    while first := min(filter(None, (quoted, address)), key=re.Match.start, default=None):
        yield first
        at = first.end()
        if quoted and quoted.start() < at:
            quoted = _QUOTED.search(text, at)
        if address and address.start() < at:
            address = _address(text, at)


def _address(text: str, at: int) -> re.Match[str] | None:
    """Return the first address that begins here or behind, looked for from its signs back."""
    for sign in _SIGN.finditer(text, at):
        first = max(at, sign.start() - _LONGEST_NAME)
        for letters in _UP_TO:
            name = letters.search(text, first, sign.start())
            if name and (address := _ADDRESS.match(text, name.start())):
                return address
    return None


def _blanked(apart: re.Match[str]) -> str:
    """Return blanks for what is quoted or linked; what stands in brackets is told, if at length."""
    is_told = apart[0][0] in "([" and len(_WORD.findall(apart[0])) > _FEW_WORDS
    signs = apart[0][0] in "([" and sum(map(_is_a_sign, apart[0])) > _FEW_WORDS
    return apart[0] if is_told or signs else " " * len(apart[0])


def _is_of_another_script(sentence: str) -> bool:
    if sentence.isascii():
        return False
    letters = [letter for letter in sentence if letter.isalpha()]
    foreign = [letter for letter in letters if not _is_latin(letter)]
    needed = _SIGNS if any(map(_is_a_sign, foreign)) else _LETTERS
    return len(foreign) >= needed and len(foreign) * 2 > len(letters)


def _is_a_sign(letter: str) -> bool:
    """Tell whether a letter is a word or a syllable, as in Chinese and Japanese."""
    return unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))


@lru_cache(maxsize=2048)
def _is_latin(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    # "1ᵉʳ", "2ª" and the bold letters that some posts are set in are no other script.
    kinds = ("LATIN", "MODIFIER LETTER", "ORDINAL INDICATOR", "MATHEMATICAL", "FULLWIDTH", "SUPER")
    return any(kind in name for kind in kinds)


def _is_of_another_language(sentence: str, near: Sequence[_Little]) -> bool:
    if not near and _begins_in_ours(sentence):
        return False
    words = _WORD.findall(sentence)[:_MOST_READ]
    said = frozenset(map(_bare, words))
    if len(said) < _WORDS:
        return False
    own = said & _own()
    for little, shared in near:
        theirs = len(said & little)
        if theirs >= _ENOUGH and theirs > len(own - shared):
            return True
    if own or sentence.count(",") * 3 > len(words):  # a list of tools names them
        return False
    small = [_bare(word) for word in words if word.islower() or sentence.isupper()]
    unknown = sum(not (is_known(word) or looks_common(word)) for word in small)
    return len(small) >= _MANY_WORDS and unknown * 2 > len(small)


def _begins_in_ours(sentence: str) -> bool:
    """Tell whether a common word of ours stands between two spaces of its beginning."""
    words = sentence[:_BEGINNING].lower().split()
    return not _own().isdisjoint(words[:-1] if len(sentence) > _BEGINNING else words)


def _bare(word: str) -> str:
    return word.lower() if word.isascii() else fold_term(word)


@lru_cache(maxsize=1)
def _own() -> frozenset[str]:
    return frozenset(chain(*(common_words(language)[:_LITTLE] for language in Language)))


@lru_cache(maxsize=1)
def _foreign() -> frozenset[str]:
    """Return the little words of all the others that are of neither of ours."""
    return frozenset(chain.from_iterable(words for words, _ in _neighbours().values()))


@lru_cache(maxsize=1)
def _neighbours() -> Mapping[str, _Little]:
    """Return, of each language, the little words that are of neither of ours, and all of them."""
    folded = {name: frozenset(map(fold_term, words)) for name, words in NEIGHBOURS.items()}
    ours = _ALSO_OURS.union(*(common_words(language)[:_COMMON] for language in Language))
    return {name: (words - ours, words) for name, words in folded.items()}
