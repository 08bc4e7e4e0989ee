"""A guard that was made ready lets no draft wait for what it would still compile."""

from datetime import UTC, datetime

import pytest
import re2

from api.charter_in_force import preparing
from domain.drafts import Draft
from domain.language import Language
from domain.organization import NamedEntity, Organization
from domain.review import Circumstances
from guardrails.charter import load_charter
from guardrails.guard import Guard

RIVAL = NamedEntity("Karvessol")


def test_behind_it_no_draft_waits_for_the_names_of_its_company(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guard = Guard.of(load_charter(), key=b"test")
    company = Organization(name="Vorlandis", products=("Quimbelle",), competitors=(RIVAL,))
    for _ in preparing(guard, company):
        pass
    # Whatever a check would still compile leaves its rule unexamined.
    monkeypatch.delattr(re2, "compile")
    around = Circumstances(now=datetime.now(UTC), organization=company)
    for text in ("Hier, chez Vorlandis, j'ai pleuré de joie.", "I love our Quimbelle at Vorlandis"):
        assert guard.inspect(Draft(text, Language.FRENCH), around).unexamined == ()
