"""The language model that the settings name, if they name one."""

from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from personalizer.adapters.langchain_chat import LangChainModel


def open_model(settings: Settings) -> "LangChainModel | None":
    """Return a client of the endpoint, None unless PORTEVOIX_MODEL is set."""
    if not settings.model:
        return None
    from personalizer.adapters.langchain_chat import (  # noqa: PLC0415 - two seconds to import
        LangChainModel,
    )

    key = settings.openai_api_key
    return LangChainModel(
        model=settings.model,
        base_url=settings.openai_base_url,
        api_key=key.get_secret_value() if key else None,
        structured_output=settings.structured_output,
        deadline_seconds=settings.deadline_seconds,
        max_tokens=settings.max_tokens,
        fallback_model=settings.fallback_model,
    )
