"""Talking to a test server through the adapter."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from domain.ports import Answer, Message
from personalizer.adapters.langchain_chat import LangChainModel
from personalizer.adapters.retries import Patience
from personalizer.post_shapes import Post
from tests.openai_server import OpenAIServer

DEADLINE = 1.0
ENOUGH = 30.0
# A machine that is busy otherwise answers late, but not by as much as a client's own patience.
SLACK = 5.0
KEY = "sk-secret-0123456789abcdef"
QUICK = Patience(first_pause=0.02, longest_pause=0.1)
MESSAGES = (
    Message("system", "You write posts. Leave [to complete: …] where a word is missing."),
    Message("user", "<employer>Ardemont</employer><passage>Setting up takes 12 minutes.</passage>"),
)


@asynccontextmanager
async def connected(server: OpenAIServer, **settings: Any) -> AsyncIterator[LangChainModel]:
    defaults: dict[str, Any] = {"deadline_seconds": ENOUGH, "patience": QUICK, "api_key": KEY}
    model = LangChainModel(model="test", base_url=server.base_url, **defaults | settings)
    try:
        yield model
    finally:
        await model.aclose()


async def ask(model: LangChainModel, **options: Any) -> Answer[Post]:
    return await model.answer(MESSAGES, Post, **options)
