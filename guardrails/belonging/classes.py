"""The words of a text as classes, one letter each: who speaks, of whom, and what they do.

« Fondeur chez Lacaze depuis 2011 » is ROLE AT NAME SENIOR NUMBER. Signs of belonging are told
over these letters, so that a sign holds for any trade, any company and any order of small words.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from domain.language import Language
from guardrails.job_titles import is_job
from guardrails.lexicon import is_given_name, is_known, looks_common
from guardrails.reading import Reading
from guardrails.word_cache import of_words

_WORDS = Path(__file__).parent / "words.toml"
_LISTED = (
    "MINE VACANCY RECRUITER FAULT BUILT INNARD BACKLOG MATES CREW STAND SHIP OUTLET USE MEET ASK"
    " UNDER APOLOGY PLANT PUBLIC MISTAKE "
    "ROTA RH UNIFORM BILLS LAUNCH ANOTHER SHOP BRING FIRST TOGETHER PAYROLL"
    " INCL SAY DUTY FOUND ENTRUST SERVED HR THEY THEIR"
    " NO WISH FORMER COMEJOIN START HIRED HIRE APPLY KIN CLIENT I ME MY WE ON OUR ITS HE QUE HERE"
    " AND AT FOR OF FROM IN WITH BY AS TO ART BE IS WAS HAVE SENIOR NUMBER WEAR EMPLOYER GAVE"
    " CONTRACT BOSS TEAM KIND ROLE YOU THING JOB PAYSLIP DAY PAYS FINDME ADV MEMBER WORK TRADE"
    " CRAFT BUY"
).split()
_MADE = (
    "NAME TEAMTAG WORKTAG PROUDTAG STOP BREAK PAUSE OPEN CLOSE GEN COLON PROPER GIVEN OTHER ROLES"
    " SEEMS ROLEWORK ROLETRADE ROLECRAFT WORKING"
).split()
# Letters that mean nothing to a pattern.
LETTERS: Mapping[str, str] = {name: chr(0x100 + at) for at, name in enumerate((*_LISTED, *_MADE))}
_OF_CUSTOMERS = re.compile(
    "{CLIENT}(?=[{TEAM}{ROLE}{WORK}])|(?<=[{TEAM}{ROLE}]){CLIENT}".format(**LETTERS)
)
_ANYBODYS = ("PROPER", "GIVEN")
_DONE = ("WORK", "TRADE", "CRAFT")
_TOKEN = re.compile(r"\n+|'s\b|[#@]?[^\W_]+(?:[-·][^\W_]+)*'?|[^\w\s]")
_SIGNS = {
    **dict.fromkeys(".!?…", "STOP"),
    **dict.fromkeys(",|/", "PAUSE"),
    **dict.fromkeys(":;-–—", "COLON"),
    "@": "AT",
    "(": "OPEN",
    ")": "CLOSE",
}
_TEAM_TAG = re.compile(
    r"#(?:(?:team|equipe|lifeat|(?:la|ma|notre)?vieche[zs]|vieau|insideof?|weare|noussommes|my)"
    r"|\w+(?:crew|staff|team|life|people|family|famille)$)"
)
_WORK_TAG = re.compile(r"#\w*(?:workat|workfor|workingat|workingfor|travaillerche|jetravaille)")
# Who does something: at the head of a sentence it may be a job that no list has.
_SEEMS = re.compile(
    r"(?!^(?:premier|derniere?|premiere|hier|leger|entier|particulier|plusieurs|ailleurs|janvier"
    r"|fevrier|septemb\w+|octob\w+|novemb\w+|decemb\w+|another|other|after|under|over|never|ever"
    r"|summer|winter|dinner|rather|together|however|whether|either)$)"
    r"^[a-z]{2,}(?:ier|iere|eur|euse|rice|iste|ien|ienne|ologue|er|or|ist|ian|smith|wright|keeper)$"
)
_PROUD_TAG = re.compile(r"#(?:fiere?s?de(?:travailler|monmetier|monequipe)|proudtowork|lovemyjob)$")


Bounds = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Classed:
    """A piece of a text as letters of classes; `starts` and `ends` bound each in the bare text."""

    letters: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def classed(
    reading: Reading, start: int, end: int, names: Bounds, products: frozenset[str] = frozenset()
) -> Classed:
    """Return a piece of the bare text of a reading, with its company's names, as classes.

    A word of `products` is no name of somebody else.
    """
    found, text = [*_tokens(reading, start, end, names)], reading.bare.text
    if products:
        found = [
            ("OTHER", at, to) if name in _ANYBODYS and text[at:to] in products else (name, at, to)
            for name, at, to in found
        ]
    letters = "".join([LETTERS[one[0]] for one in found])
    # "Customer support", « relation client »: the company's, and no customer.
    letters = _OF_CUSTOMERS.sub(lambda match: LETTERS["OTHER"] * len(match[0]), letters)
    return Classed(letters, tuple(one[1] for one in found), tuple(one[2] for one in found))


def _tokens(
    reading: Reading, start: int, end: int, names: Bounds
) -> Iterator[tuple[str, int, int]]:
    at, is_first = start, True
    for first, last in (*((one, two) for one, two in names if start <= one < end), (end, end)):
        for match in _TOKEN.finditer(reading.bare.text, at, first):
            named = _class(reading, match, is_first=is_first)
            is_first = named in ("STOP", "BREAK") or (
                is_first and named in ("PAUSE", "COLON", "OPEN")
            )
            yield named, match.start(), match.end()
        if first < last:
            yield _tag(reading.bare.text[first:last]), first, last
            is_first = False
        at = last


def _tag(name: str) -> str:
    squeezed = name.replace("_", "")
    if _WORK_TAG.match(squeezed):
        return "WORKTAG"
    return "TEAMTAG" if _TEAM_TAG.match(squeezed) else "NAME"


def _class(reading: Reading, match: re.Match[str], *, is_first: bool) -> str:
    word = match[0]
    found = _plain_class(word, reading.language)
    if found is None or found == "ACCENTED":
        bare = reading.bare
        sent = reading.text[bare.starts[match.start()] : bare.ends[match.end() - 1]]
        if found is None:
            return _unlisted_class(word, sent, is_first=is_first)
        return _ACCENTED[word][sent in _WITHOUT]
    return found


@of_words(1 << 14)
def _plain_class(word: str, language: Language) -> str | None:
    """Return the class a bare token has wherever it stands, None if that depends."""
    if not (word[0].isalnum() or word[0] == "'"):
        return _sign_class(word)
    if language is Language.FRENCH and word in _ACCENTED:
        return "ACCENTED"
    if word in ("s", "'s") or (word.endswith("n'") and word != "n'"):
        return "GEN" if word.endswith("s") else "NO"
    listed = _listed(language)
    found = listed.get(word) or listed.get(word.rstrip("'"))
    if found in _DONE and is_job(word):
        return f"ROLE{found}"  # "nurse", "cook", "guide": what somebody does, or is
    return found or _role_class(word) or _working_class(word, listed)


def _sign_class(sign: str) -> str:
    if sign[0] == "\n":
        return "BREAK"
    if sign[0] in "#@" and len(sign) > 1:
        return "PROUDTAG" if _PROUD_TAG.match(sign) else "PROPER"
    # What stands beyond the letters of the two languages are pictures: they end a sentence.
    return _SIGNS.get(sign, "STOP" if ord(sign[0]) > _LAST_LETTER else "OTHER")


def _role_class(word: str) -> str | None:
    if word.isdigit():
        return "NUMBER"
    if is_job(word.split("·", maxsplit=1)[0]):
        return "ROLE"
    return "ROLES" if word.endswith("s") and is_job(word[:-1]) else None


def _working_class(word: str, listed: Mapping[str, str]) -> str | None:
    """Tell "welding" by "weld", and "baking" by "bake"."""
    stem = word.removesuffix("ing")
    is_work = any(listed.get(one) in _DONE for one in (stem, f"{stem}e", stem[:-1]))
    return "WORKING" if stem != word and is_work else None


@of_words(1 << 14)
def _unlisted_class(word: str, sent: str, *, is_first: bool) -> str:
    if is_first and _SEEMS.search(word):
        return "SEEMS"
    if sent[:1].isupper() and len(sent) > 1 and is_given_name(word):
        return "GIVEN"
    return "PROPER" if _is_proper(word, sent, is_first=is_first) else "OTHER"


def _is_proper(word: str, sent: str, *, is_first: bool) -> bool:
    if not sent[:1].isupper() or len(word.rstrip("'")) < _LEAST:
        return False
    if is_known(word) or sent.isupper():
        return False
    return not (is_first and looks_common(word))


# Words of French that an accent tells apart: with it, and without.
_ACCENTED = {"a": ("AT", "ART"), "la": ("HERE", "ART"), "ou": ("HERE", "AND")}
_WITHOUT = ("a", "la", "La", "LA", "ou", "Ou", "OU")
_LAST_LETTER = 0x2100
_LEAST = 3  # letters of a name that no list has


@lru_cache(maxsize=2)
def _listed(language: Language) -> Mapping[str, str]:
    told = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    listed: dict[str, str] = {}
    # A post often mixes the two languages; its own says first what a word is.
    other = Language.ENGLISH if language is Language.FRENCH else Language.FRENCH
    for parts in (("both", language), (other,)):
        for name in _LISTED:
            words = [word for part in parts for word in told[part].get(name, "").split()]
            for word in words:
                listed.setdefault(word, name)
    return listed
