"""What an OpenAI-compatible endpoint takes; nobody says so in advance, so its refusals teach.

Servers differ in how they take a schema, what they call the limit of tokens, and which
parameters they know. That is data here: one value per endpoint, and a table of lessons.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

StructuredOutput = Literal["json_schema", "json_object", "prompt"]


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What one endpoint is known to take.

    `renamed_limit` says that the limit of tokens goes under its other name already.
    """

    structured_output: StructuredOutput = "json_schema"
    length_parameter: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    renamed_limit: bool = False
    takes_system: bool = True
    takes_temperature: bool = True
    takes_seed: bool = True

    def after(self, refusal: str) -> "Capabilities | None":
        """Return what is left to try after a refusal in these words, None if nothing is.

        Words that name no parameter are taken for a refusal of the structured output, which
        is what small servers refuse most. Every lesson takes something away, so trying ends.
        """
        named = [change for words, change in _LESSONS if words.search(refusal)]
        for change in named or [_simpler_output]:
            changed = change(self)
            if changed != self:
                return changed
        return None


def _other_limit(known: Capabilities) -> Capabilities:
    if known.renamed_limit:
        return known
    if known.length_parameter == "max_tokens":
        return replace(known, length_parameter="max_completion_tokens", renamed_limit=True)
    return replace(known, length_parameter="max_tokens", renamed_limit=True)


def _simpler_output(known: Capabilities) -> Capabilities:
    if known.structured_output == "json_schema":
        return replace(known, structured_output="json_object")
    return replace(known, structured_output="prompt")


def _without_system(known: Capabilities) -> Capabilities:
    return replace(known, takes_system=False)


def _without_temperature(known: Capabilities) -> Capabilities:
    return replace(known, takes_temperature=False)


def _without_seed(known: Capabilities) -> Capabilities:
    return replace(known, takes_seed=False)


_Lesson = tuple[re.Pattern[str], Callable[[Capabilities], Capabilities]]
_LESSONS: tuple[_Lesson, ...] = (
    (re.compile(r"max_tokens|max_completion_tokens", re.IGNORECASE), _other_limit),
    (
        re.compile(
            r"response_format|json_schema|json_object|structured.?output|guided|grammar",
            re.IGNORECASE,
        ),
        _simpler_output,
    ),
    (
        re.compile(r"system.{0,20}(?:role|message)|role.{0,20}system", re.IGNORECASE),
        _without_system,
    ),
    (re.compile(r"temperature", re.IGNORECASE), _without_temperature),
    (re.compile(r"\bseed\b", re.IGNORECASE), _without_seed),
)
