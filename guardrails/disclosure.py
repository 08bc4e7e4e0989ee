"""Where a text says that its author works for the company.

Many forms say so, in both languages, inflected and in inclusive writing: "je bosse chez X",
"I joined X", "X, my employer", "we at X", #EmployéX. What only sounds like it does not count:
a client, a partner or a former employee says it, or it is denied, quoted from somebody else,
hidden in a comment of the markup, or still to be filled in.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from domain.organization import Organization
from domain.review import Span
from guardrails.belonging import belonging
from guardrails.belonging.tie import tie
from guardrails.checks.patterns import AMPLE_ROOM, Matcher, matcher
from guardrails.customers import (
    is_a_customers,
    is_an_offer,
    is_as_one,
    is_by_the_day,
    is_declined,
    is_on_their_own,
    is_ordered,
    is_over,
)
from guardrails.job_titles import calls_by_a_job, is_a_title, names_a_job
from guardrails.lexicon import is_role
from guardrails.reading import Reading, fold_term
from guardrails.surroundings import Bounds, Surroundings, holds
from guardrails.tellers import is_asked, is_of_others, is_past, is_told, is_told_after
from guardrails.wordings import either, literal, occurrences

_FORMS = Path(__file__).parent / "disclosure_forms.toml"

# "Je suis cliente chez X", "I'm a fan of X": somebody, but nobody of the company's own.
_OUTSIDER = re.compile(
    r"(?:\b(?:suis|une?|des|les|ces|d'une?|en tant que|comme)|\b(?:am|a|an|the|as|one of the)"
    r"|'m)\s(?:\w+\s){0,2}?"
    r"(?:clients?|cliente|concurrente?|fournisseur|partenaire|prestataire|utilisateur|utilisatrice"
    r"|fan|admirateur|admiratrice|investisseur|actionnaire|candidate?|visiteur|ami|amie|ancien"
    r"|ancienne|stand|concurrent|sous-traitant"
    r"|customer|client|competitor|supplier|vendor|partner|user|follower|admirer|investor"
    r"|shareholder|reseller|friend|visitor|guest|candidate|former|subcontractor)"
    r"(?=\s(?:at|of|for|with|in|chez|de|du|pour|a|fidele|historique|loyal|satisfait)\b|\sd'|,|\s\w+\sd')"
)
_NOT_SO = re.compile(
    r"\b(?:pas|jamais|not|never|aimerais|voudrais|souhaite|reve|espere|postule\w*|candidature"
    r"|entretien|rendez-vous|commande|contact|amie?s?|visite|courses|achats?|sejour|compte"
    r"|colis|livraison|abonnement|panier|wish|dream|hope|friends?|interview"
    r"|application|order|purchase|visit|stay|account|savings|parcel|delivery"
    r"|shopping|used to|former|ancien(?:ne)?s?)\b|n't\b"
)
_WISH = re.compile(
    r"(?:'d|would|aimerais|voudrais|souhaite(?:rais)?|(?:n'est|is not|isn't) pas|not) $"
)
_ASIDE = re.compile(r"\b(?:where i (?:work|'?m)|ou je (?:travaille|bosse))\b")
_A_VERB = len(" travaille")
_A_WHILE = len(", in the workshops, every Sunday")
_NEAR = 240
_JOBS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {"jobs": calls_by_a_job, "titles": is_a_title, "speaking": names_a_job}
)
_WRAP = re.compile(r"(?<!\n)\n(?!\n)")  # one line break may stand inside a sentence
_BEHIND_A_QUOTATION, _FEW = re.compile(r'["»”]\s*-?\s*$'), 12
_COMMENT_OPENS, _COMMENT_CLOSES = "<!--", "-->"


def disclosures(reading: Reading, organization: Organization) -> tuple[Span, ...]:
    """Return each place that says so by a name of the company, or by any if it has none."""
    if not _may_name(reading, organization):
        return ()
    told = reading.view(_Told)
    said = told.by(_by_name(organization)) or tuple(_titled(reading, organization))
    return said or tuple(told.signs(organization))


def first_disclosure(
    reading: Reading, organization: Organization, *, is_named: bool
) -> Span | None:
    """Return the first place that says so, by name or by pointing back ("I work there").

    "My employer" alone counts only in a text where no name of the company stands
    (`is_named` is False): "my employer uses X" is a client's sentence.
    """
    groups = ("pointing",) if is_named else ("pointing", "nameless")
    may_name = _may_name(reading, organization)
    by_name = [_by_name(organization)] if may_name else []
    matchers = [*by_name, *map(_fixed, groups)]
    told = reading.view(_Told)
    said = (span for one in matchers for span in told.by(one))
    titled = _titled(reading, organization) if may_name else ()
    return next(chain(said, titled, told.signs(organization)), None)


def _belonging(reading: Reading, organization: Organization) -> Span | None:
    """Return what tells it in no form that is listed: signs around a name, or a learned judge."""

    def is_meant(start: int, end: int, sign: str) -> bool:
        is_title = sign == "title"
        is_outside = _is_from_outside(reading.bare.text, start, end, is_title=is_title)
        if sign == "signed" and _BEHIND_A_QUOTATION.search(reading.bare.text[:start][-_FEW:]):
            return False
        return not is_outside and _is_the_authors(reading, start, end)

    if not organization.names:
        return None
    told = belonging(reading, organization, is_meant)
    # What a form says and its surroundings take back, no judge gives back.
    is_refused = told is None and any(occurrences(_by_name(organization), reading.view(_unwrapped)))
    return told if told or is_refused else tie(reading, organization, is_meant)


def _titled(reading: Reading, organization: Organization) -> Iterator[Span]:
    """Yield each place where a job is told, whose name the words before the company's hold."""
    told = reading.view(_Told)
    for group, calls in _JOBS.items():
        yield from told.by(_by_name(organization, group), calls)


