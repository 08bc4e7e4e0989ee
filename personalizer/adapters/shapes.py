"""Agreed shapes on the wire: the schema that is sent, and reading what comes back.

The schema is the strict dialect every server shares: all fields required, nothing else
allowed, no references, no bounds and no defaults. What a shape asks beyond that is checked
when the answer is read. A small model that ignores the schema writes JSON by hand: a comma too
many, a bare line break in a text or one more layer around the answer change nothing it says.
"""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

Shape = TypeVar("Shape")
Json = dict[str, Any]

# Of the few shapes there are, each worked out once.
_SCHEMAS: dict[type[Any], Json] = {}
_KEPT = frozenset({"type", "properties", "items", "enum", "const", "anyOf", "description"})
# Some servers open the thought in the prompt, so that only its end is in the answer.
# A string is taken whole, to the end if nothing closes it: no comma inside one is looked at.
_COMMA_TOO_MANY = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*[}\]])', re.DOTALL)
_MOST_LAYERS = 4
# A layer with such a name holds what was given, or what went wrong.
_NO_ANSWER = re.compile(r"error|erreur|source|input|schema|usage|meta|prompt", re.IGNORECASE)
# Nothing of an object stands before it.
_BARE_LIST = re.compile(r"\A[^{\[]*(\[.*\])", re.DOTALL)
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
    return deepcopy(_known_schema(shape))


def _known_schema(shape: type[Any]) -> Json:
    if shape not in _SCHEMAS:
        full = TypeAdapter(shape).json_schema()
        _SCHEMAS[shape] = _strict(full, full.get("$defs", {}))
    return _SCHEMAS[shape]


def response_format(shape: type[Any]) -> Json:
    """Return the `response_format` that asks an endpoint for this shape."""
    name = re.sub(r"\W", "_", shape.__name__)
    schema = {"name": name, "strict": True, "schema": schema_of(shape)}
    return {"type": "json_schema", "json_schema": schema}


def read(content: str, shape: type[Shape], *, or_prose: bool = False) -> Shape:
    """Return an answer in its shape; reasoning, fences, unknown keys and layers are left out.

    With `or_prose`, what is no JSON at all is the text of a shape that holds one text alone.
    Raises NotInShape, with what is wrong with the outermost layer.
    """
    adapter = TypeAdapter(shape)
    problems = []
    name = _only(shape, "string") if or_prose and "{" not in said(content) else None
    answer = {name: said(content)} if name else _json_object(content, _only(shape, "array"))
    for data in _layers(answer):
        try:
            return _validated(adapter, data)
        except ValidationError as error:
            problems.append(error)
    told = problems[0].errors(include_url=False, include_input=False, include_context=False)
    places = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in told[:5])
    raise NotInShape(places)


def said(content: str) -> str:
    """Return what a model answered, without what it thought aloud before."""
    return _THOUGHT.sub("", content).strip()


def _only(shape: type[Any], kind: str) -> str | None:
    """Return the name of the one field of a shape, None when it is of another kind or not alone."""
    properties = _known_schema(shape).get("properties", {})
    found = [name for name, each in properties.items() if each.get("type") == kind]
    return found[0] if len(found) == len(properties) == 1 else None


def _json_object(content: str, listed: str | None) -> Json:
    """Return the object in an answer; a bare list of a shape that holds one list is that list."""
    text = said(content)
    start, end = text.find("{"), text.rfind("}")
    if start < 0:
        raise NotInShape("it holds no JSON object", is_prose=True)
    bare = _BARE_LIST.search(text) if listed else None
    try:
        data = {listed: _loaded(bare[1])} if listed and bare else _loaded(text[start : end + 1])
        json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError):
        raise NotInShape("it is not valid JSON") from None
    return data


def _loaded(text: str) -> Any:  # noqa: ANN401 - what JSON gives
    without = _COMMA_TOO_MANY.sub(lambda found: found[1] or "", text)
    return json.loads(without, strict=False, parse_constant=_refuse_constant)


def _layers(data: Json) -> Iterator[Json]:
    """Yield an answer, then what stands in it as its only object, and so on inwards."""
    for _ in range(_MOST_LAYERS):
        yield data
        inner = [(name, one) for name, one in data.items() if isinstance(one, dict)]
        if len(inner) != 1 or _NO_ANSWER.search(inner[0][0]):
            return
        data = inner[0][1]


def _validated(adapter: TypeAdapter[Shape], data: Json) -> Shape:
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        problem = error
    try:
        bare = _without_extras(data, problem)
    except (LookupError, TypeError):  # a shape that reads other ways of writing moved the places
        raise problem from None
    return adapter.validate_python(bare)


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
