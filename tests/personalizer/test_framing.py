"""An author's way to their point is left behind: the point stands alone."""

import pytest

from personalizer.passages import passages_of


@pytest.mark.parametrize(
    ("sentence", "point"),
    [
        (
            "Je pense sincèrement que le réglage vaut une journée de pompe.",
            "le réglage vaut une journée de pompe.",
        ),
        (
            "Bref, on se rend vite compte qu’une vanne fermée coûte une nuit.",
            "une vanne fermée coûte une nuit.",
        ),
        (
            "Il faut bien reconnaître que les équipes de nuit dorment peu.",
            "les équipes de nuit dorment peu.",
        ),
        (
            "We also learned that people trust a pump that they can hear.",
            "people trust a pump that they can hear.",
        ),
        (
            "It is worth noting that crews of the night sleep less.",
            "crews of the night sleep less.",
        ),
        (
            "ORRIN FALLS, May 13 – The college opens an evening course.",
            "The college opens an evening course.",
        ),
        (
            "Brissol, le 12 mars 2025 – La régie ouvre un second dépôt.",
            "La régie ouvre un second dépôt.",
        ),
        ("BRISSOL — La régie ouvre un second dépôt.", "La régie ouvre un second dépôt."),
    ],
)
def test_a_point_is_told_without_what_leads_to_it(sentence: str, point: str) -> None:
    (passage,) = passages_of(sentence)
    assert passage.text == point
    assert sentence[passage.span.start : passage.span.end] == point


@pytest.mark.parametrize(
    "sentence",
    [
        "Je ne pense pas que le réglage vaille une journée de pompe.",
        "Nous pensons à la pompe du nord pendant toute la nuit.",
        "We think that deserves the attention of every crew of the north.",
        "We found the pump of the north in the cellar of the workshop.",
        "It is important to the crew that the pump of the north runs.",
        "The Brissol Depot – The Old One – closes in the autumn.",
        "Le 12 mars 2025 – Jour de foire – la régie ouvre un dépôt.",
    ],
)
def test_what_leads_to_no_point_stays(sentence: str) -> None:
    assert [one.text for one in passages_of(sentence)] == [sentence]