def _may_name(reading: Reading, organization: Organization) -> bool:
    """Tell, at a glance, whether a text can hold one of the company's names, if it has any."""
    firsts = _first_words(organization.names)
    return not firsts or any(first in reading.bare.text for first in firsts)


@lru_cache(maxsize=256)
def _first_words(names: tuple[str, ...]) -> tuple[str, ...]:
    words = (re.findall(r"[^\W_]+", fold_term(name)) for name in names)
    return tuple(found[0] for found in words if found)


def _any(_: str) -> bool:
    return True


class _Told:
    """What one reading discloses, made out once for all the checks that ask."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by: dict[Matcher, tuple[Span, ...]] = {}
        self._signs: dict[tuple[str, ...], Span | None] = {}

    def by(self, matcher: Matcher, is_said: Callable[[str], bool] = _any) -> tuple[Span, ...]:
        """Return the places that one pattern finds, which goes with one way to look at them."""
        if matcher not in self._by:
            self._by[matcher] = tuple(_said(self._reading, matcher, is_said))
        return self._by[matcher]

    def signs(self, organization: Organization) -> Iterator[Span]:
        """Yield the place that signs around a name of the company tell by, if they do."""
        names = organization.names
        if names not in self._signs:
            self._signs[names] = _belonging(self._reading, organization)
        found = self._signs[names]
        if found is not None:
            yield found


def _said(reading: Reading, matcher: Matcher, is_said: Callable[[str], bool]) -> Iterator[Span]:
    bare = reading.bare
    for start, end in occurrences(matcher, reading.view(_unwrapped)):
        piece = bare.text[start:end]
        if _OUTSIDER.search(piece) or _NOT_SO.search(piece) or not is_said(piece):
            continue
        if _is_from_outside(bare.text, start, end, is_title=is_said is is_a_title):
            continue
        if is_of_others(piece.lstrip()):
            continue
        if _is_the_authors(reading, start, end):
            yield bare.span(start, end)


def _is_the_authors(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the author says it in their own name: not wished, quoted, hidden or to fill."""
    around = reading.view(Surroundings)
    if _WISH.search(around.clause_before(start)):
        return False
    if around.is_quoted(start) or around.is_placeholder(start):
        return False
    if not _is_meant(reading.bare.text, around, start, end):
        return False
    return not holds(reading.view(_hidden), reading.bare.starts[start])


