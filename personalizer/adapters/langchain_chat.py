"""Any OpenAI-compatible endpoint behind `domain.ports.StructuredModel`, through LangChain.

One deadline covers everything a call may cost: waiting for a place, retries, the pauses a
server asks for, a second chance and another model. Only a complete answer in its shape
comes back; everything else is one of the domain's errors.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING, TypeVar

from domain.errors import (
    ModelMisbehaved,
    ModelUnavailable,
    PorteVoixError,
    SettingsInvalid,
)
from domain.ports import Answer, Message
from personalizer.adapters.capabilities import Capabilities, StructuredOutput
from personalizer.adapters.conversation import converse, instruction
from personalizer.adapters.endpoint import Endpoint, Question
from personalizer.adapters.faults import Failed
from personalizer.adapters.replies import Unusable
from personalizer.adapters.retries import Patience

if TYPE_CHECKING:
    from openai import DefaultAsyncHttpxClient, DefaultHttpxClient

log = logging.getLogger(__name__)

Shape = TypeVar("Shape")

OPENAI = "https://api.openai.com/v1"
_NO_KEY = "no-key-needed"  # some servers want none, and the client wants one
_FIRST_MODEL_SHARE = 0.6  # of the deadline, when there is another model to fall back on


@dataclass(slots=True, kw_only=True)
class LangChainModel:
    """A language model that answers in an agreed shape, or raises a typed error.

    Use it within one event loop, and `aclose` it there. The key is given to the client and
    kept nowhere else.
    """

    model: str
    base_url: str | None = None
    api_key: InitVar[str | None] = None
    structured_output: StructuredOutput = "json_schema"
    deadline_seconds: float = 20.0
    max_tokens: int = 2_000
    fallback_model: str | None = None
    concurrency: int = 64
    patience: Patience = field(default_factory=Patience)
    _endpoints: tuple[Endpoint, ...] = field(init=False, repr=False)
    _clients: "tuple[DefaultAsyncHttpxClient, DefaultHttpxClient]" = field(init=False, repr=False)
    _places: asyncio.Semaphore = field(init=False, repr=False)

    def __post_init__(self, api_key: str | None) -> None:
        from openai import (  # noqa: PLC0415 - half a second, and only with a model
            DefaultAsyncHttpxClient,
            DefaultHttpxClient,
        )

        key, address = _checked_key(api_key), _checked_address(self.base_url)
        # Neither a proxy of the shell nor a redirect may carry a prompt somewhere else.
        self._clients = (
            DefaultAsyncHttpxClient(trust_env=False, follow_redirects=False),
            DefaultHttpxClient(trust_env=False, follow_redirects=False),
        )
        self._places = asyncio.Semaphore(self.concurrency)
        names = [self.model, *([self.fallback_model] if self.fallback_model else [])]
        self._endpoints = tuple(self._endpoint(name, address, key) for name in names)

    async def answer(
        self,
        messages: Sequence[Message],
        shape: type[Shape],
        *,
        temperature: float = 0.7,
        seed: int | None = None,
    ) -> Answer[Shape]:
        """Return a complete answer within the deadline.

        Raises ModelUnavailable, ModelMisbehaved or one of their children; never anything else.
        """
        try:
            question = Question(
                messages=tuple(messages),
                shape=shape,
                instruction=instruction(shape),
                max_tokens=self.max_tokens,
                temperature=temperature,
                seed=seed,
            )
            return await self._answer(question, shape)
        except PorteVoixError:
            raise
        except Failed as failed:
            raise failed.fault.error from None
        except Unusable as unusable:
            raise ModelMisbehaved(f"the model's answer is {unusable}") from None
        except Exception as error:  # noqa: BLE001 - the port promises typed errors only
            name = type(error).__name__
            log.error("model %s: unexpected %s", self.model, name)  # noqa: TRY400 - a traceback can hold the prompt
            raise ModelMisbehaved(f"asking the model failed: {name}") from None

    async def aclose(self) -> None:
        """Close the connections."""
        asynchronous, synchronous = self._clients
        await asynchronous.aclose()
        synchronous.close()

    async def _answer(self, question: Question, shape: type[Shape]) -> Answer[Shape]:
        now = asyncio.get_running_loop().time()
        ends_at = now + self.deadline_seconds
        try:
            async with asyncio.timeout_at(ends_at):
                await self._places.acquire()
        except TimeoutError:
            raise ModelUnavailable("too many drafts are being written at once") from None
        try:
            first, *others = self._endpoints
            if not others:
                return await converse(first, question, shape, ends_at=ends_at)
            share = now + _FIRST_MODEL_SHARE * self.deadline_seconds
            try:
                return await converse(first, question, shape, ends_at=share)
            except Failed as failed:
                if not failed.fault.suits_other_model:
                    raise
            return await converse(others[0], question, shape, ends_at=ends_at)
        finally:
            self._places.release()

    def _endpoint(self, name: str, address: str, key: str) -> Endpoint:
        from langchain_openai import ChatOpenAI  # noqa: PLC0415 - a second, and only with a model
        from pydantic import SecretStr  # noqa: PLC0415 - with its only use

        asynchronous, synchronous = self._clients
        chat = ChatOpenAI(
            model=name,
            base_url=address,
            api_key=SecretStr(key),
            max_retries=0,
            timeout=self.deadline_seconds,
            http_async_client=asynchronous,
            http_client=synchronous,
            openai_proxy=None,
            use_responses_api=False,
            output_version="v0",
            cache=False,
        )
        # OPENAI_LOG=debug in a shell would write prompts into the log.
        logging.getLogger("openai").setLevel(logging.WARNING)
        known = Capabilities(
            structured_output=self.structured_output,
            length_parameter="max_completion_tokens" if address == OPENAI else "max_tokens",
        )
        return Endpoint(chat, known, self.patience)


def _checked_key(api_key: str | None) -> str:
    key = (api_key or "").strip() or _NO_KEY
    if not (key.isascii() and key.isprintable()):
        raise SettingsInvalid("OPENAI_API_KEY holds characters that no header can carry")
    return key


def _checked_address(base_url: str | None) -> str:
    address = (base_url or OPENAI).strip().rstrip("/")
    if not address.startswith(("http://", "https://")):
        raise SettingsInvalid("OPENAI_BASE_URL begins with http:// or https://")
    return address
