"""How often something happened is how many of it there were, and of nothing else."""

import pytest

from guardrails.facts.evidence import evidence, stated
from guardrails.facts.matching import states_figure
from guardrails.facts.passage import Passage

FR = "En 2025, la ligne s’est arrêtée 83 fois. L’atelier a rempli 40 caisses, deux fois par jour."
EN = "In 2025 the line stopped 2,200 times. The cupboard holds 40 boxes and 30 stops."


def _is_stated(text: str, source: str) -> bool:
    (figure,) = stated(Passage.of(text)).figures
    return states_figure(evidence([Passage.of(source)]), figure)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("83 arrêts de ligne.", FR),
        ("Il y a eu 83 arrêts.", FR),
        ("La ligne s’arrête 83 fois.", FR),
        ("2,200 stops.", EN),
        ("There were 2200 stops of the line.", EN),
    ],
)
def test_what_happened_so_often_there_were_so_many_of(text: str, source: str) -> None:
    assert _is_stated(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [("83 caisses.", FR), ("82 arrêts.", FR), ("2,200 boxes.", EN), ("2,201 stops.", EN)],
)
def test_another_thing_or_number_was_not_told(text: str, source: str) -> None:
    assert not _is_stated(text, source)
