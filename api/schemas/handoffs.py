"""A text to hand over to a person in Slack or Teams, and the message that carries it."""

from enum import StrEnum
from typing import Any

from api.schemas.base import Answer, with_example
from api.schemas.checks import TextIn, VerdictOut
from api.schemas.usage import UsageOut


class Target(StrEnum):
    """Where the person will find the message."""

    SLACK = "slack"
    TEAMS = "teams"


class HandoffIn(TextIn):
    """A text, what its review depends on, and where it is handed over."""

    model_config = with_example(
        {
            "target": "slack",
            "text": "I work at Tessonde. Registration for the workshop is on the public page.",
            "language": "en",
        }
    )

    target: Target


class HandoffOut(Answer):
    """The verdict on the text, and the message; none unless the outcome is `allow`.

    `usage` is what the judge's replies took; null where none was paid for.
    """

    verdict: VerdictOut
    payload: dict[str, Any] | None
    usage: UsageOut | None = None
