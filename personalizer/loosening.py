"""A pattern made looser, so that RE2 can run it: it matches wherever the pattern does, and more.

RE2 knows no look-around and no reference back, and what is a letter to it is not quite what is one
to `re`. So a text is shown to it in ASCII: any other letter or digit stands as a "_", each sign of
typography as a mark of its own, and any other sign as one mark: signs that no text has.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Final

_MARK: Final = "\x01"
# Nearly every text has some of these: shown as the mark of the rest, they would look like emoji.
_TYPOGRAPHY: Final = "’“”«»–—…\u00a0\u202f‘•→€"
_MARKS: Final = dict(zip(_TYPOGRAPHY, map(chr, (*range(2, 9), *range(14, 21))), strict=True))
_ASCII: Final = tuple(map(chr, range(0x80)))
# Without regard to capitals `re` takes them for "i", "s" and "k"; the last is the sign for kelvins.
_ASCII_TOO: Final = ("ı", "İ", "ſ", "\u212a")
# What stands in these classes beyond ASCII and typography.
_BEYOND: Final[Mapping[str, AbstractSet[str]]] = MappingProxyType(
    {r"\w": set(), r"\W": set(), r"\d": {"_"}, r"\s": {_MARK}}
)
_MEMBER: Final = re.compile(
    r"(?P<kind>\\[wdsWDS])|(?P<first>{0})(?:-(?P<last>{0}))?".format(
        r"(?:\\(?:x..|u.{4}|U.{8}|.)|[^\\])"
    ),
    re.DOTALL,
)
_WIDEST: Final = 0x2000  # signs of a class that are looked at one by one
_LATIN: Final = 0x250
_CLASS: Final = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_SPACES_AND_NOTES: Final = re.compile(rf"(\\.|{_CLASS})|#[^\n]*|\s+", re.DOTALL)
_TOKEN: Final = re.compile(
    rf"""(?P<look>\(\?<?[=!])
    | (?P<unknown>\(\?\()
    | (?P<flags>\(\?[aimsux]+\))
    | (?P<opening>\((?:\?P<\w+>|\?[imsux]*-?[imsux]*:|\?>|(?!\?)))
    | (?P<again>\(\?P=\w+\)|\\[1-9])
    | (?P<place>\\[AbBZ]|\^|\$)
    | (?P<letters>{_CLASS}|\\[wdsWDS])
    | (?P<counted>\{{\d+(?:,\d*)?\}}|\{{,\d+\}})[?+]?
    | (?P<times>[*+?])[?+]?
    | (?P<as_it_is>[|)])
    | (?P<any>\.)
    | (?P<sign>\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)


class _Shown(dict[int, str]):
    """What stands for a sign, by its code; those of most texts are kept once met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        shows = sign if sign.isascii() else "_" if sign.isalnum() else _MARKS.get(sign, _MARK)
        if code < _SELDOM:
            self[code] = shows
        return shows


_SELDOM: Final = 0x3000
_SHOWN: Final = _Shown()
_KNOWN: Final = (*_ASCII, *_TYPOGRAPHY)


def shown(text: str) -> bytes | None:
    """Return a text as RE2 is shown it, None for the rare one that it could read otherwise."""
    if text.isascii():
        return text.encode()
    if any(sign in text for sign in _ASCII_TOO):
        return None
    return text.translate(_SHOWN).encode()


def loosened(pattern: re.Pattern[str]) -> str:
    """Return what RE2 is to look for in a text as it is shown.

    Raises ValueError for a pattern with a condition, or one that knows other letters than most.
    """
    written, flags = pattern.pattern, re.RegexFlag(pattern.flags)
    if re.ASCII in flags or any(sign in written for sign in _ASCII_TOO):
        raise ValueError("the pattern takes other signs for letters than most do")
    if re.VERBOSE in flags:
        written = _SPACES_AND_NOTES.sub(lambda found: found[1] or "", written)
    ignores_case = "(?i)" if re.IGNORECASE in flags else ""
    return ignores_case + "".join(_pieces(written, flags))


def _pieces(written: str, flags: re.RegexFlag) -> Iterator[str]:
    tokens = _TOKEN.finditer(written)
    for token in tokens:
        kind = token.lastgroup or ""
        if kind == "look":
            _pass_over(tokens)
        else:
            yield _LOOSER[kind](token[kind], flags)


def _pass_over(tokens: Iterator[re.Match[str]]) -> None:
    """Leave out all that stands in a group just opened."""
    depth = 1
    while depth:
        token = next(tokens)
        depth += (token.lastgroup in {"opening", "look"}) - (token[0] == ")")


def _unknown(_said: str, _flags: re.RegexFlag) -> str:
    raise ValueError("a pattern with a condition is not made looser")


def _place(said: str, flags: re.RegexFlag) -> str:
    """Return where a line begins or ends; to `re` a text may end before its last line break."""
    if said == "^":
        return "(?m:^)" if re.MULTILINE in flags else r"\A"
    return {"$": "(?m:$)", r"\Z": r"\z"}.get(said, said)


def _opening(said: str, _flags: re.RegexFlag) -> str:
    """Return a group that holds nothing, and minds capitals where that one says so."""
    if said.startswith("(?P"):
        return "(?:"
    turned_on, _, turned_off = said.removeprefix("(?").partition("-")
    if "i" in turned_off:
        return "(?-i:"
    return "(?i:" if "i" in turned_on else "(?:"


def _counted(said: str, _flags: re.RegexFlag) -> str:
    """Return a count without its upper bound, which RE2 would write out."""
    least = int(said[1:-1].partition(",")[0] or 0)
    return ("*", "+")[least] if least <= 1 else f"{{{least},}}"


def _letters(said: str, flags: re.RegexFlag) -> str:
    """Return the signs of a class: those of ASCII, and what may stand for another one."""
    held = re.compile(said, flags & re.IGNORECASE)
    others = _BEYOND[said] if said in _BEYOND else _beyond(said)
    return _one_of(others | {_SHOWN[ord(sign)] for sign in _KNOWN if held.match(sign)})


def _beyond(said: str) -> AbstractSet[str]:
    """Return what a class holds beyond ASCII and typography; in doubt both kinds of signs."""
    both, codes = {"_", _MARK}, list[range]()
    if said[:2] == "[^" or said[0] == "\\":
        return both
    for member in _MEMBER.finditer(said[1:-1]):
        if member["kind"]:
            return both
        first = _code(member["first"])
        codes.append(range(first, _code(member["last"] or member["first"]) + 1))
    if max(map(len, codes)) > _WIDEST:
        return both
    held = [code for each in codes for code in each if code >= len(_ASCII)]
    # Some letters of other alphabets are, without regard to capitals, signs of theirs.
    is_latin = all(code < _LATIN or not chr(code).isalnum() for code in held)
    return {_SHOWN[code] for code in held} if is_latin else both


def _code(member: str) -> int:
    if member[0] != "\\":
        return ord(member)
    written = member[2:]
    return int(written, 16) if written else ord(member[1])


def _sign(said: str, _flags: re.RegexFlag) -> str:
    if len(said) == 1:
        return _one_of({_SHOWN[ord(said)]})
    escaped = re.compile(said)
    known = {_SHOWN[ord(sign)] for sign in _KNOWN if escaped.match(sign)}
    return _one_of(known or {"_", _MARK})


def _one_of(signs: AbstractSet[str]) -> str:
    written = "".join(rf"\x{ord(sign):02x}" for sign in sorted(signs))
    return f"[{written}]" if len(signs) > 1 else written


_LOOSER: Final[Mapping[str, Callable[[str, re.RegexFlag], str]]] = MappingProxyType(
    {
        "unknown": _unknown,
        "flags": lambda _said, _flags: "",
        "opening": _opening,
        "again": lambda _said, _flags: "(?s:.)*",
        "place": _place,
        "letters": _letters,
        "counted": _counted,
        "times": lambda said, _flags: said,
        "as_it_is": lambda said, _flags: said,
        "any": lambda _said, _flags: "(?s:.)",
        "sign": _sign,
    }
)
