"""What OpenAPI says of every route: errors are problems."""

from typing import Any

from pydantic import BaseModel


class FieldProblem(BaseModel):
    """One field that cannot be, by its name in the request."""

    field: str
    message: str


class Problem(BaseModel):
    """An RFC 9457 problem; `code` is stable, `detail` is for people."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str | None = None
    errors: list[FieldProblem] | None = None


def _problem(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": description,
        "model": Problem,
        "content": {"application/problem+json": {"schema": schema}},
    }


PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: _problem("The body cannot be read at all"),
    401: _problem("No key, and no session"),
    403: _problem("Not for this role"),
    404: _problem("There is no such thing, or not for this caller"),
    408: _problem("The body did not come in time"),
    409: _problem("Somebody or something else was first"),
    412: _problem("It changed since it was read; read it again"),
    413: _problem("The body is larger than 1 MB"),
    422: _problem("A value cannot be; the field is named"),
    428: _problem("The change must name the version it changes"),
    429: _problem("More requests than the key may make; Retry-After says when to come back"),
    503: _problem("The database or the language model does not answer now"),
}

MODEL_PROBLEMS: dict[int | str, dict[str, Any]] = {
    502: _problem("The language model's answer is no draft, or it would not answer"),
}
"""What routes that ask a language model answer besides."""
