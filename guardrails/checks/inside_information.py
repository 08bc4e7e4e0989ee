"""Inside information: no result, forecast or deal that no release has made public.

A friendly "a billion sign-ins in June, a record!" moves a share as surely as a results table.
What stands in the published content passes, and so does what the text says a release tells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from domain.language import Bilingual, Language
from domain.organization import Organization
from domain.review import Circumstances, Finding, Severity, Source
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.terms import own_names
from guardrails.claims import NOTHING, Claims, Place
from guardrails.objections import Objection
from guardrails.reading import Reading, bare_text
from guardrails.wordings import Wordings

_NOT_PUBLIC = Objection(
    Bilingual(
        fr="Résultat, prévision ou opération dont le texte ne cite aucun communiqué.",
        en="A result, forecast or deal, and the text cites no release of it.",
    ),
    Bilingual(
        fr="Retirez-le, ou citez le communiqué publié avec son lien.",
        en="Remove it, or cite the published release with its link.",
    ),
)
_FIGURE = re.compile(
    r"(?<!\w)(?!(?:19|20)\d\d(?![\d.,%€$]))\d(?:[\d.,' ]*\d)?(?:k|m|md|bn|b)?(?!\w)"
    r"|(?<!\w)(?:millions?|milliards?|billions?|(?:doubl|tripl)\w+)(?!\w)"
    # More than ten in words; up to ten they are told of anything.
    r"|(?<![\w-])(?:onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante"
    r"|soixante|centaines?|dizaines?|eleven|twelve|dozens?|hundreds?|thousands?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?!\w)"
)
_DAY = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?!\d)"
    r"|\d{1,2}(?:er|st|nd|rd|th)? (?:of )?(?:jan|feb|fev|mar|apr|avr|may|mai|jun|jui|jul|aug|aou"
    r"|sep|oct|nov|dec)"
)
_DIGITS = re.compile(r"\d[\d.,' ]*")
_GROUPING = re.compile(r"\D")
_WORD = re.compile(r"\w{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class InsideInformation:
    """Report each sentence that tells a result, forecast or deal of the company's own.

    `metrics` count with a figure or one of `changes` in the sentence, `records` with a figure,
    a metric or one of `periods`; `forecasts`, `stakes` and `deals` count alone, but `deals` where
    they touch one of `goods`, which anybody buys ("buying us lunch"). `ours` speak of the
    company without its name, `others` of a market or a sector. `releases` name what makes a
    figure public, `ahead` say that it is not out yet.
    """

    kind: ClassVar[str] = "inside_information"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    metrics: Wordings
    changes: Wordings
    records: Wordings
    periods: Wordings
    forecasts: Wordings
    deals: Wordings
    ours: Wordings
    others: Wordings
    releases: Wordings
    ahead: Wordings
    goods: Wordings = NOTHING
    stakes: Wordings = NOTHING

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per sentence."""
        claims = reading.view(Claims)
        for place in sorted(claims.first_in_each(self._figures(claims)).values()):
            is_ours = self._is_ours(claims, place, circumstances.organization)
            if is_ours and not self._is_public(claims, place, circumstances.source):
                yield _NOT_PUBLIC.at(claims.span(place), by=self, reading=reading)

    def _figures(self, claims: Claims) -> Iterator[Place]:
        yield from claims.made(self.deals, unless=self.goods, in_addresses=True)
        yield from claims.made(self.forecasts, in_addresses=True)
        yield from claims.made(self.stakes, in_addresses=True)
        for place in claims.made(self.records, in_addresses=True):
            words = claims.words(claims.around(place))
            if _has_figure(words) or self.periods.occur_in(words) or self._has_metric(words):
                yield place
        for place in claims.made(self.metrics, in_addresses=True):
            words = claims.words(claims.around(place))
            if _has_figure(words) or self.changes.occur_in(words):
                yield place

    def _has_metric(self, words: str) -> bool:
        return self.metrics.occur_in(words)

    def _is_ours(self, claims: Claims, place: Place, organization: Organization) -> bool:
        """Tell whether a sentence is about the company, which it or the one before names."""
        sentence = claims.words(claims.around(place))
        if self.others.occur_in(sentence):
            return False
        names = own_names(organization)
        named_before = names.search(claims.words(claims.around(place, before=1))) is not None
        return named_before or self.ours.occur_in(sentence)

    def _is_public(self, claims: Claims, place: Place, source: Source | None) -> bool:
        sentence = claims.around(place)
        if source is not None and _stands_in(claims.words(sentence), claims.words(place), source):
            return True
        nearby = claims.words(claims.around(place, before=1, after=1))
        is_cited = self.releases.occur_in(nearby) and not self.ahead.occur_in(nearby)
        return is_cited and claims.is_proven(place, before=1)


def _has_figure(words: str) -> bool:
    return _FIGURE.search(_DAY.sub(" ", words)) is not None


def _stands_in(sentence: str, told: str, source: Source) -> bool:
    """Tell whether a source holds every figure of a sentence and the words that tell it."""
    published = f"{bare_text(source.title)}\n{bare_text(source.text)}"
    words = set(_WORD.findall(published))
    missing = set(_WORD.findall(told)) - words
    return not missing and _numbers(sentence) <= _numbers(published)


def _numbers(text: str) -> set[str]:
    return {_GROUPING.sub("", match) for match in _DIGITS.findall(text)}
