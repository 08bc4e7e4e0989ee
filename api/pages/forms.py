"""What a page's form sent: read once, and believed only from our own page."""

import hmac
import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from api.pages.messages import Messages
from api.pages.typography import said_number
from api.pages.visitor import AnyVisitor, Visitor
from domain.errors import Forbidden, RequestInvalid
from guardrails.problems import innermost

CSRF_FIELD = "csrf"

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")

# What each kind of problem calls its limit.
_LIMITS = {
    "string_too_long": "max_length",
    "too_long": "max_length",
    "greater_than_equal": "ge",
    "less_than_equal": "le",
}

# What each kind of problem is told as, where no limit says more.
_REMEDIES = {
    **dict.fromkeys(("missing", "string_type", "string_too_short"), "needed"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "date"),
    "date_from_datetime_inexact": "date",
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_object_invalid"), "instant"),
    "datetime_from_date_parsing": "instant",
    **dict.fromkeys(("enum", "literal_error"), "choice"),
    "string_pattern_mismatch": "address",
    "linkedins_table": "linkedins_table",
    "too_short": "needed",
    "about_nothing": "about_nothing",
    "days_in_disorder": "days_in_disorder",
}


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, their line breaks as everywhere else."""

    data: FormData

    def text(self, name: str) -> str:
        """Return a field without the white space around it; empty when it was not sent."""
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> tuple[str, ...]:
        """Return each value of a field that says something."""
        values = (value for value in self.data.getlist(name) if isinstance(value, str))
        cleaned = (value.replace("\r\n", "\n").strip() for value in values)
        return tuple(value for value in cleaned if value)

    def uploaded(self, name: str) -> bytes:
        """Return a file that was chosen for a field, nothing when none was."""
        sent = self.data.get(name)
        if not isinstance(sent, UploadFile):
            return b""
        with sent.file as file:
            return file.read()

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the lines of a field, each once."""
        found = (line.strip() for line in self.text(name).split("\n"))
        return tuple(dict.fromkeys(line for line in found if line))


def number_of(written: str) -> int | float | str:
    """Return the number that somebody wrote in a field, and any other text as it is."""
    plain = written.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        return written
    return float(plain) if "." in plain else int(plain)


async def form_of(request: Request, visitor: AnyVisitor) -> Form:
    """Return a form that a signed-in visitor's own page sent.

    Raises Forbidden for one that another site may have sent.
    """
    return believed(Form(await request.form()), visitor)


async def uploaded(request: Request, visitor: Visitor, name: str, *, most_bytes: int) -> bytes:
    """Return the file a form carries, none when none was chosen; it is never written to a disk.

    Raises Forbidden for a form that another site may have sent.
    """
    parser = MultiPartParser(request.headers, request.stream(), max_files=1, max_fields=9)
    parser.spool_max_size = most_bytes
    try:
        data = await parser.parse()
    except (MultiPartException, KeyError) as error:
        raise RequestInvalid("the form cannot be read", field=name) from error
    try:
        sent = believed(Form(data), visitor).data.get(name)
        return await sent.read() if isinstance(sent, UploadFile) else b""
    finally:
        await data.close()


def believed(form: Form, visitor: Visitor) -> Form:
    """Return a form that carries the token of a signed-in visitor's own page; raises Forbidden."""
    if visitor.caller is not None:
        given = form.text(CSRF_FIELD)
        if not hmac.compare_digest(visitor.csrf.encode(), given.encode()):
            raise Forbidden("a form is believed only from its own page")
    return form


async def own_form_of(request: Request) -> Form:
    """Return a form of somebody who has no session yet, sent from our own site.

    Raises Forbidden for one from anywhere else.
    """
    came_from = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    is_foreign = origin is not None and urlsplit(origin).netloc != request.url.netloc
    if came_from not in {"same-origin", "none"} or is_foreign:
        raise Forbidden("a form is believed only from its own page")
    return Form(await request.form())


SentForm = Annotated[Form, Depends(form_of)]
OwnForm = Annotated[Form, Depends(own_form_of)]


def troubles(error: ValidationError, t: Messages, *, form: str = "") -> list[str]:
    """Say which fields cannot be, why, and what can, without quoting what was written.

    The names of the fields are those of one `form`, where it has its own.
    """
    problems = error.errors(include_input=False)
    return list(dict.fromkeys(_trouble(one, t, form) for one in innermost(problems)))


def _trouble(problem: ErrorDetails, t: Messages, form: str) -> str:
    if not problem["loc"]:
        return t("trouble.whole")
    field, *places = problem["loc"]
    own = f"{form}.field.{field}"
    label = t(own if t.has(own) else f"field.{field}")
    if places and isinstance(places[0], int):
        label = t("trouble.place", field=label, place=places[0] + 1)
    kind = problem["type"]
    limit = problem.get("ctx", {}).get(_LIMITS.get(kind, ""))
    if isinstance(limit, int):
        return t(f"trouble.{kind}", field=label, limit=said_number(limit, t.language))
    return t(f"trouble.{_REMEDIES.get(kind, 'other')}", field=label)
