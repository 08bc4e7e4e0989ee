"""Learned: what resembles the texts a rule stops, in words that no list foresaw.

A small model guesses; it says so, and how to repair. Where it is sure the finding weighs what
the clause weighs, where it is in doubt it is only a remark. A list knows what it found, so a
guess on a passage where one of the clause's lists found something as heavy is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType
from typing import ClassVar, Literal

from domain.language import Bilingual, Language
from domain.review import Circumstances, Finding, Severity, Span
from guardrails.checks.base import BOTH_LANGUAGES
from guardrails.checks.retelling import retells
from guardrails.checks.terms import any_of
from guardrails.checks.unnamed import Unnamed
from guardrails.denouncing import is_denounced
from guardrails.learned import Kind, Likely, is_installed, likely_guesses, model
from guardrails.objections import Objection
from guardrails.reading import Reading, bare_text, fold_term

_GUESS = Bilingual(
    fr="Ce passage ressemble à %s. (Une supposition, pas une certitude : celle d'un modèle appris"
    " sur des exemples.)",
    en="This passage resembles %s. (A guess, not a certainty: that of a model that learned from"
    " examples.)",
)
_WHAT_IT_STOPS = Bilingual(fr="ce que la règle écarte", en="what the rule stops")
# A sentence, or two and both together: what is read more often must be guessed more surely.
_FEW_PASSAGES = 3
_DRAFTED_SHARE = 0.5
# No word of either language is so long with so few letters, no sentence says each word so often.
_LONG, _FEW_LETTERS = 40, 3
_MANY, _OFTEN = 20, 5
_JUST_BEHIND = 120
Rate = Literal["0.002", "0.001", "0"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Report passages that a scorer, of the rules' model or of respect's, holds to break a rule.

    `doubt_at` and `sure_at` are shares of clean sentences that may reach a score: the smaller,
    the surer. Below `sure_at` a finding weighs `doubt`. Twenty scorers that read each passage of
    a long text would find something in every other one, so a text of more than two sentences is
    told only what is sure (as Dunn's correction asks, "Multiple Comparisons Among Means", 1961).
    `resembles` says what such a passage does wrong, `repair` what to do instead.
    `only_when` leaves texts alone unless an AI drafted them, or a topic is frozen;
    `spares_allowed_clients` leaves a passage alone that names one, `unnamed` one that tells an
    identity ("a proud trans woman") of nobody in particular, `spares_published` one that retells
    the published source, `spares_denounced` one that denounces a pressure to post.
    """

    kind: ClassVar[str] = "learned"
    languages: ClassVar[frozenset[Language]] = BOTH_LANGUAGES

    clause: str
    severity: Severity
    scorer: str
    repair: Bilingual
    resembles: Bilingual = _WHAT_IT_STOPS
    doubt_at: Rate = "0.002"
    sure_at: Rate = "0"
    doubt: Severity = Severity.WARN
    only_when: Literal["drafted", "frozen"] | None = None
    spares_allowed_clients: bool = False
    spares_published: bool = False
    spares_denounced: bool = False
    unnamed: Unnamed = field(default_factory=Unnamed)

    def __post_init__(self) -> None:
        if float(self.sure_at) > float(self.doubt_at):
            raise ValueError("sure_at is the smaller share of clean sentences, or the same")
        known = [name for kind in _VIEWS if is_installed(kind) for name in model(kind).card.scorers]
        if self.is_at_hand and self.scorer not in known:
            raise ValueError(f"there is no scorer {self.scorer!r}; there are {', '.join(known)}")

    @property
    def is_at_hand(self) -> bool:
        """Tell whether the model is installed."""
        return is_installed(self._model)

    @property
    def _model(self) -> Kind:
        return "respect" if self.scorer == "respect" else "rules"

    def inspect(self, reading: Reading, circumstances: Circumstances) -> Iterator[Finding]:
        """Yield one finding per passage, the likeliest first; none where no model is installed."""
        if not self.is_at_hand or not self._concerns(circumstances):
            return
        card, found = model(self._model).card, reading.view(_VIEWS[self._model])
        at, levels = card.scorers.index(self.scorer), card.thresholds[self.scorer]
        lowest = levels[self.doubt_at if found.weighed <= _FEW_PASSAGES else self.sure_at]
        likely = [
            (one.scores[at], one.span)
            for one in found.guesses
            if one.scores[at] > lowest and not self._is_public(reading, one.span, circumstances)
        ]
        for score, span in _apart(sorted(likely, key=itemgetter(0), reverse=True)):
            if not self._is_spared(reading, span, circumstances):
                severity = self.severity if score > levels[self.sure_at] else self.doubt
                objection = Objection(self._told, self.repair)
                yield objection.at(span, by=self, reading=reading, severity=severity)

    @property
    def _told(self) -> Bilingual:
        return Bilingual(_GUESS.fr % self.resembles.fr, _GUESS.en % self.resembles.en)

    def _concerns(self, circumstances: Circumstances) -> bool:
        if self.only_when == "drafted":
            return (circumstances.draft_share or 0.0) >= _DRAFTED_SHARE
        return self.only_when is None or bool(circumstances.organization.frozen_topics)

    def _is_public(self, reading: Reading, span: Span, circumstances: Circumstances) -> bool:
        # Before the likeliest is chosen: what stands beside a retelling is still a guess.
        return self.spares_published and retells(reading, span, circumstances)

    def _is_spared(self, reading: Reading, span: Span, circumstances: Circumstances) -> bool:
        if _is_filler(reading.slice(span)):
            return True
        if self.spares_denounced and _is_denounced(reading, span):
            return True
        if self.unnamed.is_all(reading, span, circumstances):
            return True
        allowed = circumstances.organization.clients_allowed
        if not self.spares_allowed_clients or not allowed:
            return False
        return any_of(allowed).search(fold_term(reading.slice(span))) is not None


def _is_denounced(reading: Reading, span: Span) -> bool:
    said, rest = bare_text(reading.slice(span)), reading.text[span.end : span.end + _JUST_BEHIND]
    return is_denounced(said, said, bare_text(rest))


def _is_filler(words: str) -> bool:
    """Tell whether a passage is no language: one letter or word over and over, as in a trial."""
    said = words.split()
    is_one_letter = any(len(one) >= _LONG and len(set(one)) <= _FEW_LETTERS for one in said)
    return is_one_letter or (len(said) >= _MANY and len(set(said)) * _OFTEN <= len(said))


def _by_rules(reading: Reading) -> Likely:
    return likely_guesses(reading, "rules")


def _by_respect(reading: Reading) -> Likely:
    return likely_guesses(reading, "respect")


# Views of a reading: each model weighs it once for all the clauses that ask.
_VIEWS: Mapping[Kind, Callable[[Reading], Likely]] = MappingProxyType(
    {"rules": _by_rules, "respect": _by_respect}
)


def _apart(scored: Sequence[tuple[float, Span]]) -> Iterator[tuple[float, Span]]:
    """Yield the likeliest passages that do not overlap a likelier one."""
    taken: list[Span] = []
    for score, span in scored:
        if not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
            yield score, span
