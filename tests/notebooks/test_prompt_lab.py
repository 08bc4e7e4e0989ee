"""The notebooks run as they stand, without a key, and have no way to people."""

import json
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from api.lab import RECORDED, Lab, contents
from api.lab_tables import findings_table, summary_table
from api.personas import personas
from domain.drafts import Usage
from domain.metering import count
from domain.ports import Answer
from personalizer.adapters.recorded import RecordedModel

MIN_POSTS = 3
FOLDER = Path(__file__).parent.parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
PEOPLE = """storage.people storage.reservations storage.export storage.erasure storage.access
storage.models api.wiring""".split()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_notebook_runs_from_top_to_bottom(path: Path) -> None:
    notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    NotebookClient(notebook, timeout=100, resources={"metadata": {"path": str(FOLDER)}}).execute()
    shown = json.dumps(notebook.cells, ensure_ascii=False)
    assert "| v1 | 12 | 12 |" in shown
    assert "| v2 | 12 | 12 |" in shown
    for column in ("charter pass", "unfounded facts", "voice", "nearest", "tokens", "cost"):
        assert column in shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_outputs_and_defines_nothing(path: Path) -> None:
    for cell in nbformat.reads(path.read_text(encoding="utf-8"), as_version=4).cells:
        assert not cell.get("outputs")
        assert "def " not in cell.source
        assert "class " not in cell.source


def test_the_lab_opens_nothing_that_could_hold_people() -> None:
    code = f"import sys, api.lab, api.lab_tables; print(sorted(set(sys.modules) & set({PEOPLE!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_prompt_nobody_answered_is_told_and_not_made_up() -> None:
    lab = Lab.open()
    empty = Lab(
        model=RecordedModel("nobody", {}),
        answered_by="nobody",
        guard=lab.guard,
        organization=lab.organization,
    )
    (trial, *_) = empty.run([1], contents()[:1], personas())
    assert trial.failure is not None
    assert "PORTEVOIX_MODEL" in trial.failure
    assert not trial.passes
    (comparison,) = empty.summary([trial])
    assert (comparison.charter_pass, comparison.grounded, comparison.seconds) == (None, None, None)
    shown = summary_table([comparison])
    assert "| v1 | 1 | 0 | – | – | – | – | – | – | – | – | – | – |" in shown
    assert "aucun texte n’est venu" in shown
    assert "no text came" in shown
    assert "PORTEVOIX_MODEL" in shown
    assert "No finding" not in findings_table([trial])
    assert "rien n’a été examiné" in findings_table([trial])


def test_the_replies_say_who_gave_them() -> None:
    assert "playing the model" in json.loads(RECORDED.read_text(encoding="utf-8"))["given_by"]


def test_a_version_is_told_by_voice_facts_and_what_it_took() -> None:
    lab = Lab.open()
    person = next(one for one in personas() if len(one.ambassador.posts) >= MIN_POSTS)
    language = person.ambassador.languages[0]
    item = next(one for one in contents() if one.language is language)
    counted = replace(lab, model=Counting("Le 31 février 2031, 512 robots. Je travaille chez Tessonde."))
    (comparison,) = counted.summary(counted.run([1], [item], [person]))
    assert comparison.unfounded
    assert comparison.charter_pass == 0
    assert comparison.voice is not None
    assert (comparison.tokens, comparison.cost) == (15, 0.5)
    assert "| 15 | 0.5000 |" in summary_table([comparison])


@dataclass(frozen=True)
class Counting:
    """A model that says one thing, and what it took."""

    text: str

    async def answer(self, messages: object, shape: type[Any], **_options: object) -> Answer[Any]:  # noqa: ARG002 - it says one thing to all
        count(Usage(10, 5, 0.5))
        return Answer(shape(text=self.text), "counting")
