"""Short sayings may stand in two posts; posts made of nothing else are near their like."""

import pytest

from tests.guardrails.checks.test_near_duplicates import nearness

SAYINGS = "« On règle avant midi » « personne ne revient en arrière » « l’atelier respire enfin »"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "« La vanne ferme quand on l’oublie » À lire.",
            "« La vanne ferme quand on l’oublie » À lire.",
        ),
        (f"Voilà. {SAYINGS}", f"Bonne lecture. {SAYINGS}"),
    ],
)
def test_what_is_made_of_short_sayings_alone_is_near_its_like(one: str, other: str) -> None:
    assert nearness(one, other).is_near
