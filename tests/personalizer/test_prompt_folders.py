"""Which prompts a folder holds, by name and version."""

from pathlib import Path

import pytest

from personalizer.prompts import (
    PROMPTS,
    PromptInvalid,
    all_prompts,
    load_prompt,
)
from tests.golden import GOLDEN
from tests.personalizer.test_prompt_files import FRONT

PINNED = GOLDEN / "prompts.sha256"


def test_an_unknown_prompt_is_named_with_the_versions_there_are() -> None:
    with pytest.raises(PromptInvalid, match=r"\[1, 2, 3, 4, 5, 6, 7\]"):
        load_prompt("draft_post", 9)


def test_a_folder_of_candidates_has_no_released_prompt(tmp_path: Path) -> None:
    text = FRONT.replace("released", "candidate") + "<!-- user fr -->\n{{ name }}\n"
    (tmp_path / "greet.v1.md").write_text(text)
    with pytest.raises(PromptInvalid):
        load_prompt("greet", folder=tmp_path)
    assert load_prompt("greet", 1, folder=tmp_path).front.status == "candidate"


def test_every_file_of_the_folder_is_a_prompt() -> None:
    assert len(list(PROMPTS.iterdir())) == len(all_prompts())
