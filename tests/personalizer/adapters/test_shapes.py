"""The schema that is sent, and reading whatever comes back."""

import json
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from personalizer.adapters.shapes import NotInShape, read, response_format, said, schema_of
from personalizer.post_shapes import POST_SHAPES, Post
from tests.openai_server import not_strict


class Weight(StrEnum):
    LIGHT = "light"
    HEAVY = "heavy"


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(description="What it is called.", max_length=40)
    weight: Weight = Weight.LIGHT


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parts: list[Part]
    first: Part | None = None
    share: float = Field(0.5, ge=0, le=1)


@pytest.mark.parametrize("shape", [Whole, Part, *POST_SHAPES.values()])
def test_the_schema_keeps_to_the_strict_dialect(shape: type[BaseModel]) -> None:
    assert not_strict(schema_of(shape)) is None
    assert response_format(shape)["json_schema"]["strict"] is True


def test_a_schema_has_no_reference_default_or_bound() -> None:
    text = json.dumps(schema_of(Whole))
    assert not [
        word for word in ("$ref", "default", "maximum", "maxLength", "title") if word in text
    ]
    assert "What it is called." in text


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"type": "object", "properties": {"a": {}}, "required": ["a"]}, "additionalProperties"),
        ({"type": "object", "properties": {"a": {}}, "additionalProperties": False}, "required"),
        ({"$ref": "#/$defs/A"}, "$ref"),
        ({"type": "array", "items": {"type": "string", "minLength": 1}}, "minLength"),
        ({"anyOf": [{"type": "string", "default": ""}]}, "default"),
    ],
)
def test_the_test_server_knows_what_is_not_strict(schema: dict[str, Any], told: str) -> None:
    assert told in (not_strict(schema) or "")


WHOLE = {"parts": [{"name": "a", "weight": "heavy"}], "first": None, "share": 0.25}


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(WHOLE),
        f"```json\n{json.dumps(WHOLE)}\n```",
        f"```\n{json.dumps(WHOLE, indent=2)}\n```\n",
        f"Here it is: {json.dumps(WHOLE)} Done.",
        f"<think>{{}} or {{'a': 1}}?</think>{json.dumps(WHOLE)}",
        f"no opening mark, but a thought</think>\n{json.dumps(WHOLE)}",
        json.dumps(WHOLE | {"why": {"deep": [1]}}),
        json.dumps(WHOLE | {"parts": [{"name": "a", "weight": "heavy", "colour": "red"}]}),
        json.dumps({"response": WHOLE}),
        json.dumps({"result": {"answer": WHOLE, "note": "as asked"}}),
        json.dumps(WHOLE, indent=1).replace("\n}", ",\n}"),
        json.dumps(WHOLE).replace("}]", "},]"),
        f"[{json.dumps(WHOLE)}]",
    ],
)
def test_an_answer_is_read_out_of_its_wrapping(content: str) -> None:
    assert read(content, Whole).model_dump(mode="json") == WHOLE


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Sorry.",
        "[]",
        "null",
        '{"parts": [',
        json.dumps(WHOLE)[:-1],
        json.dumps(WHOLE | {"share": 3}),
        json.dumps(WHOLE | {"share": "much"}),
        json.dumps(WHOLE).replace("0.25", "NaN"),
        json.dumps(WHOLE).replace("0.25", "1e999"),
        json.dumps(WHOLE | {"first": {"name": "\ud800", "weight": "light"}}),
        json.dumps(WHOLE | {"parts": [{"name": "a", "weight": "medium"}]}),
        f"<think>{json.dumps(WHOLE)}",
        f"<think>{json.dumps(WHOLE)}</think>",
        "{" * 100_000 + "}",
        '{"' + '\\\\"' * 200_000 + "}",
    ],
)
def test_what_is_no_answer_is_told_without_quoting_it(content: str) -> None:
    with pytest.raises(NotInShape) as raised:
        read(content, Whole)
    assert len(raised.value.problem) < 300


