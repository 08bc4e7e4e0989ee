"""The guard: every clause of the charter, run on a draft, closed when in doubt."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from domain.drafts import Draft, GroundedSpan
from domain.errors import CharterInvalid
from domain.ports import Comparer, Encoder
from domain.review import Circumstances, Finding, Severity, Verdict
from guardrails.catalogue import build_rules
from guardrails.charter import CharterFile, Clause
from guardrails.checks.base import Rule
from guardrails.checks.grounding import Grounding
from guardrails.checks.learned import Learned
from guardrails.checks.near_duplicates import NearDuplicates
from guardrails.checks.personal_data import PersonalData
from guardrails.checks.terms import any_of
from guardrails.foreign import in_no_known_language
from guardrails.grounding_map import ground
from guardrails.prefilter import Prefilter
from guardrails.problems import saying
from guardrails.reading import Reading, fold_term
from guardrails.wordings import Wordings

log = logging.getLogger(__name__)

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Enforced:
    """A clause and the rules that examine it; `guessing` are those among them that guess."""

    clause: Clause
    rules: tuple[Rule, ...]
    allowed: frozenset[str]
    guessing: tuple[Learned, ...] = ()


@dataclass(frozen=True, slots=True)
class Guard:
    """Reviews drafts under one charter; `comparer` is what it holds near-twins to be."""

    charter: CharterFile
    clauses: tuple[Enforced, ...]
    comparer: Comparer
    prefilter: Prefilter = field(default_factory=Prefilter.nothing)

    @classmethod
    def of(
        cls,
        charter: CharterFile,
        *,
        key: bytes,
        on_trial: bool = False,
        encoder: Callable[[], Encoder] | None = None,
    ) -> Self:
        """Put a charter in force, or only on trial; `key` hashes the fingerprints of drafts.

        `encoder` opens the encoder that paraphrases are recognised with, when it is needed.
        Raises CharterInvalid for a charter whose checks cannot be built, and for one in force
        that nobody has decided on.
        """
        if charter.charter.status == "proposed" and not on_trial:
            raise CharterInvalid(saying("only_proposed"))
        clauses = tuple(_enforce(clause, key, encoder) for clause in charter.charter.clauses)
        rules = [rule for enforced in clauses for rule in enforced.rules]
        # A charter may drop the clause, but near-twins are never served: the comparison stays.
        twins = next((rule for rule in rules if isinstance(rule, NearDuplicates)), None)
        comparer = twins or NearDuplicates(key=key, encoder=encoder)
        return cls(charter, clauses, comparer, Prefilter.of(rules))

    async def review(self, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Return a verdict on exactly these characters."""
        return self.inspect(draft, circumstances)

    def inspect(self, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Do the same for callers that do not wait."""
        reading = Reading(draft, self.prefilter.possible)
        findings = in_no_known_language(reading)
        has_unknown = bool(findings)
        unexamined: list[str] = []
        skipped = [] if circumstances.neighbours is not None else _comparing(self.clauses)
        elsewhere: list[str] = []
        for enforced in self.clauses:
            if draft.language not in enforced.clause.languages:
                elsewhere.append(enforced.clause.id)
            elif (found := _examine(enforced, reading, circumstances)) is None:
                unexamined.append(enforced.clause.id)
            else:
                findings += found
                # What a sentence says in a language that no check knows was not examined.
                unexamined += [enforced.clause.id] if has_unknown and enforced.rules else []
        return Verdict(
            findings=tuple(sorted(_without_parts_of_numbers(findings), key=by_weight)),
            charter=self.charter.ref,
            degraded=self._degraded(unexamined, skipped, elsewhere),
            unexamined=tuple(unexamined),
            skipped=tuple(dict.fromkeys((*skipped, *elsewhere))),
        )

    def preparation(self) -> Iterator[Wordings]:
        """Compile each list ahead, some of it a step, so that no text waits for it.

        All of it takes a second and some 60 MB, a server's to spend and not a command's.
        """
        self.prefilter.prepare()
        for one in self.prefilter.lists:
            yield from one.preparation()

    def ground(self, draft: Draft, circumstances: Circumstances) -> tuple[GroundedSpan, ...]:
        """Return where each sentence of a draft comes from, in order."""
        return ground(draft, circumstances)

    def _degraded(self, *elsewhere: Sequence[str]) -> tuple[str, ...]:
        named = {clause for group in elsewhere for clause in group}
        ids = (one.clause.id for one in self.clauses if _runs_weaker(one))
        return tuple(clause_id for clause_id in ids if clause_id not in named)


def _enforce(clause: Clause, key: bytes, encoder: Callable[[], Encoder] | None) -> Enforced:
    allowed = frozenset(fold_term(term) for term in clause.allow)
    rules = build_rules(clause, key=key, encoder=encoder)
    guessing = tuple(rule for rule in rules if isinstance(rule, Learned))
    return Enforced(clause, rules, allowed, guessing)


def _runs_weaker(one: Enforced) -> bool:
    if one.clause.needs_judgement:
        return True
    return bool(one.guessing) and not all(rule.is_at_hand for rule in one.guessing)


def _comparing(clauses: Sequence[Enforced]) -> list[str]:
    return [
        one.clause.id
        for one in clauses
        if one.rules and all(isinstance(rule, NearDuplicates) for rule in one.rules)
    ]


def _examine(
    enforced: Enforced, reading: Reading, circumstances: Circumstances
) -> list[Finding] | None:
    findings: list[Finding] = []
    for rule in enforced.rules:
        if reading.language not in rule.languages:
            return None
        try:
            findings += rule.inspect(reading, circumstances)
        except Exception as error:  # noqa: BLE001 - a check that fails has not approved
            # The message of the error could quote the draft; its class cannot.
            log.error("check %s of %s failed: %s", rule.kind, rule.clause, type(error).__name__)  # noqa: TRY400 - a traceback can hold the draft
            return None
    if not findings:
        return findings
    findings = [finding for finding in findings if not _is_allowed(finding, enforced, reading)]
    return [finding for finding in findings if not _is_known_better(finding, findings)]


def _is_allowed(finding: Finding, enforced: Enforced, reading: Reading) -> bool:
    if finding.span is None or not enforced.allowed:
        return False
    folded = fold_term(reading.slice(finding.span))
    if finding.check == Learned.kind:  # a guess covers a sentence
        return any_of(tuple(sorted(enforced.allowed))).search(folded) is not None
    # "Grille de salaires" is allowed in the address of a page as well.
    return bool({folded, folded.replace("-", " ").replace("_", " ")} & enforced.allowed)


def _is_known_better(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Tell whether a guess says again what a list of the same clause found to weigh as much."""
    span = finding.span
    return (
        finding.check == Learned.kind
        and span is not None
        and any(
            one.span.start < span.end and span.start < one.span.end
            for one in findings
            if one.check != Learned.kind
            and one.span is not None
            and _WEIGHT[one.severity] <= _WEIGHT[finding.severity]
        )
    )


def _without_parts_of_numbers(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings without each figure of a number that has to go anyway.

    Nobody looks for the source of "06" and "12" of a telephone number.
    """
    numbers = [
        one.span
        for one in findings
        if one.check == PersonalData.kind and one.severity is Severity.BLOCK and one.span
    ]
    return [
        one
        for one in findings
        if one.check != Grounding.kind
        or one.span is None
        or not any(n.start <= one.span.start and one.span.end <= n.end for n in numbers)
    ]


def by_weight(finding: Finding) -> tuple[int, int, str]:
    """Order findings: the heaviest first, then by place."""
    start = finding.span.start if finding.span else -1
    return (_WEIGHT[finding.severity], start, finding.rule)
