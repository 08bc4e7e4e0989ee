"""The language model that the settings name, if they name one."""

from typing import TYPE_CHECKING

from api.settings import Settings
from guardrails.judging import Judge

if TYPE_CHECKING:
    from personalizer.adapters.langchain_chat import LangChainModel


def open_model(settings: Settings) -> "LangChainModel | None":
    """Return a client of the endpoint, None unless PORTEVOIX_MODEL is set."""
    return _opened(settings, settings.model, settings.fallback_model, settings.deadline_seconds)


def open_judges_model(settings: Settings) -> "LangChainModel | None":
    """Return a client for the judge, None unless PORTEVOIX_JUDGE_MODEL is set."""
    return _opened(settings, settings.judge_model, None, settings.judge_seconds)


def _opened(
    settings: Settings, model: str | None, fallback: str | None, deadline_seconds: float
) -> "LangChainModel | None":
    if not model:
        return None
    from personalizer.adapters.langchain_chat import (  # noqa: PLC0415 - two seconds to import
        LangChainModel,
    )

    key = settings.openai_api_key
    return LangChainModel(
        model=model,
        base_url=settings.openai_base_url,
        api_key=key.get_secret_value() if key else None,
        structured_output=settings.structured_output,
        deadline_seconds=deadline_seconds,
        max_tokens=settings.max_tokens,
        fallback_model=fallback,
    )


def judge_of(settings: Settings, model: "LangChainModel") -> Judge:
    """Return the judge that asks a model."""
    return Judge(
        model=model, name=settings.judge_model or "", patience_seconds=settings.judge_seconds
    )
