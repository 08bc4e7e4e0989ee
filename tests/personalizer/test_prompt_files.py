"""A prompt's file: what is foreign goes in fences, and what cannot be used says why."""

import re
from dataclasses import dataclass

import pytest

from domain.language import Language
from personalizer.prompts import Foreign, Prompt, PromptInvalid, parse_prompt


@dataclass(frozen=True)
class Given:
    name: object


FRONT = """---
name: greet
version: 1
status: released
purpose: p
inputs: [name]
output: json
---
"""


def parsed(body: str, *, origin: str = "greet.v1.md", front: str = FRONT) -> Prompt:
    return parse_prompt((front + body).encode(), origin=origin)


@pytest.mark.parametrize(
    "body",
    [
        "<!-- user fr -->\n{{ name }}\n",
        "<!-- user fr -->\n{{ name ~ '' }}\n",
        "<!-- user fr -->\n{{ name | upper }}\n",
        "<!-- user fr -->\n{{ name._text }}\n",
        "<!-- user fr -->\n{{ name.__class__.__mro__ }}\n",
    ],
)
def test_a_foreign_text_cannot_be_shown_without_a_fence(body: str) -> None:
    prompt = parsed(body)
    with pytest.raises(PromptInvalid):
        prompt.render(Given(Foreign("hello")), Language.FRENCH)


def test_only_a_foreign_text_is_fenced() -> None:
    with pytest.raises(PromptInvalid):
        parsed("<!-- user fr -->\n{{ name | fenced('x') }}\n").render(Given("a"), Language.FRENCH)


@pytest.mark.parametrize(
    ("body", "front", "origin", "told"),
    [
        ("<!-- user fr -->\n{{ nom }}\n", FRONT, "greet.v1.md", "nom"),
        ("<!-- user fr -->\nhello\n", FRONT, "greet.v1.md", "name"),
        ("<!-- user fr -->\n{{ name\n", FRONT, "greet.v1.md", "greet v1"),
        ("hello {{ name }}\n", FRONT, "greet.v1.md", "<!-- system fr -->"),
        ("<!-- user fr -->\n{{ name }}\n" * 2, FRONT, "greet.v1.md", "twice"),
        ("<!-- user fr -->\n{{ name }}\n", FRONT, "greet.v2.md", "calls itself"),
        ("<!-- user fr -->\n", FRONT.replace("purpose: p\n", ""), "greet.v1.md", "purpose"),
        ("<!-- user fr -->\n", FRONT.replace("released", "draft"), "greet.v1.md", "status"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_is_wrong(
    body: str, front: str, origin: str, told: str
) -> None:
    with pytest.raises(PromptInvalid, match=re.escape(told)):
        parsed(body, origin=origin, front=front)
