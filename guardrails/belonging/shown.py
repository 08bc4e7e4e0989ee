"""What a text shows around the place that names a company, as values of a learned judge.

The words become classes and leanings; a value says which stand beside the name, in its sentence,
near it, behind who speaks ("I>LABOUR": « I weigh powders ») or at the head of a sentence.
"""

import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from domain.organization import Organization
from guardrails.belonging.around import Around, around, around_products
from guardrails.belonging.classes import LETTERS
from guardrails.belonging.phrasing import of_self, worded, words_of
from guardrails.belonging.shape import SELF, Kinds, second_employers, shape
from guardrails.reading import Reading

_LEANINGS = Path(__file__).parent / "leanings.toml"
_BEFORE, _AFTER = 250, 500  # characters read on either side of the first naming
_SIDES = {"<": (-1, -2, -3), ">": (1, 2, 3)}
_REACH = (1, 2, 3)  # words behind who speaks
_SHORT, _AGAINST_MOST, _FOR_MOST = 8, 3, 5
_RIGHT_BEHIND = 4  # words
_SAME = {
    "BREAK": ("STOP",),
    "TEAMTAG": ("NAME",),
    "WORKTAG": ("NAME",),
    "GIVEN": ("PROPER", "GIVEN"),
    "THEY": ("HE", "THEY"),
    "THEIR": ("ITS", "THEIR"),
    "DUTY": ("JOB", "DUTY"),
    "FIRST": ("NUMBER", "FIRST"),
    "SHOP": ("TEAM", "SHOP"),
    "RH": ("TEAM", "HR"),
    "ROTA": ("JOB", "DUTY"),
    "UNIFORM": ("WEAR",),
    "BILLS": ("PAYSLIP",),
    "LAUNCH": (),
    "RECRUITER": ("ROLE",),
    "CREW": ("ROLES",),
    "STAND": ("TEAM",),
    "PLANT": ("TEAM",),
    **dict.fromkeys(
        "OTHER MINE VACANCY FAULT BUILT INNARD BACKLOG MATES SHIP OUTLET USE MEET ASK UNDER"
        " APOLOGY PUBLIC MISTAKE".split(),
        (),
    ),
}
_CLASSES = {letter: _SAME.get(name, (name,)) for name, letter in LETTERS.items()}
_SPEAKERS = SELF | {"ON"}
_VERBS = _SPEAKERS | {"HE", "IS", "HAVE", "BE", "WAS"}
_AGAINST = frozenset(
    "KIN FORMER WISH CLIENT APPLY BUY WAS HE"
    " CONSUME: ELSEWHERE: READ: SHARE: DREAM: LIFE: PRAISE: LURE:".split()
)
_OUTSIDE = frozenset({"FORMER", "CLIENT", "APPLY"})
_HARD = _OUTSIDE | {"KIN", "DREAM:", "ELSEWHERE:", "WISH", "BUY", "CONSUME:"}
_FOR = frozenset(
    "ROLE SEEMS BOSS TEAM JOB WORK TRADE WEAR SENIOR CONTRACT GAVE"
    " PLACE: GEAR: LEARN: ENTRUST: LABOUR: TIME: SERVED: BESIDE:".split()
)
_DESK = frozenset("ROLE SEEMS BOSS TEAM JOB WEAR PLACE: GEAR: TIME:".split())
_EMPLOYED = frozenset("ROLE SEEMS BOSS TEAM JOB WORK EMPLOYER MEMBER".split())
_ELSEWHERE = frozenset({"elsewhere AT", "elsewhere FOR", "elsewhere OF"})
_TOLD_APART = _AGAINST | _FOR | _SPEAKERS | {"HIRE"}


@dataclass(frozen=True, slots=True)
class Shown:
    """The kinds of a text's words, and where it names the company first, in the bare text.

    `near` are those of the sentence that names it and of one on either side; `words` are all that
    were read, with names masked, and `own` those behind a first person.
    """

    near: list[Kinds]
    whole: list[Kinds]
    named: tuple[int, int]
    words: list[str]
    own: list[str]

    @property
    def values(self) -> frozenset[str]:
        """Return the values that hold of the text."""
        built = shape([[self.whole[at] for at in one] for one in _sentences(self.whole)])
        return frozenset((*_values(self.near), *built, *worded(self.words)))

    @property
    def may_tell(self) -> bool:
        """Tell whether a judge is asked at all.

        A lone sentence says it in a form or does not; a text without a first person or a job given
        beside the name says nothing of its author, and one that gives the name to a relative or
        denies a job there says that it is somebody else's.
        """
        return _may_tell(self.near, self.whole)


def shown(reading: Reading, organization: Organization) -> Shown | None:
    """Return what a text shows, None if it names neither the company nor a product of it."""
    about = around(reading, organization) or around_products(reading, organization)
    return _shown(about, reading.bare.text) if about else None


def _shown(about: Around, text: str) -> Shown:
    names, read = about.names, about.read
    first = bisect_left(read.starts, names[0][0] - _BEFORE)
    last = bisect_left(read.starts, names[0][1] + _AFTER)
    kinds = [
        _kinds(read.letters[at], text[read.starts[at] : read.ends[at]]) for at in range(first, last)
    ]
    words = words_of(about, text)
    return Shown(_near_the_name(kinds), kinds, names[0], words, of_self(about, words))


def _near_the_name(kinds: list[Kinds]) -> list[Kinds]:
    """Keep the sentence that names the company and one on either side: more proves nothing."""
    sentences = list(_sentences(kinds))
    at = next((at for at, one in enumerate(sentences) if _names(one, kinds)), 0)
    near = sentences[max(0, at - 1) : at + 2]
    return kinds[near[0][0] : near[-1][-1] + 1] if near else []


