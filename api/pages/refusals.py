"""Why a page does not do what was asked: one shape for all of them, and one place for the words."""

from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from api.pages.forms import troubles
from api.pages.messages import Messages
from domain.errors import Conflict, NotFound, PorteVoixError, RequestInvalid


@dataclass(frozen=True, slots=True)
class Refusal:
    """What stood in the way, each with its remedy, and the status; empty, nothing did."""

    troubles: tuple[str, ...] = ()
    status: int = 200

    @classmethod
    def of(cls, error: ValidationError | PorteVoixError, t: Messages, *, form: str) -> "Refusal":
        """Say why a form was refused, in its own words where it has some for this reason.

        A form that is behind what is kept, or speaks of what is gone, is 409 on every page.
        """
        if isinstance(error, ValidationError):
            return cls(tuple(troubles(error, t, form=form)), 422)
        is_stale = isinstance(error, Conflict | NotFound)
        return cls((_told(error, t, form),), 409 if is_stale else 422)


NOTHING: Final = Refusal()
"""That nothing was refused."""


def _told(error: PorteVoixError, t: Messages, form: str) -> str:
    reason = _reason(error)
    if t.has(f"{form}.refused.{reason}"):
        return t(f"{form}.refused.{reason}")
    label = next((one for one in (f"{form}.field.{reason}", f"field.{reason}") if t.has(one)), "")
    if label:
        return t("trouble.other", field=t(label))
    return t("trouble.unsaid")


def _reason(error: PorteVoixError) -> str:
    match error:
        case Conflict():
            return error.why or error.code
        case RequestInvalid():
            return error.field or error.code
    return error.code
