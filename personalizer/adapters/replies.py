"""The one boundary where an endpoint's reply becomes an answer, or nothing.

LangChain returns a reply that was cut off, filtered, refused or empty as if all were well.
Here only a reply that says it is complete passes, and reasoning is never taken for the text.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, TypeVar

from domain.drafts import Usage
from domain.errors import ModelRefused
from personalizer.adapters.shapes import NotInShape, read, said

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

Shape = TypeVar("Shape")


class Defect(StrEnum):
    """What may be wrong with a reply that another try can put right."""

    CUT_OFF = "cut off at the limit of tokens"
    UNFINISHED = "not said to be complete"
    EMPTY = "empty"
    NOT_IN_SHAPE = "not in the agreed shape"


class Unusable(Exception):
    """A reply no answer can be read from; `problem` quotes nothing of it."""

    def __init__(
        self, defect: Defect, *, reply: str = "", problem: str = "", is_prose: bool = False
    ) -> None:
        super().__init__(defect.value)
        self.defect = defect
        self.reply = reply
        self.problem = problem
        self.is_prose = is_prose


@dataclass(frozen=True, slots=True)
class Reply:
    """What an endpoint sent back, as far as anybody here looks."""

    content: str
    finish_reason: str | None
    is_refusal: bool
    usage: Usage | None

    @classmethod
    def of(cls, message: "BaseMessage") -> "Reply":
        """Read a message of LangChain."""
        content = message.content if isinstance(message.content, str) else ""
        finish_reason = message.response_metadata.get("finish_reason")
        refusal = message.additional_kwargs.get("refusal")
        return cls(content, finish_reason, bool(refusal), _usage(message))

    @classmethod
    def without_answer(cls) -> "Reply":
        """Return what is left when a server could not use what its model said."""
        return cls("", None, is_refusal=False, usage=None)


def answer_in(reply: Reply, shape: type[Shape], *, or_prose: bool = False) -> Shape:
    """Return the answer a complete reply holds; with `or_prose`, a text alone may be one.

    Raises ModelRefused, or Unusable when another try may help.
    """
    if reply.is_refusal:
        raise ModelRefused("the model refused to answer")
    if reply.finish_reason == "content_filter":
        raise ModelRefused("the provider's filter stopped the answer")
    if reply.finish_reason == "length":
        raise Unusable(Defect.CUT_OFF)
    if reply.finish_reason != "stop":
        raise Unusable(Defect.UNFINISHED)
    if not said(reply.content):
        raise Unusable(Defect.EMPTY)
    try:
        return read(reply.content, shape, or_prose=or_prose)
    except NotInShape as error:
        found = (error.problem, error.is_prose)
    problem, is_prose = found
    raise Unusable(
        Defect.NOT_IN_SHAPE, reply=said(reply.content), problem=problem, is_prose=is_prose
    )


def _usage(message: "BaseMessage") -> Usage | None:
    counted = getattr(message, "usage_metadata", None)
    if not counted:
        return None
    cost = (message.response_metadata.get("token_usage") or {}).get("cost")
    told = float(cost) if isinstance(cost, int | float) and isfinite(cost) else None
    return Usage(int(counted["input_tokens"]), int(counted["output_tokens"]), told)