def _names(sentence: list[int], kinds: list[Kinds]) -> bool:
    return any("NAME" in kinds[at] for at in sentence)


def _may_tell(near: list[Kinds], kinds: list[Kinds]) -> bool:
    sentences = [[near[at] for at in one] for one in _sentences(near)]
    if len(sentences) == 1 or any(map(_gives_away, sentences)):
        return False
    if any(SELF.intersection(own) for own in kinds):
        return True
    is_lured = any("LURE:" in own for own in near)
    return not is_lured and any(map(_is_a_desk, sentences))


def _gives_away(sentence: list[Kinds]) -> bool:
    found = {kind for own in sentence for kind in own}
    if "NAME" not in found:
        return _works_elsewhere(sentence, found)
    return _is_denied(sentence, found) or _is_a_relatives(sentence)


def _works_elsewhere(sentence: list[Kinds], found: set[str]) -> bool:
    """Tell whether a sentence gives its author a job at somebody else's: "a nurse at Norvia"."""
    has_a_job = bool(found & SELF) and bool(found & _EMPLOYED)
    are_hiring = "HIRE" in found and "I" not in found  # "we seek a welder at Dole"
    is_there = has_a_job and bool(_ELSEWHERE.intersection(second_employers(sentence)))
    return is_there and not are_hiring


def _is_denied(sentence: list[Kinds], found: set[str]) -> bool:
    """Tell whether a job at the company is denied: "no" stands before its name."""
    if "NO" not in found or not found & _EMPLOYED:
        return False
    first = {kind: at for at, own in reversed([*enumerate(sentence)]) for kind in own}
    return first["NO"] < first["NAME"] or "EMPLOYER" in found


def _is_a_relatives(sentence: list[Kinds]) -> bool:
    """Tell whether the name is a relative's: one stands before it, or right behind."""
    kin = [at for at, own in enumerate(sentence) if "KIN" in own]
    last = max(at for at, own in enumerate(sentence) if "NAME" in own)
    return bool(kin) and kin[0] < last + _RIGHT_BEHIND


def _is_a_desk(sentence: list[Kinds]) -> bool:
    """Tell whether a sentence is no more than a job or a place of work beside the name."""
    found = {kind for own in sentence for kind in own}
    is_bare = not found & (_VERBS | {"PROPER"}) and len(sentence) <= _SHORT
    return is_bare and "NAME" in found and bool(found & _DESK)


@lru_cache(maxsize=1 << 14)
def _kinds(letter: str, word: str) -> Kinds:
    """Return a word's class, if it has one that means anything, and its leanings."""
    return _CLASSES[letter] + _leanings().get(word.strip("'"), ())


@lru_cache(maxsize=1)
def _leanings() -> dict[str, Kinds]:
    told = tomllib.loads(_LEANINGS.read_text(encoding="utf-8"))
    found: dict[str, Kinds] = {}
    for name, words in told.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), f"{name}:")
    return found


def _values(kinds: list[Kinds]) -> Iterator[str]:
    sentences = list(_sentences(kinds))
    named = {at for one in sentences if _names(one, kinds) for at in one}
    for sentence in sentences:
        yield from _of_a_sentence(sentence, kinds, is_named=sentence[0] in named)
    for at, own in enumerate(kinds):
        if "NAME" in own:
            yield from _beside(at, kinds)
        elif own and own[0] in _SPEAKERS:
            yield from _behind(at, kinds)
    yield from _of_all({kind for own in kinds for kind in own})
    within = {kind for at in named for kind in kinds[at]}
    yield "self in the sentence" if within & SELF else "no self in the sentence"


def _sentences(kinds: list[Kinds]) -> Iterator[list[int]]:
    sentence: list[int] = []
    for at, own in enumerate(kinds):
        if own[:1] != ("STOP",):
            sentence.append(at)
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _of_a_sentence(sentence: list[int], kinds: list[Kinds], *, is_named: bool) -> Iterator[str]:
    where = "in" if is_named else "out"
    found = {kind for at in sentence for kind in kinds[at]} - {"NAME"}
    yield from (f"{where} {kind}" for kind in (found if is_named else found & _TOLD_APART))
    yield from (f"{where} first {kind}" for kind in kinds[sentence[0]])
    if is_named and not found & _VERBS:
        yield "fragment"
        if len(sentence) <= _SHORT:
            yield "short fragment"


def _beside(at: int, kinds: list[Kinds]) -> Iterator[str]:
    for side, steps in _SIDES.items():
        for step in steps:
            if not 0 <= at + step < len(kinds):
                yield from [f"next{side}END"] * (abs(step) == 1)
                break
            for kind in kinds[at + step]:
                yield f"near{side}{kind}"
                if abs(step) == 1:
                    yield f"next{side}{kind}"


def _behind(at: int, kinds: list[Kinds]) -> Iterator[str]:
    """Yield what stands behind who speaks, up to the end of the sentence."""
    speaker = kinds[at][0]
    for step in _REACH:
        if at + step >= len(kinds) or kinds[at + step][:1] == ("STOP",):
            return
        if step == 1 and not kinds[at + step]:
            yield f"{speaker}>"
        yield from (f"{speaker}>{kind}" for kind in kinds[at + step])


def _of_all(found: set[str]) -> Iterator[str]:
    yield f"against {min(_AGAINST_MOST, len(found & _AGAINST))}"
    yield f"for {min(_FOR_MOST, len(found & _FOR))}"
    yield "self" if found & SELF else "no self"
    if not found & _HARD:
        yield "clean"
