"""What every body shares: unknown fields are refused, texts are storable, both languages said."""

from datetime import datetime
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    JsonValue,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from domain.language import Bilingual

_STRICT = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


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


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("holds nothing but white space")
    return text


class _Storable(AfterValidator):
    """Refuses what no database keeps, and says so in the document."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        described = handler(schema)
        described.setdefault("pattern", "^[^\\u0000]*$")
        return described


Clean = _Storable(_storable)
Word = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), Clean]
Post = Annotated[str, StringConstraints(min_length=1, max_length=5_000), Clean]
Note = Annotated[str, StringConstraints(min_length=1, max_length=2_000), Clean]
LongText = Annotated[
    str, StringConstraints(min_length=1, max_length=20_000), Clean, AfterValidator(_said)
]
Identifier = Annotated[str, StringConstraints(min_length=1, max_length=100), Clean]
# Character by character: what \S leaves out is not the same in every reader of the document.
_NO_SPACE = r"[^\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
Url = Annotated[
    str, StringConstraints(max_length=2_000, pattern=rf"^https?://{_NO_SPACE}+$"), Clean
]
Instant = Annotated[datetime, Field(description="ISO 8601; without a zone it is UTC")]
