"""What a judge answers, and how far another way of writing it is read.

A small model gives a verdict in capitals, leaves out the quotation of what is kept, or names the
clauses as keys. That says the same. A verdict that is no plain word of the three is "unclear",
which leaves its clause unexamined and the others alone; only "breaks" may go on in prose, since
nothing is passed by it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict, field_validator, model_validator

_BREAKS: Final = re.compile(r"breaks\b(?!.*\b(?:keeps|not|no|nothing|pas|rien)\b)", re.DOTALL)


class ClauseVerdict(BaseModel):
    """What the model says of one clause."""

    model_config = ConfigDict(extra="forbid")

    clause: str
    verdict: Literal["keeps", "breaks", "unclear"]
    quote: str

    @model_validator(mode="before")
    @classmethod
    def _unquoted(cls, data: Any) -> Any:  # noqa: ANN401 - whatever a model gave
        """Take a quotation that is missing or null for an empty one."""
        if not isinstance(data, dict):
            return data
        return data | {"quote": data.get("quote") or ""}

    @field_validator("verdict", mode="before")
    @classmethod
    def _plain(cls, said: Any) -> str:  # noqa: ANN401 - the same
        """Take a verdict in capitals or with a full stop; any other word decides nothing."""
        word = said.strip(" .!\n").casefold() if isinstance(said, str) else ""
        if word in {"keeps", "breaks"}:
            return word
        return "breaks" if _BREAKS.match(word) else "unclear"


class ClauseVerdicts(BaseModel):
    """The shape of a model's answer."""

    model_config = ConfigDict(extra="forbid")

    verdicts: list[ClauseVerdict]

    @field_validator("verdicts", mode="before")
    @classmethod
    def _by_clause(cls, said: Any) -> Any:  # noqa: ANN401 - the same
        """Take verdicts that stand under their clauses for a list of them."""
        return list(_listed(said)) if isinstance(said, Mapping) else said


def _listed(said: Mapping[str, Any]) -> Iterator[Any]:
    for clause, one in said.items():
        told = one if isinstance(one, dict) else {"verdict": one}
        yield {"clause": clause, "verdict": told.get("verdict"), "quote": told.get("quote")}
