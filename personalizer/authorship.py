"""Who writes in one request: the language model while it answers, then the offline engine."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, Self

from domain.drafts import DraftRequest
from domain.errors import ModelMisbehaved, ModelUnavailable
from domain.review import Finding
from personalizer.writing import Brief, Writer, Written

log = logging.getLogger(__name__)

ModelError = ModelUnavailable | ModelMisbehaved


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard is tried for one draft: `angles`, and `rewordings` of each that was too near."""

    angles: int
    rewordings: int


# Another angle costs the offline engine a millisecond, a model a call.
EFFORT_OFFLINE: Final = Effort(angles=20, rewordings=2)

# The model keeps the same deadline, and learns from its own; a caller that leaves teaches nothing.
_GRACE: Final = 0.2
# So much of the time at most is kept for judges; the rest is the model's.
_JUDGES_SHARE: Final = 0.5


def request_ends(deadline_seconds: float) -> float:
    """Return when a request that begins now is over, in the time of the running loop."""
    return asyncio.get_running_loop().time() + deadline_seconds + _GRACE


def model_seconds(deadline_seconds: float, judging_seconds: float) -> float:
    """Return the time a model has of a request's: judges read what was written in the rest.

    Its client keeps this very time, or it would be left before it learns that a server hangs.
    """
    return deadline_seconds - min(judging_seconds, _JUDGES_SHARE * deadline_seconds)


def model_ends(deadline_seconds: float, judging_seconds: float) -> float:
    """Return when its model's time is over, in the time of the running loop."""
    return request_ends(model_seconds(deadline_seconds, judging_seconds))


@dataclass(slots=True)
class Authors:
    """The writers of one request; what the first cannot do the second does, if there is one.

    A model that is unavailable is not asked again in the same request. `ends_at` is when the
    first writer's time is over, in the time of the running loop; the second is given none.
    `efforts` are the first's and the second's.
    """

    first: Writer
    second: Writer | None
    ends_at: float | None
    efforts: tuple[Effort, Effort]
    failure: ModelError | None = None
    _is_down: bool = False
    _replaced: ModelError | None = None

    @classmethod
    def alone(cls, writer: Writer, effort: Effort) -> Self:
        """Return a writer that nobody stands behind, and that is given its time."""
        return cls(writer, None, None, (effort, effort))

    @classmethod
    def of(
        cls,
        writer: Writer,
        fallback: Writer | None,
        efforts: tuple[Effort, Effort],
        ends_at: float,
        request: DraftRequest,
    ) -> Self:
        """Return who writes for a request: the fallback alone where no model may read of it."""
        if fallback is None:
            return cls.alone(writer, efforts[0])
        if not request.allows_model:
            return cls.alone(fallback, efforts[1])
        return cls(writer, fallback, ends_at, efforts)

    @property
    def effort(self) -> Effort:
        """How hard the first writer tries."""
        return self.efforts[0]

    def without_first(self) -> "Authors | None":
        """Return the second writer alone, as strong as where it is the only one; None without."""
        return Authors.alone(self.second, self.efforts[1]) if self.second else None

    def replaced(self) -> str | None:
        """Return the code of what the first failed of since this was asked, if the second wrote."""
        failure, self._replaced = self._replaced, None
        return failure.code if failure else None

    async def write(self, brief: Brief) -> tuple[Writer, Written]:
        """Return a first text and who wrote it.

        Raises ModelUnavailable or ModelMisbehaved when nobody can.
        """
        return await self._by_either(brief, lambda: self.first.write(brief))

    async def revise(
        self, author: Writer, brief: Brief, text: str, findings: Sequence[Finding]
    ) -> tuple[Writer, Written]:
        """Have the author of a text change it; if the model cannot, the second writes anew.

        Raises ModelUnavailable or ModelMisbehaved when nobody can.
        """
        if author is self.second:
            return author, await author.revise(brief, text, findings)
        return await self._by_either(brief, lambda: self.first.revise(brief, text, findings))

    async def _by_either(
        self, brief: Brief, by_first: Callable[[], Awaitable[Written]]
    ) -> tuple[Writer, Written]:
        failure = self.failure
        if not (self._is_down and failure):
            try:
                return self.first, await self._in_time(by_first)
            except (ModelUnavailable, ModelMisbehaved) as error:
                failure = self.failure = error
                self._is_down = isinstance(error, ModelUnavailable)
        if self.second is None:
            raise failure
        self._replaced = failure
        log.warning("the model cannot write (%s); the offline engine does", failure.code)
        return self.second, await self.second.write(brief)

    async def _in_time(self, by_first: Callable[[], Awaitable[Written]]) -> Written:
        try:
            async with asyncio.timeout_at(self.ends_at):
                return await by_first()
        except TimeoutError:
            raise ModelUnavailable("no draft was written before the deadline") from None