def _is_from_outside(text: str, start: int, end: int, *, is_title: bool) -> bool:
    piece, after = text[start:end], text[end : end + _A_WHILE]
    line = text[max(0, start - _NEAR) : start].rpartition("\n")[2]
    is_outside = is_a_customers(piece, after, is_role) or is_ordered(line, piece)
    before = re.split("[.!?]", line)[-1]
    is_outside = is_outside or is_on_their_own(before, piece, after, is_role)
    is_outside = is_outside or is_by_the_day(before, piece, text[end : end + _NEAR])
    is_outside = is_outside or is_over(piece, text[end : end + _NEAR])
    return is_outside or (is_title and is_an_offer(line, piece))


def _is_meant(text: str, around: Surroundings, start: int, end: int) -> bool:
    """Tell whether the author says it of themselves, now, in earnest."""
    begins, ends = around.sentence(start)
    aside = _ASIDE.search(text, start, end + _A_VERB)
    end = max(end, aside.end()) if aside else end
    is_aside = aside is not None
    # Bounded: a text without an end of a sentence is looked through once, not at every place.
    before = text[max(min(begins, start), start - _NEAR) : start]
    after = text[end : min(max(end, ends), end + _NEAR)]
    if is_told(before, is_aside=is_aside) or is_told_after(after, is_aside=is_aside):
        return False
    is_outside = is_as_one(after) or is_declined(after)
    return not (is_asked(before, after) or is_past(after) or is_outside)


def _hidden(reading: Reading) -> list[Bounds]:
    return list(_markup_comments(reading.text))


def _unwrapped(reading: Reading) -> str:
    return _WRAP.sub(" ", reading.bare.text)


def _markup_comments(text: str) -> Iterator[Bounds]:
    """Yield where comments of HTML stand, which a reader of the page would not see."""
    start = text.find(_COMMENT_OPENS)
    while start >= 0:
        end = text.find(_COMMENT_CLOSES, start)
        if end < 0:
            return
        yield start, end
        start = text.find(_COMMENT_OPENS, end)


def _by_name(organization: Organization, group: str = "forms") -> Matcher:
    names = tuple(name for name in organization.names if fold_term(name))
    return _named(names, group) if names else _whatever_name(group)


@lru_cache(maxsize=4)
def _whatever_name(group: str) -> Matcher:
    # Nobody said who the employer is: whoever is named may be.
    return _compiled(group, {"name": r"<before_name>[^\s.,;:!?]{2,}", "tag": r"[a-z0-9]{3,}"})


@lru_cache(maxsize=256)
def _named(names: tuple[str, ...], group: str) -> Matcher:
    name = "<before_name>" + either(literal(one) for one in names)
    tag = either(re.escape(re.sub(r"[\W_]+", "", fold_term(one))) for one in names)
    return _compiled(group, {"name": name, "tag": tag})


@lru_cache(maxsize=2)
def _fixed(group: str) -> Matcher:
    return _compiled(group, {})


def _compiled(group: str, names: Mapping[str, str]) -> Matcher:
    written = tomllib.loads(_FORMS.read_text(encoding="utf-8"))
    forms = [form for lines in written[group].values() for form in lines.split("\n") if form]
    pattern = either(forms)
    for piece, said in {**names, **written["pieces"]}.items():
        pattern = pattern.replace(f"<{piece}>", said)
    return matcher(pattern.replace(" ", " +"), room=AMPLE_ROOM)
