"""Who writes in one request: the language model while it answers, then the offline engine."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from domain.errors import ModelMisbehaved, ModelUnavailable
from domain.review import Finding
from personalizer.writing import Brief, Writer, Written

log = logging.getLogger(__name__)

ModelError = ModelUnavailable | ModelMisbehaved


@dataclass(slots=True)
class Authors:
    """The writers of one request; what the first cannot do the second does, if there is one.

    A model that is unavailable is not asked again in the same request. `ends_at` is when the
    first writer's time is over, in the time of the running loop; the second is given none.
    """

    first: Writer
    second: Writer | None
    ends_at: float | None
    failure: ModelError | None = None
    _is_down: bool = False

    def without_first(self) -> "Authors | None":
        """Return the second writer alone; None where there is none."""
        return Authors(self.second, None, None) if self.second else None

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
        log.warning("the model cannot write (%s); the offline engine does", failure.code)
        return self.second, await self.second.write(brief)

    async def _in_time(self, by_first: Callable[[], Awaitable[Written]]) -> Written:
        try:
            async with asyncio.timeout_at(self.ends_at):
                return await by_first()
        except TimeoutError:
            raise ModelUnavailable("no draft was written before the deadline") from None
