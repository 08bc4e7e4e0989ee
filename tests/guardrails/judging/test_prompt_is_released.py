import hashlib

from guardrails.judging.question import PROMPT
from tests.golden import GOLDEN


def test_the_released_prompt_of_the_judge_never_changes() -> None:
    digest = hashlib.sha256(PROMPT.read_bytes()).hexdigest()
    assert (GOLDEN / "judges.sha256").read_text() == f"{digest}  {PROMPT.name}\n"