@pytest.mark.parametrize(
    ("content", "is_prose"), [("Here is a post.", True), ('{"text": ', False), ("{}", False)]
)
def test_prose_is_told_from_an_attempt(content: str, is_prose: bool) -> None:  # noqa: FBT001 - a column
    with pytest.raises(NotInShape) as raised:
        read(content, Post)
    assert raised.value.is_prose is is_prose


def test_prose_is_the_text_of_a_shape_that_holds_nothing_else() -> None:
    assert read("<think>Hm.</think>Here is a post.", Post, or_prose=True).text == "Here is a post."
    for shape in (Whole, POST_SHAPES["post_in_parts"]):
        with pytest.raises(NotInShape) as raised:
            read("Here is a post.", shape, or_prose=True)
        assert raised.value.is_prose


@pytest.mark.parametrize("content", ['{"text": ', "Here: {", '{"title": "A", "hook": "B"}'])
def test_what_tried_to_be_json_is_not_taken_for_prose(content: str) -> None:
    with pytest.raises(NotInShape):
        read(content, Post, or_prose=True)


@given(st.text() | st.recursive(st.text(), st.lists).map(json.dumps))
def test_reading_anything_gives_a_value_or_says_no(content: str) -> None:
    try:
        assert isinstance(read(content, Post), Post)
    except NotInShape as error:
        assert error.problem  # noqa: PT017 - either way is right


@given(st.text())
def test_every_text_survives_the_way_there_and_back(text: str) -> None:
    if "think" in text:
        return
    assert read(json.dumps({"text": text}), Post).text == text


@pytest.mark.parametrize(
    "content",
    [
        '{"text": "One, ]\n\ntwo: {3,}",}',
        '{"post": "One, ]\\n\\ntwo: {3,}"}',
        '{"publication": "One, ]\\n\\ntwo: {3,}", "titre": "Un"}',
        '{"linkedin_post": "One, ]\\n\\ntwo: {3,}", "hashtags": ["#a"], "characters": 12}',
        '{"linkedin_post": {"content": "One, ]\\n\\ntwo: {3,}", "hashtags": []}}',
        '{"Post": "One, ]\\n\\ntwo: {3,}", "Explanation": "Short, as asked."}',
    ],
)
def test_a_post_is_read_whatever_its_field_is_called(content: str) -> None:
    assert read(content, Post).text == "One, ]\n\ntwo: {3,}"


@pytest.mark.parametrize(
    "content",
    [
        '{"analysis": "It is about doors.", "version": "One."}',
        '{"post": "One.", "draft": "Two."}',
        '{"title": "One.", "hook": "Two."}',
        '{"posts": ["One.", "Two."]}',
        '{"a": {"text": "One."}, "b": {"text": "Two."}}',
        '{"text": "One."} {"text": "Two."}',
        '{"text": "One." "why": "Two."}',
        '{"text": "One.",, "why": "Two."}',
    ],
)
def test_of_two_texts_none_is_chosen(content: str) -> None:
    with pytest.raises(NotInShape):
        read(content, Post)


def test_reasoning_is_never_taken_for_what_was_said() -> None:
    assert said("<think>private</think> public") == "public"
    assert said("<thinking>private") == ""
    assert said("I think <aloud>.") == "I think <aloud>."


@pytest.mark.parametrize(
    "content",
    [
        '{"error": "I cannot write this post."}',
        '{"refusal": "Je ne peux pas écrire cela."}',
        '{"reasoning": "The source speaks of a plant, so I may begin with it."}',
        '{"status": "ok"}',
        '{"error": {"message": "Too many requests, try again in a while."}}',
        '{"input": {"source": {"text": "What was given, word for word."}}}',
    ],
)
def test_what_went_wrong_or_was_given_is_no_post(content: str) -> None:
    with pytest.raises(NotInShape):
        read(content, Post)
