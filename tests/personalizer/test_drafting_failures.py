"""What the loop does when a model fails, and what it lets out whatever happens."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import (
    ModelMisbehaved,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
    PorteVoixError,
)
from domain.review import Finding, Severity
from personalizer.writing import Brief
from tests.builders import draft_request
from tests.fakes import ScriptedReviewer, ScriptedWriter
from tests.personalizer.workshop import (
    BAD,
    GOOD,
    OTHER,
    Workshop,
    finding,
    passage,
    reasons,
)

pytestmark = pytest.mark.anyio

FAILURES: list[Callable[[], PorteVoixError]] = [
    lambda: ModelUnavailable("down"),
    lambda: ModelMisconfigured("no such model"),
    lambda: ModelMisbehaved("not in shape"),
    lambda: ModelRefused("no"),
]


@pytest.mark.parametrize("failure", FAILURES)
async def test_what_the_model_cannot_write_the_offline_engine_does_and_says_so(
    failure: Callable[[], PorteVoixError],
) -> None:
    workshop = Workshop(ScriptedWriter([failure()]), ScriptedWriter([GOOD], engine="offline"))
    (draft,) = (await workshop.draft()).drafts
    assert draft.provenance.engine == "offline"


async def test_what_the_model_cannot_revise_the_offline_engine_writes() -> None:
    model = ScriptedWriter([BAD, ModelUnavailable("down")])
    workshop = Workshop(model, ScriptedWriter([GOOD], engine="offline"))
    (draft,) = (await workshop.draft()).drafts
    assert (draft.text, draft.provenance.engine) == (GOOD, "offline")


async def test_the_offline_engine_revises_its_own_texts() -> None:
    offline = ScriptedWriter([BAD, GOOD], engine="offline")
    workshop = Workshop(ScriptedWriter([ModelUnavailable("down")]), offline)
    (draft,) = (await workshop.draft()).drafts
    assert (draft.text, draft.provenance.engine) == (GOOD, "offline")
    assert len(workshop.writer.briefs) == 1


async def test_a_model_that_is_down_is_asked_once_per_request() -> None:
    model = ScriptedWriter([ModelUnavailable("down")])
    result = await Workshop(model, ScriptedWriter([passage])).draft(count=3)
    assert len(result.drafts) == 3
    assert len(model.briefs) == 1


@pytest.mark.parametrize("failure", FAILURES)
async def test_an_operator_who_wants_the_error_gets_it_typed(
    failure: Callable[[], PorteVoixError],
) -> None:
    workshop = Workshop(ScriptedWriter([failure()]), ScriptedWriter([GOOD], engine="offline"))
    drafter = workshop.drafter(on_model_failure="error")
    with pytest.raises(type(failure())):
        await drafter.draft(draft_request(count=2))


async def test_a_failure_after_a_draft_was_made_costs_only_the_others() -> None:
    model = ScriptedWriter([GOOD, ModelUnavailable("down")])
    drafter = Workshop(model, ScriptedWriter([OTHER])).drafter(on_model_failure="error")
    result = await drafter.draft(draft_request(count=3))
    assert [draft.text for draft in result.drafts] == [GOOD]
    assert reasons(result) == ["model_unavailable", "model_unavailable"]
    assert len(model.briefs) == 2


async def test_posts_and_notes_go_to_no_model_unless_their_author_allows_it() -> None:
    model = ScriptedWriter([OTHER])
    workshop = Workshop(model, ScriptedWriter([BAD, GOOD], engine="offline"))
    (draft,) = (await workshop.draft(allows_model=False)).drafts
    assert draft.provenance.engine == "offline"
    assert model.briefs == []


@pytest.mark.parametrize("mode", ["offline", "error"])
async def test_a_model_that_hangs_costs_the_deadline_and_no_more(mode: Any) -> None:
    model = ScriptedWriter([GOOD], pause_seconds=30)
    workshop = Workshop(model, ScriptedWriter([passage], engine="offline"))
    drafter = workshop.drafter(on_model_failure=mode, deadline_seconds=0.2)
    began = time.monotonic()
    if mode == "error":
        with pytest.raises(ModelUnavailable):
            await drafter.draft(draft_request(count=3))
    else:
        assert len((await drafter.draft(draft_request(count=3))).drafts) == 3
    assert time.monotonic() - began < 10


VERDICTS = st.lists(st.sampled_from([*Severity, None]), min_size=1, max_size=12)


@given(severities=VERDICTS, asked=st.integers(1, 3), most=st.integers(0, 3))
def test_whatever_the_reviews_say_only_what_they_allow_comes_out(
    severities: list[Severity | None], asked: int, most: int
) -> None:
    numbers = count()
    script = dict[str, Severity | None]()

    def text(_brief: Brief) -> str:
        number = next(numbers)
        words = " ".join(f"mot{number}x{place}" for place in range(9))
        script[words] = severities[number % len(severities)]
        return words

    def findings(shown: str) -> Sequence[Finding]:
        severity = script[shown]
        return () if severity is None else (finding(severity, shown),)

    workshop = Workshop(ScriptedWriter([text]), reviewer=ScriptedReviewer(findings))
    drafter = workshop.drafter(max_revisions=most)
    result = asyncio.run(drafter.draft(draft_request(count=asked)))
    assert len(result.drafts) + len(result.withheld) == asked
    assert all(script[draft.text] in {None, Severity.WARN} for draft in result.drafts)
    assert len(script) <= asked * drafter.max_angles * (most + 1)
    assert len(workshop.reservations.held) == len(result.drafts)
    told = repr(result.withheld)
    assert not any(words in told for words in script)


def test_nothing_of_the_loop_imports_a_model_library() -> None:
    modules = "drafting model_writer prompts adapters.langchain_chat adapters.faults".split()
    heavy = {"langchain_core", "langchain_openai", "openai", "tiktoken", "langsmith"}
    code = f"""
import sys
{"".join(f"import personalizer.{module}{chr(10)}" for module in modules)}
print(*({heavy!r} & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


def _always_bad() -> ScriptedWriter:
    numbers = count()
    return ScriptedWriter([lambda _brief: f"{BAD} {next(numbers)}"])


async def test_what_no_revision_of_the_model_gets_past_the_review_the_offline_engine_writes() -> (
    None
):
    model = _always_bad()
    workshop = Workshop(model, ScriptedWriter([GOOD], engine="offline"))
    (draft,) = (await workshop.draft()).drafts
    assert (draft.text, draft.provenance.engine) == (GOOD, "offline")
    drafter = workshop.drafter()
    assert len(model.briefs) == drafter.max_angles
    assert len(model.revised) == drafter.max_angles * drafter.max_revisions


async def test_an_operator_who_wants_errors_is_told_that_no_revision_passed() -> None:
    workshop = Workshop(_always_bad(), ScriptedWriter([GOOD], engine="offline"))
    result = await workshop.drafter(on_model_failure="error").draft(draft_request())
    assert reasons(result) == ["charter"]
    assert "FORBIDDEN" not in repr(result)


async def test_a_model_that_says_one_thing_to_all_leaves_the_others_to_the_offline_engine() -> None:
    offline = ScriptedWriter([lambda brief: f"{brief.variant} {passage(brief)}"], engine="offline")
    result = await Workshop(ScriptedWriter([OTHER]), offline).draft(count=3)
    engines = [draft.provenance.engine for draft in result.drafts]
    assert engines == ["scripted", "offline", "offline"]
    assert len({draft.angle for draft in result.drafts}) == 3
