"""Where a text names its author's company, in full, by what is left without its kind, or in a tag.

"La Littoral" is short for "Banque du Littoral"; "the University of Valgrande" is not the
"Métropole de Valgrande". Where it is named in full, "the Trust" and « la Ville » are it too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from domain.organization import Organization
from guardrails.belonging.kinds import kind_of
from guardrails.checks.patterns import Matcher, compiled
from guardrails.reading import Reading, fold_term
from guardrails.wordings import any_name, either, literal, occurrences

_MOST = 24  # namings looked at: a text that discloses does so early
_WORD = re.compile(r"[^\s'’-]+(?:[-][^\s'’]+)*['’]?")
_LITTLE = frozenset("de du des d' la le les l' of the et and &".split())
_SHORTEST = 4
_OTHER_KIND = re.compile(r"([a-z-]+) (?:(?:de|du|des|of) (?:la |the )?|d')$")
_BEFORE, _FAR = 30, 60
_NO_MORE = r"\b(?![-']| (?:of|de|du|des)\b| d')"
_TEAM = re.compile(r" (?:team|crew|squad|unit|equipe)\b")


def namings(reading: Reading, organization: Organization) -> tuple[tuple[int, int], ...]:
    """Return where the bare text names the company, at most so many times."""
    found: list[tuple[int, int]] = []
    kinds = _kinds(organization.names)
    for start, end in occurrences(_names(organization.names), reading.bare.text):
        if _is_short(reading, start, end, organization.names) or _is_anothers(
            reading.bare.text, start, kinds
        ):
            continue
        if _is_a_products(reading.bare.text, end, organization.products):
            continue
        found.append((start, end))
        if len(found) == _MOST:
            break
    return tuple(sorted({*found, *_by_kind(reading, organization.names)})) if found else ()


def product_namings(reading: Reading, organization: Organization) -> tuple[tuple[int, int], ...]:
    """Return where the bare text names a product, with its capital, at most so many times."""
    if not organization.products:
        return ()
    found = occurrences(any_name(organization.products), reading.bare.text)
    written = (place for place in found if _has_a_capital(reading, *place))
    return tuple(islice(written, _MOST))


def _has_a_capital(reading: Reading, start: int, end: int) -> bool:
    bare = reading.bare
    return any(map(str.isupper, reading.text[bare.starts[start] : bare.ends[end - 1]]))


def _by_kind(reading: Reading, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where a text that names the company says what it is: "at the Trust", « la Ville »."""
    pattern = _kind_alone(names)
    for match in pattern.finditer(reading.bare.text) if pattern else ():
        start, end = match.span(1)
        sent = reading.text[reading.bare.starts[start] : reading.bare.ends[end - 1]]
        behind = reading.text[reading.bare.ends[end - 1] :][:2].strip()
        if sent[0].isupper() and not sent.isupper() and not behind[:1].isupper():
            yield start, end


@lru_cache(maxsize=256)
def _kind_alone(names: tuple[str, ...]) -> re.Pattern[str] | None:
    words = [fold_term(name).split() for name in names if fold_term(name)]
    ends = {word for one in words for word in (one[0], one[-1]) if kind_of(word)}
    known = "|".join(sorted(map(re.escape, ends)))
    return re.compile(rf"\b(?:(?:la|le|au|du|the) |l')({known}){_NO_MORE}") if known else None


def _is_short(reading: Reading, start: int, end: int, names: tuple[str, ...]) -> bool:
    """Tell whether a common word stands there that only with its capital is a short name."""
    word = reading.bare.text[start:end]
    sent = reading.text[reading.bare.starts[start]]
    return word in _shortened(names) and not sent.isupper()


def _is_a_products(text: str, end: int, products: tuple[str, ...]) -> bool:
    """Tell whether the name opens that of a product, as its users say it: "the Lacaze Duralac"."""
    behind = text[end + 1 : end + _FAR] if text[end : end + 1] == " " else ""
    place = next(iter(occurrences(any_name(products), behind)), None) if behind else None
    return place is not None and place[0] == 0 and not _TEAM.match(behind, place[1])


def _is_anothers(text: str, start: int, kinds: frozenset[str]) -> bool:
    before = _OTHER_KIND.search(text, max(0, start - _BEFORE), start)
    kind = kind_of(before[1]) if before else None
    return bool(kinds) and kind is not None and kind not in kinds


@lru_cache(maxsize=256)
def _kinds(names: tuple[str, ...]) -> frozenset[str]:
    words = (word for name in names for word in fold_term(name).split())
    return frozenset(filter(None, map(kind_of, words)))


@lru_cache(maxsize=256)
def _shortened(names: tuple[str, ...]) -> frozenset[str]:
    """Return what is left of names without the noun that says what the company is."""
    known = {fold_term(name) for name in names}
    return frozenset(short for name in known if (short := _without_kind(name))) - known


def _without_kind(name: str) -> str:
    words = [word for word in _WORD.findall(name) if kind_of(word) is None]
    while words and words[0] in _LITTLE:
        words = words[1:]
    is_shorter = 0 < len(words) < len(_WORD.findall(name))
    left = name[name.index(words[0]) :] if is_shorter else ""
    left = " ".join(word for word in left.split() if kind_of(word) is None)
    return left if len(left) >= _SHORTEST else ""


@lru_cache(maxsize=256)
def _names(names: tuple[str, ...]) -> Matcher:
    single = {fold_term(name) for name in names if fold_term(name)} | _shortened(names)
    known = sorted(single | {f"{name}s" for name in single}, key=len, reverse=True)
    tags = (re.escape(re.sub(r"[\W_]+", "", fold_term(name))) for name in known)
    in_tag = rf"[#@]\w*{either(tag for tag in tags if tag)}\w*"
    return compiled(either((*map(literal, known), in_tag)))
