"""A judge: asks a model about a few clauses at a time, and never takes silence for consent.

A time-out, an error, a missing or doubtful answer leave a clause unexamined, which is not
passed. Clauses go by ids with a random mark, which no author can know: a verdict without it
was written by somebody else, and an answer that shows it elsewhere recites what it was told,
as does one that quotes its instructions for the draft; none of these is believed. Verdicts are
kept by a digest of everything they depend on, never with any text.
"""

import asyncio
import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from secrets import token_hex

from domain.drafts import Draft
from domain.errors import ModelMisbehaved, ModelUnavailable
from domain.language import Bilingual
from domain.ports import StructuredModel
from domain.review import Circumstances, Finding
from guardrails.charter import Clause
from guardrails.judging.question import Evidence, asked, evidence_of, judges_prompt, marked
from guardrails.judging.quoting import place_of, recites
from guardrails.judging.verdicts import ClauseVerdicts

log = logging.getLogger(__name__)

KIND = "judge"

# What a judge said of each clause: where it is broken, or None when nothing can be said.
Judgements = Mapping[str, tuple[Finding, ...] | None]


@dataclass(slots=True, kw_only=True)
class Judge:
    """Asks about clauses; `name` is the model's, so that another one's verdicts are not reused.

    `at_once` clauses go into one question and `questions` run at the same time;
    `patience_seconds` bounds all of them together. `mark` stands behind each clause's id; it is
    one for all questions, so that an endpoint that remembers how prompts begin still can.
    """

    model: StructuredModel
    name: str
    at_once: int = 4
    questions: int = 4
    patience_seconds: float = 15.0
    kept: int = 4_096
    mark: str = field(default_factory=lambda: token_hex(4), repr=False)
    _verdicts: OrderedDict[str, tuple[Finding, ...]] = field(default_factory=OrderedDict)

    async def judge(
        self, clauses: Sequence[Clause], draft: Draft, circumstances: Circumstances
    ) -> Judgements:
        """Return what is found under each clause; None for one that was not examined."""
        keys = {clause.id: self._key(clause, draft, circumstances) for clause in clauses}
        known = {one: self._known(key) for one, key in keys.items() if key in self._verdicts}
        found: dict[str, tuple[Finding, ...] | None] = dict.fromkeys(keys)
        found |= known
        for answer in await self._answers(
            [clause for clause in clauses if clause.id not in known], draft, circumstances
        ):
            for clause_id, findings in answer.items():
                found[clause_id] = findings
                self._keep(keys[clause_id], findings)
        return found

    async def _answers(
        self, clauses: Sequence[Clause], draft: Draft, circumstances: Circumstances
    ) -> Sequence[Mapping[str, tuple[Finding, ...]]]:
        """Return what each question gave, within the patience for all of them together."""
        if not clauses:
            return ()
        groups = [clauses[at : at + self.at_once] for at in range(0, len(clauses), self.at_once)]
        places = asyncio.Semaphore(self.questions)
        ends_at = asyncio.get_running_loop().time() + self.patience_seconds
        # Once for all questions, and beside the loop: a long source takes a while to read.
        evidence = await asyncio.to_thread(evidence_of, circumstances)
        return await asyncio.gather(
            *(self._ask(group, draft, evidence, places, ends_at) for group in groups)
        )

    async def _ask(
        self,
        clauses: Sequence[Clause],
        draft: Draft,
        evidence: Evidence,
        places: asyncio.Semaphore,
        ends_at: float,
    ) -> Mapping[str, tuple[Finding, ...]]:
        messages = asked(clauses, draft, evidence, self.mark)
        try:
            async with asyncio.timeout_at(ends_at), places:
                answer = await self.model.answer(messages, ClauseVerdicts, temperature=0.0, seed=0)
        except (ModelUnavailable, ModelMisbehaved, TimeoutError) as error:
            log.warning("no judgement on %s: %s", _ids(clauses), type(error).__name__)
            return {}
        told = next(message.text for message in messages if message.role == "system")
        if any(recites(one.quote, told, draft.text, self.mark) for one in answer.value.verdicts):
            log.warning("no judgement on %s: the model recites what it was told", _ids(clauses))
            return {}
        return self._read(answer.value, clauses, draft)

    def _read(
        self, answer: ClauseVerdicts, clauses: Sequence[Clause], draft: Draft
    ) -> Mapping[str, tuple[Finding, ...]]:
        """Return the clear verdicts; a clause judged twice, or not at all, has none."""
        read: dict[str, tuple[Finding, ...]] = {}
        for clause in clauses:
            name = marked(clause, self.mark)
            said = [one for one in answer.verdicts if one.clause.strip() == name]
            if len(said) == 1 and said[0].verdict != "unclear":
                breaks = said[0].verdict == "breaks"
                read[clause.id] = (_finding(clause, said[0].quote, draft),) if breaks else ()
        return read

    def _known(self, key: str) -> tuple[Finding, ...]:
        self._verdicts.move_to_end(key)
        return self._verdicts[key]

    def _keep(self, key: str, findings: tuple[Finding, ...]) -> None:
        self._verdicts[key] = findings
        while len(self._verdicts) > self.kept:
            self._verdicts.popitem(last=False)

    def _key(self, clause: Clause, draft: Draft, circumstances: Circumstances) -> str:
        source = circumstances.source
        parts = (
            self.name,
            judges_prompt().digest,
            clause.model_dump_json(),
            draft.language,
            draft.text,
            *((source.title, source.text) if source else ("", "")),
            *circumstances.notes,
        )
        # As JSON, because a joined text can hold whatever joins it, and stand for another.
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _ids(clauses: Sequence[Clause]) -> str:
    return ", ".join(clause.id for clause in clauses)


def _finding(clause: Clause, quote: str, draft: Draft) -> Finding:
    # The model's own words are shown to nobody: they may be the draft's, or an attacker's.
    span = place_of(quote, draft.text)
    message = Bilingual(
        fr=f"À la relecture, ce passage ne respecte pas la clause : {clause.statement.fr}",
        en=f"On a closer reading, this passage does not keep the clause: {clause.statement.en}",
    )
    return Finding(rule=clause.id, check=KIND, severity=clause.severity, message=message, span=span)
