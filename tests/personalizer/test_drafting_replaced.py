"""What a model failed of is told where the offline engine's text in its place is withheld."""

from collections.abc import Callable

import pytest

from api.schemas.drafts import DraftsOut
from domain.errors import ModelMisbehaved, ModelRefused, ModelUnavailable, PorteVoixError
from tests.fakes import ScriptedWriter
from tests.personalizer.workshop import BAD, GOOD, Workshop

pytestmark = pytest.mark.anyio

FAILURES: list[Callable[[], PorteVoixError]] = [
    lambda: ModelUnavailable("down"),
    lambda: ModelMisbehaved("an HTML page"),
    lambda: ModelRefused("filtered"),
]


@pytest.mark.parametrize("failure", FAILURES)
async def test_the_models_failure_is_told_beside_the_reason(
    failure: Callable[[], PorteVoixError],
) -> None:
    workshop = Workshop(ScriptedWriter([failure()]), ScriptedWriter([GOOD], engine="offline"))
    assert (await workshop.draft(owner="owner-1")).drafts
    (withheld,) = (await workshop.draft(owner="owner-2")).withheld
    assert (withheld.reason, withheld.model_failure) == ("near_duplicate", failure().code)


async def test_it_is_said_before_the_reason_in_both_languages() -> None:
    workshop = Workshop(
        ScriptedWriter([ModelRefused("no")]), ScriptedWriter([GOOD], engine="offline")
    )
    await workshop.draft(owner="owner-1")
    answer = DraftsOut.of(await workshop.draft(owner="owner-2")).model_dump()
    said = answer["withheld"][0]["message"]
    assert said["fr"].startswith("Le modèle de langue n’a pas donné de brouillon")
    assert said["en"].startswith("The language model gave no draft")
    assert "trop proche" in said["fr"]


async def test_nothing_is_told_of_a_model_that_did_not_fail() -> None:
    workshop = Workshop(ScriptedWriter([BAD]), ScriptedWriter([BAD], engine="offline"))
    (withheld,) = (await workshop.draft()).withheld
    assert withheld.model_failure is None
