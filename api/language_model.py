"""The language model that the settings name, if they name one."""

from typing import TYPE_CHECKING

from api.settings import Settings
from guardrails.judging import Judge
from personalizer.authorship import model_seconds

if TYPE_CHECKING:
    from personalizer.adapters.langchain_chat import LangChainModel


def open_model(settings: Settings) -> "LangChainModel | None":
    """Return a client of the endpoint, None unless PORTEVOIX_MODEL is set."""
    return _opened(settings, settings.model, settings.fallback_model, settings.deadline_seconds)


def open_drafting_model(settings: Settings) -> "LangChainModel | None":
    """Return what `open_model` returns, with the time that judges leave it of a request's."""
    seconds = model_seconds(settings.deadline_seconds, judging_seconds(settings))
    return _opened(settings, settings.model, settings.fallback_model, seconds)


def judging_seconds(settings: Settings) -> float:
    """Return the time kept for judges of a request's: none where nobody judges."""
    return settings.judge_seconds if settings.judge_model else 0.0


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
