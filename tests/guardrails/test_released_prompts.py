"""The prompts of guardrails are released: a change is a new version, never an edit."""

import hashlib

from guardrails.judging import question
from guardrails.proposing import asking
from tests.golden import GOLDEN


def test_a_released_prompt_of_guardrails_never_changes() -> None:
    kept = (GOLDEN / "guardrails.sha256").read_text(encoding="ascii").splitlines()
    prompts = (question.PROMPT, asking.PROMPT)
    now = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in prompts]
    assert now == kept
