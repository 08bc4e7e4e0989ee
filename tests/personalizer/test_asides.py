"""What its author says aside is left out of a sentence where nothing in it depends on that."""

import pytest

from personalizer.shortening import without_brackets, without_dashes


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("The hall (built in the spring) is warm.", "The hall is warm."),
        ("The hall – a gift of the town – is warm.", "The hall is warm."),
        ("Le hall (un don de la ville) est chaud.", "Le hall est chaud."),
        ("Le hall — un don de la ville — est chaud.", "Le hall est chaud."),
        # what limits or doubts stays
        ("The hall (except its north side) is warm.", None),
        ("The hall (if it is built) is warm.", None),
        ("Aucune vanne (hors celles du nord) ne ferme.", None),
        ("Le hall — pas avant midi — est chaud.", None),
        ("The hall is warm – a gift of the town.", None),
    ],
)
def test_an_aside_goes_where_nothing_depends_on_it(sentence: str, bare: str | None) -> None:
    assert without_dashes(without_brackets(sentence)) == (bare or sentence)
