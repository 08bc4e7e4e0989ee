"""What a refusal teaches about an endpoint."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from personalizer.adapters.capabilities import Capabilities

ALL = Capabilities()

LESSONS = [
    (
        "'response_format' of type 'json_schema' is not supported",
        "structured_output",
        "json_object",
    ),
    ("guided decoding is not enabled", "structured_output", "json_object"),
    ("Unsupported parameter: 'max_tokens'", "length_parameter", "max_completion_tokens"),
    ("System role not supported", "takes_system", False),
    ("Only one system message is allowed", "takes_system", False),
    ("Unsupported value: 'temperature' does not support 0.7", "takes_temperature", False),
    ("unknown field seed", "takes_seed", False),
    ("Bad Request", "structured_output", "json_object"),
    ("", "structured_output", "json_object"),
]


@pytest.mark.parametrize(("words", "changed", "to"), LESSONS)
def test_a_refusal_changes_the_one_thing_it_names(words: str, changed: str, to: object) -> None:
    learnt = ALL.after(words)
    assert learnt is not None
    assert getattr(learnt, changed) == to
    unchanged = {changed: getattr(ALL, changed), "renamed_limit": False}
    assert replace(learnt, **unchanged) == ALL


def test_structured_output_goes_down_step_by_step() -> None:
    second = ALL.after("json_schema")
    third = second.after("json_object") if second else None
    assert third is not None
    assert third.structured_output == "prompt"
    assert third.after("response_format") is None


@pytest.mark.parametrize("limit", ["max_tokens", "max_completion_tokens"])
def test_the_limit_is_renamed_once(limit: Any) -> None:
    renamed = Capabilities(length_parameter=limit).after(f"unknown field {limit}")
    assert renamed is not None
    assert renamed.length_parameter != limit
    assert renamed.after("max_tokens, max_completion_tokens") is None


@given(st.lists(st.sampled_from([words for words, *_ in LESSONS]), max_size=40))
def test_learning_ends(refusals: list[str]) -> None:
    known, steps = ALL, 0
    for words in refusals:
        learnt = known.after(words)
        if learnt is not None:
            known, steps = learnt, steps + 1
    assert steps <= 6
