"""Agreed shapes on the wire: the schema that is sent, and reading what comes back.

The schema is the strict dialect every server shares: all fields required, nothing else
allowed, no references, no bounds and no defaults. What a shape asks beyond that is checked
when the answer is read.
"""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

Shape = TypeVar("Shape")
Json = dict[str, Any]

_KEPT = frozenset({"type", "properties", "items", "enum", "const", "anyOf", "description"})
# Some servers open the thought in the prompt, so that only its end is in the answer.
_THOUGHT = re.compile(r"\A.*</think(?:ing)?>|\A\s*<think(?:ing)?>.*", re.DOTALL | re.IGNORECASE)


class NotInShape(Exception):
    """An answer that cannot be read; `problem` quotes nothing of it.

    `is_prose` says that it does not even try to be JSON.
    """

    def __init__(self, problem: str, *, is_prose: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.is_prose = is_prose


def schema_of(shape: type[Any]) -> Json:
    """Return the strict schema of a shape."""
    full = TypeAdapter(shape).json_schema()
    return _strict(full, full.get("$defs", {}))


def response_format(shape: type[Any]) -> Json:
    """Return the `response_format` that asks an endpoint for this shape."""
    name = re.sub(r"\W", "_", shape.__name__)
    schema = {"name": name, "strict": True, "schema": schema_of(shape)}
    return {"type": "json_schema", "json_schema": schema}


def read(content: str, shape: type[Shape]) -> Shape:
    """Return an answer in its shape; reasoning, code fences and unknown keys are left out.

    Raises NotInShape.
    """
    data = _json_object(content)
    adapter = TypeAdapter(shape)
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        problem = error
    try:
        return adapter.validate_python(_without_extras(data, problem))
    except ValidationError as error:
        told = error.errors(include_url=False, include_input=False, include_context=False)
        places = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in told[:5])
        raise NotInShape(places) from None


def said(content: str) -> str:
    """Return what a model answered, without what it thought aloud before."""
    return _THOUGHT.sub("", content).strip()


def _json_object(content: str) -> Json:
    text = said(content)
    start, end = text.find("{"), text.rfind("}")
    if start < 0:
        raise NotInShape("it holds no JSON object", is_prose=True)
    try:
        data: Json = json.loads(text[start : end + 1], parse_constant=_refuse_constant)
        json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError):
        raise NotInShape("it is not valid JSON") from None
    return data


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _without_extras(data: Json, error: ValidationError) -> Json:
    copy = deepcopy(data)
    for problem in error.errors(include_url=False, include_input=False, include_context=False):
        if problem["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
            holder: Any = copy
            for step in problem["loc"][:-1]:
                holder = holder[step]
            del holder[problem["loc"][-1]]
    return copy


def _strict(schema: Json, definitions: Mapping[str, Json]) -> Json:
    if "$ref" in schema:
        return _strict(definitions[schema["$ref"].rsplit("/", 1)[-1]], definitions)
    strict: Json = {key: value for key, value in schema.items() if key in _KEPT}
    if "properties" in schema:
        properties = schema["properties"].items()
        strict["properties"] = {name: _strict(each, definitions) for name, each in properties}
        strict |= {"required": list(strict["properties"]), "additionalProperties": False}
    if "items" in schema:
        strict["items"] = _strict(schema["items"], definitions)
    if "anyOf" in schema:
        strict["anyOf"] = [_strict(each, definitions) for each in schema["anyOf"]]
    return strict
