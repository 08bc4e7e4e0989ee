"""How near what somebody notes is to a sentence, and to a whole text: telling words in common.

A word of everyday life tells little, whatever text it stands in. Figures, names and clipped words
count: "18 binettes", "Netherby", "heures sup" of "heures supplémentaires".
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from domain.language import Language
from personalizer.tongue import FUNCTION_WORDS

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_DEGREES: Final = re.compile(r"°\s?[cf]?\b|\bdegrees?\b")
_STEM, _LEAST_LETTERS = 5, 4
# A figure that counts the same thing in both says that both speak of it.
_SAME_COUNT, _SAME_NUMBER, _A_FEW = 2.0, 0.6, 0.1
_OF_A_NAME, _CLIPPED = 1.5, 1.5
_NAME: Final = re.compile(
    r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][^\W\d_]{2,}|\b[A-ZÀ-Þ][^\W\d_]{2,}(?= [A-ZÀ-Þ][^\W\d_]{2,})"
)
# "Heures sup": the shorter word may be any, and the longer one goes on for so many letters.
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# At 14 hours it was not 14 degrees.
_HOURS: Final = frozenset("h am pm heure heures".split())
_SHORT_MONTHS: Final = frozenset({"mai", "may"})
_LEAST_CLIPPED, _CUT_OFF = 3, 3
_KNOWN: Final = re.compile(
    r"(?<!\w)(?:le |la |les |l['’]|du |des |aux? |the )([^\W\d_]{4,})", re.IGNORECASE
)
_TIED: Final = 1.6
_EVERYDAY: Final = ((500, 0.15), (2_000, 0.5))
_LITTLE: Final = FUNCTION_WORDS[Language.FRENCH] | FUNCTION_WORDS[Language.ENGLISH]
# Words of every subject: that two texts have them in common ties nothing together.
OF_ANY_SUBJECT: Final = frozenset(
    "premi derni nouve petit grand bonne meill année jours journ heure momen chose perso monde"
    " point exemp façon maniè besoi temps semai perme utili faire comme simpl diffé certa toujo"
    " chaqu avoir aller passe mettr quelq pouvo fallo compr prend probl trava vraim jour gens fois"
    " avant après encor matin soir début parle pense étaie avais maint deman quest cherc souve"
    " aujou parti surto ensem"
    " first thing peopl years month weeks today great bette worki start maybe reall never someo"
    " think makin using usefu diffe place times right alway again small large build told tell idea"
    " asked someb anyth every actua thems afterno year week back keep kept look hear"
    " hones mysel went took said done says call calle half wante moved aller venir suis suite reste"
    " rappe préfè était pend coup refai secon other nobod anyon"
    " janvi févri avril juin juill septe octob novem décem janua febru march april augus decem"
    " lundi mardi mercr jeudi vendr samed diman monda tuesd wedne thurs frida satur sunda".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """A text as notes are held against it: how often each word stands in it, and beside which."""

    counts: Counter[str]
    beside: frozenset[tuple[str, str]]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Told":
        """Read a text; what was read of it once is kept."""
        return _told(text)

    def shared(self, note: str) -> Mapping[str, float]:
        """Return what a note and the text have in common, each with how much it tells.

        A rare word tells 1, a name or a figure with what it counts more, an everyday word less.
        """
        found: dict[str, float] = {}
        for before, token, behind in _in_threes(note):
            for stem, tells in self._told_by(before, token, behind):
                found[stem] = max(tells, found.get(stem, 0.0))
        return MappingProxyType(found)

    def _told_by(self, before: str, token: str, behind: str) -> Iterator[tuple[str, float]]:
        stem = _stem(token)
        if _is_number(token):
            if self.counts[token]:
                yield token, self._of_number(token, behind)
        elif _tells(token) and self.counts[stem]:
            yield stem, _rarity(token) * (_OF_A_NAME if stem in self.names else 1.0)
        yield from ((one, _CLIPPED) for one in self._whole(before, token))

    def _of_number(self, number: str, behind: str) -> float:
        counted = {_stem(word) for first, word in self.beside if first == number}
        if _counts(behind) and _stem(behind) in counted:
            return _SAME_COUNT
        if _YEAR.fullmatch(number):
            return _A_FEW
        if not number.isdigit():
            return _SAME_COUNT  # "17.50" and "1,340" are nobody else's
        return _SAME_NUMBER if len(number) > 1 else _A_FEW

    def _whole(self, before: str, clipped: str) -> Iterator[str]:
        """Yield the word that stands in the text where the note clips it."""
        if not (before and clipped.isalpha() and _LEAST_CLIPPED <= len(clipped) <= _STEM):
            return
        for first, word in self.beside:
            is_cut = len(word) >= min(_STEM, len(clipped) + _CUT_OFF) and word != clipped
            if is_cut and word.startswith(clipped) and first == _stem(before):
                yield _stem(word)

    def ties(self, note: str) -> bool:
        """Tell whether a note plainly speaks of what the text does: of two things, or of one.

        One is enough that both name or count, that comes back in the text, or that the note tells
        as known: "the cutlery".
        """
        shared = self.shared(note)
        known = {_stem(one.casefold()) for one in _KNOWN.findall(note)}
        return sum(shared.values()) >= _TIED or any(
            tells > 1 or (tells == 1 and (self.counts[stem] > 1 or stem in known))
            for stem, tells in shared.items()
        )


def nearness(note: str, sentence: str, text: Told) -> float:
    """Return how much of what a note says a sentence of a text says as well.

    What comes back all over the text tells less of one sentence.
    """
    stems = stems_of(sentence) - (_hours(note) ^ _hours(sentence))
    shared = text.shared(note).items()
    return sum(
        tells / math.sqrt(max(1, text.counts[stem])) for stem, tells in shared if stem in stems
    )


def _hours(text: str) -> set[str]:
    """Return the figures of a text that say at what hour."""
    return {token for _, token, behind in _in_threes(text) if behind in _HOURS}


@lru_cache(maxsize=4096)
def stems_of(text: str) -> frozenset[str]:
    """Return how the telling words of a text begin, and its figures."""
    return frozenset(_stem(one) for one in _tokens(text))


@lru_cache(maxsize=64)
def _told(text: str) -> Told:
    tokens = _tokens(text)
    stems = [_stem(one) for one in tokens]
    counts = Counter(_stem(one) for one in tokens if _tells(one))
    # What is clipped goes on farther than a stem does.
    pairs = zip(stems, tokens[1:], strict=False)
    return Told(counts, frozenset(pairs), frozenset(map(_stem, _names(text))))


def _names(text: str) -> list[str]:
    """Return the words with a capital within a sentence or a name, and nowhere without one."""
    found = _NAME.findall(text)
    lowered = {*re.findall(r"[^\W\d_]+", text)}
    return [one.casefold() for one in found if one.casefold() not in lowered]


def _in_threes(text: str) -> Iterator[tuple[str, str, str]]:
    tokens = _tokens(text)
    yield from zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_DEGREES.sub(" degrés ", text.casefold()))


def _tells(token: str) -> bool:
    if _is_number(token):
        return True
    is_long = len(token) >= _LEAST_LETTERS and token not in _LITTLE
    return is_long and not {_stem(token), token} & OF_ANY_SUBJECT


def _counts(token: str) -> bool:
    """Tell whether a word behind a figure may be what it counts, or the month of its day."""
    is_long = len(token) >= _LEAST_LETTERS and token not in _LITTLE
    return (is_long and not _is_number(token)) or token in _SHORT_MONTHS


def _is_number(token: str) -> bool:
    return token[:1].isdigit()


def _stem(token: str) -> str:
    if _is_number(token):
        return token
    bare = token[:-1] if len(token) > _LEAST_LETTERS and token[-1] in "sx" else token
    return bare[:_STEM]


def _rarity(word: str) -> float:
    """Return how much a word tells: the commoner it is, the less."""
    bare = _bare(word)
    ranks = [ranks[one] for ranks in _ranks() for one in (bare, bare.rstrip("s")) if one in ranks]
    rank = min(ranks, default=_EVERYDAY[-1][0])
    return next((tells for most, tells in _EVERYDAY if rank < most), 1.0)


@cache
def _ranks() -> tuple[Mapping[str, int], ...]:
    """Return the commonest words of each language, bare of accents, with their ranks."""
    folder = files("personalizer")
    texts = (folder.joinpath(f"everyday.{one}.txt").read_text("utf-8") for one in Language)
    return tuple({word: at for at, word in enumerate(text.split())} for text in texts)


def _bare(word: str) -> str:
    apart = unicodedata.normalize("NFD", word)
    return "".join(one for one in apart if not unicodedata.combining(one))
