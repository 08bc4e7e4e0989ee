"""Stand-ins at the ports, deterministic; what has no port has no fake."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from domain.drafts import Draft, GroundedSpan, Grounding, Nearness, PromptRef, Reservation, Usage
from domain.metering import count
from domain.ports import Answer, Comparer, Message
from domain.reserving import let_go, standing
from domain.review import CharterRef, Circumstances, Finding, Span, Verdict
from domain.segmentation import sentence_bounds
from personalizer.writing import Brief, Written
from tests.builders import NOW

Shape = TypeVar("Shape")

CHARTER = CharterRef("tests", "1", "0" * 64)


@dataclass
class ScriptedModel:
    """A model that gives the answers of a script in turn, the last one for ever.

    An answer is a value of the shape, its fields, or an error to raise.
    """

    script: Sequence[Any]
    asked: list[tuple[Message, ...]] = field(default_factory=list)
    seeds: list[int | None] = field(default_factory=list)
    temperatures: list[float] = field(default_factory=list)

    async def answer(
        self,
        messages: Sequence[Message],
        shape: type[Shape],
        *,
        temperature: float = 0.7,
        seed: int | None = None,
    ) -> Answer[Shape]:
        """Return the next answer of the script."""
        answer = self.script[min(len(self.asked), len(self.script) - 1)]
        self.asked.append(tuple(messages))
        self.seeds.append(seed)
        self.temperatures.append(temperature)
        if isinstance(answer, Exception):
            raise answer
        count(Usage(10, 5))
        value = answer if isinstance(answer, shape) else shape(**answer)
        return Answer(value, "scripted")


@dataclass
class ScriptedWriter:
    """A writer that gives the texts of a script in turn, the last one for ever.

    A text may be an error to raise, or a function of the brief.
    """

    script: Sequence[str | Exception | Callable[[Brief], str]]
    engine: str = "scripted"
    pause_seconds: float = 0.0
    prompt: PromptRef | None = None
    briefs: list[Brief] = field(default_factory=list)
    revised: list[tuple[str, tuple[Finding, ...]]] = field(default_factory=list)
    _turns: int = 0

    async def write(self, brief: Brief) -> Written:
        """Return the next text of the script."""
        self.briefs.append(brief)
        return await self._next(brief)

    async def revise(self, brief: Brief, text: str, findings: Sequence[Finding]) -> Written:
        """Return the next text of the script, whatever the findings."""
        self.revised.append((text, tuple(findings)))
        return await self._next(brief)

    async def _next(self, brief: Brief) -> Written:
        step = self.script[min(self._turns, len(self.script) - 1)]
        self._turns += 1
        await asyncio.sleep(self.pause_seconds)
        if isinstance(step, Exception):
            raise step
        text = step if isinstance(step, str) else step(brief)
        return Written(text=text, engine=self.engine, prompt=self.prompt)


@dataclass
class InMemoryReservations:
    """Reservations held in memory, compared and held in one step as the port asks."""

    clock: Callable[[], datetime] = lambda: NOW
    held: list[Reservation] = field(default_factory=list)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def neighbours(self, content_key: str, *, but: str) -> tuple[Reservation, ...]:
        """Return the live reservations on a content, without those of the owner `but`."""
        await asyncio.sleep(0)
        return tuple(
            one
            for one in self.held
            if one.content_key == content_key and one.owner != but and one.ends_at > self.clock()
        )

    async def own(self, content_key: str, *, owner: str) -> tuple[Reservation, ...]:
        """Return an owner's live reservations on a content, the first to end first."""
        live = await self.neighbours(content_key, but="")
        return tuple(
            sorted((one for one in live if one.owner == owner), key=lambda one: one.ends_at)
        )

    async def reserve(self, reservation: Reservation, comparer: Comparer) -> Nearness:
        """Compare with what is held and, if nothing stands in the way, hold it."""
        async with self._lock:
            live = await self.neighbours(reservation.content_key, but="")
            nearness = standing(reservation, live, comparer)
            if nearness.may_be_held:
                gone = let_go(reservation, live)
                self.held = [one for one in self.held if one.reservation_id not in gone]
                self.held.append(reservation)
                return replace(nearness, let_go=gone)
            return nearness


@dataclass
class ScriptedReviewer:
    """A reviewer whose findings are a function of the text; it remembers what it was shown."""

    findings: Callable[[str], Sequence[Finding]] = lambda _text: ()
    unexamined: tuple[str, ...] = ()
    shown: list[tuple[str, Circumstances]] = field(default_factory=list)

    async def review(self, draft: Draft, circumstances: Circumstances) -> Verdict:
        """Return a verdict on exactly these characters."""
        self.shown.append((draft.text, circumstances))
        found = tuple(self.findings(draft.text))
        return Verdict(findings=found, charter=CHARTER, unexamined=self.unexamined)


@dataclass
class SentenceGrounder:
    """A grounder that calls every sentence the same."""

    status: Grounding = Grounding.NEUTRAL

    def ground(self, draft: Draft, circumstances: Circumstances) -> tuple[GroundedSpan, ...]:
        """Return one span per sentence, in order."""
        bounds = sentence_bounds(draft.text)
        return tuple(GroundedSpan(Span(*one), self.status) for one in bounds)
