"""What every body shares: unknown fields are refused, texts are storable, both languages said."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    JsonValue,
    Strict,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from domain.language import Bilingual
from personalizer.share_tables import is_linkedins
from recommender.catalogue.addresses import absolute_url

Truth = Annotated[bool, Strict()]
"""Yes or no as JSON writes it: what is written otherwise ("yes", 1) is nobody's choice."""


def _whole(sent: object) -> object:
    return int(sent) if isinstance(sent, float) and sent.is_integer() else sent


WHOLE = BeforeValidator(_whole)
"""Behind a strict integer's bounds, which the document would lose in front of it: 4.0 is whole."""

Number = Annotated[float, Strict()]
"""A number as JSON writes it, whole or not."""

_STRICT = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


def in_order(first: date | None, last: date | None) -> date | None:
    """Return a last day that is the first one or later, or none; of a field that cannot be, any."""
    if first is not None and last is not None and last < first:
        raise PydanticCustomError("days_in_disorder", "comes before the first day")
    return last


class Body(BaseModel):
    """A body of a request: a field that is not known is refused by its name."""

    model_config = _STRICT


def with_example(example: dict[str, JsonValue]) -> ConfigDict:
    """Return a body's configuration with an example, which OpenAPI shows and a test sends."""
    return {**_STRICT, "json_schema_extra": {"examples": [example]}}


class Answer(BaseModel):
    """A body of an answer."""

    model_config = ConfigDict(frozen=True)


class Said(Answer):
    """One message in both languages."""

    fr: str
    en: str

    @classmethod
    def of(cls, message: Bilingual) -> "Said":
        """Return a message as it is sent."""
        return cls(fr=message.fr, en=message.en)


def _storable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("holds a NUL character; remove it")
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("holds half a character (a lone surrogate); send whole ones")
    return text


# Character by character: what \s stands for is not the same in every reader of the document.
_NO_SPACE = r"[^\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
_SOMETHING = re.compile(_NO_SPACE)


def _said(text: str) -> str:
    if not _SOMETHING.search(text):
        raise ValueError("holds nothing but white space; write something, or leave it out")
    return text


def _address(text: str) -> str:
    if absolute_url(text) is None:
        raise ValueError("is not a whole web address: write it from https:// on")
    return text


@dataclass(frozen=True, slots=True)
class _Described(AfterValidator):
    """Refuses a text, and says in the document which texts it does not refuse."""

    pattern: str = ""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        described = handler(schema)
        described.setdefault("pattern", self.pattern)
        return described


Clean = _Described(_storable, "^[^\\u0000]*$")
"""What every database keeps."""

Spoken = _Described(_said, rf"^[^\x00]*{_NO_SPACE}[^\x00]*$")
"""What says something: not white space alone."""

Telling = _Described(_said, _NO_SPACE)
"""The same of a text that is cleaned as it is kept."""

Word = Annotated[
    str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), Spoken, Clean
]


def _no_table(sent: object) -> object:
    if isinstance(sent, str) and is_linkedins(sent):
        raise PydanticCustomError("linkedins_table", "is LinkedIn's table of posts, not a post")
    return sent


Post = Annotated[
    str, StringConstraints(min_length=1, max_length=5_000), Clean, BeforeValidator(_no_table)
]
Note = Annotated[str, StringConstraints(min_length=1, max_length=2_000), Clean]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=20_000), Spoken, Clean]
Identifier = Annotated[str, StringConstraints(min_length=1, max_length=100), Clean]
Url = Annotated[
    str,
    StringConstraints(max_length=2_000, pattern=rf"^https?://{_NO_SPACE}+$"),
    Clean,
    AfterValidator(_address),
]
Instant = Annotated[datetime, Field(description="ISO 8601; without a zone it is UTC")]
