"""What calls to an endpoint took."""

from dataclasses import asdict

from api.schemas.base import Answer
from domain.drafts import Usage


class UsageOut(Answer):
    """What the calls took, as the endpoint counted; its cost if it says one."""

    prompt_tokens: int
    completion_tokens: int
    cost: float | None

    @classmethod
    def of(cls, usage: Usage | None) -> "UsageOut | None":
        """Return a usage as it is sent."""
        return cls(**asdict(usage)) if usage else None
