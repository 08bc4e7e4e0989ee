"""Nothing else in the environment may provide our package names (docs/adr/0001)."""

from importlib.metadata import packages_distributions

import pytest

NAMES = ["domain", "recommender", "personalizer", "guardrails", "storage", "api"]


@pytest.mark.parametrize("name", NAMES)
def test_no_other_distribution_provides_our_name(name: str) -> None:
    assert set(packages_distributions().get(name, ["porte-voix"])) == {"porte-voix"}
