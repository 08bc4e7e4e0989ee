"""Wrong facts planted in good drafts, by program: a figure, a date, a name, a unit, a scale.

A draft is one to three sentences of a published post, which is its source. Planting changes one
fact to something the post does not have; writing the same fact another way ("10 %", "10
percent", "ten") makes a draft that must still pass. Facts are found here by patterns of their
own, not by those of the check that is measured.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from domain.content import ContentItem
from domain.language import Language
from domain.segmentation import sentences

_LONGEST = 600
# References of Markdown, code, and numbers of a list are no sentences of a post.
_ODD = re.compile(r"\]\[|\]:|\]\(|https?:|[{}<>|\\`_=]|(?:^|[;.] )\d+\.$|^\W*\d+\.?\W*$")
_FIXED = re.compile(
    r"[ap]\.m|[ap]m\b|[ \u00a0]h\b|h[ \u00a0]\d| UN Plaza|%|'s\b|(?:janvier|février|mars|avril"
    r"|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_NUMBER = re.compile(r"(?<![\w.,/:#-])([1-9]\d{1,5})(?![\w/:-]|[.,]\d)")
_YEAR = re.compile(r"(?<![\w.,/:#-])(20[012]\d)(?![\w/:-]|[.,]\d)")
_PERCENT = re.compile(r"(?<![\w.,])(\d{1,2}) ?(?:%|percent\b|pour cent\b)")
_DAY = {
    Language.ENGLISH: re.compile(
        r"\b(January|February|March|April|June|July|August|September|October|November|December)"
        r" (\d{1,2})(?![\w.,])"
    ),
    Language.FRENCH: re.compile(
        r"\b(\d{1,2}) (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
        r"|novembre|décembre)\b"
    ),
}
_SCALED = re.compile(r"\b(\d[\d.,]*) (million|billion|milliard|thousand)(s?)\b")
_UNIT = re.compile(
    r"\b(\d{1,4}) (minutes|hours|days|weeks|months|years|heures|jours|semaines|mois|ans)\b"
)
_PERSON = re.compile(r"(?<=[a-zé,] )([A-Z][a-zé]{3,12}) ([A-Z][a-zé]{3,14})(?=[ ,.;)])")
_OTHER_UNIT = {
    "minutes": "hours", "hours": "days", "days": "weeks", "weeks": "months", "months": "years",
    "years": "months", "heures": "jours", "jours": "semaines", "semaines": "mois",
    "mois": "ans", "ans": "mois",
}  # fmt: skip
_OTHER_SCALE = {
    "million": {Language.ENGLISH: "billion", Language.FRENCH: "milliard"},
    "billion": {Language.ENGLISH: "million", Language.FRENCH: "million"},
    "milliard": {Language.ENGLISH: "million", Language.FRENCH: "million"},
    "thousand": {Language.ENGLISH: "million", Language.FRENCH: "million"},
}
_NOBODY = (
    "Odalric Vauquelin", "Thessaly Brankovic", "Maëlys Quérandec", "Ignatius Pellworm",
    "Corentin Frévillers", "Zofia Lindqvarn",
)  # fmt: skip
_SPELLED = {
    Language.ENGLISH: {
        11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        18: "eighteen", 20: "twenty", 25: "twenty-five", 30: "thirty", 40: "forty", 50: "fifty",
    },
    Language.FRENCH: {
        11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize",
        18: "dix-huit", 20: "vingt", 25: "vingt-cinq", 30: "trente", 40: "quarante",
        50: "cinquante",
    },
}  # fmt: skip

Change = Callable[[re.Match[str], ContentItem, Random], str | None]


@dataclass(frozen=True, slots=True)
class Planted:
    """A draft on a post; `kind` says what was planted, "" for a good draft."""

    text: str
    post: ContentItem
    kind: str
    is_wrong: bool


def planted(posts: Sequence[ContentItem], *, seed: int) -> Iterator[Planted]:
    """Yield good drafts, drafts with a wrong fact, and drafts that say a fact another way."""
    chance = Random(seed)  # noqa: S311 - a repeatable choice
    for post in posts:
        pieces = [one for one in sentences(post.text) if not _ODD.search(one)]
        for at, sentence in enumerate(pieces):
            kinds = _kinds(post.language)
            for kind, pattern, change, is_wrong in kinds:
                match = pattern.search(sentence)
                if match is None or chance.random() > _SHARE[is_wrong]:
                    continue
                written = change(match, post, chance)
                if written is None:
                    continue
                changed = sentence[: match.start()] + written + sentence[match.end() :]
                yield Planted(_draft(pieces, at, changed), post, kind, is_wrong)
                if is_wrong:
                    yield Planted(_draft(pieces, at, sentence), post, "", is_wrong=False)


_SHARE = {True: 0.35, False: 0.5}


def _draft(pieces: Sequence[str], at: int, sentence: str) -> str:
    before = pieces[at - 1] if at else ""
    after = pieces[at + 1] if at + 1 < len(pieces) else ""
    text = " ".join(piece for piece in (before, sentence, after) if piece)
    return text if len(text) <= _LONGEST else sentence


def _kinds(language: Language) -> tuple[tuple[str, re.Pattern[str], Change, bool], ...]:
    return (
        ("figure", _NUMBER, _other_number, True),
        ("share", _PERCENT, _other_share, True),
        ("year", _YEAR, _other_year, True),
        ("day", _DAY[language], _other_day, True),
        ("scale", _SCALED, _other_scale, True),
        ("unit", _UNIT, _other_unit, True),
        ("name", _PERSON, _other_person, True),
        ("same share", _PERCENT, _same_share, False),
        ("same number", _NUMBER, _same_number, False),
        ("same day", _DAY[language], _same_day, False),
        ("same scale", _SCALED, _same_scale, False),
    )


def _other_number(match: re.Match[str], post: ContentItem, chance: Random) -> str | None:
    if _YEAR.fullmatch(match.group()):
        return None
    value = int(match[1])
    tries = (value + chance.choice((-1, 1)) * chance.randint(1, max(2, value)) for _ in range(9))
    return next((str(n) for n in tries if n > 9 and not _has(post, str(n))), None)  # noqa: PLR2004 - small counts are written freely


def _other_share(match: re.Match[str], post: ContentItem, chance: Random) -> str | None:
    tries = (str(chance.randint(11, 97)) for _ in range(9))
    share = next((n for n in tries if not _has(post, n)), None)
    return match.group().replace(match[1], share, 1) if share else None


def _other_year(match: re.Match[str], post: ContentItem, chance: Random) -> str | None:
    tries = (str(int(match[1]) + chance.choice((-4, -3, -2, 2, 3, 4))) for _ in range(9))
    return next((year for year in tries if not _has(post, year)), None)


def _other_day(match: re.Match[str], post: ContentItem, chance: Random) -> str | None:
    number = 2 if match[1].isalpha() else 1
    tries = (str(chance.randint(1, 28)) for _ in range(9))
    day = next((n for n in tries if n != match[number] and not _has(post, n)), None)
    if day is None:
        return None
    return f"{match[1]} {day}" if number == 2 else f"{day} {match[2]}"  # noqa: PLR2004 - the second group


def _other_scale(match: re.Match[str], post: ContentItem, _: Random) -> str | None:
    other = _OTHER_SCALE[match[2]][post.language]
    return None if _has(post, f"{match[1]} {other}") else f"{match[1]} {other}{match[3]}"


def _other_unit(match: re.Match[str], post: ContentItem, _: Random) -> str | None:
    written = f"{match[1]} {_OTHER_UNIT[match[2]]}"
    return None if _has(post, written) else written


def _other_person(_: re.Match[str], __: ContentItem, chance: Random) -> str | None:
    return chance.choice(_NOBODY)


def _same_share(match: re.Match[str], post: ContentItem, chance: Random) -> str | None:
    words = "percent" if post.language is Language.ENGLISH else "pour cent"
    return chance.choice((f"{match[1]} %", f"{match[1]}%", f"{match[1]} {words}"))


def _same_number(match: re.Match[str], post: ContentItem, chance: Random) -> str | None:
    value = int(match[1])
    # An hour, a day and an address are never written so; a quotation is to the letter.
    if (
        _FIXED.search(match.string[max(0, match.start() - 2) : match.end() + 14])
        or "“" in match.string
    ):
        return None
    if _YEAR.fullmatch(match.group()):
        return None
    if value >= 1000:  # noqa: PLR2004 - a number that is written in groups
        return chance.choice((f"{value:,}", f"{value:,}".replace(",", " "), str(value)))
    return _SPELLED[post.language].get(value)


def _same_day(match: re.Match[str], post: ContentItem, chance: Random) -> str | None:
    if post.language is Language.FRENCH:
        return f"{int(match[1]):02} {match[2]}"
    day, month = match[2], match[1]
    return chance.choice((f"{day} {month}", f"{month[:3]}. {day}", f"{day} {month[:3]}"))


def _same_scale(match: re.Match[str], post: ContentItem, _: Random) -> str | None:
    short = {"million": "M", "billion": "bn", "milliard": "Md"}.get(match[2])
    del post
    return f"{match[1]} {short}" if short == "bn" else None


def _has(post: ContentItem, written: str) -> bool:
    return (
        re.search(rf"(?<![\d.,]){re.escape(written)}(?![\d])", f"{post.title} {post.text}")
        is not None
    )
