"""Times of day as people say them: "ten to three in the morning", "trois heures moins dix"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from guardrails.facts.passage import Passage

_HOURS: Final = {
    word: hour
    for hour, words in enumerate(
        "midnight minuit 0|one une 1|two deux 2|three trois 3|four quatre 4|five cinq 5|six 6"
        "|seven sept 7|eight huit 8|nine neuf 9|ten dix 10|eleven onze 11"
        "|twelve douze noon midday midi 12".split("|")
    )
    for word in words.split()
}
_SURE: Final = frozenset("midnight minuit noon midday midi".split())
_MINUTES: Final = {
    "five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30,
    "cinq": 5, "dix": 10, "le quart": 15, "vingt": 20, "vingt-cinq": 25,
}  # fmt: skip
_ENGLISH: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight|noon|midday"
)
_DAY: Final = (
    r"(?: (?:(?P<am>in the morning|a\.?m\b\.?|du matin)|(?P<pm>in the (?:afternoon|evening)"
    r"|p\.?m\b\.?|de l'apres-midi|du soir)|(?P<night>at night)))?"
)
_CLOCK: Final = re.compile(
    rf"(?<![\w-])(?:(?:a )?(?P<minutes>five|ten|quarter|twenty-five|twenty|half) (?P<way>past|to)"
    rf" (?P<hour>{_ENGLISH})|(?P<even>{_ENGLISH}|1[0-2]|[1-9]) o'clock)(?![\w-]){_DAY}"
    r"|(?<![\w-])(?P<heure>(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|1[0-2]"
    r"|[1-9]) heures?|midi|minuit) moins (?P<moins>le quart|cinq|dix|vingt-cinq|vingt)"
    rf"(?![\w-]| min){_DAY.replace('?P<', '?P<fr_')}"
)
# "From ten to three people": a range, unless it is said to be a time.
_AT: Final = re.compile(r"(?<!\w)(?:at|until|till|it's|it is|it was) (?:about |around )?$")
_SEVERAL: Final = re.compile(r"(?: [^\W\d_]+)? [^\W\d_]{2,}s\b|-")
_MAY_SAY: Final = frozenset({"clock", "past", "quarter", "moins"})
_TO: Final = frozenset({"to"})
_TENS: Final = frozenset({"five", "ten", "twenty"})
_LONGEST_LEAD: Final = len(" it was around ")
_NOON: Final = 12
_NIGHT_ENDS: Final = 6


class SpokenTime(NamedTuple):
    """A time of day, in minutes; `is_of_half_day` where morning and evening are not told apart."""

    start: int
    end: int
    minute: int
    is_of_half_day: bool


def spoken_times(passage: Passage) -> Iterator[SpokenTime]:
    """Yield the times of day that a text tells in words."""
    may_be_to = passage.may_hold(_TO) and passage.may_hold(_TENS)
    if not (may_be_to or passage.may_hold(_MAY_SAY)):
        return
    text = passage.text
    for match in _CLOCK.finditer(text):
        day = match["am"] or match["pm"] or match["night"]
        may_be_range = match["way"] == "to" and match["minutes"] != "quarter" and not day
        if not (may_be_range and _is_range(text, match)):
            yield _read(match)


def _is_range(text: str, match: re.Match[str]) -> bool:
    is_at = _AT.search(text, max(0, match.start() - _LONGEST_LEAD), match.start()) is not None
    return not is_at or _SEVERAL.match(text, match.end()) is not None


def _read(match: re.Match[str]) -> SpokenTime:
    said = (match["hour"] or match["even"] or match["heure"]).split()[0]
    minutes = _MINUTES.get(match["minutes"] or match["moins"] or "", 0)
    is_before = match["way"] == "to" or match["moins"] is not None
    hour = _HOURS[said]
    is_am = bool(match["am"] or match["fr_am"]) or (
        match["night"] is not None and hour < _NIGHT_ENDS
    )
    is_pm = not is_am and bool(match["pm"] or match["fr_pm"] or match["night"])
    if is_am or is_pm:
        hour = hour % _NOON + (_NOON if is_pm else 0)
    minute = (hour * 60 + (-minutes if is_before else minutes)) % (24 * 60)
    is_sure = is_am or is_pm or said in _SURE
    return SpokenTime(*match.span(), minute, not is_sure)
