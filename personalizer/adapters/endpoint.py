"""One model behind one address: asking it, learning what it takes, and bearing its failures."""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from domain.metering import count
from domain.ports import Message
from personalizer.adapters.capabilities import Capabilities
from personalizer.adapters.faults import Failed, Fault, fault_of, unavailable
from personalizer.adapters.replies import Reply
from personalizer.adapters.retries import Breaker, Patience, RetryBudget
from personalizer.adapters.shapes import response_format

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: `instruction` describes the shape in words, for who takes no schema."""

    messages: tuple[Message, ...]
    shape: type[Any]
    instruction: str
    max_tokens: int
    temperature: float
    seed: int | None


@dataclass(slots=True)
class Endpoint:
    """A model of an endpoint; what its refusals teach is kept as long as this lives."""

    chat: "ChatOpenAI"
    capabilities: Capabilities
    patience: Patience
    breaker: Breaker = field(init=False)
    budget: RetryBudget = field(init=False)

    def __post_init__(self) -> None:
        bear = self.patience
        self.breaker = Breaker(bear.breaker_failures, bear.breaker_window, bear.breaker_rest)
        self.budget = RetryBudget(bear.retry_share, bear.retry_reserve)

    @property
    def model(self) -> str:
        """The model's name, as the operator wrote it."""
        return self.chat.model_name

    async def ask(self, question: Question, *, ends_at: float) -> Reply:
        """Return a reply before `ends_at`, in the time of the running loop.

        Raises Failed.
        """
        self.budget.earn()
        capabilities, retry = self.capabilities, 0
        while True:
            outcome = await self._try(question, capabilities, ends_at)
            if isinstance(outcome, Reply):
                self.capabilities = capabilities
                return outcome
            simpler = capabilities.after(outcome.refusal) if outcome.refusal else None
            if simpler is not None:
                capabilities = simpler
                continue
            await self._pause(outcome, retry, ends_at)
            retry += 1

    async def _try(
        self, question: Question, capabilities: Capabilities, ends_at: float
    ) -> Reply | Fault:
        if asyncio.get_running_loop().time() >= ends_at:
            return replace(unavailable("there is no time left to ask"), is_transient=False)
        if not self.breaker.admit():
            wait = self.breaker.wait_seconds()
            fault = unavailable("the endpoint failed too often just now", retry_after_seconds=wait)
            return replace(fault, is_transient=False)
        try:
            async with asyncio.timeout_at(ends_at):
                reply = Reply.of(await self._call(question, capabilities))
        except asyncio.CancelledError:
            self.breaker.gave_up()
            raise
        except Exception as error:  # noqa: BLE001 - whatever a client library throws is a fault
            fault = fault_of(error)
            self._count(fault)
            return Reply.without_answer() if fault.is_bad_output else fault
        self.breaker.succeeded()
        count(reply.usage)
        return reply

    def _count(self, fault: Fault) -> None:
        log.warning("model %s: %s", self.model, fault.error)
        if fault.is_transient:
            self.breaker.failed()
        else:
            self.breaker.succeeded()

    async def _pause(self, fault: Fault, retry: int, ends_at: float) -> None:
        seconds = self.patience.pause(retry, at_least=fault.retry_after)
        in_time = asyncio.get_running_loop().time() + seconds < ends_at
        may_retry = fault.is_transient and retry < self.patience.retries and in_time
        if not (may_retry and self.budget.spend()):
            raise Failed(fault) from None
        await asyncio.sleep(seconds)

    async def _call(self, question: Question, capabilities: Capabilities) -> Any:  # noqa: ANN401 - LangChain's message; Reply.of reads it
        from langsmith import tracing_context  # noqa: PLC0415 - comes with LangChain

        # What goes here goes to the endpoint as it stands: under its own name LangChain would
        # rename the limit, and turn a reply that was cut off into an error without the reply.
        body: dict[str, Any] = {capabilities.length_parameter: question.max_tokens}
        if capabilities.structured_output == "json_schema":
            body["response_format"] = response_format(question.shape)
        elif capabilities.structured_output == "json_object":
            body["response_format"] = {"type": "json_object"}
        optional: dict[str, Any] = {}
        if capabilities.takes_temperature:
            optional["temperature"] = question.temperature
        if capabilities.takes_seed and question.seed is not None:
            optional["seed"] = question.seed
        # Traces would carry prompts and drafts to whatever LANGSMITH_* in a shell names.
        with tracing_context(enabled=False):
            return await self.chat.ainvoke(
                _turns(question, capabilities), extra_body=body, **optional
            )


def _turns(question: Question, capabilities: Capabilities) -> list[tuple[str, str]]:
    """Return one system message at most, and none where the role is unknown."""
    system = [message.text for message in question.messages if message.role == "system"]
    if capabilities.structured_output != "json_schema":
        system.append(question.instruction)
    turns = [(each.role, each.text) for each in question.messages if each.role != "system"]
    if not system:
        return turns
    if capabilities.takes_system:
        return [("system", "\n\n".join(system)), *turns]
    (role, first), *others = turns or [("user", "")]
    return [(role, "\n\n".join([*system, first])), *others]
